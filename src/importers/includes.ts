// Files included by templates → their text, if it has the same meaning in a post.
// A file with template code, a script, a style or a form has not: it is left for a person to handle.
import type { SourceFiles } from "./source-files.ts";

/** The text of the first of several paths that exists; undefined if none does, or if it is not plain text, or too long. */
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
