// An Eleventy error about a file of `_data/`, or an error thrown in one → its place, as far as it is known.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "../problems.ts";
import { framesIn } from "./own-frames.ts";
import { placeAt } from "../lines.ts";

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
  const text = readFileSync(path, "utf8");
  return placeAt(text, faultIn(text));
}

/** How V8 ends a message that quotes the text around an unexpected character instead of giving its position. */
const UNPLACED = "is not valid JSON";

/** Offset of the first fault in a JSON text: its end if something is missing there, 0 if it has none. */
function faultIn(text: string): number {
  const said = refusalOf(text);
  if (said === undefined) return 0;
  if (!said.endsWith(UNPLACED)) return Number(/position (\d+)/.exec(said)?.[1] ?? text.length);
  // The character is the last one of the shortest beginning that is refused in the same way.
  let [sound, refused] = [0, text.length];
  while (refused - sound > 1) {
    const middle = Math.floor((sound + refused) / 2);
    if (refusalOf(text.slice(0, middle))?.endsWith(UNPLACED) === true) refused = middle;
    else sound = middle;
  }
  return sound;
}

function refusalOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}
