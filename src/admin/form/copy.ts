// A copy of a text made by the form (« Dupliquer ») → the values of a separate text. It must not keep the place or the
// addresses of the original: the site's check rejects duplicates.
import { canChange, readHead, withChange, type Values } from "./front-matter.ts";
import { NAMES } from "./names.ts";

/** Keys whose value must be unique to one text. */
const OF_ONE = [
  "slug",
  "permalink",
  "redirect_from",
  "aliases",
  "feedId",
  "translationOf",
  "lang-ref",
] as const;

/** The form removes its names from a copy, and nothing else. */
export function isCopy(values: Values): boolean {
  return !(NAMES in values);
}

/** Front matter without those keys, if it can be parsed. */
export function headOfCopy(head: string, lineEnd: string): string {
  if (!canChange(head)) return head;
  const known = readHead(head);
  return OF_ONE.filter((key) => key in known).reduce(
    (all, key) => withChange(all, [key, undefined], lineEnd),
    head,
  );
}

/** The values of a copy, without the unique ones that it still shares with the original. */
export function valuesOfCopy(values: Values, others: Values): Values {
  const isOfOther = (key: string): boolean =>
    OF_ONE.some((one) => one === key) && JSON.stringify(values[key]) === JSON.stringify(others[key]);
  return Object.fromEntries(Object.entries(values).filter(([key]) => !isOfOther(key)));
}
