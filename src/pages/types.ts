// Every page of a site as a plain value: its address, its layout, and the data the layout is given.
import type { Content, Person, Post, StaticPage, Term } from "../content/types.ts";
import type { Rendered } from "../markdown/types.ts";

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
  | "notFound"
  | "feed"
  | "sitemap"
  | "robots"
  | "redirect"
  | "headers"
  | "redirects"
  | "asset";

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

/** A term, person or year with its posts, as index pages and lists show it. */
export interface GroupView {
  label: string;
  url: string;
  count: number;
  description?: string;
  term?: Term;
  person?: Person;
}

/** Data that every page's layout is given, whatever its kind. */
export interface CommonData {
  kind: PageKind;
  lang: string;
  title: string;
  description: string;
  /** Absolute address of the page. */
  canonical: string;
  /** Sharing picture, absolute. */
  shareImage?: { url: string; alt: string };
  alternates: readonly Alternate[];
  nav: readonly LinkView[];
  footer: readonly LinkView[];
  breadcrumbs: readonly LinkView[];
  feeds: readonly FeedLink[];
  noindex: boolean;
}

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
  data: CommonData & Record<string, unknown>;
  /** The post or static page that this page shows. */
  entry?: Post | StaticPage;
  text?: () => string;
}

interface Described {
  /** Empty where the picture is decorative. */
  alt: string;
  credit?: string;
}

/** A post's picture that pages show. */
export interface ShownCover extends Described {
  kind: "shown";
  /** Site path, encoded, without base path. */
  src: string;
  width?: number;
  height?: number;
}

/** A post's picture, or what stands in its place: one of another host is only linked, a missing one only described. */
export type Cover = ShownCover | (Described & ({ kind: "remote"; src: string } | { kind: "missing" }));

/** A file of the theme, published under a name that changes with its bytes. */
export interface Asset {
  url: string;
  text: string;
}

/** What a plan needs beside the content. */
export interface PlanInputs {
  /** Asked only when a file is written: a site is planned before its texts are rendered. */
  rendered: (entry: Post | StaticPage) => Rendered;
  /** None where the entry has no picture of this site, or a broken one. */
  cover: (entry: Post | StaticPage) => ShownCover | undefined;
  assets: readonly Asset[];
}

export interface Plan {
  content: Content;
  pages: readonly Page[];
}
