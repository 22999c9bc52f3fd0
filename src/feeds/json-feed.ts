// Posts → a JSON Feed 1.1 with whole texts (https://www.jsonfeed.org/version/1.1/).
// The format has no field for a licence: `_license` is an extension, whose name must only begin with `_`.
import { feedFacts, type FeedEntry } from "./entries.ts";
import type { FeedInput } from "./types.ts";
import { legalText } from "./xml.ts";

/** The whole text of the feed's file. The site must have a `url`. */
export function jsonFeed(input: FeedInput): string {
  const facts = feedFacts(input);
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: input.title,
    home_page_url: facts.home,
    feed_url: facts.url,
    ...(input.description !== "" && { description: input.description }),
    icon: facts.icons.large,
    favicon: facts.icons.small,
    language: input.lang,
    // An archived site's feed says that it will never change again, so that readers need not poll it.
    ...(input.site.archived !== undefined && { expired: true }),
    authors: [{ name: facts.publisher, url: facts.home }],
    ...(facts.license !== undefined && { _license: facts.license }),
    items: facts.entries.map(jsonItem),
  };
  const text = JSON.stringify(
    feed,
    (_, value: unknown) => (typeof value === "string" ? legalText(value) : value),
    2,
  );
  return `${text}\n`;
}

function jsonItem(entry: FeedEntry): Record<string, unknown> {
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    ...(entry.summary !== "" && { summary: entry.summary }),
    content_html: entry.html,
    ...(entry.image !== undefined && { image: entry.image }),
    date_published: entry.published,
    date_modified: entry.updated,
    ...(entry.authors.length > 0 && { authors: entry.authors }),
    ...(entry.categories.length > 0 && { tags: entry.categories.map(({ label }) => label) }),
    language: entry.lang,
    ...(entry.license !== undefined && { _license: entry.license }),
  };
}
