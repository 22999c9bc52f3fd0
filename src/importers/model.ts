// The model of every kind of old blog, before anything is written.
// Paths named `source` are relative to the imported folder, `target` to the new site root. Addresses are decoded, and relative to
// the path of the old site on its host.
import type { Day } from "../content/types.ts";
import type { Generator, ImportWords } from "../strings/import.ts";
import { isServed, readText, type SourceFiles, type SourceText } from "./source.ts";
import { map, type Data } from "./values.ts";

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

/** An address of a list that the generator made, and what it was. */
export interface OldList {
  url: string;
  /** `feed`: of the list at `of`, or of the whole blog. */
  as: "home" | "blog" | "tags" | "archives" | "search" | "feed" | "term" | "other";
  lang: string | undefined;
  /** The term of a list of its texts. */
  term?: { taxonomy: string; name: string } | undefined;
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
  redirects: { from: string; to: string }[];
  nav: MenuEntry[];
  footer: MenuEntry[];
  lists: OldList[];
  /** Files served as they were. */
  assets: { source: string; target: string }[];
  /** Source folders in which the file of an address such as `/img/a.png` may be, if nothing copied it. */
  roots: readonly string[];
  /** Source texts of which the generator made pages that Carnet makes itself. */
  templates: number;
  todo: Todo[];
}

/** How the blogs of one generator are recognised and read. */
export interface Reader {
  detects: (files: SourceFiles) => boolean;
  read: (files: SourceFiles) => OldSite;
}

/** A blog of which nothing is read yet. */
export function newSite(kind: Generator, own: Partial<OldSite>): OldSite {
  const lists = { texts: [], redirects: [], nav: [], footer: [], lists: [], assets: [], roots: [], todo: [] };
  const none = { settings: {}, people: {}, tags: {}, lang: "", base: "", zone: undefined, templates: 0 };
  return { kind, syntax: "liquid", showsFuture: false, ...none, ...lists, ...own };
}

/** Folders of languages, where nothing declares them. */
export const LANGUAGES = new Set("fr en de es it nl pt br ca eu oc".split(" "));

/** A text that can be read; one that cannot is named in the report. */
export function openText({ todo }: OldSite, files: SourceFiles, file: string): SourceText | undefined {
  const read = readText(files.read(file) ?? "");
  if ("data" in read) return read;
  todo.push({ kind: "refused", file, found: read.broken });
  return undefined;
}

/** A text as a reader finds it; `url`: false if it was not published, undefined if its address is unknown. */
export interface TextEntry extends Omit<OldText, "kind" | "oldUrl"> {
  isOfPosts: boolean;
  url: string | false | undefined;
}

/** Adds a text: a post if its place is among those, and a draft without an address. */
export function addText(site: OldSite, { isOfPosts, url, ...found }: TextEntry): void {
  const { source: file, title } = found;
  const draft = found.draft || url === false;
  const kind = found.target.startsWith("content/posts/") ? "post" : "page";
  if (isOfPosts && kind === "page") site.todo.push({ kind: "undated", file, found: title });
  if (!draft && url === undefined) site.todo.push({ kind: "unknown-address", file, found: title });
  site.texts.push({ ...found, kind, draft, oldUrl: draft || typeof url !== "string" ? undefined : url });
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
  site.settings["addresses"] = { [name]: address, ...map(site.settings["addresses"]) };
}

/** Lists that Carnet makes too, by the name of the old one. */
const LISTS = [
  ["home", /\s\/$/],
  ["archives", /archive/],
  ["search", /search|recherche/],
  ["tags", /[/_-](tags?|mots-cles|etiquettes)\b/],
  ["blog", /[/_-](blog|posts|articles|actualites|news)([/._ -]|$)/],
] as const;

/** Notes a page made by a template: Carnet makes its own lists, at the same address where it has one of the kind. */
export function addTemplatePage(site: OldSite, file: string, url: string | undefined, lang?: string): void {
  site.templates++;
  const [as] = LISTS.find(([, name]) => name.test(`/${file} ${url ?? ""}`.toLowerCase())) ?? ["other"];
  if (url !== undefined) site.lists.push({ url, as, lang });
  if (as === "other") site.todo.push({ kind: "template-page", file, found: url ?? file });
  else if (url?.endsWith("/") === true && as !== "home" && lang === undefined) setAddress(site, as, url);
}

/** True for a page without words of its own: a list, an archive, a search, or what only its layout shows. */
export function isTemplate(body: string): boolean {
  const isList = /\{%-?\s*(for|paginate|tablerow)\b|\bpaginator\b/.test(body);
  const isCode = isList || /\{%-?\s*(assign|capture|if|unless|case|set)\b/.test(body);
  const around = body
    .replace(/\{%-?\s*(for|if|unless|case)\b[^]{0,20000}?\{%-?\s*end\1\s*-?%\}/g, " ")
    .replace(/\{%[^]{0,2000}?%\}|\{\{[^]{0,2000}?\}\}|<(script|style)\b[^]*?<\/\1>|<[^<>]*>/gi, " ");
  const words = around.match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0;
  // A list usually has only a title and a sentence around it.
  return isCode ? words < (isList ? 40 : 1) : body.trim() === "";
}
