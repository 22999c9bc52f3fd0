// The model of every kind of old blog: entries, settings, redirects and files, before anything is written.
// Paths named `source` are relative to the imported folder, those named `target` to the new site root.
import type { Day } from "../content/types.ts";
import type { Generator } from "../strings/generators.ts";
import type { Given } from "./includes.ts";
import type { SourceText } from "./source-text.ts";

/** What the import changed in a text or in the settings; `strings/import-*.ts` have a sentence for each. */
export type ChangeKind =
  | "address"
  | "alias"
  | "anchor"
  | "author"
  | "baseurl"
  | "categories"
  | "code"
  | "code-block"
  | "comment"
  | "date"
  | "draft"
  | "duplicate-key"
  | "embed"
  | "emoji"
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
  | "page-terms"
  | "paragraph"
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
  /** Line of the source, from 1; 0 if the change belongs to no line. */
  line: number;
  from: string;
  to: string;
}

/** What is left for a person to do; `strings/import-*.ts` have a sentence for each. */
export type ManualKind =
  | "address-changed"
  | "address-shared"
  | "ambiguous-date"
  | "broken"
  | "clock-date"
  | "code-data"
  | "computed-address"
  | "dated-section"
  | "early-post"
  | "feed-template"
  | "file-name"
  | "left-file"
  | "links-lost"
  | "list-page"
  | "list-text"
  | "menu"
  | "mixed-field"
  | "other-markup"
  | "outside"
  | "page-resource"
  | "pictures-added"
  | "pictures-lost"
  | "redirect-pattern"
  | "redirect-shared"
  | "symlink"
  | "template"
  | "template-page"
  | "unread-people"
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
  /** Language from the folder, suffix or key; undefined for the site's own. */
  lang?: string;
  /** True if the path of the new file already indicates its language. */
  langInPath: boolean;
  draft: boolean;
  /** True if the name of the new file already marks it as a draft. */
  draftInPath: boolean;
  /** Address at which the old site published it; undefined for a draft. */
  oldUrl?: string;
  day?: Day;
  /** Title for a text without one of its own. */
  title: string;
  /** Old addresses that redirected to it, absolute. */
  aliases: readonly string[];
  /** Values inherited from a folder or a default, and absent from its own front matter. */
  inherited: Readonly<Record<string, unknown>>;
  tags: readonly string[] | undefined;
  categories: readonly string[];
  /** Group of translations. */
  group?: string;
  /** Names by which other texts refer to it. */
  names: readonly string[];
  /** Files beside it: source → target. */
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

/** An address of the old site that belongs to neither an entry nor a file. */
export interface OldAddress {
  url: string;
  what: "feed" | "list" | "tag" | "category";
}

/** A menu of the old site, or that of one of its languages. */
export interface OldMenu {
  /** The setting that it becomes; `other` for one that Carnet does not have. */
  place: "nav" | "footer" | "other";
  lang: string | undefined;
  file: string;
  /** In order. `to`: an address, or the name of a text or list. */
  entries: readonly { label: string; to: string }[];
}

export interface OldSite {
  kind: Generator;
  /** Keys of the new `site.yaml`, in the order in which they are written. */
  settings: Record<string, unknown>;
  lang: string;
  /** The old site's path on its host, without the final slash: empty, or `/blog`. */
  base: string;
  /** Where it showed codes such as `:tada:` as emoji; absent if nowhere. */
  emoji?: "texts" | "texts-and-titles";
  /** True if it showed texts before their date. */
  showsFuture?: boolean;
  /** True if further pages of the list of posts were at the root: `/page2/`. */
  listAtRoot: boolean;
  entries: SourceEntry[];
  people: Record<string, unknown>;
  tags: Record<string, unknown>;
  redirects: OldRedirect[];
  assets: Asset[];
  /** Files published only if something referred to them, with their place in that case. */
  onDemand: Asset[];
  addresses: OldAddress[];
  menus: OldMenu[];
  /** Lists that the old generator made from the published texts, if it is known to make them by itself. */
  lists?: (published: readonly SourceEntry[]) => { old: OldAddress[]; redirects: OldRedirect[] };
  /** The old address of a list that texts and menus refer to by name, in a language. */
  listNamed?: (name: string, lang: string | undefined) => string | undefined;
  /** Folders known to be served by another site of the host. */
  elsewhere: string[];
  manual: Manual[];
  /** Values that templates may use: `site.title`…; `page.…` is added for each text. */
  values: Readonly<Record<string, unknown>>;
  /** Text of an include or a shortcode, if nothing in it has to be run. `beside`: the text that names a file beside it. */
  include: (name: string, given: Given, beside?: string) => string | undefined;
  /** An include as it is written, for a generator whose conditions and loops can be known. */
  template?: (name: string, beside?: string) => string | undefined;
}
