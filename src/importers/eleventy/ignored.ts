// The files that Eleventy was told to overlook: nobody has read them on the old site. https://www.11ty.dev/docs/ignores/
import { withinPattern } from "../globs.ts";
import type { SourceFiles } from "../source-files.ts";

/**
 * An `ignores.add` in a condition that holds only while someone writes, which spares that person the old texts: readers had
 * them.
 */
const WHILE_WRITING =
  /===?\s*["'`](?:dev|serve|watch)|!==?\s*["'`](?:prod|build)|!\s*(?:is)?prod|(?<![!"'`\w.-])(?:is)?dev/i;
const CONDITION = /\bif\s*\(([^{};]{0,200})\)\s*(?:\{[^{}]{0,2000})?$/;

/** Patterns of `.eleventyignore`, `.gitignore` and the configuration `code`, relative to the root. */
export function ignoredPaths(files: SourceFiles, code: string, input: string): RegExp[] {
  const folders = input === "" ? [""] : ["", `${input}/`];
  const listed = [
    ...folders.map((folder) => ({ folder, name: ".eleventyignore" })),
    ...(/setUseGitIgnore\s*\(\s*false/.test(code) ? [] : [{ folder: "", name: ".gitignore" }]),
  ].flatMap(({ folder, name }) => linesOf(files.read(folder + name) ?? "").map((line) => folder + line));
  const added = [...code.matchAll(/\b\w+\s*\.\s*ignores\s*\.\s*add\s*\(\s*["'`]([^"'`\n]+)["'`]/g)]
    .filter(({ index }) => !WHILE_WRITING.test(CONDITION.exec(code.slice(0, index).slice(-2300))?.[1] ?? ""))
    .map(([, one = ""]) => trimmed(one));
  return [...listed, ...added].filter((one) => one !== "").map(withinPattern);
}

export function isIgnored(file: string, { ignored }: { ignored: readonly RegExp[] }): boolean {
  return ignored.some((one) => one.test(file));
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
