// Offsets in a text, which count from 0 ↔ its lines and columns, which count from 1.
import type { Place } from "./problems.ts";

/** Offset at which each line begins. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

export function placeAt(text: string, offset: number): Pick<Place, "line" | "column"> {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
}

export const lineAt = (text: string, offset: number): number => placeAt(text, offset).line;

export type FindPlace = (offset: number) => Place;

/** For many offsets in a text: its lines are found at the first call. `file` is the path in the places returned. */
export function placeFinder(text: string, file: string): FindPlace {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
