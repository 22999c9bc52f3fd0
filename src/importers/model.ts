// What every kind of old blog is read as: entries, settings, redirects and files, before anything is written.
// Paths called `source` are relative to the folder that is imported, those called `target` to the new site root.
import type { Day } from "../content/types.ts";
import type { SourceText } from "./source-text.ts";

export type SourceKind = "jekyll" | "hugo" | "eleventy";

export const SOURCE_KINDS: readonly SourceKind[] = ["jekyll", "hugo", "eleventy"];

/** What the import did to a text or to the settings; each has its sentence in `strings/import.ts`. */
export type ChangeKind =
  | "address"
  | "alias"
  | "anchor"
  | "author"
  | "baseurl"
  | "categories"
  | "code-block"
  | "comment"
  | "date"
  | "draft"
  | "duplicate-key"
  | "embed"
  | "entity"
  | "feed-id"
  | "figure"
  | "format"
  | "html"
  | "image"
  | "include"
  | "inherited"
  | "key"
  | "language"
  | "layout"
  | "link"
  | "notice"
  | "raw"
  | "slug"
  | "tags"
  | "title"
  | "toc"
  | "translation"
  | "two-digit-year"
  | "value"
  | "years-in-address";

export interface Change {
  kind: ChangeKind;
  /** Line of the source, from 1; 0 where the change belongs to no line. */
  line: number;
  from: string;
  to: string;
}

/** What a person has to look at; each has its sentence in `strings/import.ts`. */
export type ManualKind =
  | "address-changed"
  | "address-shared"
  | "ambiguous-date"
  | "broken"
  | "clock-date"
  | "code-data"
  | "computed-address"
  | "feed-template"
  | "file-name"
  | "list-text"
  | "menu"
  | "mixed-field"
  | "other-markup"
  | "outside"
  | "page-resource"
  | "redirect-pattern"
  | "redirect-shared"
  | "symlink"
  | "template"
  | "template-page"
  | "words-added"
  | "words-lost";

export interface Manual {
  kind: ManualKind;
  /** Source file; empty for the whole site. */
  file: string;
  line: number;
  found: string;
}

export interface SourceEntry {
  kind: "post" | "page";
  source: string;
  target: string;
  text: SourceText;
  /** Language by folder, suffix or key; undefined for the site's own. */
  lang?: string;
  /** True where the new file's place or name already says its language. */
  langInPath: boolean;
  draft: boolean;
  /** True where the new file's name already says that it is a draft. */
  draftInPath: boolean;
  /** Address at which the old site published it; none for a draft. */
  oldUrl?: string;
  day?: Day;
  /** Title for a text that has none of its own. */
  title: string;
  /** Old addresses that led to it, absolute. */
  aliases: readonly string[];
  /** Values that a folder or a default gave it, which its own front matter does not say. */
  inherited: Readonly<Record<string, unknown>>;
  tags: readonly string[] | undefined;
  categories: readonly string[];
  /** Group of translations. */
  group?: string;
  /** Names by which other texts refer to it. */
  names: readonly string[];
  /** Files that stand beside it: source → target. */
  beside: readonly Asset[];
}

export interface Asset {
  source: string;
  target: string;
}

export interface OldRedirect {
  from: string;
  to: string;
  file: string;
  line: number;
}

/** An address of the old site that is neither an entry's nor a file's. */
export interface OldAddress {
  url: string;
  what: "feed" | "list" | "tag" | "category";
}

export interface OldSite {
  kind: SourceKind;
  /** Keys of the new `site.yaml`, in the order in which they are written. */
  settings: Record<string, unknown>;
  lang: string;
  zone: string;
  /** The old site's path on its host, without final slash: empty, or `/blog`. */
  base: string;
  /** True where further pages of the list of posts stood at the root: `/page2/`. */
  listAtRoot: boolean;
  entries: SourceEntry[];
  people: Record<string, unknown>;
  tags: Record<string, unknown>;
  redirects: OldRedirect[];
  assets: Asset[];
  /** Files that were published only where something named them, with their place if that is so. */
  onDemand: Asset[];
  addresses: OldAddress[];
  /** Lists that the old generator made of what it published, where it is known to have made them by itself. */
  lists?: (published: readonly SourceEntry[]) => { old: OldAddress[]; redirects: OldRedirect[] };
  /** Folders that another site of the host is known to serve. */
  elsewhere: string[];
  manual: Manual[];
  /** Values that templates may name: `site.title`, `page.…` is added for each text. */
  values: Readonly<Record<string, unknown>>;
  /** Text of an include, where it holds no template. */
  include: (name: string) => string | undefined;
}
