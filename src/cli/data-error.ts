// An Eleventy error about a file of `_data/`, or an error thrown in one → its place, as far as it is known.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "../problems.ts";

/** `text` is the error's message, `stack` where it was thrown; undefined if neither names a data file. */
export function placeInData(text: string, stack: string, root: string): Place | undefined {
  const [, read] = /data file \.\/(_data\/\S+)/.exec(text) ?? [];
  if (read !== undefined) return { file: read, ...placeInJson(join(root, read)) };
  const at = stack.indexOf(join(root, "_data/"));
  const [, file, line = "1", column = "1"] =
    /^(_data\/[^:?)]+)[^:)]*:(\d+):(\d+)/.exec(at < 0 ? "" : stack.slice(at + join(root, "/").length)) ?? [];
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}

/** Where it stops being valid JSON; the beginning for any other file. */
function placeInJson(path: string): { line: number; column: number } {
  const text = path.endsWith(".json") ? readFileSync(path, "utf8") : "";
  try {
    JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    const offset = Number(/position (\d+)/.exec(said)?.[1] ?? text.length);
    const before = text.slice(0, offset).split("\n");
    return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
  }
  return { line: 1, column: 1 };
}
