// Every page of a site as a plain value: its address, its layout, and the data that the layout receives.
import type { Content, Entry } from "../content/types.ts";
import type { Card } from "../images/card.ts";
import type { PictureView } from "../images/variants.ts";
import type { Rendered } from "../markdown/types.ts";
import type { SearchShard, ShardSizes } from "./search-shards.ts";
import type { Alternate, FeedLink, LinkView, PartView, ShareImage, ShownCover } from "./views.ts";

/**
 * Sets of kinds decide what becomes of a page besides: replaced by a file or page of the owner's (`plan.ts`), promised to readers
 * (`published.ts`), left out of the ZIP (`build/offline/archive.ts`), verified in part where there are many
 * (`build/pages/looked-at.ts`); and its anchors, for a page that no text is on (`anchors.ts`). A new kind is in none of them.
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
  | "month"
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
  /** Language of the title, if it is not that of the page; likewise for the description. */
  titleLang?: string;
  description: string;
  descriptionLang?: string;
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
  /** The page that says what is counted of visits; absent if nothing ever is. */
  audiencePage?: LinkView;
  /** The search page in this language; absent if the site has no search. */
  search?: string;
  /** What every page of an archived site says at its top: a name for screen readers, and a sentence, with its language if that is not the page’s. */
  archived?: { title: string; text: string; lang?: string };
  /** The notice above every page, which may have a link; `lang` if its language is not that of the page. */
  siteNotice?: { title: string; text: string; lang?: string; url?: string };
  /** Of a post: its places among the parts of ordered terms that have several. */
  partOf?: readonly PartView[];
  noindex: boolean;
  /**
   * From the page to the site's root, without final slash: `.`, `../..`; the base path if the page may be shown at any address.
   */
  toRoot: string;
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
