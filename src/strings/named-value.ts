// The path of a value in YAML → how a message names it: “url” in the 2nd entry of “nav”. People count a list from one.
import { capitalised } from "../capitalised.ts";

/** Keys of maps, and places in lists, from zero. */
export type ValuePath = readonly PropertyKey[];

interface Words {
  quoted: (keys: string) => string;
  entry: (place: number, list: string) => string;
  inside: (keys: string, entry: string) => string;
}

const FR: Words = {
  quoted: (keys) => `« ${keys} »`,
  entry: (place, list) => `la ${String(place)}${place === 1 ? "re" : "e"} entrée de ${list}`,
  inside: (keys, entry) => `${keys} dans ${entry}`,
};

const ENDINGS = new Intl.PluralRules("en", { type: "ordinal" });
const EN_ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
const EN: Words = {
  quoted: (keys) => `“${keys}”`,
  entry: (place, list) => `the ${String(place)}${EN_ENDINGS[ENDINGS.select(place)] ?? "th"} entry of ${list}`,
  inside: (keys, entry) => `${keys} in ${entry}`,
};

export const namedFr = (path: ValuePath): string => named(path, FR);
const namedEn = (path: ValuePath): string => named(path, EN);

/** The same at the beginning of a sentence. */
export const beginningFr = (path: ValuePath): string => capitalised(namedFr(path));
export const beginningEn = (path: ValuePath): string => capitalised(namedEn(path));

function named(path: ValuePath, words: Words): string {
  const last = path.findLastIndex((key) => typeof key === "number");
  const keys = path
    .slice(last + 1)
    .map(String)
    .join(".");
  if (last < 0) return words.quoted(keys);
  const entry = words.entry(Number(path[last]) + 1, named(path.slice(0, last), words));
  return keys === "" ? entry : words.inside(words.quoted(keys), entry);
}
