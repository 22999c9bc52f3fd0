// The feeds of the whole site in a language, as pages announce them.
import type { Site } from "../site.ts";
import { addressOf } from "./addresses.ts";
import type { FeedLink } from "./types.ts";

/** Atom and JSON Feed of a language. None where the site has no `url`: entries need absolute ids. */
export function siteFeeds(site: Site, lang: string): FeedLink[] {
  if (site.origin === "") return [];
  const title = site.translations[lang]?.title ?? site.title;
  return [
    { url: addressOf(site, "feed", lang), title, type: "application/atom+xml" },
    { url: addressOf(site, "jsonFeed", lang), title, type: "application/feed+json" },
  ];
}
