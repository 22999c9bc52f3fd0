// The feeds of a site: their addresses, the links to them, and those that a site without `url` lacks.
import { siteTitle, type Site } from "../site/site.ts";
import { addressOf, besideAddress } from "./addresses.ts";
import type { Group } from "./groups.ts";
import type { Shelf } from "./lists.ts";
import type { Page } from "./types.ts";
import type { FeedLink } from "./views.ts";

/** Addresses of the feeds of a list, by format. */
export interface Feeds {
  atom: string;
  json?: string;
}

/** All posts of a language. */
export function wholeFeeds(site: Site, lang: string): Required<Feeds> {
  return { atom: addressOf(site, "feed", lang), json: addressOf(site, "jsonFeed", lang) };
}

/** Those of a term, beside its list. */
export function termFeeds(list: string): Required<Feeds> {
  return { atom: besideAddress(list, "feed.xml"), json: besideAddress(list, "feed.json") };
}

/** That of a person, beside the list of their posts. */
export function personFeeds(list: string): Feeds {
  return { atom: besideAddress(list, "feed.xml") };
}

/** The feeds of a language, as pages link to them. */
export function siteFeeds(site: Site, lang: string): FeedLink[] {
  return linksTo(wholeFeeds(site, lang), siteTitle(site, lang), site);
}

/** Links to the feeds of a page that lists posts. */
export function listFeeds({ site, lang }: Shelf, { label, feeds }: Group<unknown>): FeedLink[] {
  return linksTo(feeds, `${siteTitle(site, lang)} – ${label}`, site);
}

/** None if the site has no `url`: entries need absolute ids. */
function linksTo({ atom, json }: Feeds, title: string, { origin }: Site): FeedLink[] {
  if (origin === "") return [];
  return [
    { url: atom, title, type: "application/atom+xml" },
    ...(json === undefined ? [] : [{ url: json, title, type: "application/feed+json" }]),
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
      if (kind === "tag") return Object.values(termFeeds(url));
      return kind === "person" ? personFeeds(url).atom : [];
    }),
  );
}
