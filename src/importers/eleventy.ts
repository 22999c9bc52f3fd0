// An Eleventy blog → `OldSite`: Markdown of the input folder, with the data that it inherits from folders.
// The configuration is a program, which is never run: only the folders that it names as plain texts are read from it.
import { posix } from "node:path";
import { readFileName } from "../content/file-names.ts";
import { nameIn } from "../paths.ts";
import { readDate } from "./dates.ts";
import { eleventyAddress } from "./eleventy-addresses.ts";
import { aliasesOf, isHeldBack, termsIn, titleOf } from "./front-matter.ts";
import { isTemplate } from "./jekyll.ts";
import { addTemplatePage, setAddress, type OldSite } from "./model.ts";
import { addMenus, menuEntries, readPeople } from "./people.ts";
import { readRedirects } from "./redirects.ts";
import {
  isAboutRepository,
  isOtherMarkup,
  isServed,
  readData,
  readText,
  type SourceFiles,
} from "./source.ts";
import {
  at,
  count,
  defined,
  first,
  folderName,
  globPattern,
  mail,
  map,
  rooted,
  text,
  texts,
  timeZone,
  webAddress,
  type Data,
} from "./values.ts";

interface Reading {
  files: SourceFiles;
  site: OldSite;
  /** Folder of texts, with its final slash; empty for the root. */
  input: string;
  /** Folders of data, layouts and output, which hold no texts. */
  others: readonly string[];
  /** Values of the data folder, by file name. */
  globals: Data;
  copies: readonly Copy[];
  ignored: readonly RegExp[];
  navigation: { label: string; to: string; order: number }[];
}

/** Files that Eleventy copied as they were: those that match go from `folder` to `to`. */
interface Copy {
  pattern: RegExp;
  folder: string;
  to: string;
}

