// A word that is not known → the known one that was probably meant.
import { distance } from "fastest-levenshtein";

/** A suggestion is only a help: thousands of mistakes beside thousands of words must not take minutes. */
const MOST_LOOKED_AT = 2000;

/** The word in `known` nearest to `word`, if they differ by at most `most` letters; the first of several. */
export function nearest(
  word: string,
  known: Iterable<string>,
  // A short word with half its letters changed is another word.
  most = word.length < 5 ? 1 : word.length < 10 ? 2 : 3,
): string | undefined {
  const small = word.toLowerCase();
  let best: string | undefined;
  let least = most + 1;
  let looked = 0;
  for (const one of known) {
    if (++looked > MOST_LOOKED_AT) break;
    if (Math.abs(one.length - word.length) >= least) continue;
    const far = changes(small, one.toLowerCase());
    if (far < least) [best, least] = [one, far];
  }
  return best;
}

/** How many letters to change, add or remove; two that are swapped are one slip of the fingers. */
function changes(a: string, b: string): number {
  const far = distance(a, b);
  if (far !== 2 || a.length !== b.length) return far;
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2) ? 1 : far;
}

/** Those with the numbers of a word: `EIG 1` and `EIG 2` are not misspellings of each other. */
export function ofSameNumbers(word: string, known: Iterable<string>): string[] {
  const digits = (text: string): string => text.replace(/\D/g, "");
  return [...known].filter((one) => digits(one) === digits(word));
}
