// The typed values that `content/` makes of a site root's files, and that every room above works on.
// All of them are plain and frozen in spirit: nobody above `content/` changes one.
import type { Place } from "../problems.ts";
import type { Site } from "../site.ts";
import type { SourceFile } from "../source-file.ts";
import type { KnownTerm } from "../term-schema.ts";
import type { AddressBook } from "./address-book.ts";
import type { OtherNames } from "./other-names.ts";
import type { Part } from "./yaml/locate.ts";

/** A person who signs, as a post shows them. */
export interface Author {
  name: string;
  /** "EIG Node", "équipe EIG"; what the post says, else what `people.yaml` says. */
  role?: string;
  /** Handle on X/Twitter without `@`, where the post's `twitter` belongs to this person. */
  twitter?: string;
  /** The person of `people.yaml`, or the one that signatures of the same name make. */
  person: Person;
  /** Site path of the person's page in the language of the post. */
  url: string;
}

/** A person with a page of their own. */
export interface Person {
  /** Key in `people.yaml`, else the slug of the name. */
  id: string;
  slug: string;
  name: string;
  /** True for a team or an organization. */
  team?: boolean;
  role?: string;
  description?: string;
  /** Site path or address of a portrait. */
  photo?: string;
  links: readonly { label: string; url: string }[];
  /** Network → handle or address, as written. */
  handles: Readonly<Record<string, string>>;
  since?: string;
  until?: string;
  /** Role and description in other languages, by language tag. */
  translations?: Readonly<Record<string, { role?: string; description?: string }>>;
  /** True where `people.yaml` knows the person. */
  known: boolean;
}

/** A term of a taxonomy: a tag, a `promotion`… Printing it gives its label. */
export interface Term {
  /** `tags`, or the name of a taxonomy of `site.yaml`. */
  taxonomy: string;
  slug: string;
  /** Label in the language of the post or page that shows it. */
  label: string;
  description?: string;
  /** Site path of the term's page in that language. */
  url: string;
  toString(): string;
}

/** A calendar day in the site's zone, `2021-04-01`. */
export type Day = string;

export interface PostImage {
  /** As written, trimmed. */
  src: string;
  /** Empty where the picture is decorative. */
  alt: string;
  /** True where front matter does not say that it is decorative either. */
  undescribed?: true;
  /** True where it is on another host: sharing metadata only, never shown nor fetched. */
  remote: boolean;
  /** Who made it (`imageCredit`). */
  credit?: string;
}

/** Until when one may answer what a post calls for. */
export interface Deadline {
  /** The last day, in the site's zone. */
  day: Day;
  /** Where an hour of it is said, that hour there: `17:00`. */
  hour?: string;
  /** As machines read it: the day, or the moment with the offset of the site's zone. */
  date: string;
  /** The first instant that is too late: that moment, or the one at which the next day begins. */
  closes: Date;
}

/** A link to the same text in another language. */
export interface Translation {
  lang: string;
  url: string;
  title: string;
}

/** A front-matter field's place, so that later checks can point at it. */
export type FieldPlaces = (field: string, part?: Part) => Place;

/** A text as it is written. */
export interface SourceText {
  /** Front matter. */
  readonly head: string;
  /** Markdown after it, in UTF-8: as strings, the texts of a large site would fill the heap. */
  readonly body: Buffer;
}

/** What posts and pages have in common. */
export interface Entry {
  kind: "post" | "page";
  /** Source path relative to the site root; the entry's identity. */
  file: string;
  lang: string;
  title: string;
  description: string;
  slug: string;
  /** Path on the site without its base path: `/blog/2021/04/01/titre.html`, `/a-propos/`. */
  url: string;
  /** Front-matter key that decided the address; none where the file's name did. */
  addressKey?: "permalink" | "slug";
  /** Name of a layout without its extension: `post`. */
  layout: string;
  image?: PostImage;
  /** Handle without `@`, whoever it belongs to (sharing metadata); shown beside the post only where no author carries it. */
  twitter?: string;
  text: SourceText;
  /** Line of the file on which the body begins, from 1. */
  bodyLine: number;
  /** Values of the fields that `site.yaml` declares. */
  fields: Readonly<Record<string, unknown>>;
  redirectFrom: readonly string[];
  /** Shown in previews only: a draft, or not yet due. */
  unpublished?: "draft" | "future" | "expired";
  /** An hour in `date` that does not count, while it is to come. */
  unheardHour?: Date;
  noindex: boolean;
  /** True where texts of this entry are set by the rules of their language; `title` and `description` are already. */
  typography: boolean;
  corrections: readonly { day?: Day; text: string }[];
  translations: Translation[];
  placeOf: FieldPlaces;
}

