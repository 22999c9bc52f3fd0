// Every page of the site, as plain values in a fixed order: what a build renders, checks and publishes.
// Nothing here reads a file or a clock; texts of feeds are functions, called when they are written.
import { outputFile } from "../content/permalinks.ts";
import type { Content } from "../content/types.ts";
import { absoluteUrl } from "../site.ts";
import { documentPages } from "./documents.ts";
import type { Draft } from "./draft.ts";
import { notFoundPage, postPages, staticPages } from "./entries.ts";
import { createFrame, type Frame } from "./frame.ts";
import { peoplePages, taxonomyPages } from "./groups.ts";
import { archivePages, blogPages, homePage, type Shelf } from "./lists.ts";
import { redirectPages } from "./redirects.ts";
import type { CommonData, Page, Plan, PlanInputs } from "./types.ts";

/** Plans the whole site. */
export function planSite(content: Content, inputs: PlanInputs): Plan {
  const { site } = content;
  const shelves = content.languages.map((lang): Shelf => ({
    site,
    lang,
    posts: content.posts.filter((post) => post.lang === lang),
  }));
  const drafts = shelves.flatMap((shelf) => shelfPages(shelf, content));
  const frame = createFrame(content, drafts, inputs);
  const pages = drafts.map((draft) => finish(draft, frame, content));
  const redirects = redirectPages(content, new Set(pages.map((page) => page.url)));
  const framed = [...pages, ...redirects.map((draft) => finish(draft, frame, content))];
  const documents = documentPages(content, shelves, framed, inputs);
  return { content, pages: [...framed, ...documents.map((draft) => finish(draft, frame, content))] };
}

/** Pages of one language, in the order in which problems and reports name them. */
function shelfPages(shelf: Shelf, content: Content): Draft[] {
  const own = content.pages.filter((page) => page.lang === shelf.lang);
  const generated = [
    homePage(shelf),
    ...blogPages(shelf),
    ...["tags", ...Object.keys(shelf.site.taxonomies)].flatMap((taxonomy) => taxonomyPages(shelf, taxonomy)),
    ...peoplePages(shelf),
    ...archivePages(shelf),
    notFoundPage(shelf),
  ];
  // A page an owner wrote at an address of ours (`content/pages/index.md` for the home page) replaces it.
  const taken = new Set(own.map((page) => page.url));
  return [
    ...postPages(shelf),
    ...staticPages(shelf, own),
    ...generated.filter((draft) => !taken.has(draft.url)),
  ];
}

function finish(draft: Draft, frame: Frame, { site }: Content): Page {
  const common: CommonData = {
    kind: draft.kind,
    lang: draft.lang,
    title: draft.title,
    description: draft.description,
    canonical: absoluteUrl(site, draft.url),
    noindex: draft.noindex ?? false,
    ...frame.around(draft),
  };
  return {
    kind: draft.kind,
    url: draft.url,
    output: outputFile(draft.url),
    layout: draft.layout,
    lang: draft.lang,
    data: { ...draft.data, ...common },
    ...(draft.entry && { entry: draft.entry }),
    ...(draft.text && { text: draft.text }),
  };
}
