// Titles and descriptions whose length does not suit search results and shared links → notes.
import type { Entry } from "../content/types.ts";
import { problem, type Problem } from "../problems.ts";

const TITLE_MAX = 100;
export const DESCRIPTION_MAX = 300;

/** `described`: texts without a description of their own that are shown with another one. */
export function checkLengths(entries: readonly Entry[], described: ReadonlySet<Entry>): Problem[] {
  return entries.flatMap((entry) => {
    const problems: Problem[] = [];
    const [title, description] = [count(entry.title), count(entry.description)];
    if (title > TITLE_MAX)
      problems.push(problem("length/title", entry.placeOf("title"), { length: title, limit: TITLE_MAX }));
    if (description > DESCRIPTION_MAX) {
      const params = { length: description, limit: DESCRIPTION_MAX };
      problems.push(problem("length/description", entry.placeOf("description"), params));
    }
    if (description === 0 && !described.has(entry))
      problems.push(problem("length/no-description", entry.placeOf("title", "key"), {}));
    return problems;
  });
}

/** Code points in NFC: an accent is not a character of its own. */
function count(text: string): number {
  return Array.from(text.normalize("NFC")).length;
}
