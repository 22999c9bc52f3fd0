// Every page of a site as a plain value: its address, its layout, and the data that the layout receives.
import type { Content, Entry, Post } from "../content/types.ts";
import type { Card } from "../images/card.ts";
import type { PictureView } from "../images/variants.ts";
import type { Rendered } from "../markdown/types.ts";
import type { SearchShard, ShardSizes } from "./search.ts";
import type { Alternate, FeedLink, LinkView, Pager, PartView, ShareImage, ShownCover } from "./views.ts";

/**
 * Sets of kinds decide what becomes of a page besides: replaced by a file or page of the owner's (`plan.ts`), promised to readers
 * (`published.ts`), and its anchors, for a page that no text is on (`anchors.ts`). A new kind is in none of them.
 */
export type PageKind =
  | "home"
  | "blog"
  | "post"
  | "page"
  | "tags"
  | "tag"
  | "people"
  | "person"
  | "archives"
  | "year"
  | "search"
  | "feeds"
  | "accessibility"
  | "audience"
  | "notFound"
  | "feed"
  | "sitemap"
  | "robots"
  | "manifest"
  | "redirect"
  | "headers"
  | "redirects"
  | "asset"
  | "admin";

/** Data that the layout of every page receives. */
export interface CommonData {
  kind: PageKind;
  lang: string;
  title: string;
  /** In the browser's title bar, if two languages of the site have a page with the same title. */
  headTitle?: string;
  description: string;
  /** Of a list: a sentence for search engines and previews, where the list has no description of its owner's. */
  metaDescription?: string;
  /** Absolute address of the page. */
  canonical: string;
  shareImage?: ShareImage;
  alternates: readonly Alternate[];
  nav: readonly LinkView[];
  footer: readonly LinkView[];
  breadcrumbs: readonly LinkView[];
  feeds: readonly FeedLink[];
  /** The page that lists the feeds in this language; absent if the site has no feed. */
  feedsPage?: string;
  /** The mention that the law requires, and the statement that it links to. */
  accessibilityMention?: LinkView;
  /** The page that says what is counted of visits, and what other hosts pages load from; absent if there is nothing to say. */
  audiencePage?: LinkView;
  /** The search page in this language; absent if the site has no search. */
  search?: string;
  /** What every page of an archived site says at its top: a name for screen readers, and a sentence. */
  archived?: { title: string; text: string };
  /** The notice above every page, which may have a link; `lang` if its language is not that of the page. */
  siteNotice?: { title: string; text: string; lang?: string; url?: string };
  /** Of a post: its places among the parts of ordered terms that have several. */
  partOf?: readonly PartView[];
  noindex: boolean;
  /** The whole site is a preview, with drafts or future texts: search engines must not index any page of it. */
  preview?: true;
}

export type PageData = CommonData & Record<string, unknown>;

/**
 * A page of the site. `text` makes the whole file for those that have no layout (feeds, sitemap, robots…). It is a function, so
 * that no text stays in memory while the others are made.
 */
export interface Page {
  kind: PageKind;
  /** Site path without base path. */
  url: string;
  /** Path of the file in the output, without leading slash. */
  output: string;
  /** Name of the layout; `null` if `text` makes the whole file. */
  layout: string | null;
  lang: string;
  data: PageData;
  /** A page of a list after its first one: its address depends on the number of posts. */
  further?: boolean;
  /** Kept out of the sitemap, and of search engines. */
  noindex?: boolean;
  /** The card to draw for previews, if the page has no picture of its own. */
  card?: Card | undefined;
  /** The post or static page that this page shows. */
  entry?: Entry | undefined;
  text?: (() => string) | undefined;
  /**
   * All values that `text` is made of, besides the site's settings: they show whether the file changes without making it. If it
   * is absent, the text itself shows that. Call it once texts are rendered.
   */
  madeOf?: (() => unknown) | undefined;
}

/** A page before the others are known: its own content, without navigation or translations, which `frame.ts` adds. */
export interface Draft {
  kind: PageKind;
  /** The same in every language: pages that share a key are translations of each other. */
  key: string;
  url: string;
  lang: string;
  layout: string | null;
  title: string;
  headTitle?: string | undefined;
  description: string;
  metaDescription?: string | undefined;
  /** Data for the layout, in addition to the common data. */
  data: Record<string, unknown>;
  /** Of a list with several pages; computed with the rest of the layout's data. */
  pager?: () => Pager;
  /** Of a post, computed in the same way: its place among the parts of its ordered terms. */
  partOf?: () => readonly PartView[];
  /** Ancestors, from the home page down, without the page itself. */
  trail: readonly LinkView[];
  /** Feeds that mirror this page, besides the site's own. */
  feeds?: readonly FeedLink[];
  noindex?: boolean;
  further?: boolean;
  entry?: Entry;
  text?: () => string;
  madeOf?: () => unknown;
}

/** A file that no layout makes: it has a text, and no place among pages. */
export function fileDraft(kind: PageKind, url: string, text: () => string, lang: string): Draft {
  return { kind, key: url, url, lang, layout: null, title: url, description: "", data: {}, trail: [], text };
}

/** Which values of a page's data are posts: the data may be of any kind. */
export function isPost(value: unknown): value is Post {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "post";
}

/** True for what search engines must not index, and the site's own search leaves out too. */
export function isKeptOut(entry: Entry): boolean {
  return entry.noindex || entry.unpublished !== undefined;
}

/** A photo of `people.yaml`, as pages show it: undefined if as it is, false if it cannot be shown. */
export type PortraitOf = (photo: string) => PictureView | false | undefined;

/** A file of the theme, published under a name that changes with its bytes. */
export interface Asset {
  url: string;
  text: string;
}

/** Whether the search page has an index: without one, it says how to make it. */
export type SearchMode = "indexed" | "unindexed";

/** What a plan needs besides the content. */
export interface PlanInputs {
  /** Called only when a file is written: a site is planned before its texts are rendered. */
  rendered: (entry: Entry) => Rendered;
  /** Undefined if the entry has no picture of this site, or a broken one. */
  cover: (entry: Entry) => ShownCover | undefined;
  /** Without it, photos of people are shown as they are. */
  portrait?: PortraitOf;
  assets: readonly Asset[];
  /** Without it, the site has no search. */
  search?: SearchMode | undefined;
  /** Only tests use other sizes than Carnet's own. */
  shards?: ShardSizes | undefined;
  /** True for a site that shows what is not published: its pages ask robots to leave it out. */
  preview?: boolean;
}

export interface Plan {
  content: Content;
  pages: readonly Page[];
  /** The search indexes, which are made if a page searches. */
  shards: readonly SearchShard[];
}
