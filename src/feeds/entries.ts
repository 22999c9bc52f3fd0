// Posts → what every feed format says about them, so that Atom and JSON Feed never disagree.
import { changedOn } from "../content/collections.ts";
import { rfc3339, startOfDay } from "../content/dates.ts";
import type { Post } from "../content/types.ts";
import { readLicense, type License } from "../licenses.ts";
import { isSitePath } from "../urls.ts";
import { absoluteUrl, isOff, wordsLang, type Site } from "../site/site.ts";
import { resolveAddress } from "./address.ts";
import { formerId } from "./ids.ts";
import { FEED_LENGTH, type FeedInput } from "./types.ts";

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
  image?: string;
  /** The entry's own; without one, the feed's applies. */
  license?: License;
}

export interface FeedFacts {
  /** Absolute address of the feed, also its id. */
  url: string;
  home: string;
  icons: { small: string; large: string };
  /** Latest change among the entries; the epoch for an empty feed, since the clock is never read. */
  updated: string;
  /** The publisher, also the author of entries that nobody signs. */
  publisher: string;
  license?: License;
  entries: FeedEntry[];
}

const EPOCH = "1970-01-01T00:00:00Z";

export function feedFacts(input: FeedInput): FeedFacts {
  const { site } = input;
  const zone = site.timeZone;
  let latest: Date | undefined;
  const entries = input.posts.slice(0, FEED_LENGTH).map((post) => {
    const updated = lastChange(post, zone);
    if (!latest || updated > latest) latest = updated;
    return feedEntry(post, input, { published: rfc3339(post.date, zone), updated: rfc3339(updated, zone) });
  });
  return {
    url: absoluteUrl(site, input.url),
    home: absoluteUrl(site, input.home),
    icons: { small: absoluteUrl(site, input.icons.small), large: absoluteUrl(site, input.icons.large) },
    updated: latest ? rfc3339(latest, zone) : EPOCH,
    publisher: site.publisher ?? site.title,
    ...(site.license !== undefined && { license: readLicense(site.license, wordsLang(site, input.lang)) }),
    entries,
  };
}

/** A change has only a day. On the day of publication, the hour of publication is later, and is used. */
function lastChange(post: Post, zone: string): Date {
  const day = changedOn(post);
  const updated = day === undefined ? post.date : startOfDay(day, zone);
  return updated > post.date ? updated : post.date;
}

function feedEntry(post: Post, input: FeedInput, dates: { published: string; updated: string }): FeedEntry {
  const { site } = input;
  const url = absoluteUrl(site, post.url);
  const page = { origin: site.origin, url };
  const image = input.image(post);
  return {
    id: entryId(post, site, url),
    url,
    title: post.title,
    summary: post.description,
    html: input.html(post),
    lang: post.lang,
    ...dates,
    authors: post.authors.map(({ name, url: own }) => ({
      name,
      ...(!isOff(site, "person") && { url: absoluteUrl(site, own) }),
    })),
    categories: Object.values(post.terms)
      .flat()
      .map(({ slug, label }) => ({ slug, label })),
    ...(image !== undefined && {
      image: isSitePath(image) ? absoluteUrl(site, image) : resolveAddress(image, page),
    }),
    ...(post.license !== undefined && { license: readLicense(post.license, wordsLang(site, post.lang)) }),
  };
}

function entryId(post: Post, site: Site, url: string): string {
  const before = post.feedId ?? formerId(post, site);
  if (before === undefined) return url;
  return before.startsWith("/") ? absoluteUrl(site, before) : before;
}
