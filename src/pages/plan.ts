// Every page of the site, as plain values in a fixed order: what a build renders, checks and publishes.
// Nothing here reads a file or the clock; texts of feeds are functions, called when they are written.
import type { Recorded } from "../content/address-book.ts";
import type { Content, Entry, Post, StaticPage, TermEntry } from "../content/types.ts";
import { publicPath } from "../images/paths.ts";
import { isOff, PEOPLE } from "../site/site.ts";
import { agendaPages } from "./agenda.ts";
import { archivePages, blogPages, homePage } from "./blog.ts";
import { documentPages } from "./documents.ts";
import {
  accessibilityPages,
  audiencePages,
  notFoundPage,
  postPages,
  redirectPages,
  staticPages,
} from "./entries.ts";
import { createFrame } from "./frame.ts";
import { isEmptyList, taxonomiesOf, type Collection } from "./lists.ts";
import { presented } from "./people.ts";
import { searchPages, searchShards } from "./search.ts";
import { taxonomyPages } from "./terms.ts";
import type { Draft, Page, PageKind, Plan, PlanInputs } from "./types.ts";

/** Plans the whole site. */
export function planSite(content: Content, inputs: PlanInputs): Plan {
  const { site, languages, redirects } = content;
  const collections = languages.map((lang): Collection => {
    const { portrait, cover, logoOf } = inputs;
    const [posts, terms] = [content.posts, content.terms].map((all) =>
      all.filter((one) => one.lang === lang),
    ) as [Post[], TermEntry[]];
    const entries = new Map(terms.map((entry) => [`${entry.taxonomy}/${entry.key}`, entry]));
    return {
      ...{ site, lang, posts, terms, portrait, cover, logoOf, layouts: content.layouts },
      named: new Map(),
      entryOf: (taxonomy, slug) => entries.get(`${taxonomy}/${slug}`),
      present: (person) => presented(person, { site, lang, portrait }),
    };
  });
  const shards = searchShards(content, inputs.shards);
  const drafts = collections.flatMap((collection) => {
    const generated = [
      homePage(collection, content.now),
      ...blogPages(collection),
      ...[...taxonomiesOf(site), PEOPLE].flatMap((taxonomy) => taxonomyPages(collection, taxonomy)),
      ...(isOff(site, "archives") ? [] : archivePages(collection)),
      ...agendaPages(collection, content.now),
      ...searchPages(collection, inputs.search, shards),
      ...accessibilityPages(collection),
      ...audiencePages(collection),
      notFoundPage(collection),
    ];
    return [...postPages(collection, content.now), ...withOwnPages(collection, content.pages, generated)];
  });
  const finish = createFrame(content, drafts, inputs);
  const pages = [...drafts, ...redirectPages(site, redirects)].map(finish);
  const documents = documentPages(content, collections, pages, inputs).map(finish);
  const files = new Set(content.files.flatMap(({ file }) => publicPath(file)?.slice(1) ?? []));
  return {
    content,
    pages: [...pages, ...documents].filter((page) => !(BY_FILE.has(page.kind) && files.has(page.output))),
    shards,
  };
}

/**
 * Generated pages that a page of the owner's may replace. What they list is also found elsewhere, so nothing is lost. A list of
 * posts has further pages, feeds and counts, and must not be replaced by accident. The audience page is not replaced either, since it is the only one where readers can refuse to be counted.
 */
const BY_PAGE: ReadonlySet<PageKind> = new Set([
  ...(["home", "notFound", "tags", "people", "archives", "agenda", "search", "accessibility"] as const),
]);

/** Generated files that a file at the same path in `public/` replaces: those above, and what hosts and robots read. */
const BY_FILE: ReadonlySet<PageKind> = new Set([...BY_PAGE, "robots", "headers", "redirects"]);

/** True if a page that the owner wrote replaces the one that Carnet would make at that address. */
export function replacesGenerated(
  entry: Pick<Entry, "kind" | "url">,
  generated: Pick<Page, "kind" | "url">,
): boolean {
  return entry.kind === "page" && BY_PAGE.has(generated.kind) && entry.url === generated.url;
}

/**
 * The owner's pages, then the generated ones that none of them replaces. A page that replaces one (`content/pages/index.md` is
 * the home page) is linked to the same page in other languages, and its layout may read what the generated one would have
 * listed. Search engines have no use for an empty list, which keeps its address for future posts.
 */
function withOwnPages(
  collection: Collection,
  pages: readonly StaticPage[],
  generated: readonly Draft[],
): Draft[] {
  const own = pages.filter(({ lang }) => lang === collection.lang);
  const replaced = new Set<Draft>();
  const written = staticPages(collection, own).map((draft): Draft => {
    const { entry } = draft;
    const by = generated.find((one) => entry !== undefined && replacesGenerated(entry, one));
    if (by === undefined) return draft;
    replaced.add(by);
    const { key, trail } = by;
    const noindex = draft.noindex === true || by.kind === "notFound";
    // Where `home` says what the home page shows, the text introduces it.
    if (by.kind === "home" && collection.site.home !== undefined)
      return { ...by, noindex, entry, layout: draft.layout === "page" ? by.layout : draft.layout };
    return { ...draft, key, trail, noindex, data: { ...by.data, ...draft.data } };
  });
  const left = generated.filter((draft) => !replaced.has(draft));
  return [...written, ...left.map((draft) => (isEmptyList(draft) ? { ...draft, noindex: true } : draft))];
}

// Published addresses

type Published = Pick<Page, "kind" | "url" | "entry" | "further"> & {
  data?: Readonly<Record<string, unknown>>;
};

/** What only machines or editors request, the calendar of one event, and pages that a run may leave out. */
const PASSING: ReadonlySet<PageKind> = new Set([
  ...(["notFound", "search", "sitemap", "robots", "event"] as const),
  ...(["headers", "redirects", "asset", "admin"] as const),
]);

/** Addresses in planned order, each with what identifies its page if it moves. */
export function publishedAddresses(pages: readonly Published[]): Recorded[] {
  return pages
    .filter((page) => !PASSING.has(page.kind) && page.further !== true)
    .map((page) => ({ url: page.url, source: page.entry?.file ?? page.kind, title: titleOf(page) }));
}

/** `data` is computed only when it is read, and most pages are posts. */
function titleOf({ kind, data = {}, entry }: Published): string {
  if (entry) return entry.title;
  const { title = "", target = title } = data as { title?: string; target?: string };
  return kind === "feed" || kind === "calendar" ? "" : target;
}
