// Posts and static pages as pages of the site.
import type { Entry, StaticPage } from "../content/types.ts";
import { ui } from "../strings/ui.ts";
import { langPrefix } from "../site/site.ts";
import { addressOf } from "./addresses.ts";
import type { Draft } from "./draft.ts";
import { homeCrumb, type Shelf } from "./lists.ts";
import { ourDescription, ourLabel, ourTitle } from "./our-words.ts";
import { isKeptOut } from "./search-shards.ts";
import { partsOn } from "./series.ts";

export function postPages(shelf: Shelf): Draft[] {
  const words = ui(shelf.lang, shelf.site.lang);
  const url = addressOf(shelf.site, "blog", shelf.lang);
  const trail = [homeCrumb(shelf), { label: words.blog, url, ...ourLabel(shelf) }];
  const partsOf = partsOn(shelf);
  return shelf.posts.map((post) => ({
    ...entryDraft(post),
    trail,
    ...(partsOf && { partOf: () => partsOf(post) }),
  }));
}

export function staticPages(shelf: Shelf, pages: readonly StaticPage[]): Draft[] {
  const trail = [homeCrumb(shelf)];
  return pages.map((page) => ({ ...entryDraft(page), trail }));
}

/**
 * The page for an address that does not exist. Hosts serve `/404.html`, whatever the language, and wherever the home page is.
 */
export function notFoundPage(shelf: Shelf): Draft {
  const words = ui(shelf.lang, shelf.site.lang);
  return {
    kind: "notFound",
    key: "404",
    url: `${langPrefix(shelf.site, shelf.lang)}/404.html`,
    lang: shelf.lang,
    layout: "not-found",
    title: words.notFoundTitle,
    description: words.notFoundText,
    ...ourTitle(shelf),
    ...ourDescription(shelf),
    noindex: true,
    data: { posts: shelf.posts.slice(0, 3) },
    trail: [homeCrumb(shelf)],
  };
}

function entryDraft(entry: Entry): Omit<Draft, "trail"> {
  return {
    kind: entry.kind,
    key: entry.file,
    url: entry.url,
    lang: entry.lang,
    layout: entry.layout,
    title: entry.title,
    description: entry.description,
    noindex: isKeptOut(entry),
    data: {},
    entry,
  };
}
