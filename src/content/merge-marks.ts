// The lines that Git leaves where two people changed the same ones and nobody has chosen yet: `<<<<<<< HEAD`, `=======`, `>>>>>>> b`.
// What stands between them is two versions of one passage: neither can be published for the other.

/** Lines of a passage that waits for a choice, from 0, its marks included. */
export interface Unmerged {
  first: number;
  last: number;
}

const OPENING = /^<{7}(?:\s|$)/;
const CLOSING = /^>{7}(?:\s|$)/;
/** In settings, front matter and the book of addresses, where no other line looks like any of them. */
const ANY = /^(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)/m;

/** Whether a text of these holds a mark, or what is left of some. */
export const holdsMark = (text: string): boolean => ANY.test(text);

/** The line of the first mark, from 0. */
export function firstMark(lines: readonly string[]): number {
  return lines.findIndex((line) => ANY.test(line));
}

/** The passages of a text; an end alone, which somebody forgot, is one too. `isCode` tells of lines that only show marks. */
export function unmerged(lines: readonly string[], isCode: (row: number) => boolean): Unmerged[] {
  const found: Unmerged[] = [];
  let first: number | undefined;
  for (const [row, line] of lines.entries()) {
    if (OPENING.test(line) && !isCode(row)) first ??= row;
    if (!CLOSING.test(line) || isCode(row)) continue;
    found.push({ first: first ?? row, last: row });
    first = undefined;
  }
  if (first !== undefined) found.push({ first, last: first });
  return found;
}
