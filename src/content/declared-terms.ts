// Settings → the terms that they declare, of tags and of the site's own taxonomies, whether a post uses them yet or not.
// Their slugs are theirs before those of any post's, so that no text has to be read to know where their lists will stand.
import type { Site } from "../site.ts";
import type { Settings } from "./settings/settings.ts";
import { taxonomiesOf } from "./taxonomies.ts";
import type { Term } from "./types.ts";

/** What is returned gives them in the words of a language, tags first, each taxonomy in the order of its file. */
export function declaredTerms(settings: Settings, site: Site): (lang: string) => readonly Term[] {
  const taxonomies = taxonomiesOf(settings, site);
  return (lang) =>
    taxonomies.flatMap(({ known, term }) => [...known.terms.keys()].map((key) => term(key, lang)));
}
