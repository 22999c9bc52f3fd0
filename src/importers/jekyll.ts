// A Jekyll blog → `OldSite`: posts of every `_posts`, drafts, pages, collections, people and files.
// https://jekyllrb.com/docs/configuration/
import { dayParts } from "../content/dates.ts";
import type { Day } from "../content/types.ts";
import { nameIn } from "../paths.ts";
import { isHeldBack, termsIn, titleOf } from "./front-matter.ts";
import { readRedirects } from "./links.ts";
import * as model from "./model.ts";
import { languageIn, setAddress, type OldSite } from "./model.ts";
import { addMenus, addPerson, MENUS, PEOPLE, readPeople } from "./people.ts";
import * as source from "./source.ts";
import { readData, TEXT, type SourceFiles, type SourceText } from "./source.ts";
import {
  at,
  datedName,
  first,
  folderName,
  globPattern,
  list,
  map,
  rooted,
  text,
  texts,
  timeZone,
  type Data,
} from "./values.ts";

interface Reading {
  files: SourceFiles;
  site: OldSite;
  config: Data;
  collections: ReadonlyMap<string, Data>;
  /** Collections whose texts are posts if their names have a day. */
  dated: ReadonlySet<string>;
  /** The zone in which it read dates; undefined if it took the day as written. */
  zone: string | undefined;
}

/** A text with what its place says. */
interface JekyllText extends SourceText {
  file: string;
  /** Without `collections_dir`, which is not part of addresses. */
  path: string;
  named: ReturnType<typeof datedName>;
  inherited: Data;
  /** Its values over those that it inherits. */
  whole: Data;
}

export function readJekyll(files: SourceFiles): OldSite {
  const file = files.has("_config.yml") ? "_config.yml" : "_config.yaml";
  const config = map(readData(file, files.read(file)));
  const site = model.newSite("jekyll", [config], {
    lang: languageIn({ ...defaultsFor("", "", config), ...config }) ?? "",
    base: rooted(text(config["baseurl"]) ?? "").replace(/\/$/, ""),
  });
  const written = config["collections"];
  const declared = Array.isArray(written)
    ? Object.fromEntries(texts(written).map((name) => [name, {}]))
    : map(written);
  const collections = new Map(Object.entries(declared).map(([name, own]) => [name, map(own)]));
  const zone = timeZone(config["timezone"]);
  const top = folderName(config["collections_dir"]);
  const pathOf = (item: string): string =>
    top !== "" && item.startsWith(`${top}/_`) ? item.slice(top.length + 1) : item;
  const names = [...collections.keys()];
  const dated = new Set(names.filter((name) => isOfDates(name, files.files.map(pathOf))));
  const reading: Reading = { files, site, config, collections, dated, zone };
  const data = source.dataIn("_data", files);
  readPeople(site, data);
  readRedirects(site, files, ["_redirects"]);
  addLists(reading);
  // `*` stands for any part of a path here, as in Ruby's `fnmatch`.
  const excluded = [...texts(config["exclude"]), ...texts(config["destination"])].map((glob) =>
    globPattern(glob.replace(/\*+/g, "**")),
  );
  for (const item of files.files.filter((path) => !excluded.some((pattern) => pattern.test(path))))
    readFile(item, pathOf(item), reading);
  addPeoplePages(reading);
  for (const name of MENUS) addMenus(site, data[name] ?? config[name]);
  return site;
}

/** True for a collection whose texts have days of their own: people and projects share those of their year. */
function isOfDates(name: string, paths: readonly string[]): boolean {
  const names = paths.filter((path) => path.startsWith(`_${name}/`)).map(nameIn);
  const days = names.flatMap((item) => datedName(item, undefined).day ?? []);
  return new Set(days).size * 2 > days.length;
}

