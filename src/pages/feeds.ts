// The feeds of a site: Atom and JSON Feed for each language, Atom for each term; their addresses and
// their texts, with posts in a form that reads well away from their pages.
import { longDate } from "../content/dates.ts";
import type { Post } from "../content/types.ts";
import { atomFeed } from "../feeds/atom.ts";
import { feedContent } from "../feeds/content.ts";
import { FEED_LENGTH, type FeedInput } from "../feeds/entries.ts";
import { jsonFeed } from "../feeds/json-feed.ts";
import { escapeHtml } from "../text.ts";
import type { Rendered } from "../markdown/types.ts";
import { absoluteUrl, siteTitle, siteWords, wordsLang, type Site } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { addressOf, termFeed } from "./addresses.ts";
import { taxonomiesOf, type Collection } from "./lists.ts";
import { namedIn } from "./named.ts";
import {
  fileDraft,
  type Draft,
  type FeedLink,
  type Page,
  type PlanInputs,
  type ShownCover,
} from "./types.ts";

const ATOM = "application/atom+xml";

/** The feeds of a language, as pages link to them. None if the site has no `url`: entries need absolute ids. */
export function siteFeeds(site: Site, lang: string): FeedLink[] {
  if (site.origin === "") return [];
  const title = siteTitle(site, lang);
  return [
    { url: addressOf(site, "feed", lang), title, type: ATOM },
    { url: addressOf(site, "jsonFeed", lang), title, type: "application/feed+json" },
  ];
}

/** Links to the feeds of the list of a term. */
export function listFeeds(
  { site, lang }: Collection,
  { label, url }: { label: string; url: string },
): FeedLink[] {
  if (site.origin === "") return [];
  return [{ url: termFeed(url), title: `${siteTitle(site, lang)} – ${label}`, type: ATOM }];
}

/** Addresses of the feeds that a site will have once it has a `url`. */
export function feedsToCome(site: Site, pages: readonly Pick<Page, "kind" | "url" | "lang">[]): string[] {
  if (site.origin !== "") return [];
  const names = ["feed", "jsonFeed"] as const;
  return pages.flatMap(({ kind, lang, url }) => {
    if (kind === "home") return names.map((name) => addressOf(site, name, lang));
    return kind === "tag" ? termFeed(url) : [];
  });
}

// The files

/** Only for a site that has an address: a feed reader knows no other site from which to complete addresses. */
export function feedDocuments(
  site: Site,
  collections: readonly Collection[],
  { rendered, cover }: Pick<PlanInputs, "rendered" | "cover">,
): Draft[] {
  // The latest posts are in the feeds of all their tags: the HTML of each is made once, and only some are kept. A post that is
  // saved while the site is served has a new text.
  const known = new Map<Rendered, string>();
  const html = (post: Post): string => {
    const text = rendered(post);
    const made =
      known.get(text) ??
      coverHtml(cover(post), text.cover, site) +
        correctionsHtml(post, site) +
        feedContent(text.html, { origin: site.origin, url: absoluteUrl(site, post.url) });
    if (known.size >= 500) known.clear();
    known.set(text, made);
    return made;
  };
  // The picture that the page shows. One on another host is given to feed readers as it is to sharing sites.
  const image = (post: Post): string | undefined =>
    post.image?.remote === true ? post.image.src : cover(post)?.src;
  return collections.flatMap((collection) => {
    const { lang, posts } = collection;
    const { title, description } = siteWords(site, lang);
    const file = (url: string, write: (input: FeedInput) => string, of: Partial<FeedInput> = {}): Draft => {
      const home = addressOf(site, "home", lang);
      const input = { site, lang, title, description, posts, home, url, html, image, ...of };
      const values = { ...input, site: undefined, posts: input.posts.slice(0, FEED_LENGTH) };
      return { ...fileDraft("feed", url, () => write(input), lang), madeOf: () => values };
    };
    return [
      file(addressOf(site, "feed", lang), atomFeed),
      file(addressOf(site, "jsonFeed", lang), jsonFeed),
      ...taxonomiesOf(site)
        .flatMap((taxonomy) => namedIn(collection, taxonomy))
        .filter(({ posts: own }) => own.length > 0)
        .map(({ label, term, entry, url: home, posts: own }) =>
          file(termFeed(home), atomFeed, {
            title: `${title} – ${label}`,
            description: entry?.description ?? term?.description ?? "",
            posts: own,
            home,
          }),
        ),
    ];
  });
}

/** The cover above the text, as on the page. A first picture that the text left out because of it is nowhere else. */
function coverHtml(cover: ShownCover | undefined, copy: Rendered["cover"], site: Site): string {
  if (!cover) return "";
  const { src, width, height, credit } = cover;
  if (copy?.kept === true) return credit === undefined ? "" : `<p>${escapeHtml(credit)}</p>\n`;
  const alt = cover.alt === "" ? (copy?.alt ?? "") : cover.alt;
  const size = width && height ? ` width="${String(width)}" height="${String(height)}"` : "";
  const caption = credit === undefined ? "" : `<figcaption>${escapeHtml(credit)}</figcaption>`;
  const picture = `<img src="${escapeHtml(absoluteUrl(site, src))}" alt="${escapeHtml(alt)}"${size}>`;
  return `<figure>${picture}${caption}</figure>\n`;
}

/** Corrections come before the text, as on the page, which readers of feeds may never see. */
function correctionsHtml({ corrections, lang }: Post, site: Site): string {
  const words = ui(lang, site.lang);
  return corrections
    .map(({ day, text }) => {
      const date = day === undefined ? "" : ` (${longDate(day, wordsLang(site, lang))})`;
      return `<p><strong>${words.corrections(1)}${date}</strong> – ${escapeHtml(text)}</p>\n`;
    })
    .join("");
}
