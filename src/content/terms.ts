// The terms of a taxonomy, known or not: what a written tag means, and all the ways of naming the terms that settings list.
// No written name is looked up in an object, so that a tag may be called `constructor`.
import { descriptionIn, type Site } from "../site/site.ts";
import type { KnownTerm } from "../site/term-schema.ts";
import { commaParts, fold, oneLine, slugOf, spell, unquoted } from "./text.ts";
import { wordingIn } from "./wording.ts";

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

/** The terms that `tags.yaml` or `site.yaml` lists. */
export interface KnownTerms {
  /** By slug. */
  terms: ReadonlyMap<string, KnownTerm>;
  /** True if the site has a list at all: only then is a tag outside it reported. */
  listed: boolean;
  closed: boolean;
}

interface Wording {
  label?: string | undefined;
  description?: string | undefined;
}

/** Every way of writing a known term: slug, label, aliases, labels in other languages. */
export function namesOf(slug: string, term: KnownTerm): string[] {
  return [
    slug,
    term.label ?? slug,
    ...term.aliases,
    ...wordings(term).flatMap(([, wording]) => wording.label ?? []),
  ];
}

/** Meaning of every such name → slug; the first term that has a name keeps it. */
export function slugsByMeaning(terms: KnownTerms["terms"]): Map<string, string> {
  const slugs = new Map<string, string>();
  for (const [slug, term] of terms)
    for (const name of namesOf(slug, term)) {
      const key = meaning(name);
      if (!slugs.has(key)) slugs.set(key, slug);
    }
  return slugs;
}

/** What is said of a known term to readers of a language: its label there, or else that of the site's own language. */
export function wordingOf(
  slug: string,
  term: KnownTerm,
  lang: string,
  site: Pick<Site, "lang">,
): Wording & { label: string } {
  const own = wordingIn(wordings(term), lang);
  return {
    label: own?.label ?? term.label ?? slug,
    description: descriptionIn(site, lang, { own: own?.description, written: term.description }),
  };
}

function wordings(term: KnownTerm): [lang: string, wording: Wording][] {
  return Object.entries(term).flatMap(([key, value]) =>
    typeof value === "object" && !Array.isArray(value) ? [[key, value]] : [],
  );
}
