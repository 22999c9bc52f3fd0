// Files that are not HTML pages: feeds, sitemap, robots.txt, and the hosts' `_redirects` and `_headers`.
import type { Content, Post } from "../content/types.ts";
import { atomFeed } from "../feeds/atom.ts";
import { jsonFeed } from "../feeds/json-feed.ts";
import { robotsTxt } from "../feeds/robots.ts";
import { sitemapXml, type SitemapEntry } from "../feeds/sitemap.ts";
import type { FeedInput } from "../feeds/types.ts";
import { addressOf, besideAddress } from "./addresses.ts";
import type { Draft } from "./draft.ts";
import { termsOf } from "./groups.ts";
import { headersFile } from "./headers.ts";
import { redirectsFile } from "./redirects.ts";
import type { Shelf } from "./lists.ts";
import type { Page, PageKind, PlanInputs } from "./types.ts";

export function documentPages(
  content: Content,
  shelves: readonly Shelf[],
  pages: readonly Page[],
  { rendered, assets }: PlanInputs,
): Draft[] {
  const { site } = content;
  const file = (kind: PageKind, url: string, text: () => string, lang = site.lang): Draft => ({
    kind,
    key: url,
    url,
    lang,
    layout: null,
    title: url,
    description: "",
    data: {},
    trail: [],
    text,
  });
  const frameHosts = (): string[] =>
    [...new Set([...content.posts, ...content.pages].flatMap((entry) => rendered(entry).frameHosts))].sort();
  const documents = [
    file("robots", "/robots.txt", () => robotsTxt(site)),
    file("redirects", "/_redirects", () => redirectsFile(content)),
    file("headers", "/_headers", () => headersFile(site, frameHosts())),
    ...assets.map(({ url, text }) => file("asset", url, () => text)),
  ];
  if (site.origin === "") return documents;
  const html = (post: Post): string => rendered(post).html;
  return [
    ...documents,
    file("sitemap", "/sitemap.xml", () => sitemapXml(site, sitemapEntries(pages))),
    ...shelves.flatMap((shelf) =>
      shelfFeeds(shelf, html).flatMap((input) => [
        file("feed", input.url, () => atomFeed(input), shelf.lang),
        file("feed", input.jsonUrl, () => jsonFeed({ ...input, url: input.jsonUrl }), shelf.lang),
      ]),
    ),
  ];
}

/** The feed of the whole language, then one a tag. */
function shelfFeeds(shelf: Shelf, html: (post: Post) => string): (FeedInput & { jsonUrl: string })[] {
  const { site, lang, posts } = shelf;
  const own = site.translations[lang];
  const title = own?.title ?? site.title;
  const common = { site, lang, html };
  const whole = {
    ...common,
    title,
    description: own?.description ?? site.description,
    posts,
    url: addressOf(site, "feed", lang),
    jsonUrl: addressOf(site, "jsonFeed", lang),
    home: addressOf(site, "home", lang),
  };
  const byTerm = ["tags", ...Object.keys(site.taxonomies)]
    .flatMap((taxonomy) => termsOf(shelf, taxonomy))
    .map(({ of: term, posts: tagged }) => ({
      ...common,
      title: `${title} – ${term.label}`,
      description: term.description ?? "",
      posts: tagged,
      url: besideAddress(term.url, "feed.xml"),
      jsonUrl: besideAddress(term.url, "feed.json"),
      home: term.url,
    }));
  return [whole, ...byTerm];
}

function sitemapEntries(pages: readonly Page[]): SitemapEntry[] {
  return pages
    .filter((page) => page.kind !== "redirect" && !page.data.noindex)
    .map((page) => {
      const entry = page.entry;
      const day = entry?.kind === "post" ? (entry.updated ?? entry.day) : entry?.updated;
      return {
        url: page.data.canonical,
        ...(day !== undefined && { lastmod: day }),
        alternates: page.data.alternates.filter((a) => a.translated).map(({ lang, url }) => ({ lang, url })),
      };
    });
}
