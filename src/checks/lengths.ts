// Titles and descriptions whose length does not suit search results and shared links → notes.
import type { Entry } from "../content/types.ts";
import { problem, type Problem } from "../problems.ts";

const TITLE_MAX = 100;
/** The editors' guide mentions both. */
export const DESCRIPTION_MIN = 50;
export const DESCRIPTION_MAX = 300;

/** `described`: texts without a description of their own that are shown with another one. */
export function checkLengths(
  entries: readonly Entry[],
  described: ReadonlySet<Entry> = new Set(),
): Problem[] {
  return entries.flatMap((entry) => {
    const problems: Problem[] = [];
    const title = count(entry.title);
    if (title > TITLE_MAX)
      problems.push(problem("length/title", entry.placeOf("title"), { length: title, limit: TITLE_MAX }));
    const length = count(entry.description);
    if (length === 0 && described.has(entry)) return problems;
    if (length === 0) problems.push(problem("length/description-missing", entry.placeOf("title", "key"), {}));
    else if (length < DESCRIPTION_MIN)
      problems.push(
        problem("length/description-short", entry.placeOf("description"), { length, min: DESCRIPTION_MIN }),
      );
    else if (length > DESCRIPTION_MAX)
      problems.push(
        problem("length/description-long", entry.placeOf("description"), { length, max: DESCRIPTION_MAX }),
      );
    return problems;
  });
}

/** Code points in NFC: an accent is not a character of its own. */
function count(text: string): number {
  return Array.from(text.normalize("NFC")).length;
}