/** Carnet's pages of people are where theirs were, unless these are texts. */
function addPeoplePages({ site, collections }: Reading): void {
  for (const [name, own] of collections) {
    const isText = site.texts.some(({ target }) => target.startsWith(`content/pages/${name}/`));
    if (!PEOPLE.test(name) || own["output"] !== true || isText) continue;
    const pattern = (text(own["permalink"]) ?? USUAL).replace(":collection", name);
    const [, folder] = /^(\/(?:[^/:]+\/)+):(?:title|name|slug|path)/.exec(pattern) ?? [];
    const end = pattern.endsWith("/") ? "/" : ".html";
    if (folder !== undefined) setAddress(site, "person", `${folder}:slug${end}`);
  }
}

/** The feed, the pages of the list of posts, and the lists of terms, as settings and plugins make them. */
function addLists({ files, site, config }: Reading): void {
  const plugins = [...texts(config["plugins"]), ...texts(config["gems"])];
  const template = files.files.find((file) => /^(feed|atom|rss|index)\.xml$/.test(file));
  const isPlugin = plugins.includes("jekyll-feed");
  const feed = text(at(config, "feed.path")) ?? (isPlugin ? "feed.xml" : template);
  if (feed !== undefined) setAddress(site, "feed", rooted(feed));
  const written = template === undefined ? "" : (files.read(template) ?? "");
  if (isPlugin || /<(?:id|guid)[^>]*>[^<]*post\.id\b/.test(written))
    site.settings["feeds"] = { ids: "jekyll" };
  const paged = text(config["paginate_path"]) ?? text(at(config, "pagination.permalink")) ?? "";
  const [, folder = "", page] = /^\/?(.*\/)?([^/]*:num)\/?$/.exec(paged) ?? [];
  if (page !== undefined) setAddress(site, "page", `${page.replace(":num", ":n")}/`);
  if (folder !== "") setAddress(site, "blog", rooted(folder));
  const [tag, category] = ["tag", "category"].map((name) =>
    text(at(config, `jekyll-archives.permalinks.${name}`))?.replace(":name", ":slug"),
  );
  if (tag !== undefined) setAddress(site, "tag", rooted(tag));
  if (category !== undefined) site.settings["taxonomies"] = { categories: { address: rooted(category) } };
}

