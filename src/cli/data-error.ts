// An Eleventy error about a file of `_data/`, or an error thrown in one → its place, as far as it is known.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { faultIn } from "../build/json-fault.ts";
import { placeAt } from "../lines.ts";
import type { Place } from "../problems.ts";
import { framesIn } from "./own-frames.ts";

/** `text` is the error's message, `stack` where it was thrown; undefined if neither names a data file. */
export function placeInData(text: string, stack: string, root: string): Place | undefined {
  const [, read] = /data file \.\/(_data\/.+)/.exec(text) ?? [];
  if (read !== undefined) return { file: read, ...(placeAtEnd(text) ?? placeInJson(join(root, read))) };
  return framesIn(stack, root).find(({ file }) => file.startsWith("_data/"));
}

/** The place that the message about a YAML file ends with. */
function placeAtEnd(text: string): { line: number; column: number } | undefined {
  const [found, line, column] = /\((\d+):(\d+)\)$/.exec(text) ?? [];
  return found === undefined ? undefined : { line: Number(line), column: Number(column) };
}

/** Where it stops being valid JSON; the beginning for any other file. */
function placeInJson(path: string): { line: number; column: number } {
  if (!/\.json$/i.test(path)) return { line: 1, column: 1 };
  const text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
  return placeAt(text, faultIn(text) ?? 0);
}
