// A tag as a post writes it → the term that it means, or why it means none.
// No written name is looked up in an object, so that a tag may be called `constructor`.
import { commaParts, fold, oneLine, slugOf, spell, unquoted } from "./text.ts";

/** A tag as one post writes it. */
export interface WrittenTag {
  key: string;
  text: string;
  /** Position in the list, for messages. */
  index: number;
}

/** A value that cannot be a tag. */
export interface BadTag {
  kind: "value" | "too-long";
  found: string;
  index: number;
}

/** In characters. */
export const LONGEST_TAG = 80;

/** Limit of tags or authors per post. Every page of a tag shows them all, so without a limit pages would grow with its square. */
export const MOST_VALUES = 200;

/** The items of a list, or of text with commas. */
export function tagItems(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  return typeof value === "string" ? commaParts(unquoted(value.trim())) : [value];
}

/** `aliases`: meaning of each name that settings give a term → the key of the term. Undefined for an item without a value. */
export function readTag(
  item: unknown,
  index: number,
  aliases: ReadonlyMap<string, string>,
): WrittenTag | BadTag | undefined {
  if (item === null || item === undefined) return undefined;
  if (typeof item === "object") return { kind: "value", found: JSON.stringify(item), index };
  const text = unquoted(oneLine(typeof item === "string" ? item : JSON.stringify(item)));
  if (text === "") return undefined;
  if (text.length > LONGEST_TAG) return { kind: "too-long", found: text, index };
  // A slug has Latin letters and digits; a tag without any has no address.
  if (slugOf(text) === "") return { kind: "value", found: text, index };
  const key = meaning(text);
  return { key: aliases.get(key) ?? key, text, index };
}

/** What a tag means, ignoring its case, accents, hyphens and plural. */
export function meaning(text: string): string {
  const folded = fold(spell(text));
  return folded
    .split(" ")
    .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$|(?<=[ae]u)x$/, "") : word))
    .join(" ");
}
