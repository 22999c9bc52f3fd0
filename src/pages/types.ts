// Every page of a site as a plain value: its address, its layout, and the data that the layout receives. Addresses are site paths
// without base path (layouts write `{{ item.url | url }}`), unless they say so.
import type { Content, Entry, Person, Post } from "../content/types.ts";
import type { Card } from "../images/card.ts";
import type { PictureView } from "../images/variants.ts";
import type { Rendered } from "../markdown/types.ts";
import type { SearchShard, ShardSizes } from "./search.ts";

/**
 * Sets of kinds decide what becomes of a page besides: replaced by a file or page of the owner's, promised to readers (`plan.ts`).
 * A new kind is in none of them.
 */
export type PageKind =
  | ("home" | "blog" | "post" | "page" | "tags" | "tag" | "people" | "person" | "archives" | "year")
  | ("agenda" | "calendar" | "event" | "search" | "accessibility" | "audience" | "notFound" | "redirect")
  | ("feed" | "sitemap" | "robots" | "headers" | "redirects" | "asset" | "admin");

/** Data that the layout of every page receives. */
export interface CommonData {
  kind: PageKind;
  lang: string;
  title: string;
  description: string;
  /** Absolute address of the page. */
  canonical: string;
  shareImage?: ShareImage | undefined;
  alternates: readonly Alternate[];
  nav: readonly LinkView[];
  footer: readonly LinkView[];
  breadcrumbs: readonly LinkView[];
  feeds: readonly FeedLink[];
  /** The mention that the law requires, and the statement that it links to. */
  accessibilityMention?: LinkView | undefined;
  /** The page that says what is counted of visits; absent if nothing is. */
  audiencePage?: LinkView | undefined;
  /** The search page in this language; absent if the site has no search. */
  search?: string | undefined;
  /** What every page of an archived site says at its top. */
  archived?: string | undefined;
  noindex: boolean;
  /** The whole site is a preview, with drafts or future texts: search engines must not index any page of it. */
  preview: boolean;
}

export type PageData = CommonData & Record<string, unknown>;

export interface Page {
  kind: PageKind;
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
  /** A function, so that no text (feed, sitemap, robots…) stays in memory while the others are made. */
  text?: (() => string) | undefined;
  /**
   * All values that `text` is made of, besides the site's settings: they show whether the file changes without making it. If it
   * is absent, the text itself shows that. Call it once texts are rendered.
   */
  madeOf?: (() => unknown) | undefined;
}

/** A page before the others are known: its own content, without navigation or translations, which `frame.ts` adds. */
export interface Draft extends Omit<Page, "output" | "data" | "card"> {
  /** The same in every language: pages that share a key are translations of each other. */
  key: string;
  title: string;
  description: string;
  /** Data for the layout, in addition to the common data. */
  data: Record<string, unknown>;
  /** Ancestors, from the home page down, without the page itself. */
  trail: readonly LinkView[];
  /** Feeds that mirror this page, besides the site's own. */
  feeds?: readonly FeedLink[];
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
export function isHidden(entry: Entry): boolean {
  return entry.noindex || entry.unpublished !== undefined;
}

/** A photo of `people.yaml`, as pages show it: undefined if as it is, false if it cannot be shown. */
export type PortraitOf = (photo: string) => PictureView | false | undefined;

/** A logo with the size at which it is shown. */
export interface Logo {
  src: string;
  alt: string;
  width: number;
  height: number;
}

/** A file of the theme, published under a name that changes with its bytes. */
export interface Asset {
  url: string;
  text: string;
}

/** What a plan needs besides the content. */
export interface PlanInputs {
  /** Called only when a file is written: a site is planned before its texts are rendered. */
  rendered: (entry: Entry) => Rendered;
  /** Undefined if the entry has no picture of this site, or a broken one. */
  cover: (entry: Entry) => ShownCover | undefined;
  /** Without it, photos of people are shown as they are. */
  portrait?: PortraitOf;
  /** The logo of a partner, by its address; undefined if it cannot be shown. */
  logoOf?: ((src: string, alt: string) => Logo | undefined) | undefined;
  assets: readonly Asset[];
  /** Whether the search page has an index: without one, it says how to make it. If this is undefined, there is no search. */
  search?: "indexed" | "unindexed" | undefined;
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

// What layouts show

export interface LinkView {
  label: string;
  url: string;
  /** True for the current page, or a section that it belongs to. */
  current?: boolean;
  /** The second level of a menu. */
  links?: readonly LinkView[];
}

/** The same page in a language of the site. */
export interface Alternate {
  lang: string;
  /** Name of the language in that language: "English". */
  label: string;
  url: string;
  current: boolean;
  /** False if there is no translation of this page: `url` is then that language's home. */
  translated: boolean;
  /** Whether search engines are told of it: it is a translation, and both pages may be indexed. */
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
}

/** Where someone can be followed; a handle on an unknown network has no address. */
export interface Profile {
  label: string;
  url?: string;
}

/** Someone as pages present them; `portrait` is their photo as a square, absent for one that is published as it is. */
export interface PersonView extends Person {
  portrait?: PictureView;
}

/** A term, person or year with its number of posts, as index pages show it. */
export interface GroupView {
  label: string;
  url: string;
  /** Of posts, and of terms if it is `isMixed`. */
  count: number;
  isMixed?: true;
  description?: string;
}

/** A month on the page of its year; `id` is that of its heading there. */
export interface MonthView {
  label: string;
  id: string;
  posts: readonly Post[];
}

/** The picture shown in previews of a link to the page. Its size and MIME type are known if it is the site's own. */
export interface ShareImage {
  /** Absolute. */
  url: string;
  alt: string;
  width?: number;
  height?: number;
  type?: string;
}

interface Described {
  /** Empty if the picture is decorative. */
  alt: string;
  credit?: string;
}

/** A post's cover as pages show it: whole above its text, and cropped for cards and rows of lists. */
export interface ShownCover extends Described, PictureView {
  kind: "shown";
  card: PictureView;
  thumb: PictureView;
  /** Only of a person. */
  portrait?: PictureView;
  /** Site path of the picture for previews of links; absent for drawings, which those do not show. */
  share?: string;
  /** True if the text shows it too, with more information: its page then leaves out the one above, except for its credit. */
  inText?: boolean;
}

/** A post's cover, or what replaces it: a picture on another host is only linked, a missing one only described. */
export type Cover = ShownCover | (Described & ({ kind: "remote"; src: string } | { kind: "missing" }));
