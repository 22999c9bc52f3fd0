// Every page of a site as a plain value: its address, its layout, and the data that the layout receives.
import type { Content, Person, Post, StaticPage, Term } from "../content/types.ts";
import type { Card } from "../images/card.ts";
import type { PictureView } from "../images/variants.ts";
import type { Rendered } from "../markdown/types.ts";
import type { Profile } from "./profiles.ts";
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
  /** Language of the label, if it is not that of the page. */
  lang?: string;
  url: string;
  /** True for the current page, or a section that it belongs to. */
  current?: boolean;
}

/** The same page in a language of the site. */
export interface Alternate {
  lang: string;
  /** Name of the language in that language: "English". */
  label: string;
  url: string;
  current: boolean;
  /**
   * False if there is no translation of this page: `url` is then that language's home, or the same list if this one is empty.
   */
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
  pages: readonly { number: number; url: string; current: boolean }[];
}

/**
 * A post as a part of an ordered term. Its neighbours there are not called `previous` and `next`: a layout that reads these
 * from an item may walk through the whole site, and the fingerprints of its pages then depend on all of it.
 */
export interface PartView {
  /** The term and its list. */
  whole: LinkView;
  /** From 1, oldest first. */
  number: number;
  total: number;
  earlier?: LinkView;
  later?: LinkView;
}

/** Someone as pages present them. */
export interface PersonView extends Person {
  /** Their photo, cropped to a square and at the size of its place; absent for a photo that is published as it is. */
  portrait?: PictureView;
}

/** Someone on the page of a term that they have. */
export interface MemberView extends PersonView {
  /** Of their page, if they have one. */
  url?: string;
  /** Language of the role, if it has no translation into that of the page. */
  roleLang?: string;
  /** Their links and accounts, if they sign nothing: the page of someone who signs shows them. Never empty. */
  profiles?: readonly Profile[];
}

/** Someone on such a page, as the search knows them. */
export type SearchedMember = Pick<MemberView, "name" | "role">;

/** The page of a term that people have, as the search knows it. */
export interface MembersPage {
  lang: string;
  term: Term;
  members: readonly SearchedMember[];
}

/** A term, person or year with its posts, as index pages and lists show it. */
export interface GroupView {
  label: string;
  url: string;
  count: number;
  /** For a term: how many people have it, if any. */
  members?: number;
  description?: string;
  term?: Term;
  person?: PersonView;
  /** For a year: its months that have posts. */
  months?: readonly GroupView[];
}

/** The entries of an index that begin with a letter. */
export interface LetterView {
  label: string;
  /** For the entries that begin with a digit or a sign. */
  signs?: true;
  /** Id of its heading. */
  id: string;
  groups: readonly GroupView[];
}

/** A month on the page of its year. */
export interface MonthView {
  label: string;
  /** Id of its heading there. */
  id: string;
  /** Address of the month's own page. */
  url: string;
  posts: readonly Post[];
}

/** The picture shown in previews of a link to the page. */
export interface ShareImage {
  /** Absolute. */
  url: string;
  alt: string;
  /** Known for the site's own pictures; so is `type`, their MIME type. */
  width?: number;
  height?: number;
  type?: string;
}

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
  entry?: Post | StaticPage | undefined;
  text?: (() => string) | undefined;
  /**
   * All values that `text` is made of, besides the site's settings: they show whether the file changes without making it. If it
   * is absent, the text itself shows that. Call it once texts are rendered.
   */
  madeOf?: (() => unknown) | undefined;
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
  /** Site path of the picture for previews of links; absent for drawings, which those do not show. */
  share?: string;
  /** True if the text shows it too, with more information: its page then leaves out the one above, except for its credit. */
  inText?: boolean;
}

/** A post's cover, or what replaces it: a picture on another host is only linked, a missing one only described. */
export type Cover = ShownCover | (Described & ({ kind: "remote"; src: string } | { kind: "missing" }));

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
  rendered: (entry: Post | StaticPage) => Rendered;
  /** Undefined if the entry has no picture of this site, or a broken one. */
  cover: (entry: Post | StaticPage) => ShownCover | undefined;
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
