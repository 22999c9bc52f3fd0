// The model of every kind of old blog, before anything is written.
// Paths named `source` are relative to the imported folder, `target` to the new site root. Addresses are decoded, and relative to
// the path of the old site on its host.
import type { Day } from "../content/types.ts";
import type { Generator } from "../strings/generators.ts";
import type { ImportWords } from "../strings/import.ts";
import { isServed } from "./source.ts";
import type { Data } from "./values.ts";

/** What is left for a person to do, or to know. */
export type TodoKind = keyof ImportWords["todo"];

export interface Todo {
  kind: TodoKind;
  /** Source file; empty for the whole site. */
  file: string;
  found: string;
}

export interface OldText {
  kind: "post" | "page";
  source: string;
  target: string;
  /** Its own front matter. */
  data: Data;
  /** Values that a folder or the settings give it. */
  inherited: Data;
  body: string;
  /** As the old site named it; undefined for its own language. */
  lang: string | undefined;
  draft: boolean;
  /** Undefined for a draft, or if only running the generator could show it. */
  oldUrl: string | undefined;
  /** Scheme and host, if its language had one of its own. */
  host?: string;
  day: Day | undefined;
  /** For a text without a title of its own. */
  title: string;
  /** Old addresses that redirected to it. */
  aliases: readonly string[];
  /** Taxonomy → terms: `tags`, `categories`, and those of the settings. */
  terms: Readonly<Record<string, readonly string[]>>;
  /** What translations of one text have in common. */
  group?: string;
  /** Names by which other texts refer to it. */
  names: readonly string[];
}

export interface Asset {
  source: string;
  target: string;
}

export interface OldRedirect {
  from: string;
  to: string;
}

/** An address of a list that the generator made, and what it was. */
export interface OldList {
  url: string;
  /** `feed`: of the list at `of`, or of the whole blog. */
  as: "home" | "blog" | "tags" | "archives" | "search" | "feed" | "term" | "other";
  lang: string | undefined;
  /** The term of a list of its texts. */
  term?: { taxonomy: string; name: string };
}

export interface MenuEntry {
  label: string;
  /** An address, or the name of a text. */
  to: string;
  lang: string | undefined;
}

export interface OldSite {
  kind: Generator;
  /** Keys of the new `site.yaml`. */
  settings: Data;
  /** Empty if no setting names it. */
  lang: string;
  /** The path of the old site on its host, without a final slash: empty, or `/blog`. */
  base: string;
  /** The zone in which it read dates; undefined if it took the day as written. */
  zone: string | undefined;
  /** Which template language its texts contain. */
  syntax: "liquid" | "hugo";
  /** True if it showed texts before their date. */
  showsFuture: boolean;
  texts: OldText[];
  people: Data;
  tags: Data;
  redirects: OldRedirect[];
  nav: MenuEntry[];
  footer: MenuEntry[];
  lists: OldList[];
  /** Files served as they were. */
  assets: Asset[];
  /** Source folders in which the file of an address such as `/img/a.png` may be, if nothing copied it. */
  roots: readonly string[];
  /** Source texts of which the generator made pages that Carnet makes itself. */
  templates: number;
  todo: Todo[];
}

/** A blog of which nothing is read yet. */
export function newSite(
  kind: Generator,
  own: Pick<OldSite, "settings" | "lang" | "base" | "roots"> & Partial<OldSite>,
): OldSite {
  const lists = { texts: [], redirects: [], nav: [], footer: [], lists: [], assets: [], todo: [] };
  const none = {
    people: {},
    tags: {},
    zone: undefined,
    syntax: "liquid",
    showsFuture: false,
    templates: 0,
  } as const;
  return { kind, ...lists, ...none, ...own };
}

/** A file that the old site served as it was: it is copied, or named if a host or a robot may need it. */
export function addServedFile(site: OldSite, file: string, path: string): void {
  if (isServed(path)) site.assets.push({ source: file, target: `public/${path}` });
  else if (/(^|\/)(robots\.txt|_headers|[^/]+\.(md|html?|xml|asc))$/i.test(path))
    site.todo.push({ kind: "file", file, found: path });
}

/** True for a text that was not imported. */
export const isRefused = ({ kind }: Todo): boolean => ["refused", "markup", "resource"].includes(kind);

/** Gives a list of the new site the address of the old one; the first wins. */
export function setAddress(site: OldSite, name: string, address: string): void {
  const addresses: Data = { [name]: address, ...(site.settings["addresses"] as Data | undefined) };
  site.settings["addresses"] = addresses;
}

/** Notes a page made by a template: Carnet makes its own lists, at the same address where it has one of the kind. */
export function addTemplatePage(site: OldSite, file: string, url: string | undefined, lang?: string): void {
  site.templates++;
  const name = `${file} ${url ?? ""}`.toLowerCase();
  const as =
    url === "/"
      ? "home"
      : ((["archives", "search", "tags", "blog"] as const).find((one) => LISTS[one].test(name)) ?? "other");
  if (url !== undefined) site.lists.push({ url, as, lang });
  if (as === "other") site.todo.push({ kind: "template-page", file, found: url ?? file });
  else if (url?.endsWith("/") === true && as !== "home" && lang === undefined) setAddress(site, as, url);
}

const LISTS = {
  archives: /archive/,
  search: /search|recherche/,
  tags: /(^|[/_-])(tags?|mots-cles|etiquettes)\b/,
  blog: /(^|[/_-])(blog|posts|articles|actualites|news)([/._ -]|$)/,
};

/** True for a page without words of its own: a list, an archive, a search, or what only its layout shows. */
export function isTemplate(body: string): boolean {
  const isList = /\{%-?\s*(for|paginate|tablerow)\b|\bpaginator\b/.test(body);
  const isCode = isList || /\{%-?\s*(assign|capture|if|unless|case|set)\b/.test(body);
  const around = body
    .replace(/\{%-?\s*(for|if|unless|case)\b[^]*?\{%-?\s*end\1\s*-?%\}/g, " ")
    .replace(/\{%[^]*?%\}|\{\{[^]*?\}\}|<(script|style)\b[^]*?<\/\1>|<[^>]*>/gi, " ");
  const words = around.match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0;
  // A list usually has only a title and a sentence around it.
  return isCode ? words < (isList ? 40 : 1) : body.trim() === "";
}
