// Every page of a site as a plain value: its address, its layout, and the data the layout is given.
import type { Content, Person, Post, StaticPage, Term } from "../content/types.ts";
import type { Card } from "../images/card.ts";
import type { PictureView } from "../images/variants.ts";
import type { Rendered } from "../markdown/types.ts";
import type { SearchShard, ShardSizes } from "./search-shards.ts";

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
  | "nginx"
  | "asset"
  | "admin";

/** A link as layouts show it; `url` has no base path (layouts write `{{ item.url | url }}`). */
export interface LinkView {
  label: string;
  url: string;
  /** True for the page one is on, or a section it belongs to. */
  current?: boolean;
}

/** The same page in a language of the site. */
export interface Alternate {
  lang: string;
  /** Name of the language in itself: "English". */
  label: string;
  url: string;
  current: boolean;
  /** False where `url` is that language's home, for lack of a translation of this page. */
  translated: boolean;
  /** Whether search engines are told of it: it is a translation, and both pages may be found by them. */
  indexed: boolean;
}

export interface FeedLink {
  url: string;
  title: string;
  /** MIME type. */
  type: string;
}

export interface Pager {
  number: number;
  total: number;
  previous?: string;
  next?: string;
  pages: readonly { number: number; url: string; current: boolean }[];
}

/**
 * A post as a part of an ordered term. Its neighbours there are not called `previous` and `next`: a layout that reads these of
 * an item may walk through the whole site, and its pages are then named by all of it.
 */
export interface PartView {
  /** The term and its list. */
  whole: LinkView;
  /** From 1, the oldest first. */
  number: number;
  total: number;
  earlier?: LinkView;
  later?: LinkView;
}

/** A term, person or year with its posts, as index pages and lists show it. */
export interface GroupView {
  label: string;
  url: string;
  count: number;
  description?: string;
  term?: Term;
  person?: Person;
  /** Of a year: its months that have posts. */
  months?: readonly GroupView[];
}

/** A month on the page of its year. */
export interface MonthView {
  label: string;
  /** Of its heading there. */
  id: string;
  /** Of the page that the month has for itself. */
  url: string;
  posts: readonly Post[];
}

/** The picture of a page in previews of a link to it. */
export interface ShareImage {
  /** Absolute. */
  url: string;
  alt: string;
  /** Known for the site's own pictures, as `type`, their MIME type. */
  width?: number;
  height?: number;
  type?: string;
}

/** Data that every page's layout is given, whatever its kind. */
export interface CommonData {
  kind: PageKind;
  lang: string;
  title: string;
  description: string;
  /** Absolute address of the page. */
  canonical: string;
  shareImage?: ShareImage;
  alternates: readonly Alternate[];
  nav: readonly LinkView[];
  footer: readonly LinkView[];
  breadcrumbs: readonly LinkView[];
  feeds: readonly FeedLink[];
  /** The page that lists the feeds in this language; none where the site has no feed. */
  feedsPage?: string;
  /** The mention that the law asks for, and the statement it leads to. */
  accessibilityMention?: LinkView;
  /** The page that says what is counted of visits; none where nothing ever is. */
  audiencePage?: LinkView;
  /** The page that searches in this language; none where the site has no search. */
  search?: string;
  /** What is said above every page of a site that is archived: a name for machines that read aloud, and a sentence. */
  archived?: { title: string; text: string };
  /** What is announced above every page, which may lead somewhere; its language where that is not the page's. */
  siteNotice?: { title: string; text: string; lang?: string; url?: string };
  /** Of a post: its places among the parts of ordered terms, where these have several. */
  partOf?: readonly PartView[];
  noindex: boolean;
  /** From the page to the site's root, no final slash: `.`, `../..`; the base path where the page may show at any address. */
  toRoot: string;
  /** The whole site is a preview, with drafts or texts of the future: no page of it is to be found. */
  preview?: true;
}

export type PageData = CommonData & Record<string, unknown>;

/**
 * A page of the site. `text` is the finished file for those that have no layout (feeds, sitemap, robots…);
 * it is a function so that no page waits in memory for all others.
 */
export interface Page {
  kind: PageKind;
  /** Site path without base path. */
  url: string;
  /** Path of the file in the output, no leading slash. */
  output: string;
  /** Layout's name, or `null` where `text` makes the whole file. */
  layout: string | null;
  lang: string;
  data: PageData;
  /** A page of a list after its first one: its address follows the number of posts. */
  further?: boolean;
  /** Kept out of the sitemap, and of search engines. */
  noindex?: boolean;
  /** What is drawn as its picture in previews, where it has none of its own. */
  card?: Card | undefined;
  /** The post or static page that this page shows. */
  entry?: Post | StaticPage | undefined;
  text?: (() => string) | undefined;
  /**
   * All values that `text` is made of, beside the site's settings: they tell whether the file changes without making it.
   * Without it, the text itself tells. Asked once texts are rendered.
   */
  madeOf?: (() => unknown) | undefined;
}

interface Described {
  /** Empty where the picture is decorative. */
  alt: string;
  credit?: string;
}

/** A post's picture that pages show: whole above its text, and cropped for cards and rows of lists. */
export interface ShownCover extends Described, PictureView {
  kind: "shown";
  card: PictureView;
  thumb: PictureView;
  /** Site path of the picture for previews of links; none for drawings, which those do not show. */
  share?: string;
  /** True where the text shows it too, with more to say: its page then leaves out the one above, but for its credit. */
  inText?: boolean;
}

/** A post's picture, or what stands in its place: one of another host is only linked, a missing one only described. */
export type Cover = ShownCover | (Described & ({ kind: "remote"; src: string } | { kind: "missing" }));

/** A file of the theme, published under a name that changes with its bytes. */
export interface Asset {
  url: string;
  text: string;
}

/** Whether the page that searches has an index: without one, it says how to make it. */
export type SearchMode = "indexed" | "unindexed";

/** What a plan needs beside the content. */
export interface PlanInputs {
  /** Asked only when a file is written: a site is planned before its texts are rendered. */
  rendered: (entry: Post | StaticPage) => Rendered;
  /** None where the entry has no picture of this site, or a broken one. */
  cover: (entry: Post | StaticPage) => ShownCover | undefined;
  assets: readonly Asset[];
  /** Without it, nothing on the site searches. */
  search?: SearchMode | undefined;
  /** Only tests have other sizes than Carnet's own. */
  shards?: ShardSizes | undefined;
  /** A site that shows what is not published: pages ask robots to leave it out. */
  preview?: boolean;
}

export interface Plan {
  content: Content;
  pages: readonly Page[];
  /** The indexes of the search, which are made where a page searches. */
  shards: readonly SearchShard[];
}
