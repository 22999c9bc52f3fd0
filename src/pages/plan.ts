// Every page of the site, as plain values in a fixed order: what a build renders, checks and publishes.
// Nothing here reads a file or the clock; texts of feeds are functions, called when they are written.
import type { Recorded } from "../content/address-book.ts";
import type { Content, Entry } from "../content/types.ts";
import { publicPath } from "../images/paths.ts";
import { isOff } from "../site/site.ts";
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
import { feedsPages } from "./feeds.ts";
import { createFrame } from "./frame.ts";
import { isEmptyList, taxonomiesOf, type Collection } from "./lists.ts";
import { membersOf, peoplePages } from "./people.ts";
import { searchPages, searchShards } from "./search.ts";
import { taxonomyPages } from "./terms.ts";
import type { Draft, Page, PageKind, Plan, PlanInputs } from "./types.ts";

/** Plans the whole site. */
export function planSite(content: Content, inputs: PlanInputs): Plan {
  const { site, languages, redirects } = content;
  const collections = languages.map((lang) => collectionOf(content, lang, inputs));
  const shards = searchShards(content, inputs.shards);
  const drafts = collections.flatMap((collection) => {
    const generated = [
      homePage(collection),
      ...blogPages(collection),
      ...taxonomiesOf(site).flatMap((taxonomy) => taxonomyPages(collection, taxonomy)),
      ...peoplePages(collection),
      ...(isOff(site, "archives") ? [] : archivePages(collection)),
      ...searchPages(collection, inputs.search, shards),
      ...feedsPages(collection, languages),
      ...accessibilityPages(collection),
      ...audiencePages(collection),
      notFoundPage(collection),
    ];
    return [...postPages(collection), ...withOwnPages(collection, generated)];
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

function collectionOf(content: Content, lang: string, { portrait }: PlanInputs): Collection {
  const { site } = content;
  const posts = content.posts.filter((post) => post.lang === lang);
  const pages = new Map(content.pages.flatMap((page) => (page.lang === lang ? [[page.url, page]] : [])));
  const introduced = content.declaredTerms(lang).filter(({ url }) => pages.has(url));
  const collection = { site, lang, posts, pages, introduced, portrait };
  return { ...collection, members: membersOf(collection, content) };
}

/**
 * Generated pages that a page of the owner's may replace. What they list is also found elsewhere, so nothing is lost. A list of
 * posts has further pages, feeds and counts, and must not be replaced by accident: a page at the address of a tag or a person
 * introduces it. The audience page is not replaced either, since it is the only one where readers can refuse to be counted.
 */
const BY_PAGE: ReadonlySet<PageKind> = new Set([
  ...(["home", "notFound", "tags", "people", "archives"] as const),
  ...(["search", "feeds", "accessibility"] as const),
]);

/** Generated files that a file at the same path in `public/` replaces: those above, and what hosts and robots read. */
const BY_FILE: ReadonlySet<PageKind> = new Set([...BY_PAGE, "robots", "manifest", "headers", "redirects"]);

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
function withOwnPages(collection: Collection, generated: readonly Draft[]): Draft[] {
  const introducing = new Set(generated.map(({ entry }) => entry));
  const own = [...collection.pages.values()].filter((page) => !introducing.has(page));
  const written = staticPages(collection, own);
  const replaced = new Set<Draft>();
  const pages = written.map((draft): Draft => {
    const { entry } = draft;
    const by = generated.find((one) => entry !== undefined && replacesGenerated(entry, one));
    if (by === undefined) return draft;
    replaced.add(by);
    const { key, trail } = by;
    const noindex = draft.noindex === true || by.kind === "notFound";
    return { ...draft, key, trail, noindex, data: { ...by.data, ...draft.data } };
  });
  const left = generated.filter((draft) => !replaced.has(draft));
  return [...pages, ...left.map((draft) => (isEmptyList(draft) ? { ...draft, noindex: true } : draft))];
}

// Published addresses

type Published = Pick<Page, "kind" | "url" | "entry" | "further"> & Partial<Pick<Page, "data">>;

/** What only machines or editors request, and pages that a run may leave out. */
const PASSING: ReadonlySet<PageKind> = new Set([
  ...(["notFound", "search", "sitemap", "robots", "manifest"] as const),
  ...(["headers", "redirects", "asset", "admin"] as const),
]);

/** Addresses in planned order, each with what identifies its page if it moves. */
export function publishedAddresses(pages: readonly Published[]): Recorded[] {
  return pages
    .filter((page) => !PASSING.has(page.kind) && page.further !== true)
    .map((page) => {
      const { url, kind, entry } = page;
      // The list of a term or a person stays there whatever becomes of a page that introduces it.
      const isIntroduced = entry !== undefined && entry.kind !== kind;
      return { url, source: isIntroduced ? kind : (entry?.file ?? kind), title: titleOf(page) };
    });
}

/** `data` is computed only when it is read, and most pages are posts. */
function titleOf({ kind, data, entry }: Published): string {
  if (entry?.kind === kind) return entry.title;
  if (kind === "feed") return "";
  const { title = "", target, term, person } = (data ?? {}) as Record<string, unknown>;
  const { label, name } = (term ?? person ?? {}) as { label?: string; name?: string };
  return String(label ?? name ?? target ?? title);
}
