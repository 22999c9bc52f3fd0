// The lines that Git leaves while a merge conflict is not resolved: `<<<<<<< HEAD`, `=======`, `>>>>>>> b`. They enclose two
// versions of one passage, and neither can be published for the other.

/** Lines of an unresolved passage, from 0, including its marks. */
interface Unmerged {
  first: number;
  last: number;
}

/** For settings, front matter and the address book, where no other line looks like a mark. */
const ANY = /^(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)/m;

/** True if such a text contains a mark, or a leftover one. */
export const holdsMark = (text: string): boolean => ANY.test(text);

/** The line of the first mark, from 0. */
export const firstMark = (lines: readonly string[]): number => lines.findIndex(holdsMark);

/**
 * The unresolved passages of a text. A start or end mark alone counts as one. `isCode` is true for lines that only show marks.
 */
export function unmerged(lines: readonly string[], isCode: (row: number) => boolean): Unmerged[] {
  const found: Unmerged[] = [];
  let first: number | undefined;
  for (const [row, line] of lines.entries()) {
    if (/^<{7}(?:\s|$)/.test(line) && !isCode(row)) first ??= row;
    if (!/^>{7}(?:\s|$)/.test(line) || isCode(row)) continue;
    found.push({ first: first ?? row, last: row });
    first = undefined;
  }
  if (first !== undefined) found.push({ first, last: first });
  return found;
}

/** The same for code, of which no line only shows marks. */
export function unmergedIn(text: string): Unmerged[] {
  return unmerged(text.split("\n"), () => false);
}
