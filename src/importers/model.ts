// The model of every kind of old blog, before anything is written.
// Paths named `source` are relative to the imported folder, `target` to the new site root. Addresses are decoded, and relative to
// the path of the old site on its host.
import type { Day } from "../content/types.ts";
import type { Generator, ImportWords } from "../strings/import.ts";
import { aliasesOf, isHeldBack } from "./front-matter.ts";
import { isServed, readText, TEXT, type SourceFiles, type SourceText } from "./source.ts";
import { at, count, defined, first, line, map, text, timeZone, webAddress, type Data } from "./values.ts";

/** What is left for a person to do, or to know. */
export type TodoKind = keyof ImportWords["todo"];

export interface Todo {
  kind: TodoKind;
  /** Source file; empty for the whole site. */
  file: string;
  found: string;
  /** How often, for template code. */
  times?: number;
}

export interface OldText {
  kind: "post" | "page" | "term";
  /** Of a term. */
  taxonomy?: string;
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
  /** True if nothing said where the text was: `oldUrl` is what the generator does then. */
  isUsual?: boolean;
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

/** An address of a list that the generator made, and which list of Carnet's is the same. */
export interface OldList {
  url: string;
  of: "home" | "blog" | "tags" | "archives" | "search" | { taxonomy: string; name: string };
  lang: string | undefined;
  /** The address of its feed, if it had one. */
  feed?: string;
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
  texts: OldText[];
  people: Data;
  /** Taxonomy → slug → label and description, where a text of the old site gave them. */
  terms: Record<string, Data>;
  /** Old addresses of these texts. */
  described: string[];
  redirects: { from: string; to: string }[];
  nav: MenuEntry[];
  footer: MenuEntry[];
  lists: OldList[];
  /** Files served as they were. */
  assets: { source: string; target: string }[];
  /** Source texts of which the generator made pages that Carnet makes itself. */
  templates: number;
  todo: Todo[];
}

const handle = (value: unknown): string | undefined => /^@?(\w+)$/.exec(text(value) ?? "")?.[1];

/** Settings by Carnet's key: their names elsewhere, in the order of preference, and how their values are read. */
const SETTINGS: readonly [key: string, names: string, read: (value: unknown) => unknown][] = [
  ["title", "title name", text],
  ["description", "description tagline", line],
  ["url", "url baseUrl baseURL base_url siteUrl siteURL site_url host hostname domain", webAddress],
  ["timeZone", "timezone timeZone", timeZone],
  [
    "postsPerPage",
    "postsPerPage paginate pagination.per_page pagination.pagerSize pagination.pagersize",
    count,
  ],
  ["email", "email author.email", text],
  ["twitter", "twitter_username twitter.username social.twitter twitter", handle],
  ["publisher", "author.name author", text],
];

/** A blog of which only the settings are read: of several maps of them, the first that has a value counts. */
export function newSite(kind: Generator, settings: readonly unknown[], own: Partial<OldSite>): OldSite {
  const found = SETTINGS.map(([key, names, read]): [string, unknown] => {
    const values = settings.flatMap((map) => names.split(" ").map((name) => read(at(map, name))));
    return [key, values.find((value) => value !== undefined)];
  });
  const lists = { texts: [], nav: [], footer: [], lists: [], assets: [], todo: [] };
  const none = { described: [], redirects: [], people: {}, terms: {}, lang: "", base: "", templates: 0 };
  const site = { kind, ...none, ...lists, ...own };
  const { url, ...all } = defined({ ...Object.fromEntries(found), ...own.settings });
  if (typeof url !== "string") return { ...site, settings: all };
  return { ...site, settings: { ...all, url: new URL(url).pathname === "/" ? url + site.base : url } };
}

/** The language that settings or front matter name: `fr`, `fr-FR`, `fr_FR`. */
export const languageIn = (data: Data): string | undefined =>
  text(first(data, ["lang", "locale", "language"]))?.replaceAll("_", "-");

/** Folders of languages, where nothing declares them. */
export const LANGUAGES = new Set("fr en de es it nl pt br ca eu oc".split(" "));

/** The languages of the new site, in lower case: a folder of texts named after one stands for it. */
export function languagesOf({ lang, settings, texts }: OldSite): ReadonlySet<string> {
  const used = texts.map((old) => old.lang ?? lang);
  const all = [lang, "fr", "en", ...Object.keys(map(settings["translations"])), ...used];
  return new Set(all.map((name) => name.toLowerCase()));
}

/** A text that can be read; one that cannot is named in the report. */
export function openText({ todo }: OldSite, files: SourceFiles, file: string): SourceText | undefined {
  const read = readText(files.read(file) ?? "");
  if ("data" in read) return read;
  todo.push({ kind: "refused", file, found: read.broken });
  return undefined;
}

/** A text as a reader finds it; `url`: false if it was not published, undefined if its address is unknown. */
export type TextEntry = Pick<OldText, "source" | "target" | "data" | "body" | "lang" | "title" | "names"> &
  Partial<OldText> & { isOfPosts: boolean; url: string | false | undefined };

/** Adds a text: a post if its place is among those, and a draft without an address. */
export function addText(site: OldSite, { isOfPosts, url, ...found }: TextEntry): void {
  const { source: file, title, data, inherited = {} } = found;
  const draft = found.draft === true || url === false || isHeldBack({ ...inherited, ...data });
  const kind = found.target.startsWith("content/posts/") ? "post" : "page";
  if (isOfPosts && kind === "page") site.todo.push({ kind: "undated", file, found: title });
  if (!draft && url === undefined) site.todo.push({ kind: "unknown-address", file, found: title });
  // Hosts show this one for any address that does not exist.
  const oldUrl = draft ? undefined : url === "/404/" ? "/404.html" : url;
  const { aliases, names } = found.aliases === undefined ? aliasesOf(data) : { aliases: [], names: [] };
  if (names.length > 0) site.todo.push({ kind: "value", file, found: `aliases: ${names.join(", ")}` });
  const usual = { inherited, day: undefined, aliases, terms: {} };
  site.texts.push({ ...usual, ...found, kind, draft, oldUrl });
}

/** A file that the old site served as it was: it is copied, or named if a host or a robot may need it. */
export function addServedFile(site: OldSite, file: string, path: string): void {
  if (isServed(path)) site.assets.push({ source: file, target: `public/${path}` });
  else if (TEXT.test(path) || /(^|\/)(robots\.txt|_headers|[^/]+\.(xml|asc))$/i.test(path))
    site.todo.push({ kind: "file", file, found: path });
}

/** True for a text that was not imported. */
export const isRefused = ({ kind }: Todo): boolean => ["refused", "markup", "resource"].includes(kind);

/** Gives a list of the new site the address of the old one; the first wins, and one that a template would compute is none. */
export function setAddress(site: OldSite, name: string, address: string): void {
  if (/[\s{}<>]/.test(address)) return;
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
  const [of] = LISTS.find(([, name]) => name.test(`/${file} ${url ?? ""}`.toLowerCase())) ?? [];
  if (of === undefined) site.todo.push({ kind: "template-page", file, found: url ?? file });
  else if (url !== undefined) {
    site.lists.push({ url, of, lang });
    if (url.endsWith("/") && of !== "home" && lang === undefined) setAddress(site, of, url);
  }
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
