// The files that Eleventy copied as they were → where the site served them. https://www.11ty.dev/docs/copy/
// The configuration is read as text: a path that it computes is not known.
import { nameIn } from "../../paths.ts";
import { isWithin } from "../globs.ts";

/** `from`: a folder, a file, or a pattern of them; `to`: its path in the output. */
export interface Copy {
  from: string;
  to: string;
}

/**
 * `addPassthroughCopy("img")`, `addPassthroughCopy({ "src/img": "img" })`, and what a loop gives it:
 * `["img", "pdf"].forEach((path) => …)`.
 */
export function copiesOf(code: string, input: string): Copy[] {
  const copies: Copy[] = [];
  for (const call of code.matchAll(/addPassthroughCopy\s*\(([^)]{0,2000})\)/g)) {
    const [, given = ""] = call;
    const pairs = [...given.matchAll(/["'`]([^"'`\n]+)["'`]\s*:\s*["'`]([^"'`\n]*)["'`]/g)];
    copies.push(...pairs.map(([, from = "", to = ""]) => ({ from: clean(from), to: clean(to) })));
    if (pairs.length > 0) continue;
    const own = /["'`]([^"'`\n]+)["'`]/.exec(given)?.[1];
    const looped = /^\s*\w+\s*$/.test(given) ? listBefore(code.slice(0, call.index)) : [];
    for (const from of own === undefined ? looped : [own]) {
      const path = clean(from);
      copies.push({ from: path, to: belowInput(path, input) });
    }
  }
  return copies;
}

/** The strings of the last list before a loop. */
function listBefore(code: string): string[] {
  const lists = [...code.slice(-1500).matchAll(/\[((?:\s*["'`][^"'`\n]+["'`]\s*,?)+)\s*\]/g)];
  return [...(lists.at(-1)?.[1] ?? "").matchAll(/["'`]([^"'`\n]+)["'`]/g)].map(([, one = ""]) => one);
}

const clean = (path: string): string =>
  path
    .replace(/^\.?\//, "")
    .replace(/\/?\**(\/\*)?$/, "")
    .replace(/^\.$/, "");

const belowInput = (path: string, input: string): string =>
  input !== "" && path.startsWith(`${input}/`) ? path.slice(input.length + 1) : path;

/** Where the site served a file that its configuration copied; undefined if it did not copy it. */
export function copyOf(
  file: string,
  { copies, input }: { copies: readonly Copy[]; input: string },
): string | undefined {
  for (const { from, to } of copies) {
    if (from.includes("*")) {
      // A pattern with a place of its own puts the files themselves there, without their folders.
      if (isWithin(file, from))
        return to === belowInput(from, input)
          ? belowInput(file, input)
          : [to, nameIn(file)].filter(Boolean).join("/");
      continue;
    }
    if (file === from) return to === "" ? nameIn(file) : to;
    if (from !== "" && file.startsWith(`${from}/`))
      return [to, file.slice(from.length + 1)].filter((part) => part !== "").join("/");
  }
  return undefined;
}
