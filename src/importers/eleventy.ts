// An Eleventy blog → `OldSite`: Markdown of the input folder, with the data that it inherits from folders.
// The configuration is a program, which is never run: only the folders that it names as plain texts are read from it.
import { posix } from "node:path";
import slugify from "@sindresorhus/slugify";
import type { Day } from "../content/types.ts";
import { nameIn } from "../paths.ts";
import { termsIn, titleOf } from "./front-matter.ts";
import { readRedirects } from "./links.ts";
import * as model from "./model.ts";
import { languageIn, setAddress, type OldSite } from "./model.ts";
import { addMenus, MENUS, readPeople } from "./people.ts";
import { dataIn, isAboutRepository, isOtherMarkup, readData, type SourceFiles } from "./source.ts";
import {
  at,
  count,
  datedName,
  first,
  folderName,
  globPattern,
  map,
  rooted,
  text,
  texts,
  type Data,
} from "./values.ts";

const CONFIG = /^(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/;

interface Reading {
  files: SourceFiles;
  site: OldSite;
  /** Folder of texts, with its final slash; empty for the root. */
  input: string;
  /** Files that Eleventy did not read as texts. */
  ignored: readonly RegExp[];
  /** Values of the data folder, by file name. */
  globals: Data;
  /** `eleventyNavigation` of the texts that have one, with its address. */
  navigation: Data[];
}

const MARKDOWN = /\.(md|markdown)$/i;
const TEMPLATE = /\.(njk|liquid|html|webc|11ty\.[cm]?[jt]s|hbs|ejs|pug)$/i;
const POSTS = /^(posts?|_posts|blog|articles?|billets?|actualites|news|journal|writing|notes)$/i;
/** Tags that are names of collections of a theme. */
const COLLECTIONS = /^(posts?|blog|articles?|all|nav|pages?|billets?)$/i;

export function readEleventy(files: SourceFiles): OldSite {
  const config = files.files.find((file) => CONFIG.test(file)) ?? "";
  const code = (files.read(config) ?? "").replace(/(?<=^|\s)\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "");
  // `dir: { input: "src" }`, or a call since version 3.
  const [, dir = ""] = /\bdir\s*:\s*\{([^}]*)\}/.exec(code) ?? [];
  const named = (name: string): string | undefined =>
    new RegExp(`\\b${name}\\s*:\\s*["'\`]([^"'\`\\n]*)`).exec(dir)?.[1] ??
    new RegExp(`\\bset${name}Directory\\s*\\(\\s*["'\`]([^"'\`\\n]*)`, "i").exec(code)?.[1];
  const [, prefix = ""] = /\bpathPrefix\s*:\s*["'`]([^"'`\n]*)/.exec(code) ?? [];
  const top = folderName(named("input"));
  const input = top === "" ? "" : `${top}/`;
  // Folders are relative to the input, even those beside it: `../_data`.
  const inside = (folder: string): string => folderName(posix.join(top, folder));
  const data = inside(named("data") ?? "_data");
  const others = [data, inside(named("includes") ?? "_includes"), inside(named("layouts") ?? "_layouts")];
  const ignored = (files.read(".eleventyignore") ?? "").split("\n").map((line) => line.trim());
  const globals = dataIn(data, files);
  const places = SITE_DATA.flatMap((name) => [map(globals[name]), map(at(globals, `${name}.site`))]);
  const site = model.newSite("eleventy", places, {
    lang: places.map(languageIn).find((found) => found !== undefined) ?? "",
    base: rooted(prefix).replace(/\/$/, ""),
  });
  const reading: Reading = {
    files,
    site,
    input,
    ignored: [...others, folderName(named("output")) || "_site", ...ignored]
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map(globPattern),
    globals,
    navigation: [],
  };
  readPeople(site, globals);
  readRedirects(site, files, ["_redirects", "public/_redirects", "static/_redirects", `${input}_redirects`]);
  for (const file of files.files) readFile(file, reading);
  for (const name of MENUS) addMenus(site, globals[name]);
  addMenus(site, reading.navigation);
  return site;
}

/** Usual names of the data file about the site. */
const SITE_DATA = "metadata site meta config siteConfig siteinfo global settings".split(" ");

function readFile(file: string, reading: Reading): void {
  const { site, input, ignored } = reading;
  const path = file.slice(input.length);
  // The usual folders of `addPassthroughCopy`; in others, only what texts show is copied.
  const [, served] = /^(?:[^/]+\/)?(?:public|static)\/(.+)$/.exec(file) ?? [];
  if (served !== undefined) model.addServedFile(site, file, served);
  else if (!file.startsWith(input) || isAboutRepository(path) || path.startsWith(".")) return;
  else if (ignored.some((pattern) => pattern.test(file))) return;
  else if (isOtherMarkup(file)) site.todo.push({ kind: "markup", file, found: path });
  else if (MARKDOWN.test(file) || (TEMPLATE.test(file) && !/(^|\/)_/.test(path)))
    readPage(file, path, reading);
}

const DATA_FILES =
  "json yaml yml 11tydata.json 11tydata.yaml 11tydata.js 11tydata.cjs 11tydata.mjs 11tydata.ts".split(" ");

/** What folders and data files set for a text, the nearest last. https://www.11ty.dev/docs/data-template-dir/ */
function inheritedBy(file: string, { files, input, site }: Reading): Data {
  const folders = file.slice(input.length).split("/").slice(0, -1);
  const bases = folders.map((name, i) => `${input}${folders.slice(0, i + 1).join("/")}/${name}`);
  const found = [...bases, file.replace(/\.\w+$/, "")].flatMap((base) =>
    DATA_FILES.map((end) => `${base}.${end}`).filter(files.has),
  );
  const data: Data = {};
  for (const name of found) {
    const value = readData(name, files.read(name));
    const tags = [...texts(data["tags"]), ...texts(at(value, "tags"))];
    Object.assign(data, map(value), tags.length > 0 && { tags });
    if (value !== undefined) continue;
    if (!site.todo.some((todo) => todo.file === name))
      site.todo.push({ kind: "code-data", file: name, found: nameIn(name) });
    // A program may compute the address: none is guessed.
    if (/\bpermalink\b/.test(files.read(name) ?? "")) data["permalink"] = "{{ program }}";
  }
  return data;
}

function readPage(file: string, path: string, reading: Reading): void {
  const { files, site, globals, navigation } = reading;
  const read = model.openText(site, files, file);
  if (read === undefined) return;
  const inherited = inheritedBy(file, reading);
  const data: Data = { ...inherited, ...read.data };
  const folders = path.split("/").slice(0, -1);
  const base = nameIn(path).replace(/\.(?:11ty\.)?\w+$/, "");
  const isBundle = base === "index" && folders.length > 0;
  const named = datedName(isBundle ? (folders.at(-1) ?? "") : base, data["date"], "UTC");
  const { day } = named;
  const slug = path === "index.md" ? "" : named.slug || base;
  const permalink = first(data, ["eleventyComputed.permalink", "permalink.build"]) ?? data["permalink"];
  const stem = [...folders, base].join("/");
  const url = eleventyAddress(permalink, { path: stem, slug, day, data: { ...globals, ...data } });
  const tags = [...new Set([...texts(inherited["tags"]), ...termsIn(read.data, ["tags", "tag"])])];
  const above = isBundle ? folders.slice(0, -1) : folders;
  const isOfPosts =
    tags.some((tag) => /^(posts?|blog|articles?|billets?)$/i.test(tag)) ||
    named.isDated ||
    above.some((folder) => POSTS.test(folder));
  const language = folders.find((folder) => model.LANGUAGES.has(folder.toLowerCase()))?.toLowerCase();
  if (typeof url === "string") navigation.push({ order: 0, url, ...map(data["eleventyNavigation"]) });
  // A page in HTML is a text, unless it is a list, or a whole document with a layout of its own.
  const isCode = /\.html$/i.test(file)
    ? data["pagination"] !== undefined || /^\s*<(?:!doctype|html)\b/i.test(read.body)
    : TEMPLATE.test(file) && (!isOfPosts || /\{%|\.11ty\./.test(file + read.body));
  if (isCode || (model.isTemplate(read.body) && !isOfPosts)) {
    noteTemplate(file, read.body, data, url === false ? undefined : url, site);
    return;
  }
  const isPost = isOfPosts && day !== undefined;
  const dropped = isPost ? /^content$/i : /^(content|pages)$/i;
  const isKept = (item: string): boolean => !dropped.test(item) && !(isPost && POSTS.test(item));
  const below = folders.filter((item) => isKept(item) && item.toLowerCase() !== language);
  const lang = language === undefined || language === site.lang ? [] : [language];
  model.addText(site, {
    isOfPosts,
    source: file,
    target: ["content", isPost ? "posts" : "pages", ...lang, ...below, `${base}.md`].join("/"),
    data: read.data,
    inherited,
    body: read.body,
    lang: languageIn(data) ?? language,
    url,
    isUsual: url !== false && (url === undefined || text(permalink) === undefined),
    day,
    title: text(inherited["title"]) ?? titleOf(slug || base),
    terms: {
      tags: tags.filter((tag) => !COLLECTIONS.test(tag)),
      categories: termsIn(data, ["categories", "category"]),
    },
    names: [file, path, base, slug],
  });
}

/** A feed, a list or another page that a template made, if it says where. */
function noteTemplate(file: string, body: string, data: Data, url: string | undefined, site: OldSite): void {
  const over = text(at(data, "pagination.data")) ?? "";
  const permalink = text(data["permalink"]) ?? "";
  // `/tags/{{ tag | slugify }}/`
  const [, tags, end = ""] = /^(\/?[^{}]*)\{\{[^{}]*\}\}(\/?)(?:index\.html)?$/.exec(permalink) ?? [];
  // The first page of a list: `/articles/{% if … %}page/{{ … }}/{% endif %}`
  const [, list] = /^(\/?(?:[\w-]+\/)+)\{%/.exec(permalink) ?? [];
  const isFeed = /<(?:feed|rss)\b/.test(body);
  if (isFeed && url !== undefined) setAddress(site, "feed", url);
  if (over === "collections" && tags !== undefined) setAddress(site, "tag", rooted(`${tags}:slug${end}`));
  if (isFeed || (over === "collections" && tags !== undefined)) site.templates++;
  else model.addTemplatePage(site, file, url ?? (list && rooted(list)));
  const size = over.startsWith("collections.") ? count(at(data, "pagination.size")) : undefined;
  // Of several lists, the longest is that of posts; one of size 1 has a page for each text.
  const most = Math.max(size ?? 1, count(site.settings["postsPerPage"]) ?? 1);
  if (most > 1) site.settings["postsPerPage"] = most;
}

// Permalinks: a path, or a template over a few common values, filled in only if all of them are known.
// https://www.11ty.dev/docs/permalinks/

interface EleventyNamed {
  /** Path of the file in the input folder, without extension: `posts/2022-03-04-titre`. */
  path: string;
  /** File name without folder, extension and date. */
  slug: string;
  day: Day | undefined;
  data: Data;
}

/** `false` if the text is not published, undefined if only running the blog could show its address. */
export function eleventyAddress(permalink: unknown, named: EleventyNamed): string | false | undefined {
  if (permalink === false || permalink === "false") return false;
  const written = text(permalink);
  if (written === undefined) {
    // `posts/posts.md` is the index of its folder, like `posts/index.md`.
    const path = named.path.replace(/(^|\/)index$/, "$1").replace(/(^|\/)([^/]+)\/\2$/, "$1$2");
    return rooted(path === "" || path.endsWith("/") ? path : `${path}/`);
  }
  const unknown: string[] = [];
  const filled = written.replace(/\{\{-?\s*([^{}]*?)\s*-?\}\}/g, (_, expression: string) => {
    const value = evaluate(expression, named);
    if (value === undefined) unknown.push(expression);
    return value ?? "";
  });
  const isKnown = unknown.length === 0 && !/\{%|\{\{|\$\{|=>/.test(filled);
  return isKnown ? rooted(filled).replace(/\/index\.html$/, "/") : undefined;
}

function evaluate(expression: string, { path: file, slug, day, data }: EleventyNamed): string | undefined {
  const [name = "", ...filters] = expression.split("|").map((part) => part.trim());
  const known: Data = {
    "page.fileSlug": slug,
    "page.filePathStem": `/${file.replace(/(^|\/)\d{4}-\d\d-\d\d-(?=[^/]+$)/, "$1")}`,
    "page.outputFileExtension": "html",
    "page.date": day,
    date: day,
  };
  let value = text(Object.hasOwn(known, name) ? known[name] : at(data, name));
  for (const filter of filters) value = value === undefined ? undefined : filtered(value, filter, day);
  return value;
}

function filtered(value: string, filter: string, day: Day | undefined): string | undefined {
  const [, name = "", rest = ""] = /^([\w-]+)\s*[:(]?\s*([^]*?)\)?$/.exec(filter) ?? [];
  if (/^(url|safe)$/.test(name)) return value;
  if (/^(downcase|lower)$/.test(name)) return value.toLowerCase();
  if (name === "slugify") return slugified(value);
  // The older filter keeps more signs: both agree only where there are none.
  if (name === "slug") return /^[\w\s-]*$/.test(value) ? slugified(value) : undefined;
  const form = /date|format/i.test(name) && value === day ? (/["']([^"']+)["']/.exec(rest)?.[1] ?? "") : "";
  const [year = "", month = "", date = ""] = value.split("-");
  const filled = form
    .replace(/%F/g, "%Y-%m-%d")
    .replace(/%Y|yyyy|YYYY/g, year)
    .replace(/%m|MM|LL/g, month)
    .replace(/%d|dd|DD/g, date);
  return form === "" || /[%A-Za-z]/.test(filled) ? undefined : filled;
}

/** Eleventy's `slugify`, which does not know œ. */
const slugified = (value: string): string => slugify(value.replace(/œ/gi, " "), { decamelize: false });
