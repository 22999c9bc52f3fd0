// What layouts show, as plain values: links, lists, people, months, pictures. Addresses have no base path unless they say so.
import type { Person, Post, Term } from "../content/types.ts";
import type { PictureView } from "../images/variants.ts";

/** A link as layouts show it; `url` has no base path (layouts write `{{ item.url | url }}`). */
export interface LinkView {
  label: string;
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

/** Where someone can be followed. */
export interface Profile {
  label: string;
  /** Absent for a handle on an unknown network. */
  url?: string;
}

/** Someone as pages present them. */
export interface PersonView extends Person {
  /** Their photo, cropped to a square and at the size of its place; absent for a photo that is published as it is. */
  portrait?: PictureView;
}

/** Someone on the page of a term that they have. */
export interface MemberView extends PersonView {
  /** Stand for a portrait that they lack. */
  initials: string;
  /** Of their page, if they have one. */
  url?: string;
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
}

/** A month on the page of its year. */
export interface MonthView {
  label: string;
  /** Id of its heading there. */
  id: string;
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