function readFile(file: string, path: string, reading: Reading): void {
  const { files, site, config, collections, zone } = reading;
  const [, before = "", folder] = /^(?:(.*)\/)?_(posts|drafts)\//.exec(path) ?? [];
  const name = /^_([^/]+)\//.exec(path)?.[1] ?? "";
  const isInside = folder !== undefined || collections.has(name);
  const isHidden = path.split("/").some((part) => /^[_.]/.test(part)) && !isInside;
  const isIncluded = texts(config["include"]).some((glob) => globPattern(glob).test(path));
  if (source.isAboutRepository(path) || (isHidden && !isIncluded && !path.startsWith(".well-known/"))) return;
  const isMarkup = source.isOtherMarkup(path);
  const isHeaded = (TEXT.test(path) || isMarkup) && /^\ufeff?---/.test(files.read(file) ?? "");
  if (isHeaded && isMarkup) site.todo.push({ kind: "markup", file, found: path });
  else if (TEXT.test(path) && (isHeaded || folder !== undefined)) {
    const read = model.openText(site, files, file);
    if (read === undefined) return;
    const inherited = defaultsFor(path, folder === undefined ? name || "pages" : "posts", config);
    const whole = { ...inherited, ...read.data };
    const named = datedName(nameIn(path).replace(TEXT, ""), whole["date"], zone);
    const found: JekyllText = { ...read, file, path, named, inherited, whole };
    if (folder !== undefined) addPost(found, before.split("/").filter(Boolean), folder === "drafts", reading);
    else if (collections.has(name)) addCollected(found, name, reading);
    else addPage(found, reading);
  } else if (!isInside || folder !== undefined || collections.get(name)?.["output"] === true) {
    const target = path.replace(/(^|\/)_(posts|drafts)\//, "$1").replace(/^_/, "");
    if (!/^((feed|atom|rss|index|sitemap)\.xml|_redirects)$/.test(path))
      model.addServedFile(site, file, target);
  } else if (TEXT.test(path)) site.todo.push({ kind: "file", file, found: path });
}

/** What `defaults` set for a file; the nearest scope wins. https://jekyllrb.com/docs/configuration/front-matter-defaults/ */
function defaultsFor(path: string, type: string, config: Data): Data {
  const found = list(config["defaults"]).flatMap((item) => {
    const folder = (text(at(item, "scope.path")) ?? "").replace(/^\/|\/\*{0,2}$/g, "");
    const wanted = text(at(item, "scope.type"));
    const applies = (folder === "" || globPattern(folder).test(path)) && (wanted ?? type) === type;
    const length = folder.length * 2 + (wanted === undefined ? 0 : 1);
    return applies ? [{ length, given: Object.entries(map(at(item, "values"))) }] : [];
  });
  return Object.fromEntries(found.sort((a, b) => a.length - b.length).flatMap(({ given }) => given));
}

type Made = Omit<model.TextEntry, "source" | "data" | "body" | "lang">;

function addText({ file, data, body, named, inherited, whole }: JekyllText, site: OldSite, made: Made): void {
  const [, folder = ""] = /^content\/\w+\/([^/]+)\//.exec(made.target) ?? [];
  const inFolder = model.LANGUAGES.has(folder.toLowerCase()) ? folder : undefined;
  model.addText(site, {
    ...{ ...made, source: file, data, inherited, body, day: named.day },
    lang: languageIn(data) ?? inFolder ?? languageIn(inherited),
    // `tags: a b` is two tags for Jekyll.
    terms: { tags: termsIn(whole, ["tags", "tag"], /,?\s+/), categories: categoriesOf(whole) },
  });
}

const categoriesOf = (whole: Data): string[] => termsIn(whole, ["categories", "category"], /,?\s+/);

function addPost(found: JekyllText, folders: string[], isDraft: boolean, { site, config }: Reading): void {
  const { path, whole, named } = found;
  // To Jekyll, a file without a date in its name or without front matter is not a post.
  const isPost = !isDraft && named.isDated && found.isHeaded && !nameIn(path).startsWith("_");
  const slug = text(whole["slug"]) ?? named.slug;
  const usual = first(config, ["collections.posts.permalink", "permalink"]);
  const pattern = text(whole["permalink"]) ?? text(usual) ?? "date";
  const categories = [...folders, ...categoriesOf(whole)];
  const below = path.replace(/^.*_(posts|drafts)\//, "").replace(TEXT, "");
  const target = ["content/posts", ...folders, `${below}.md`].join("/");
  addText(found, site, {
    isOfPosts: true,
    target: isDraft ? target.replace(/([^/]+)$/, "_$1") : target,
    draft: !isPost,
    url: jekyllAddress(pattern, { day: named.day ?? "2000-01-01", slug, categories }),
    title: titleOf(slug),
    names: [nameIn(below), below, found.file],
  });
}

/** The address of a text of a collection, if nothing says another. */
const USUAL = "/:collection/:path:output_ext";

function addCollected(found: JekyllText, name: string, { site, collections, dated }: Reading): void {
  const { file, path, whole, named, body } = found;
  const below = path.slice(name.length + 2).replace(TEXT, "");
  const own = collections.get(name) ?? {};
  const written = text(whole["permalink"]) ?? text(own["permalink"]) ?? USUAL;
  const pattern = written.replace(":collection", name);
  const slug = text(whole["slug"]) ?? named.slug;
  if (PEOPLE.test(name)) {
    const id = text(first(whole, ["short_name", "username", "slug"])) ?? below;
    addPerson(site, id, whole, titleOf(below));
    if (body.trim() === "") {
      site.templates++;
      return;
    }
  }
  const isPublished = own["output"] === true;
  if (!isPublished) site.todo.push({ kind: "unpublished", file: "", found: name });
  const isOfPosts = isPublished && named.isDated && dated.has(name);
  addText(found, site, {
    isOfPosts,
    target: isOfPosts ? `content/posts/${below}.md` : `content/pages/${name}/${below}.md`,
    url:
      isPublished &&
      jekyllAddress(pattern, { day: named.day ?? "2000-01-01", slug, categories: [], path: below }),
    title: titleOf(slug),
    names: [file, path, below],
  });
}

function addPage(found: JekyllText, { site, config }: Reading): void {
  const { file, path, whole, body } = found;
  const own = text(whole["permalink"]);
  const isStyle = own === undefined || Object.hasOwn(STYLES, own);
  const url = isStyle ? jekyllPageAddress(path, own ?? text(config["permalink"])) : rooted(own);
  const [to] = texts(whole["redirect_to"]);
  const [folder = ""] = path.split("/");
  const lang = model.LANGUAGES.has(folder) ? folder : undefined;
  if (to !== undefined) {
    site.redirects.push({ from: url, to });
    site.templates++;
  } else if (model.isTemplate(body))
    model.addTemplatePage(site, file, isHeldBack(whole) ? undefined : url, lang);
  else
    addText(found, site, {
      isOfPosts: false,
      target: `content/pages/${path.replace(/(^|\/)_/g, "$1").replace(TEXT, ".md")}`,
      url,
      title: titleOf(nameIn(path).replace(TEXT, "")),
      names: [file, path.replace(TEXT, "")],
    });
}

// Addresses, by the patterns of https://jekyllrb.com/docs/permalinks/: an unknown word makes one unknown, and none is guessed.

const STYLES: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

const patternOf = (written: string): string =>
  Object.hasOwn(STYLES, written) ? (STYLES[written] ?? written) : rooted(written);

interface Named {
  day: Day;
  /** From the file name or front matter. */
  slug: string;
  categories: readonly string[];
  /** Path of a text in the folder of its collection, without extension. */
  path?: string;
}

export function jekyllAddress(written: string, { day, slug, categories, path }: Named): string | undefined {
  const date = dayParts(day);
  const words: Readonly<Record<string, string | undefined>> = {
    ...date,
    i_month: String(Number(date.month)),
    i_day: String(Number(date.day)),
    short_year: date.year.slice(2),
    title: cased(slug),
    name: cased(path?.replace(/^.*\//, "") ?? slug),
    slug: jekyllSlug(slug),
    categories: [...new Set(categories.map((item) => item.toLowerCase()))].join("/"),
    slugified_categories: [...new Set(categories.map(jekyllSlug))].join("/"),
    path,
    output_ext: ".html",
  };
  const unknown: string[] = [];
  const filled = patternOf(written).replace(/:([a-z_]+)/g, (_, word: string) => {
    if (words[word] === undefined) unknown.push(word);
    return words[word] ?? "";
  });
  return unknown.length === 0 ? filled.replace(/\/{2,}/g, "/").replace(/\/index\.html$/, "/") : undefined;
}

const trimmed = (name: string): string => name.replace(/^-+|-+$/g, "");

/** A slug made from a title or category: letters of any script, with accents. */
const jekyllSlug = (name: string): string =>
  trimmed(name.toLowerCase().replace(/[^\p{M}\p{L}\p{Nd}]+/gu, "-"));

/** A file name in an address: it keeps its case, and the signs allowed in addresses. */
const cased = (name: string): string => trimmed(name.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, "-"));

/** The address of a page: `about.md` → `/about.html`, or `/about/` if the pattern of the site ends with a slash. */
export function jekyllPageAddress(file: string, written = "date"): string {
  const path = file.replace(/\.[^./]+$/, "");
  if (/(^|\/)index$/.test(path)) return rooted(path.replace(/index$/, ""));
  if (patternOf(written).endsWith("/")) return rooted(`${path}/`);
  const hasEnd = Object.hasOwn(STYLES, written) || written.endsWith(":output_ext");
  return rooted(path) + (hasEnd ? ".html" : "");
}
