// An index in alphabetical order → its entries by initial letter, once it is too long to be crossed without letters.
// The collator that sorted the index also says where each letter begins, so that order and letters cannot disagree.
import { groupBy } from "../group.ts";
import { collator } from "./draft.ts";
import type { GroupView, LetterView } from "./views.ts";

/** Five screens of a phone. A shorter index is crossed as quickly without letters. */
const FEWEST_ENTRIES = 60;

/** Digits and signs, which every alphabet has before its letters. */
const SIGNS = "#";

/** What the layout of an index receives. */
export function indexData(groups: readonly GroupView[], lang: string): Record<string, unknown> {
  const letters = lettersOf(groups, lang);
  return { groups, ...(letters && { letters }) };
}

/**
 * `groups` are in the order of `collator(lang)`. Undefined for an index that stays whole: a short one, and one whose letters
 * would have less than two entries each, as in a script that has a sign for each word.
 */
export function lettersOf(groups: readonly GroupView[], lang: string): LetterView[] | undefined {
  if (groups.length < FEWEST_ENTRIES) return undefined;
  const initialOf = initialsIn(lang);
  const byInitial = groupBy(groups, ({ label }) => initialOf(label));
  if (byInitial.size < 2 || byInitial.size > groups.length / 2) return undefined;
  return [...byInitial].map(([label, of]) => ({
    label,
    ...(label === SIGNS && { signs: true as const }),
    id: idOf(label),
    groups: of,
  }));
}

/** The letter of an address to share: the same whatever other letters there are. */
function idOf(initial: string): string {
  return `page--letter-${initial === SIGNS ? "0" : initial.toLowerCase()}`;
}

const LATIN = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

/** Letters that Unicode sorts apart, and dictionaries of Arabic under alef. */
const ALEFS: ReadonlySet<string> = new Set("آأإٱ");

/** What comes after everything that begins with a letter (https://www.unicode.org/reports/tr35/tr35-collation.html#U_FFFF). */
const LAST = "\uFFFF";

/** To be called with labels in order: signs that sort as one letter, such as か and カ, stay under the one that came first. */
function initialsIn(lang: string): (label: string) => string {
  const order = collator(lang);
  let last = SIGNS;
  return (label) => {
    const begins = (letter: string): boolean =>
      order.compare(letter, label) <= 0 && order.compare(label, letter + LAST) < 0;
    last = begins(last) ? last : initialOf(label, order, begins);
    return last;
  };
}

function initialOf(label: string, order: Intl.Collator, begins: (letter: string) => boolean): string {
  const first = firstOf(label.normalize("NFC"), order);
  const base = firstOf(label.normalize("NFKD"), order);
  if (!/\p{L}/u.test(base)) return SIGNS;
  if (ALEFS.has(first)) return base;
  // The capital is the letter, except where it is sorted elsewhere: the capital of “ı” is “I”.
  const candidates = [...LATIN, base.toUpperCase(), first.toUpperCase()];
  return candidates.find(begins) ?? first;
}

/** The first character that counts in the order; empty if none does. */
function firstOf(label: string, order: Intl.Collator): string {
  return Array.from(label).find((character) => order.compare(character, "") !== 0) ?? "";
}
