// Files that are not HTML pages: feeds, sitemap, robots.txt, and the hosts' `_redirects` and `_headers`.
import type { Content, Post } from "../content/types.ts";
import { atomFeed } from "../feeds/atom.ts";
import { feedContent } from "../feeds/content.ts";
import { jsonFeed } from "../feeds/json-feed.ts";
import { robotsTxt } from "../feeds/robots.ts";
import { sitemapXml, type SitemapEntry } from "../feeds/sitemap.ts";
import type { FeedInput } from "../feeds/types.ts";
import { absoluteUrl } from "../site.ts";
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
  { rendered, cover, assets }: PlanInputs,
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
  const texts: FeedTexts = {
    html: remembered((post) =>
      feedContent(rendered(post).html, { origin: site.origin, url: absoluteUrl(site, post.url) }),
    ),
    // The picture that the page shows; one of another host is named to feed readers as it is to sharing sites.
    image: (post) => (post.image?.remote === true ? post.image.src : cover(post)?.src),
  };
  return [
    ...documents,
    file("sitemap", "/sitemap.xml", () => sitemapXml(site, sitemapEntries(pages))),
    ...shelves.flatMap((shelf) =>
      shelfFeeds(shelf, texts).flatMap((input) => [
        file("feed", input.url, () => atomFeed(input), shelf.lang),
        file("feed", input.jsonUrl, () => jsonFeed({ ...input, url: input.jsonUrl }), shelf.lang),
      ]),
    ),
  ];
}

/** Posts whose HTML for feeds is kept at a time. */
const REMEMBERED = 500;

/** Latest posts stand in the feeds of all their tags, in two formats: each is made once, and few are kept. */
function remembered(make: (post: Post) => string): (post: Post) => string {
  const known = new Map<Post, string>();
  return (post) => {
    const html = known.get(post) ?? make(post);
    if (known.size >= REMEMBERED) known.clear();
    known.set(post, html);
    return html;
  };
}

type FeedTexts = Pick<FeedInput, "html" | "image">;

/** The feed of the whole language, then one a tag. */
function shelfFeeds(shelf: Shelf, texts: FeedTexts): (FeedInput & { jsonUrl: string })[] {
  const { site, lang, posts } = shelf;
  const own = site.translations[lang];
  const title = own?.title ?? site.title;
  const common = { site, lang, ...texts };
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
