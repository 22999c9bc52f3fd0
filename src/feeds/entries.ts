// Posts → what every feed format says about them, so that Atom and JSON Feed never disagree.
// Everything comes from the posts: a feed that read the clock would differ from one build to the next.
import { changedOn } from "../content/collections.ts";
import { rfc3339, startOfDay } from "../content/dates.ts";
import { readFileName } from "../content/file-names.ts";
import { fillPattern } from "../content/permalinks.ts";
import type { Post } from "../content/types.ts";
import { readLicense, type License } from "../licenses.ts";
import { hasScheme, isSitePath } from "../urls.ts";
import { absoluteUrl, isOff, langPrefix, wordsLang, type Site } from "../site/site.ts";

/** What a feed is made from. Only a site with a `url` has feeds: their ids and addresses must be absolute. */
export interface FeedInput {
  site: Site;
  lang: string;
  title: string;
  description: string;
  /** Site paths of the feed itself, and of the page that it mirrors. */
  url: string;
  home: string;
  /** Latest first. */
  posts: readonly Post[];
  /** Site path or absolute address of a post's picture; undefined if it has none that can be shown. */
  image: (post: Post) => string | undefined;
  /** A post's HTML for feeds, which `feedContent` makes from that of the page. */
  html: (post: Post) => string;
}

/** Number of posts in a feed. */
export const FEED_LENGTH = 20;

export interface FeedEntry {
  /** Never changes when a text is corrected: a reader who has seen the entry must not see it as new. */
  id: string;
  /** Canonical address. */
  url: string;
  title: string;
  summary: string;
  html: string;
  lang: string;
  /** RFC 3339, in the site's zone. */
  published: string;
  updated: string;
  authors: { name: string; url?: string }[];
  categories: { slug: string; label: string }[];
  /** Absolute address of the cover. */
  image: string | undefined;
  /** The entry's own; without one, the feed's applies. */
  license: License | undefined;
}

export interface FeedFacts {
  /** Absolute address of the feed, also its id. */
  url: string;
  home: string;
  /** Latest change among the entries; the epoch for an empty feed. */
  updated: string;
  /** The publisher, also the author of entries that nobody signs. */
  publisher: string;
  license: License | undefined;
  entries: FeedEntry[];
}

export function feedFacts(input: FeedInput): FeedFacts {
  const { site } = input;
  const posts = input.posts.slice(0, FEED_LENGTH);
  const latest = Math.max(...posts.map((post) => lastChange(post, site.timeZone).getTime()));
  return {
    url: absoluteUrl(site, input.url),
    home: absoluteUrl(site, input.home),
    updated: posts.length > 0 ? rfc3339(new Date(latest), site.timeZone) : "1970-01-01T00:00:00Z",
    publisher: site.publisher ?? site.title,
    license: licenseOf(site, site, input.lang),
    entries: posts.map((post) => feedEntry(post, input)),
  };
}

function feedEntry(post: Post, { site, html, image: imageOf }: FeedInput): FeedEntry {
  const url = absoluteUrl(site, post.url);
  const image = imageOf(post);
  return {
    id: entryId(post, site),
    url,
    title: post.title,
    summary: post.description,
    html: html(post),
    lang: post.lang,
    published: rfc3339(post.date, site.timeZone),
    updated: rfc3339(lastChange(post, site.timeZone), site.timeZone),
    authors: post.authors.map(({ name, url: page }) => ({
      name,
      ...(!isOff(site, "person") && { url: absoluteUrl(site, page) }),
    })),
    categories: Object.values(post.terms).flat(),
    image:
      image === undefined || !isSitePath(image)
        ? image && resolveAddress(image, { origin: site.origin, url })
        : absoluteUrl(site, image),
    license: licenseOf(post, site, post.lang),
  };
}

function licenseOf(
  { license }: { license?: string | undefined },
  site: Site,
  lang: string,
): License | undefined {
  return license === undefined ? undefined : readLicense(license, wordsLang(site, lang));
}

/** A change has only a day. On the day of publication, the hour of publication is later, and is used. */
export function lastChange(post: Post, zone: string): Date {
  const day = changedOn(post);
  const updated = day === undefined ? post.date : startOfDay(day, zone);
  return updated > post.date ? updated : post.date;
}

/** Ids that entries had before a move are kept, so that subscribers do not see old posts as new. */
export function entryId(post: Post, site: Site): string {
  const id = post.feedId ?? formerId(post, site) ?? post.url;
  return id.startsWith("/") ? absoluteUrl(site, id) : id;
}

type Named = Pick<Post, "url" | "slug" | "file" | "addressKey" | "lang" | "day">;

/** The id of a post according to `feeds.ids`: a site path or an absolute address; undefined for its current address. */
export function formerId(post: Named, site: Pick<Site, "feeds" | "lang">): string | undefined {
  const { ids } = site.feeds;
  if (ids === "address") return undefined;
  if (ids === "jekyll") return jekyllId(post);
  if (!/:(?:slug|title)\b/.test(ids)) return ids.replace(/\/+$/, "") + post.url;
  const [, origin = "", pattern = ""] = /^(https?:\/\/[^/]+)?(.*)$/.exec(ids) ?? [];
  // An address set by `permalink` was not made by the old pattern either.
  if (post.addressKey === "permalink") return origin + post.url;
  const filled = fillPattern(pattern, { day: post.day, slug: post.slug });
  return typeof filled === "string" ? origin + langPrefix(site, post.lang) + encodeURI(filled) : undefined;
}

/** As in jekyll-feed: `/blog/2021/04/01/titre.html` and `/blog/2021/04/01/titre/` → `/blog/2021/04/01/titre`. */
function jekyllId(post: Named): string {
  const folder = post.url.replace(/\/+$/, "").replace(/\/[^/]*$/, "");
  // Jekyll takes the slug from the file name unchanged: accents and capitals stay.
  const named = readFileName(post.file, new Set()).slug;
  return `${folder}/${encodeURI(post.addressKey === "slug" || named === "" ? post.slug : named)}`;
}

/** The page on which an address was written. */
export interface PageAddress {
  /** Scheme and host, no final slash. */
  origin: string;
  /** Absolute address of the page. */
  url: string;
}

/** The absolute form of an `href` or `src`; what cannot be resolved stays as it is. */
export function resolveAddress(address: string, page: PageAddress): string {
  const text = address.trim();
  if (text.startsWith("//")) return page.origin.slice(0, page.origin.indexOf(":") + 1) + text;
  if (text.startsWith("/")) return page.origin + text;
  if (text.startsWith("#")) return page.url + text;
  if (hasScheme(text)) return text;
  return URL.canParse(text, page.url) ? new URL(text, page.url).href : text;
}
