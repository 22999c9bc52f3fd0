// The typed values that `content/` makes from the files of a site root, and that all code above it uses.
// They are plain values, treated as frozen: no code above `content/` changes one.
import type { Place } from "../problems.ts";
import type { Site } from "../site/site.ts";
import type { KnownTerm } from "../site/schema.ts";
import type { SourceFile } from "../files.ts";
import type { AddressBook } from "./address-book.ts";
import type { KnownPerson } from "./schema.ts";
import type { Theme } from "./theme.ts";

/** An author, as a post shows them. */
export interface Author {
  name: string;
  /** "EIG Node", "équipe EIG": from the post, or else from `people.yaml`. */
  role?: string;
  /** Handle on X/Twitter without `@`, if the post's `twitter` belongs to this person. */
  twitter?: string;
  /** The person in `people.yaml`, or the one made from signatures of the same name. */
  person: Person;
  /** Site path of the person's page in the language of the post; empty if their file is withheld. */
  url: string;
}

/** Someone who signs, and has a page of their own. */
export interface Person extends Omit<KnownPerson, "aliases"> {
  /** Key in `people.yaml`, or else the slug of the name. */
  id: string;
  slug: string;
  /** True if `people.yaml` has the person. */
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
  /** Site path of the term's page in that language; empty if its file is withheld. */
  url: string;
  toString(): string;
}

/** A calendar day in the site's zone, `2021-04-01`. */
export type Day = string;

/** A moment that front matter names: a whole day, or an hour of it. */
export interface Moment {
  day: Day;
  /** In the site's zone, `14:00`; absent for a whole day. */
  hour?: string;
  /** For machines: the day, or the hour with the zone's offset. */
  iso: string;
  /** That of the hour, or the beginning of the day. */
  instant: Date;
}

/** What a post announces. */
export interface PostEvent {
  start: Moment;
  /** The last day, or the hour at which it ends. */
  end?: Moment;
  /** When it is over: at the hour of `end`, or else when the last day ends. */
  over: Date;
  /** Its days and hours in words: `to` follows `from`. */
  from: string;
  to?: string;
  place?: string;
  /** As pages link to it: a site path or a full address. */
  url?: string;
}

/** Until when one may apply. */
export interface Deadline extends Moment {
  /** From when one no longer may. */
  over: Date;
  /** In words. */
  text: string;
}

export interface PostImage {
  /** As written, trimmed. */
  src: string;
  /** Empty if the picture is decorative, or not described. */
  alt: string;
  /** True if front matter does not say that it is decorative either. */
  undescribed?: true;
  /** True if it is on another host: used for sharing metadata only, never shown or fetched. */
  remote: boolean;
  /** Who made it (`imageCredit`). */
  credit?: string;
}

/** What all texts have in common. */
export interface EntryBase {
  kind: "post" | "page" | "term";
  /** Source path relative to the site root; the entry's identity. */
  file: string;
  lang: string;
  title: string;
  description: string;
  slug: string;
  /** Path on the site without its base path: `/blog/2021/04/01/titre.html`, `/a-propos/`. */
  url: string;
  /** Front matter key that set the address; absent if the file name did. */
  addressKey?: "permalink" | "slug";
  /** Name of a layout without its extension: `post`. */
  layout: string;
  image?: PostImage;
  /** Handle without `@`, whoever it belongs to (for sharing metadata); shown beside the post only if no author has it. */
  twitter?: string;
  /** Markdown, as UTF-8 bytes: as strings, the texts of a large site would fill the heap. */
  body: Buffer;
  /** Line of the file on which the body begins, from 1. */
  bodyLine: number;
  /** Values of the fields that `site.yaml` declares. */
  fields: Readonly<Record<string, unknown>>;
  redirectFrom: readonly string[];
  /** Why it is shown in previews only: a draft, not yet due, or expired. */
  unpublished?: "draft" | "future" | "expired";
  noindex: boolean;
  /** True if the body gets the typography of its language; `title` and `description` already have it. */
  typography: boolean;
  corrections: readonly { day?: Day; text: string }[];
  /** The same text in other languages. */
  translations: { lang: string; url: string; title: string }[];
  /** Place of a front matter field, so that later checks can point at it. */
  placeOf: (field: string, part?: "key" | "value") => Place;
}

