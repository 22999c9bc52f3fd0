// A copy of a text that the form makes (« Dupliquer ») → the values of a text of its own: it has neither the place nor the
// addresses of the other, which the check of the site would refuse to see twice.
import { canChange, readHead, withChange, type Values } from "./front-matter.ts";
import { NAMES } from "./names.ts";

/** Keys that one text alone may have with the same value. */
const OF_ONE = [
  "slug",
  "permalink",
  "redirect_from",
  "aliases",
  "feedId",
  "translationOf",
  "lang-ref",
] as const;

/** The form takes its names from a copy, and nothing else. */
export function isCopy(values: Values): boolean {
  return !(NAMES in values);
}

/** Front matter without them, where it can be read. */
export function headOfCopy(head: string, lineEnd: string): string {
  if (!canChange(head)) return head;
  const known = readHead(head);
  return OF_ONE.filter((key) => key in known).reduce(
    (all, key) => withChange(all, [key, undefined], lineEnd),
    head,
  );
}

/** The values of a copy, but for those that it still has from the other. */
export function valuesOfCopy(values: Values, others: Values): Values {
  const isOfOther = (key: string): boolean =>
    OF_ONE.some((one) => one === key) && JSON.stringify(values[key]) === JSON.stringify(others[key]);
  return Object.fromEntries(Object.entries(values).filter(([key]) => !isOfOther(key)));
}
