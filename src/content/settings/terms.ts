// `tags.yaml` → the terms that it lists; and what is checked of the terms of every taxonomy, those of `site.yaml` included.
import type { Problem } from "../../problems.ts";
import type { SiteSettings } from "../../site/schema.ts";
import { termOf, termsOf, type KnownTerm } from "../../site/term-schema.ts";
import type { KnownTerms } from "../known-terms.ts";
import { tagsSchema } from "../schema.ts";
import type { KeyPath } from "../yaml/locate.ts";
import { valueAt } from "../zod-problems.ts";
import { placesIn, sieve, type Loaded } from "./file.ts";
import { checkTermLanguages } from "./language-keys.ts";
import { checkPlainWords, descriptionsOf } from "./plain-words.ts";
import { checkTermNames } from "./shared-names.ts";

export function readTags(loaded: Loaded, problems: Problem[]): KnownTerms {
  const { closed = false, ...rest } =
    sieve(tagsSchema, loaded, problems, {
      examples: ({ length, 0: key }) =>
        length !== 1 ? undefined : key === "closed" ? "true" : "{ label: Design, aliases: [conception] }",
      toldElsewhere: ({ length }) => length === 1,
    }) ?? {};
  const terms = new Map<string, KnownTerm>();
  for (const [slug, term] of Object.entries(rest)) {
    if (typeof term !== "boolean") terms.set(slug, termOf(term));
  }
  checkTerms(terms, [], loaded, problems);
  return { terms, listed: true, closed };
}

/** The terms of the taxonomies of `site.yaml`. */
export function checkTaxonomies({ taxonomies }: SiteSettings, loaded: Loaded, problems: Problem[]): void {
  for (const [name, { terms }] of Object.entries(taxonomies))
    checkTerms(termsOf(terms), ["taxonomies", name, "terms"], loaded, problems);
}

/** `path` leads to the map of terms. */
function checkTerms(
  terms: ReadonlyMap<string, KnownTerm>,
  path: KeyPath,
  loaded: Loaded,
  problems: Problem[],
): void {
  const place = placesIn(loaded);
  checkTermNames(terms, path, place, problems);
  checkPlainWords(descriptionsOf(terms, path), loaded, problems);
  checkTermLanguages(valueAt(loaded.data, path), path, place, problems);
}
