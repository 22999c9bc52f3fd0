// A taxonomy → its index, and the list of each of its terms: `tags`, or one that `site.yaml` declares.
import { taxonomyWords } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { taxonomyIndexAddress } from "./addresses.ts";
import { listFeeds } from "./feeds.ts";
import { indexedLists, taxonomyLabel, termsOf, type Collection, type List } from "./lists.ts";
import type { Draft } from "./types.ts";

/** No page for a taxonomy without terms, except `tags`. */
export function taxonomyPages(collection: Collection, taxonomy: string): Draft[] {
  const { site, lang } = collection;
  const words = ui(lang, site.lang);
  const lists = termsOf(collection, taxonomy).map(({ of: term, posts }): List => {
    const { label, slug, url, description } = term;
    return {
      kind: "tag",
      key: `term:${taxonomy}/${slug}`,
      url,
      layout: "tag",
      title: label,
      description: description ?? words.taggedWith(label),
      data: { term, taxonomy },
      feeds: listFeeds(collection, term),
      posts,
      subtitle: description,
    };
  });
  if (lists.length === 0 && taxonomy !== "tags") return [];
  const index = {
    kind: "tags",
    key: `taxonomy:${taxonomy}`,
    url: taxonomyIndexAddress(site, taxonomy, lang),
    layout: "tags",
    title: taxonomyLabel(site, taxonomy, lang),
    description: taxonomyWords(site, taxonomy, lang).description,
    data: { taxonomy },
  } as const;
  return indexedLists(collection, index, lists);
}
