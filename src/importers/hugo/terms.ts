// The addresses of terms, which `permalinks` of a Hugo configuration may set: `tags: /tag/:slug/`, as in HugoBlox.
// https://gohugo.io/configuration/permalinks/
import { fileSlug, titleSlug } from "./addresses.ts";
import { peopleTaxonomy, type HugoConfig } from "./config.ts";
import type { OldSite } from "../model.ts";
import { map, text } from "../values.ts";

/** A pattern that ends with the term; Carnet has no other. */
const PATTERN = /^\/?(.+?)\/:(?:slug|title|slugorcontentbasename|slugorfilename)\/?$/;

/** The folder of the terms, without slashes at its ends. */
export function termFolder(taxonomy: string, config: HugoConfig): string {
  return ownFolder(taxonomy, config) ?? fileSlug(taxonomy, config);
}

/** The last part of the old address of a term: with a pattern, it comes from the title that its `_index.md` gives. */
export function termSlug(
  taxonomy: string,
  term: string,
  config: HugoConfig,
  { people, tags }: Pick<OldSite, "people" | "tags">,
): string {
  if (ownFolder(taxonomy, config) === undefined) return fileSlug(term, config);
  const own = taxonomy === peopleTaxonomy(config) ? map(people[term])["name"] : map(tags[term])["label"];
  return titleSlug(
    text(taxonomy === "tags" || taxonomy === peopleTaxonomy(config) ? own : undefined) ?? term,
    config,
  );
}

function ownFolder(taxonomy: string, { permalinks, termPermalinks }: HugoConfig): string | undefined {
  const folder = PATTERN.exec(text(termPermalinks[taxonomy]) ?? text(permalinks[taxonomy]) ?? "")?.[1];
  return folder?.includes(":") === true ? undefined : folder;
}
