// A tag as a post writes it → the term that it means, or why it means none.
// No written name is looked up in an object, so that a tag may be called `constructor`.
import { excerpt } from "../excerpt.ts";
import { commaParts, fold, oneLine, slugOf, spell, unquoted } from "./text.ts";

/** Why a written tag is not a term. */
export interface BadTag {
  kind: "empty" | "not-text" | "no-letter" | "too-long" | "too-many" | "not-list";
  found: string;
  index: number;
}

/** A tag as one post writes it. */
export interface WrittenTag {
  key: string;
  text: string;
  /** Position in the list, for messages. */
  index: number;
}

const LONGEST = 80;

/**
 * Limit of tags or authors per post. Every page of a tag shows them all, so without a limit pages would grow with its square.
 */
export const MOST_VALUES = 200;

/** Reads a list, or text with commas; returns each tag once. `readOne` may cache its results. */
export function readTagList(
  value: unknown,
  readOne: (item: unknown, index: number) => WrittenTag | BadTag,
): { tags: WrittenTag[]; bad: BadTag[] } {
  if (value === undefined || value === null) return { tags: [], bad: [] };
  if (typeof value === "object" && !Array.isArray(value))
    return { tags: [], bad: [{ kind: "not-list", found: shown(value), index: 0 }] };
  const items: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === "string"
      ? commaParts(unquoted(value.trim()))
      : [value];
  if (items.length > MOST_VALUES)
    return { tags: [], bad: [{ kind: "too-many", found: String(items.length), index: 0 }] };
  const tags: WrittenTag[] = [];
  const bad: BadTag[] = [];
  for (const [index, item] of items.entries()) {
    const one = readOne(item, index);
    if ("kind" in one) bad.push(one);
    else if (!tags.some((tag) => tag.key === one.key)) tags.push(one);
  }
  return { tags, bad };
}

export function readTag(
  item: unknown,
  index: number,
  aliases: ReadonlyMap<string, string>,
): WrittenTag | BadTag {
  if (item === null || item === undefined || item === "")
    return { kind: "empty", found: item === "" ? '""' : "null", index };
  if (typeof item === "object") return { kind: "not-text", found: shown(item), index };
  if (typeof item !== "string" && typeof item !== "number" && typeof item !== "boolean")
    return { kind: "not-text", found: typeof item, index };
  const text = unquoted(oneLine(String(item)));
  if (text === "") return { kind: "empty", found: JSON.stringify(item), index };
  if (text.length > LONGEST) return { kind: "too-long", found: excerpt(text, 40), index };
  const key = meaning(text);
  // A slug has Latin letters and digits; a tag without any has no address.
  if (slugOf(text) === "") return { kind: "no-letter", found: text, index };
  return { key: aliases.get(key) ?? key, text, index };
}

/** `{ a: "b" }` as its author wrote it: `a: b`. */
function shown(value: object): string {
  if (Array.isArray(value))
    return excerpt(value.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join(", "));
  const [entry] = Object.entries(value);
  return entry === undefined
    ? "{}"
    : excerpt(`${entry[0]}: ${typeof entry[1] === "string" ? entry[1] : JSON.stringify(entry[1])}`);
}

/** What a tag means, ignoring its case, accents, hyphens and plural. */
export function meaning(text: string): string {
  const folded = fold(spell(text));
  return folded
    .split(" ")
    .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$|(?<=[ae]u)x$/, "") : word))
    .join(" ");
}
