// Settings → the terms that they declare, for tags and for the site's own taxonomies, whether or not a post uses them.
// Declared terms get their slugs before terms that only posts use, so the addresses of their lists are known before any text is
// read.
import type { Site } from "../site/site.ts";
import type { Settings } from "./settings/settings.ts";
import { taxonomiesOf } from "./taxonomies.ts";
import type { Term } from "./types.ts";

/** Returns a function that lists the terms in a language: tags first, and each taxonomy in the order of its file. */
export function declaredTerms(settings: Settings, site: Site): (lang: string) => readonly Term[] {
  const taxonomies = taxonomiesOf(settings, site);
  return (lang) =>
    taxonomies.flatMap(({ known, term }) => [...known.terms.keys()].map((key) => term(key, lang)));
}
