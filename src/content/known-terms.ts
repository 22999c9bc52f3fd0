// The terms of a taxonomy that `tags.yaml` or `site.yaml` lists, and all the ways of naming them.
import { descriptionIn, type Site } from "../site/site.ts";
import type { KnownTerm } from "../site/term-schema.ts";
import { meaning } from "./tag-values.ts";
import { wordingIn } from "./wording.ts";

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
