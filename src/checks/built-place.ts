// An offset in a file → its line and column. Lines are found at the first call.
import { lineStarts } from "../lines.ts";
import type { Place } from "../problems.ts";

export type FindPlace = (offset: number) => Place;

/** `file` is the path in the places returned. */
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
