// Files that are not HTML pages: feeds, sitemap, robots.txt, and the hosts' `_redirects`, `_headers`, `_nginx.conf`.
import { adminConfig } from "../admin/config.ts";
import { CONFIG } from "../admin/form/names.ts";
import { ADMIN, adminPage } from "../admin/page.ts";
import { longDate } from "../content/days.ts";
import type { Content, Post } from "../content/types.ts";
import { atomFeed } from "../feeds/atom.ts";
import { feedContent } from "../feeds/content.ts";
import { jsonFeed } from "../feeds/json-feed.ts";
import { robotsTxt } from "../feeds/robots.ts";
import { sitemapFiles, type SitemapEntry } from "../feeds/sitemap.ts";
import { FEED_LENGTH, type FeedInput } from "../feeds/types.ts";
import { escapeHtml } from "../html.ts";
import type { Rendered } from "../markdown/types.ts";
import { absoluteUrl, type Site } from "../site.ts";
import { ui } from "../strings/ui.ts";
import { addressOf, besideAddress, wordsLang } from "./addresses.ts";
import type { Draft } from "./draft.ts";
import { peopleOf, termsOf } from "./groups.ts";
import { siteFeeds } from "./feed-links.ts";
import { headersFile, type Served } from "./headers.ts";
import { MANIFEST } from "./icons.ts";
import { manifestFile } from "./manifest.ts";
import { nginxFile } from "./nginx.ts";
import { frameHostsOf } from "./policy.ts";
import { redirectsFile } from "./redirects.ts";
import type { Shelf } from "./lists.ts";
import { isListed, sitemapEntry } from "./sitemap-entries.ts";
import type { Page, PageKind, PlanInputs, ShownCover } from "./types.ts";

export function documentPages(
  content: Content,
  shelves: readonly Shelf[],
  pages: readonly Page[],
  { rendered, cover, assets, preview }: PlanInputs,
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
  const served = (): Served => ({
    frameHosts: frameHostsOf(content, rendered),
    searchUrls: pages.filter(({ kind }) => kind === "search").map(({ url }) => url),
    feedUrls: shelves.flatMap(({ lang }) => siteFeeds(site, lang).map(({ url }) => url)),
    preview,
  });
  const documents = [
    file("robots", "/robots.txt", () => robotsTxt(site)),
    file("manifest", MANIFEST, () => manifestFile(site)),
    file("redirects", "/_redirects", () => redirectsFile(content)),
    file("headers", "/_headers", () => headersFile(site, served())),
    file("nginx", "/_nginx.conf", () => nginxFile(content, served())),
    ...assets.map(({ url, text }) => file("asset", url, () => text)),
    ...(site.admin
      ? [
          file("admin", ADMIN, () => adminPage(site)),
          file("admin", ADMIN + CONFIG, () => adminConfig(content)),
        ]
      : []),
  ];
  if (site.origin === "") return documents;
  const texts: FeedTexts = {
    html: remembered(
      rendered,
      (post, text) =>
        coverHtml(cover(post), text.cover, site) +
        correctionsHtml(post, site) +
        feedContent(text.html, { origin: site.origin, url: absoluteUrl(site, post.url) }),
    ),
    // The picture that the page shows; one of another host is named to feed readers as it is to sharing sites.
    image: (post) => (post.image?.remote === true ? post.image.src : cover(post)?.src),
  };
  const listed = pages.filter(isListed);
  let known: SitemapEntry[] | undefined;
  const entries = (): SitemapEntry[] =>
    (known ??= listed.map((page) => sitemapEntry(page, site, { rendered, cover })));
  return [
    ...documents,
    ...sitemapFiles(site, { count: listed.length, entries }).map(({ url, text }) => ({
      ...file("sitemap", url, text),
      madeOf: () => [url, entries().map(({ pictures, ...entry }) => [entry, pictures?.()])],
    })),
    ...shelves.flatMap((shelf) =>
      shelfFeeds(shelf, texts).flatMap((input) => {
        const { jsonUrl } = input;
        const values = { ...input, site: undefined, posts: input.posts.slice(0, FEED_LENGTH) };
        const feed = (url: string, text: () => string): Draft => ({
          ...file("feed", url, text, shelf.lang),
          madeOf: () => ({ ...values, file: url }),
        });
        return [
          feed(input.url, () => atomFeed(input)),
          ...(jsonUrl === undefined ? [] : [feed(jsonUrl, () => jsonFeed({ ...input, url: jsonUrl }))]),
        ];
      }),
    ),
  ];
}

/** Posts whose HTML for feeds is kept at a time. */
const REMEMBERED = 500;

/** Latest posts stand in the feeds of all their tags, in two formats: each is made once, and few are kept. */
function remembered(
  rendered: PlanInputs["rendered"],
  make: (post: Post, text: Rendered) => string,
): (post: Post) => string {
  // By its text: a post that is saved while one looks at the site has another.
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

/** The picture above the text, as on the page; a first picture that the text gave up for it is nowhere else. */
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

/** Errata come before the text, as on the page: readers of feeds may never see that one. */
function correctionsHtml({ corrections, lang }: Post, site: Site): string {
  const words = ui(lang, site.lang);
  return corrections
    .map(({ day, text }) => {
      const date = day === undefined ? "" : ` (${longDate(day, wordsLang(site, lang))})`;
      return `<p><strong>${words.corrections(1)}${date}</strong> – ${escapeHtml(text)}</p>\n`;
    })
    .join("");
}

/** The feed of the whole language, one a tag, then one a person. */
function shelfFeeds(shelf: Shelf, texts: FeedTexts): (FeedInput & { jsonUrl?: string })[] {
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
  const byPerson = peopleOf(shelf).map(({ of: person, posts: signed, url }) => ({
    ...common,
    title: `${title} – ${person.name}`,
    description: person.description ?? "",
    posts: signed,
    url: besideAddress(url, "feed.xml"),
    home: url,
  }));
  return [whole, ...byTerm, ...byPerson];
}
