// The feeds of a site, for each language, term and person, with posts in a form that reads well away from their pages.
import { dayAndHour, longDate } from "../content/days.ts";
import type { Post } from "../content/types.ts";
import { atomFeed } from "../feeds/atom.ts";
import { feedContent } from "../feeds/content.ts";
import { jsonFeed } from "../feeds/json-feed.ts";
import { FEED_LENGTH, type FeedInput } from "../feeds/types.ts";
import { escapeHtml } from "../html.ts";
import type { Rendered } from "../markdown/types.ts";
import { absoluteUrl, siteWords, wordsLang, type Site } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { addressOf } from "./addresses.ts";
import { fileDraft, type Draft } from "./draft.ts";
import { wholeFeeds, type Feeds } from "./feed-links.ts";
import { peopleOf, termsOf } from "./groups.ts";
import { ICONS } from "./icons.ts";
import type { Shelf } from "./lists.ts";
import type { PlanInputs } from "./types.ts";
import type { ShownCover } from "./views.ts";

/** Only for a site that has an address: a feed reader knows no other site from which to complete addresses. */
export function feedDocuments(
  site: Site,
  shelves: readonly Shelf[],
  { rendered, cover }: Pick<PlanInputs, "rendered" | "cover">,
): Draft[] {
  const texts: FeedTexts = {
    html: remembered(
      rendered,
      (post, text) =>
        deadlineHtml(post, site) +
        coverHtml(cover(post), text.cover, site) +
        correctionsHtml(post, site) +
        feedContent(text.html, { origin: site.origin, url: absoluteUrl(site, post.url) }),
    ),
    // The picture that the page shows. One on another host is given to feed readers as it is to sharing sites.
    image: (post) => (post.image?.remote === true ? post.image.src : cover(post)?.src),
  };
  return shelves.flatMap((shelf) => shelfFeeds(shelf, texts).flatMap((input) => filesOf(input, shelf.lang)));
}

/** A feed in each of its formats. */
function filesOf({ jsonUrl, ...input }: ShelfFeed, lang: string): Draft[] {
  const values = { ...input, jsonUrl, site: undefined, posts: input.posts.slice(0, FEED_LENGTH) };
  const feed = (url: string, text: () => string): Draft => ({
    ...fileDraft("feed", url, text, lang),
    madeOf: () => ({ ...values, file: url }),
  });
  return [
    feed(input.url, () => atomFeed(input)),
    ...(jsonUrl === undefined ? [] : [feed(jsonUrl, () => jsonFeed({ ...input, url: jsonUrl }))]),
  ];
}

/** Number of posts whose HTML for feeds is kept. */
const REMEMBERED = 500;

/**
 * The latest posts are in the feeds of all their tags, in two formats: the HTML of each is made once, and only some are kept.
 */
function remembered(
  rendered: PlanInputs["rendered"],
  make: (post: Post, text: Rendered) => string,
): (post: Post) => string {
  // Keyed by rendered text: a post that is saved while the site is served has a new one.
  const known = new Map<Rendered, string>();
  return (post) => {
    const text = rendered(post);
    const html = known.get(text) ?? make(post, text);
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, html);
    return html;
  };
}

type FeedTexts = Pick<FeedInput, "html" | "image">;
type ShelfFeed = FeedInput & { jsonUrl?: string };

/** The same before and after the deadline: what feed readers have stored must not change by itself. */
function deadlineHtml({ deadline, lang }: Post, site: Site): string {
  if (deadline === undefined) return "";
  const until = dayAndHour(deadline.day, deadline.hour, wordsLang(site, lang));
  return `<p><strong>${ui(lang, site.lang).openUntil} ${until}</strong></p>\n`;
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

/** The feed of the whole language, then one per term, then one per person. */
function shelfFeeds(shelf: Shelf, texts: FeedTexts): ShelfFeed[] {
  const { site, lang, posts } = shelf;
  const { title, description } = siteWords(site, lang);
  const common = { site, lang, icons: ICONS, ...texts };
  const whole = { title, description, posts, home: addressOf(site, "home", lang) };
  const lists = [
    ...["tags", ...Object.keys(site.taxonomies)].flatMap((taxonomy) => termsOf(shelf, taxonomy)),
    ...peopleOf(shelf),
  ];
  const ofList = (list: (typeof lists)[number]): ShelfFeed => ({
    ...common,
    title: `${title} – ${list.label}`,
    description: list.of.description ?? "",
    posts: list.posts,
    home: list.url,
    ...addressesOf(list.feeds),
  });
  return [{ ...common, ...whole, ...addressesOf(wholeFeeds(site, lang)) }, ...lists.map(ofList)];
}

function addressesOf({ atom, json }: Feeds): Pick<ShelfFeed, "url" | "jsonUrl"> {
  return { url: atom, ...(json !== undefined && { jsonUrl: json }) };
}
