// Files that templates include → their text, where it means the same in a post.
// One that holds a template, a script, a style or a form would not: it stays for a person.
import type { SourceFiles } from "./source-files.ts";

/** The text of the first of several paths that exists; undefined where none does, or it is not plain, or too long. */
export function plainInclude(
  { read }: SourceFiles,
  paths: readonly string[],
  longest = Infinity,
): string | undefined {
  const [found] = paths.flatMap((path) => read(path) ?? []);
  return found === undefined || found.length > longest || /\{[{%]|<(script|style|form)\b/i.test(found)
    ? undefined
    : found;
}