export interface Post extends EntryBase {
  kind: "post";
  day: Day;
  /** The instant of publication: `publishAt`, or else the beginning of `day` in the site's zone. */
  date: Date;
  updated?: Day;
  authors: readonly Author[];
  /** Terms by taxonomy; `terms.tags` always exists. */
  terms: Readonly<Record<string, readonly Term[]>>;
  previous?: Post;
  next?: Post;
  related: Post[];
  /** Its identifier in feeds before a move; without one, its address identifies it. */
  feedId?: string;
  license?: string;
  event?: PostEvent;
  deadline?: Deadline;
}

export interface StaticPage extends EntryBase {
  kind: "page";
  updated?: Day;
}

/** The file of a term or of a person: what introduces it on its page, and the terms that it names. */
export interface TermEntry extends EntryBase {
  kind: "term";
  /** `people`, or the taxonomy of the term. */
  taxonomy: string;
  /** Slug of the term, or id of the person: the same in every language. */
  key: string;
  /** The person that the file is of. */
  person?: Person;
  terms: Readonly<Record<string, readonly Term[]>>;
  day?: Day;
  updated?: Day;
  /** Comes before the order of an index, the lightest first. */
  weight?: number;
  /** They left. */
  former: boolean;
}

export type Entry = Post | StaticPage | TermEntry;

/** A moment at which the same content makes a different site. */
export interface NextChange {
  at: Date;
  /** The post or page that is published or expires, or announces what ends, or the file that sets when the site is archived. */
  file: string;
  what: "due" | "expires" | "archived" | "event" | "deadline";
}

/** Everything that a site says, typed, checked, sorted and linked. */
export interface Content {
  site: Site;
  /** The moment of this run, which tells what is over from what is to come. */
  now: Date;
  /** Texts that an error keeps out: their addresses are missing, and so may be the lists that contained them. */
  refused: readonly SourceFile[];
  /** Drafts that this run leaves out, and that an error keeps out of `withheld`. */
  unreadDrafts: readonly SourceFile[];
  /** Settings files in which something is refused: the addresses that it sets are unknown. */
  refusedSettings: ReadonlySet<string>;
  /** Languages that have a post or page: the site's own first, then the others in order of code. */
  languages: readonly string[];
  /** Published posts, latest first, all languages. */
  posts: readonly Post[];
  pages: readonly StaticPage[];
  /** The files of terms and people, in order of their paths. */
  terms: readonly TermEntry[];
  /** All texts that are published: posts, pages, terms. */
  texts: readonly Entry[];
  /** Texts that this run withholds: still checked, never rendered into the site. */
  withheld: readonly Entry[];
  /**
   * Posts and pages that an error keeps out, as far as they can be read: only checked. Other values stand for those that were
   * refused.
   */
  unsound: readonly Entry[];
  /** Those who sign a post that is shown. */
  people: readonly Person[];
  /** Old path → new path or address, from `redirects.yaml` and `redirect_from`. */
  redirects: readonly Redirect[];
  /** Addresses that the site has published before. */
  book: AddressBook;
  /** When to build again, if something depends on the date. */
  nextChange?: NextChange;
  /** The tags of `tags.yaml` by slug, if no others are allowed. */
  closedTags?: ReadonlyMap<string, KnownTerm>;
  /** Links of `site.yaml`, of `people.yaml` and of events. */
  settingLinks: readonly SettingLink[];
  /** Places of the logo and the icon in `site.yaml`. */
  logoPlace?: Place;
  iconPlace?: Place;
  /** Files under `public/`, and pictures and other files beside posts, that may be published. */
  files: readonly SourceFile[];
  theme?: Theme;
  /** Names of the layouts that the site, its theme and Carnet have, without extension. */
  layouts: readonly string[];
}

/** A link in a settings file or in front matter, as written. */
export interface SettingLink {
  href: string;
  /** Its line with another address, to paste. */
  lineWith?: (href: string) => string;
  text: string;
  place: Place;
  /** True for a picture that a page shows. */
  picture?: true;
}

export interface Redirect {
  from: string;
  to: string;
  /** Place of the old path. */
  place: Place;
}

/** A line of `redirects.yaml`. */
export interface ListedRedirect extends Redirect {
  targetPlace: Place;
}
