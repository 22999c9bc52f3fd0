// `tags.yaml` → the terms that it lists; and what is checked of the terms of every taxonomy, those of `site.yaml` included.
import type { SiteSettings } from "../../site/schema.ts";
import { termOf, termsOf, type KnownTerm } from "../../site/term-schema.ts";
import type { KnownTerms } from "../known-terms.ts";
import { tagsSchema } from "../schema.ts";
import type { KeyPath } from "../yaml/locate.ts";
import { valueAt } from "../zod-problems.ts";
import { sieve } from "./file.ts";
import { checkTermLanguages } from "./language-keys.ts";
import { checkPlainWords, descriptionsOf } from "./plain-words.ts";
import type { SettingsFile } from "./settings-file.ts";
import { checkTermNames } from "./shared-names.ts";

export function readTags(loaded: SettingsFile): KnownTerms {
  const { closed = false, ...rest } =
    sieve(tagsSchema, loaded, {
      examples: ({ length, 0: key }) =>
        length !== 1 ? undefined : key === "closed" ? "true" : "{ label: Design, aliases: [conception] }",
      toldElsewhere: ({ length }) => length === 1,
    }) ?? {};
  const terms = new Map<string, KnownTerm>();
  for (const [slug, term] of Object.entries(rest)) {
    if (typeof term !== "boolean") terms.set(slug, termOf(term));
  }
  checkTerms(terms, [], loaded);
  return { terms, listed: true, closed };
}

/** The terms of the taxonomies of `site.yaml`. */
export function checkTaxonomies({ taxonomies }: SiteSettings, loaded: SettingsFile): void {
  for (const [name, { terms }] of Object.entries(taxonomies))
    checkTerms(termsOf(terms), ["taxonomies", name, "terms"], loaded);
}

/** `path` leads to the map of terms. */
function checkTerms(terms: ReadonlyMap<string, KnownTerm>, path: KeyPath, loaded: SettingsFile): void {
  checkTermNames(terms, path, loaded);
  checkPlainWords(descriptionsOf(terms, path), loaded);
  checkTermLanguages(valueAt(loaded.data, path), path, loaded);
}
