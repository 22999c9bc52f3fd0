// The feeds of the whole site in a language, as pages link to them, and the feeds that a site without `url` lacks.
import { siteTitle, type Site } from "../site/site.ts";
import { addressOf, besideAddress } from "./addresses.ts";
import type { Page } from "./types.ts";
import type { FeedLink } from "./views.ts";

/** Atom and JSON Feed of a language. None if the site has no `url`: entries need absolute ids. */
export function siteFeeds(site: Site, lang: string): FeedLink[] {
  if (site.origin === "") return [];
  const title = siteTitle(site, lang);
  return [
    { url: addressOf(site, "feed", lang), title, type: "application/atom+xml" },
    { url: addressOf(site, "jsonFeed", lang), title, type: "application/feed+json" },
  ];
}

/** Addresses of the feeds, and of the page that lists them, that a site will have once it has a `url`. */
export function feedsToCome(
  site: Site,
  pages: readonly (Pick<Page, "kind" | "url"> & Partial<Pick<Page, "lang">>)[],
): Set<string> {
  if (site.origin !== "") return new Set();
  return new Set(
    pages.flatMap(({ kind, lang = site.lang, url }) => {
      if (kind === "home")
        return (["feed", "jsonFeed", "feeds"] as const).map((name) => addressOf(site, name, lang));
      if (kind === "tag") return [besideAddress(url, "feed.xml"), besideAddress(url, "feed.json")];
      return kind === "person" ? [besideAddress(url, "feed.xml")] : [];
    }),
  );
}