export const ELEVENTY_CONFIG = /^(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/;
const MARKDOWN = /\.(md|markdown)$/i;
const TEMPLATE = /\.(njk|liquid|html|webc|11ty\.[cm]?[jt]s|hbs|ejs|pug)$/i;
const POSTS = /^(posts?|_posts|blog|articles?|billets?|actualites|news|journal|writing|notes)$/i;
const LANGUAGES = new Set(["fr", "en", "de", "es", "it", "nl", "pt"]);
const COLLECTIONS = /^(posts?|blog|articles?|all|nav|pages?|billets?)$/i;

export function readEleventy(files: SourceFiles): OldSite {
  const config = files.files.find((file) => ELEVENTY_CONFIG.test(file));
  const code = (config === undefined ? "" : (files.read(config) ?? "")).replace(
    /\/\*[^]*?\*\/|^\s*\/\/.*$/gm,
    "",
  );
  // `dir: { input: "src" }`, or a call since version 3.
  const named = (name: string): string | undefined =>
    new RegExp(`\\b(?:${name}\\s*:|set${name}(?:Directory)?\\s*\\()\\s*["'\`]([^"'\`\\n]*)["'\`]`, "i").exec(
      code,
    )?.[1];
  const top = folderName(named("input"));
  const input = top === "" ? "" : `${top}/`;
  // Folders are relative to the input, even those beside it: `../_data`.
  const inside = (folder: string): string => folderName(posix.join(top, folder));
  const data = inside(named("data") ?? "_data");
  const others = [
    data,
    inside(named("includes") ?? "_includes"),
    inside(named("layouts") ?? "_layouts"),
    folderName(named("output")) || "_site",
  ];
  const base = rooted(named("pathPrefix") ?? "").replace(/\/+$/, "");
  const globals = globalsIn(files, data);
  const site = siteOf(globals, base, [top, `${input}public`, "public", "static", ""]);
  const ignored = (files.read(".eleventyignore") ?? "").split("\n").map((line) => line.trim());
  const reading: Reading = {
    files,
    site,
    input,
    others,
    globals,
    copies: copiesIn(code, input),
    ignored: ignored.filter((line) => line !== "" && !line.startsWith("#")).map(globPattern),
    navigation: [],
  };
  readPeople(site, files, data);
  readRedirects(site, files, ["_redirects", "public/_redirects", "static/_redirects", `${input}_redirects`]);
  for (const file of files.files) readFile(file, reading);
  for (const name of ["navigation", "nav", "menu", "menus"])
    if (Array.isArray(globals[name])) site.nav.push(...menuEntries(globals[name]));
    else addMenus(site, globals[name]);
  const entries = reading.navigation.sort((a, b) => a.order - b.order);
  site.nav.push(...entries.map(({ label, to }) => ({ label, to, lang: undefined })));
  return site;
}

function globalsIn(files: SourceFiles, folder: string): Data {
  const globals: Data = {};
  for (const file of files.files) {
    const [, name] = file.startsWith(`${folder}/`)
      ? (/^([\w-]+)\.(?:json|ya?ml|toml|[cm]?[jt]s)$/.exec(file.slice(folder.length + 1)) ?? [])
      : [];
    const value = name === undefined ? undefined : readData(file, files.read(file));
    if (name !== undefined && value !== undefined) globals[name] = value;
    else if (name !== undefined) files.todo.push({ kind: "code-data", file, found: name });
  }
  return globals;
}

/** Usual names of the data file about the site; if several set a key, the first counts. */
const SITE_DATA = ["metadata", "site", "meta", "config", "siteConfig", "siteinfo", "global", "settings"];

function siteOf(globals: Data, base: string, roots: string[]): OldSite {
  const files = SITE_DATA.toReversed().map((name) => map(globals[name]));
  const own: Data = Object.fromEntries(
    [...files.map((file) => map(file["site"])), ...files].flatMap((one) => Object.entries(one)),
  );
  const keys = [
    "url",
    "baseUrl",
    "baseURL",
    "base_url",
    "siteUrl",
    "siteURL",
    "site_url",
    "host",
    "hostname",
    "origin",
    "domain",
    "homepage",
  ];
  const url = keys.map((key) => webAddress(own[key])).find((found) => found !== undefined);
  return {
    kind: "eleventy",
    settings: defined({
      title: text(own["title"]) ?? text(own["name"]),
      description: text(own["description"])?.replace(/\s+/g, " "),
      url: url === undefined ? undefined : url + (new URL(url).pathname.length > 1 ? "" : base),
      timeZone: timeZone(own["timezone"] ?? own["timeZone"]),
      postsPerPage: count(own["postsPerPage"]) ?? count(own["paginate"]),
      email: mail(own["email"]) ?? mail(at(own, "author.email")),
      publisher: text(at(own, "author.name")) ?? text(own["author"]),
    }),
    lang: text(first(own, ["language", "lang", "locale"]))?.replaceAll("_", "-") ?? "",
    base,
    zone: undefined,
    syntax: "liquid",
    showsFuture: true,
    texts: [],
    people: {},
    tags: {},
    redirects: [],
    nav: [],
    footer: [],
    lists: [],
    assets: [],
    roots: [...new Set(roots)],
    templates: 0,
    todo: [],
  };
}

/** `addPassthroughCopy("img")`, `addPassthroughCopy({ "src/img": "img" })`. https://www.11ty.dev/docs/copy/ */
function copiesIn(code: string, input: string): Copy[] {
  return [...code.matchAll(/addPassthroughCopy\s*\(([^)]*)\)/g)].flatMap(([, given = ""]) => {
    const pairs = [...given.matchAll(/["'`]([^"'`\n]+)["'`]\s*:\s*["'`]([^"'`\n]*)["'`]/g)];
    if (pairs.length > 0)
      return pairs.map(([, from = "", to = ""]) => {
        const folder = folderName(from.replace(/\/?[^/]*\*.*$/, ""));
        return { pattern: globPattern(from), folder, to: folderName(to) };
      });
    const [, from] = /^\s*["'`]([^"'`\n]+)["'`]/.exec(given) ?? [];
    return from === undefined
      ? []
      : [{ pattern: globPattern(from), folder: input.replace(/\/$/, ""), to: "" }];
  });
}

function readFile(file: string, reading: Reading): void {
  const { site, input, others, copies, ignored } = reading;
  const copy = copies.find(({ pattern }) => pattern.test(file));
  if (copy !== undefined && !MARKDOWN.test(file)) {
    const below = file.startsWith(`${copy.folder}/`)
      ? file.slice(copy.folder.length + 1)
      : copy.folder === file
        ? ""
        : file;
    const path = [copy.to, below].filter((part) => part !== "").join("/");
    if (isServed(file)) site.assets.push({ source: file, target: `public/${path}` });
    else if (/(^|\/)(robots\.txt|_headers|[^/]+\.(html?|xml|asc))$/i.test(path))
      site.todo.push({ kind: "file", file, found: path });
    return;
  }
  if (!file.startsWith(input) || others.some((folder) => file.startsWith(`${folder}/`))) return;
  const path = file.slice(input.length);
  if (isAboutRepository(path) || path.startsWith(".") || ignored.some((pattern) => pattern.test(file)))
    return;
  if (isOtherMarkup(file)) site.todo.push({ kind: "markup", file, found: path });
  else if (MARKDOWN.test(file) || (TEMPLATE.test(file) && !/(^|\/)_/.test(path)))
    readPage(file, path, reading);
}

/** What folders and data files set for a text, the nearest last. https://www.11ty.dev/docs/data-template-dir/ */
function inheritedBy(file: string, { files, input, site }: Reading): { data: Data; isWhole: boolean } {
  const folders = file.slice(input.length).split("/").slice(0, -1);
  const paths = folders.map((name, i) => `${input}${folders.slice(0, i + 1).join("/")}/${name}`);
  const data: Data = {};
  const tags: string[] = [];
  let isWhole = true;
  for (const base of [...paths, file.replace(/\.\w+$/, "")])
    for (const end of [
      "json",
      "yaml",
      "yml",
      "11tydata.json",
      "11tydata.yaml",
      "11tydata.js",
      "11tydata.cjs",
      "11tydata.mjs",
      "11tydata.ts",
    ]) {
      const name = `${base}.${end}`;
      if (!files.has(name)) continue;
      const written = files.read(name) ?? "";
      const value = readData(name, written);
      const isRead = value !== undefined;
      if (!isRead && !site.todo.some((todo) => todo.kind === "code-data" && todo.file === name))
        site.todo.push({ kind: "code-data", file: name, found: nameIn(name) });
      if (!isRead && /\bpermalink\b/.test(written)) isWhole = false;
      tags.push(...texts(map(value)["tags"]));
      for (const [key, one] of Object.entries(map(value))) data[key] = one;
    }
  if (tags.length > 0) data["tags"] = [...new Set(tags)];
  return { data, isWhole };
}

function readPage(source: string, path: string, reading: Reading): void {
  const { files, site, globals, navigation } = reading;
  const read = readText(files.read(source) ?? "");
  if ("broken" in read) {
    site.todo.push({ kind: "refused", file: source, found: read.broken });
    return;
  }
  const inherited = inheritedBy(source, reading);
  const data: Data = { ...inherited.data, ...read.data };
  const folders = path.split("/").slice(0, -1);
  const base = nameIn(path).replace(/\.(?:11ty\.)?\w+$/, "");
  const isBundle = base === "index" && folders.length > 0;
  const named = readFileName(`content/posts/${isBundle ? (folders.at(-1) ?? "") : base}.md`, new Set());
  const day = readDate(data["date"], undefined, named.day)?.day ?? named.day;
  const slug = base === "index" && !isBundle ? "" : named.slug || base;
  const stem = [...folders, named.day === undefined || isBundle ? base : slug].join("/");
  const permalink =
    at(data, "eleventyComputed.permalink") ?? at(data, "permalink.build") ?? data["permalink"];
  const isComputed = permalink === undefined && !inherited.isWhole;
  const url = isComputed
    ? undefined
    : eleventyAddress(permalink, {
        path: [...folders, base].join("/"),
        stem,
        slug,
        day,
        data: { ...globals, ...data },
      });
  const tags = [...new Set([...texts(inherited.data["tags"]), ...termsIn(read.data, ["tags", "tag"])])];
  const isOfPosts =
    tags.some((tag) => /^(posts?|blog|articles?|billets?)$/i.test(tag)) ||
    named.day !== undefined ||
    (isBundle ? folders.slice(0, -1) : folders).some((folder) => POSTS.test(folder));
  const language = folders.find((folder) => LANGUAGES.has(folder.toLowerCase()))?.toLowerCase();
  const label = text(at(data, "eleventyNavigation.title")) ?? text(at(data, "eleventyNavigation.key"));
  if (label !== undefined && typeof url === "string" && at(data, "eleventyNavigation.parent") === undefined)
    navigation.push({ label, to: url, order: Number(text(at(data, "eleventyNavigation.order")) ?? 0) });
  const isCode =
    TEMPLATE.test(source) && (!isOfPosts || read.body.includes("{%") || source.includes(".11ty."));
  if (isCode || (isTemplate(read.body) && !isOfPosts)) {
    noteTemplate(
      source,
      read.body,
      { data, url: typeof url === "string" ? url : undefined, language },
      reading,
    );
    return;
  }
  if (url === undefined)
    site.todo.push({ kind: "unknown-address", file: source, found: text(permalink) ?? "11tydata" });
  const isPost = isOfPosts && day !== undefined;
  if (isOfPosts && !isPost)
    site.todo.push({ kind: "undated", file: source, found: text(data["title"]) ?? base });
  const draft = url === false || isHeldBack(data);
  const lang = text(first(data, ["lang", "locale"]))?.replaceAll("_", "-") ?? language;
  const below = folders.filter(
    (folder) =>
      (isPost ? !POSTS.test(folder) : folder !== "pages") &&
      folder !== "content" &&
      folder.toLowerCase() !== language,
  );
  site.texts.push({
    kind: isPost ? "post" : "page",
    source,
    target: [
      "content",
      isPost ? "posts" : "pages",
      ...(language === undefined || language === site.lang ? [] : [language]),
      ...below,
      `${base}.md`,
    ].join("/"),
    data: read.data,
    inherited: inherited.data,
    body: read.body,
    lang,
    draft,
    oldUrl: draft || typeof url !== "string" ? undefined : url,
    day: isPost ? day : undefined,
    title: text(inherited.data["title"]) ?? titleOf(slug || base),
    aliases: aliasesOf(read.data),
    terms: {
      tags: tags.filter((tag) => !COLLECTIONS.test(tag)),
      categories: termsIn(data, ["categories", "category"]),
    },
    names: [source, path, base, slug],
  });
}

/** A feed, a list or another page that a template made, if it says where. */
function noteTemplate(
  file: string,
  body: string,
  { data, url, language }: { data: Data; url: string | undefined; language: string | undefined },
  reading: Reading,
): void {
  const { site } = reading;
  const over = text(at(data, "pagination.data")) ?? "";
  const permalink = text(data["permalink"]) ?? "";
  if (/<(?:feed|rss)\b/.test(body)) {
    site.templates++;
    if (url !== undefined) setAddress(site, "feed", url);
  } else if (over === "collections") {
    // `/tags/{{ tag | slugify }}/`
    site.templates++;
    const [, folder, end] = /^(\/?[^{}]*)\{\{[^{}]*\}\}(\/?)(?:index\.html)?$/.exec(permalink) ?? [];
    if (folder !== undefined) setAddress(site, "tag", rooted(`${folder}:slug${end ?? ""}`));
  } else if (over.startsWith("collections.")) {
    const size = count(at(data, "pagination.size"));
    if (size !== undefined) site.settings["postsPerPage"] = size;
    const [, list, page] = /^(\/?(?:[\w-]+\/)*)\{%[^%]*%\}([\w-]*\/?)\{\{[^{}]*\}\}/.exec(permalink) ?? [];
    if (page !== undefined) setAddress(site, "page", `${page}:n/`);
    addTemplatePage(site, file, url ?? (list === undefined ? undefined : rooted(list)), language);
  } else addTemplatePage(site, file, url, language);
}
