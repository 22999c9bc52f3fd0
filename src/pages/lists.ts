// Pages that list posts: home and blog; also what the lists of terms and people share.
import type { Post } from "../content/types.ts";
import type { AddressName } from "../site/default-addresses.ts";
import { siteWords, type Site } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { addressOf, pagedAddress } from "./addresses.ts";
import { chunks, type Draft } from "./draft.ts";
import { ourDescription, ourLabel, ourTitle } from "./our-words.ts";
import { postsSummary, type Opening } from "./summaries.ts";
import type { PageKind } from "./types.ts";
import type { LinkView, Pager } from "./views.ts";

/** The posts of one language, latest first, with their site. */
export interface Shelf {
  site: Site;
  lang: string;
  posts: readonly Post[];
}

/** The first breadcrumb of every page. */
export function homeCrumb(shelf: Shelf): LinkView {
  const { site, lang } = shelf;
  return { label: ui(lang, site.lang).home, url: addressOf(site, "home", lang), ...ourLabel(shelf) };
}

/**
 * A page in Carnet's own words, of which each language has one: its address and its layout are those of its kind. Its title and
 * description are Carnet's, unless the description is empty.
 */
export function ownPage(
  shelf: Shelf,
  kind: PageKind & AddressName,
  own: Pick<Draft, "title" | "description" | "data"> & Partial<Draft>,
): Draft {
  const { site, lang } = shelf;
  return {
    ...{ kind, key: kind, url: addressOf(site, kind, lang), lang, layout: kind },
    ...ourTitle(shelf),
    ...(own.description !== "" && ourDescription(shelf)),
    trail: [homeCrumb(shelf)],
    ...own,
  };
}

/**
 * Most calls at the top of the home page. More would push the latest posts out of sight; the others keep their place by date.
 */
const MOST_CALLS = 3;

/** Posts at the top: open calls, the earliest deadline first, or else the latest post. */
function leadsOf(posts: readonly Post[]): Post[] {
  const open = posts.flatMap((post) =>
    post.deadline === undefined || post.deadline.closed
      ? []
      : { post, until: post.deadline.closes.getTime() },
  );
  const calls = open.sort((a, b) => a.until - b.until).map(({ post }) => post);
  return calls.length > 0 ? calls.slice(0, MOST_CALLS) : posts.slice(0, 1);
}

/** Home: leads at the top, the latest others below. */
export function homePage(shelf: Shelf): Draft {
  const { site, lang, posts } = shelf;
  const leads = leadsOf(posts);
  return {
    kind: "home",
    key: "home",
    url: addressOf(site, "home", lang),
    lang,
    layout: "home",
    ...siteWords(site, lang),
    data: {
      lead: leads[0],
      leads,
      posts: posts.filter((post) => !leads.includes(post)).slice(0, site.postsPerPage),
      total: posts.length,
      more: addressOf(site, "blog", lang),
    },
    trail: [],
  };
}

/** Every post, `postsPerPage` per page. */
export function blogPages(shelf: Shelf): Draft[] {
  const { site, lang } = shelf;
  const words = ui(lang, site.lang);
  const list: Omit<Draft, "lang"> = {
    kind: "blog",
    key: "blog",
    url: addressOf(site, "blog", lang),
    layout: "blog",
    title: words.blog,
    ...ourTitle(shelf),
    description: "",
    data: { archives: addressOf(site, "archives", lang) },
    trail: [homeCrumb(shelf)],
  };
  return listPages(shelf, shelf.posts, list, { opening: (of, n, name) => of.blog(name, n) });
}

interface ListParts {
  /** Begins the sentence for search engines. */
  opening: Opening;
  /** True if the list has a description of its owner's, which search engines show for its first page. */
  isDescribed?: boolean;
  /** Data of the first page only. */
  ofFirst?: Record<string, unknown>;
}

/**
 * A paginated list: one draft per page, each with its pager. An owner's page that introduces the list is on its first page
 * only, in the layout that it names, if any; so is the data `ofFirst`.
 */
export function listPages(
  shelf: Shelf,
  posts: readonly Post[],
  { entry, ...first }: Omit<Draft, "lang">,
  { opening, isDescribed = false, ofFirst = {} }: ListParts,
): Draft[] {
  const { site, lang } = shelf;
  const words = ui(lang, site.lang);
  const pages = chunks(posts, site.postsPerPage);
  const total = pages.length;
  const isEmpty = posts.length === 0 && Object.keys(ofFirst).length === 0;
  const word = words.page.toLowerCase();
  const urls = pages.map((_, i) => pagedAddress(site, first.url, lang, i + 1));
  const layout = entry === undefined || entry.layout === "page" ? first.layout : entry.layout;
  return pages.map((items, i) => ({
    ...first,
    ...(i === 0 && entry && { entry, layout }),
    lang,
    key: i === 0 ? first.key : `${first.key}/${String(i + 1)}`,
    url: urls[i] ?? first.url,
    further: i > 0,
    ...(!isEmpty &&
      (i > 0 || !isDescribed) && {
        metaDescription: postsSummary(shelf, posts, opening, { number: i + 1, total }),
      }),
    title: i === 0 ? first.title : `${first.title} – ${word} ${String(i + 1)}`,
    data: { ...first.data, ...(i === 0 && ofFirst), posts: items, total: posts.length },
    ...(total > 1 && { pager: () => pagerOf(urls, i) }),
    trail: i === 0 ? first.trail : [...first.trail, crumbOf(first)],
  }));
}

/** The breadcrumb of a page, without its mark as the current one. */
export function crumbOf({ title, url, titleLang }: Pick<Draft, "title" | "url" | "titleLang">): LinkView {
  return { label: title, url, ...(titleLang !== undefined && { lang: titleLang }) };
}

/** Pages to link to from page `i`: the first, the last, and two on each side, so that a pager never grows. */
function pagerOf(urls: readonly string[], i: number): Pager {
  const total = urls.length;
  const near = new Set([0, total - 1]);
  for (let j = Math.max(0, i - 2); j <= Math.min(total - 1, i + 2); j++) near.add(j);
  const pages = [...near]
    .sort((a, b) => a - b)
    .map((j) => ({ number: j + 1, url: urls[j] ?? "", current: j === i }));
  const previous = urls[i - 1];
  const next = urls[i + 1];
  return {
    number: i + 1,
    total,
    pages,
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
  };
}
