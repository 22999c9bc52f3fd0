// Every page of the site, as plain values in a fixed order: what a build renders, checks and publishes.
// Nothing here reads a file or the clock; texts of feeds are functions, called when they are written.
import type { Content, Entry, Person, StaticPage } from "../content/types.ts";
import { publicPath } from "../images/paths.ts";
import { accessibilityPages } from "./accessibility.ts";
import { archivePages } from "./archives.ts";
import { audiencePages } from "./audience.ts";
import { documentPages } from "./documents.ts";
import { isEmptyList, type Draft } from "./draft.ts";
import { notFoundPage, postPages, staticPages } from "./entries.ts";
import { feedsPages } from "./feeds-page.ts";
import { createFrame } from "./frame.ts";
import { introductionsOf, type Introductions } from "./introductions.ts";
import { membersOf, type Members } from "./members.ts";
import { blogPages, homePage, type Shelf } from "./lists.ts";
import { peoplePages } from "./people-pages.ts";
import { portrayer } from "./photos.ts";
import { PlannedPage } from "./planned-page.ts";
import { redirectPages } from "./redirects.ts";
import { searchPages, type Searching } from "./search.ts";
import { searchShards } from "./search-shards.ts";
import { taxonomyPages } from "./term-pages.ts";
import type { Page, PageKind, Plan, PlanInputs } from "./types.ts";
import type { PersonView } from "./views.ts";

/** Plans the whole site. */
export function planSite(content: Content, inputs: PlanInputs): Plan {
  const { site } = content;
  const shelves = content.languages.map((lang): Shelf => ({
    site,
    lang,
    posts: content.posts.filter((post) => post.lang === lang),
  }));
  const shown = portrayer(content, inputs.portrait);
  const described = shelves.map((shelf) => ({ shelf, beside: besideOf(shelf, content, shown) }));
  const lists = described.flatMap(({ beside }) => beside.members.pages());
  const shards = searchShards(content, lists, inputs.shards);
  const searching = inputs.search && { mode: inputs.search, shards };
  const drafts = described.flatMap(({ shelf, beside }) =>
    shelfPages(shelf, content, { shown, beside, searching }),
  );
  const frame = createFrame(content, drafts, inputs);
  const finish = (draft: Draft): Page => new PlannedPage(draft, frame, site);
  const framed = [...drafts, ...redirectPages(content)].map(finish);
  const all = [...framed, ...documentPages(content, shelves, framed, inputs).map(finish)];
  const files = publicFiles(content);
  return {
    content,
    pages: all.filter((page) => !(BY_FILE.has(page.kind) && files.has(page.output))),
    shards,
  };
}

/**
 * Generated pages that a page of the owner's may replace. What they list is also found elsewhere, so nothing is lost; a page
 * that replaces the accessibility statement although `site.yaml` has its data gets a warning. A list of posts (`/blog/`, a tag,
 * a person, a year, a month) has further pages, feeds and counts, and must not be replaced by accident: a page at the address
 * of a tag or a person introduces it. The audience page is not replaced either, since it is the only one where readers can
 * refuse to be counted.
 */
const BY_PAGE: ReadonlySet<PageKind> = new Set([
  "home",
  "notFound",
  "tags",
  "people",
  "archives",
  "search",
  "feeds",
  "accessibility",
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

function publicFiles({ files }: Content): Set<string> {
  return new Set(files.flatMap(({ file }) => publicPath(file)?.slice(1) ?? []));
}

/** What stands above the lists of one language: texts of the owner's, and people. */
interface Beside {
  introductions: Introductions;
  members: Members;
}

function besideOf(shelf: Shelf, content: Content, shown: (person: Person) => PersonView): Beside {
  const introductions = introductionsOf(content, pagesIn(shelf.lang, content));
  return { introductions, members: membersOf(shelf, content, { shown, introductions }) };
}

const pagesIn = (lang: string, { pages }: Content): StaticPage[] =>
  pages.filter((page) => page.lang === lang);

/** Pages of one language, in the order in which problems and reports name them. */
function shelfPages(
  shelf: Shelf,
  content: Content,
  {
    shown,
    beside,
    searching,
  }: { shown: (person: Person) => PersonView; beside: Beside; searching: Searching | undefined },
): Draft[] {
  const own = pagesIn(shelf.lang, content);
  const generated = [
    homePage(shelf),
    ...blogPages(shelf),
    ...["tags", ...Object.keys(shelf.site.taxonomies)].flatMap((taxonomy) =>
      taxonomyPages(shelf, taxonomy, beside),
    ),
    ...peoplePages(shelf, shown, beside),
    ...archivePages(shelf),
    ...searchPages(shelf, searching),
    ...feedsPages(shelf, content.languages),
    ...accessibilityPages(shelf),
    ...audiencePages(shelf),
    notFoundPage(shelf),
  ];
  // `content/pages/index.md` is the home page.
  const written = new Map(own.map((page) => [page.url, page]));
  const replaced = new Map<string, Draft>();
  for (const draft of generated) {
    const page = written.get(draft.url);
    if (page !== undefined && replacesGenerated(page, draft)) replaced.set(draft.url, draft);
  }
  const introducing = new Set(generated.flatMap(({ entry }) => entry ?? []));
  const alone = own.filter((page) => !introducing.has(page));
  return [
    ...postPages(shelf),
    ...staticPages(shelf, alone).map((draft) => inPlaceOf(draft, replaced.get(draft.url))),
    ...generated.filter((draft) => replaced.get(draft.url) !== draft).map(keptOutWhereEmpty),
  ];
}

/** Search engines have no use for an empty list, which keeps its address for future posts. */
function keptOutWhereEmpty(draft: Draft): Draft {
  return isEmptyList(draft) ? { ...draft, noindex: true } : draft;
}

/**
 * A page of the owner's that replaces a generated one is linked to the same page in other languages; a 404 page is not indexed.
 * What the generated page would have listed is available to a layout of the owner's.
 */
function inPlaceOf(draft: Draft, replaced: Draft | undefined): Draft {
  if (replaced === undefined) return draft;
  const { key, data, trail, kind } = replaced;
  const isKeptOut = draft.noindex === true || kind === "notFound";
  return { ...draft, key, data: { ...data, ...draft.data }, trail, noindex: isKeptOut };
}
