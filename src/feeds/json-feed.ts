// Posts → a JSON Feed 1.1 with whole texts (https://www.jsonfeed.org/version/1.1/).
// The format has no field for a licence: `_license` is an extension, whose name must only begin with `_`.
import { ICONS } from "../site/icons.ts";
import { absoluteUrl } from "../site/site.ts";
import { feedFacts, type FeedEntry, type FeedInput } from "./entries.ts";
import { legalText } from "./xml.ts";

/** The whole text of the feed's file. */
export function jsonFeed(input: FeedInput): string {
  const { site, description } = input;
  const { url, home, publisher, license, entries } = feedFacts(input);
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: input.title,
    home_page_url: home,
    feed_url: url,
    ...(description !== "" && { description }),
    icon: absoluteUrl(site, ICONS.large),
    favicon: absoluteUrl(site, ICONS.small),
    language: input.lang,
    // An archived site's feed says that it will never change again, so that readers need not poll it.
    ...(site.archived !== undefined && { expired: true }),
    authors: [{ name: publisher, url: home }],
    _license: license,
    items: entries.map(jsonItem),
  };
  const legal = (_: string, value: unknown): unknown =>
    typeof value === "string" ? legalText(value) : value;
  return `${JSON.stringify(feed, legal, 2)}\n`;
}

/** What is undefined is not written. */
function jsonItem({ authors, categories, summary, ...entry }: FeedEntry): Record<string, unknown> {
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    ...(summary !== "" && { summary }),
    content_html: entry.html,
    image: entry.image,
    date_published: entry.published,
    date_modified: entry.updated,
    ...(authors.length > 0 && { authors }),
    ...(categories.length > 0 && { tags: categories.map(({ label }) => label) }),
    language: entry.lang,
    _license: entry.license,
  };
}
