// Straight double quotes of a text → which open and which close, and whether they are nested.
// One without a partner in its block is left out: it is an inch sign, or belongs to the next paragraph.
import { isBlank, isDigit, isLetter, OBJECT } from "./characters.ts";

export interface Quote {
  open: boolean;
  /** True inside another quotation, straight or not. */
  inner: boolean;
}

const OPENING = "([{«“‘";
const CLOSING = ")]}»”’";

/** Index of each straight double quote that has a partner → what it is. */
export function pairDoubles(text: string): ReadonlyMap<number, Quote> {
  const pairs = new Map<number, Quote>();
  const open: { index: number; inner: boolean }[] = [];
  let guillemets = 0;
  for (const found of text.matchAll(/["«»]/g)) {
    const { index } = found;
    if (found[0] === "«") guillemets++;
    else if (found[0] === "»") guillemets = Math.max(0, guillemets - 1);
    else {
      const start = open.at(-1);
      if (start !== undefined && start.index < index - 1 && closes(text, index)) {
        open.pop();
        pairs.set(start.index, { open: true, inner: start.inner });
        pairs.set(index, { open: false, inner: start.inner });
      } else if (opens(text, index)) open.push({ index, inner: open.length + guillemets > 0 });
    }
  }
  return pairs;
}

/** True if a straight quote may open: something follows it, and the character before it is not one that it could close. */
export function opens(text: string, index: number): boolean {
  const before = text.charAt(index - 1);
  const after = text.charAt(index + 1);
  if (isBlank(after)) return false;
  if (isBlank(before)) return true;
  return `${OPENING}"'’-–—/…:,;`.includes(before) && !`,;:.!?${CLOSING}`.includes(after);
}

/** True if a straight quote may close: something precedes it, and no word continues after it. */
export function closes(text: string, index: number): boolean {
  const before = text.charAt(index - 1);
  const after = text.charAt(index + 1);
  return (
    !isBlank(before) &&
    !OPENING.includes(before) &&
    !isLetter(after) &&
    !isDigit(after) &&
    after !== OBJECT &&
    after !== "="
  );
}
