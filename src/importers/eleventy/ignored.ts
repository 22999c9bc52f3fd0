// The files that Eleventy was told to overlook: nobody has read them on the old site. https://www.11ty.dev/docs/ignores/
import { isWithin } from "../globs.ts";
import type { SourceFiles } from "../source-files.ts";

/** Patterns of `.eleventyignore`, `.gitignore` and the configuration `code`, relative to the root. */
export function ignoredPaths(files: SourceFiles, code: string, input: string): string[] {
  const folders = input === "" ? [""] : ["", `${input}/`];
  const listed = [
    ...folders.map((folder) => ({ folder, name: ".eleventyignore" })),
    ...(/setUseGitIgnore\s*\(\s*false/.test(code) ? [] : [{ folder: "", name: ".gitignore" }]),
  ].flatMap(({ folder, name }) => linesOf(files.read(folder + name) ?? "").map((line) => folder + line));
  const added = [...code.matchAll(/\bignores\s*\.\s*add\s*\(\s*["'`]([^"'`\n]+)["'`]/g)].map(
    ([, one = ""]) => one,
  );
  return [...listed, ...added.map(trimmed)].filter((one) => one !== "");
}

export function isIgnored(file: string, { ignored }: { ignored: readonly string[] }): boolean {
  return ignored.some((one) => isWithin(file, one));
}

/** Exceptions (`!…`) are left out: what they bring back is imported only if no other line overlooks it. */
function linesOf(written: string): string[] {
  return written
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^[#!]/.test(line))
    .map(trimmed);
}

const trimmed = (path: string): string => path.replace(/^(?:\.?\/)+|(?:\/\**)+$/g, "");