export interface Post extends Entry {
  kind: "post";
  day: Day;
  /** The instant of publication: `publishAt`, else the beginning of `day` in the site's zone. */
  date: Date;
  updated?: Day;
  /** `closed` is true from the moment on at which it is too late. */
  deadline?: Deadline & { closed: boolean };
  authors: readonly Author[];
  /** Terms by taxonomy; `terms.tags` always exists. */
  terms: Readonly<Record<string, readonly Term[]>>;
  previous?: Post;
  next?: Post;
  related: Post[];
  /** What feeds called it before a move; else its address identifies it. */
  feedId?: string;
  license?: string;
}

export interface StaticPage extends Entry {
  kind: "page";
  updated?: Day;
}

/** A moment at which the same content gives another site. */
export interface NextChange {
  at: Date;
  /** The post or page that comes out or expires, the post whose deadline passes, or the file that says when the site is archived or its notice ends. */
  file: string;
  what: "due" | "expires" | "closes" | "archived" | "notice";
}

/** All that a site says, typed, checked, ordered and linked. */
export interface Content {
  site: Site;
  /** True where an error keeps a post or page out: what it was at is not answered, nor are the lists that held it. */
  incomplete?: true;
  /** The files that an error keeps out. */
  refused?: readonly SourceFile[];
  /** Drafts that this run leaves out, and that an error keeps out of `withheld`: of them it is known that they are drafts. */
  unreadDrafts?: readonly SourceFile[];
  /** True where a setting is refused, or misspelt: what it says of addresses is not known. */
  unsettled?: true;
  /** Languages that have a post or page, the site's own first, others in order of code. */
  languages: readonly string[];
  /** Published posts, latest first, all languages. */
  posts: readonly Post[];
  pages: readonly StaticPage[];
  /** Posts and pages that this run withholds: still checked, never rendered into the site. */
  withheld: readonly (Post | StaticPage)[];
  people: readonly Person[];
  /** Old path → new path or address, from `redirects.yaml` and `redirect_from`. */
  redirects: readonly Redirect[];
  /** Names that the settings list as another way of writing one that has a page: asked only for addresses that vanished. */
  otherNames: () => OtherNames;
  /** Addresses that the site has published before. */
  book: AddressBook;
  /** When to build again, where something depends on the date. */
  nextChange?: NextChange;
  /** Terms that the settings declare, in the words of a language; a post may use them or not. */
  declaredTerms: (lang: string) => readonly Term[];
  /** The tags of `tags.yaml` by their slugs, where no other is taken. */
  closedTags?: ReadonlyMap<string, KnownTerm>;
  /** Links of `site.yaml` and `people.yaml`. */
  settingLinks: readonly SettingLink[];
  /** Where `site.yaml` names its logo. */
  logoPlace?: Place;
  /** Where it names its icon. */
  iconPlace?: Place;
  /** Files under `public/`, and pictures and other files beside posts, that may be published. */
  files: readonly SourceFile[];
  /** Names of the layouts the site and Carnet have, without extension. */
  layouts: readonly string[];
  /** Files of the texts of which something is said as they are written. */
  remarked?: readonly string[];
}

/** A link in a file of settings, as written. */
export interface SettingLink {
  href: string;
  /** Its line with another address, to paste. */
  lineWith?: (href: string) => string;
  text: string;
  place: Place;
  /** True for a picture that a page shows. */
  picture?: true;
}

/** A line of `redirects.yaml`. */
export interface ListedRedirect {
  from: string;
  to: string;
  /** Of the old path. */
  place: Place;
  targetPlace: Place;
}

export interface Redirect {
  from: string;
  to: string;
  place: Place;
}
