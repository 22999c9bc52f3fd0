// A Jekyll blog → `OldSite`: posts of every `_posts`, drafts, pages, collections, people and files.
// https://jekyllrb.com/docs/configuration/
import { readFileName } from "../content/file-names.ts";
import type { Day } from "../content/types.ts";
import { nameIn } from "../paths.ts";
import { readDate } from "./dates.ts";
import { aliasesOf, isHeldBack, termsIn, titleOf } from "./front-matter.ts";
import { jekyllAddress, jekyllPageAddress, jekyllSlug } from "./jekyll-addresses.ts";
import {
  addServedFile,
  addTemplatePage,
  isTemplate,
  newSite,
  setAddress,
  type OldSite,
  type OldText,
} from "./model.ts";
import { accountsIn, addMenus, addPerson, menuEntries, readPeople } from "./people.ts";
import { readRedirects } from "./redirects.ts";
import {
  isAboutRepository,
  isOtherMarkup,
  readData,
  readText,
  TEXT,
  type SourceFiles,
  type SourceText,
} from "./source.ts";
import * as values from "./values.ts";
import { at, first, globPattern, list, map, rooted, text, texts, webAddress, type Data } from "./values.ts";

interface Reading {
  files: SourceFiles;
  site: OldSite;
  config: Data;
  collections: ReadonlyMap<string, Data>;
  /** Collections whose texts with a date are the posts of a blog without `_posts`. */
  ofPosts: ReadonlySet<string>;
}

/** A text with what its place says. `path`: without `collections_dir`, which is not part of addresses. */
interface Found extends SourceText {
  source: string;
  path: string;
  /** Day and slug in the name of the file. */
  named: { day?: Day; slug: string };
  inherited: Data;
  /** Its values over those that it inherits. */
  whole: Data;
}

const LANGUAGES = new Set(["fr", "en", "de", "es", "it", "nl", "pt", "br", "ca", "eu", "oc"]);
const PEOPLE = /^(authors?|auteurs?|people|team|members|membres|equipe)$/i;

export function readJekyll(files: SourceFiles): OldSite {
  const file = files.has("_config.yml") ? "_config.yml" : "_config.yaml";
  const config = map(readData(file, files.read(file)));
  const base = rooted(text(config["baseurl"]) ?? "").replace(/\/$/, "");
  const whole = { ...defaultsFor("", "", config), ...config };
  const site = newSite("jekyll", {
    settings: settingsIn(config, base),
    lang: languageIn(whole) ?? "",
    base,
    zone: values.timeZone(config["timezone"]),
    showsFuture: config["future"] === true,
    roots: [""],
  });
  const written = config["collections"];
  const collections = new Map(
    Array.isArray(written)
      ? texts(written).map((name): [string, Data] => [name, {}])
      : Object.entries(map(written)).map(([name, own]): [string, Data] => [name, map(own)]),
  );
  const reading: Reading = { files, site, config, collections, ofPosts: new Set() };
  readPeople(site, files, "_data");
  readRedirects(site, files, ["_redirects"]);
  addLists(reading);
  const paths = readable(reading);
  reading.ofPosts = collectionsOfPosts(paths, reading);
  for (const [source, path] of paths) readFile(source, path, reading);
  addTermLists(reading);
  for (const name of ["navigation", "nav", "menu", "menus"]) {
    const data = ["yml", "yaml", "json"].map((end) => `_data/${name}.${end}`).find(files.has);
    const menu = data === undefined ? config[name] : readData(data, files.read(data));
    if (Array.isArray(menu)) site.nav.push(...menuEntries(menu));
    else addMenus(site, menu);
  }
  return site;
}

function settingsIn(config: Data, base: string): Data {
  const url = webAddress(config["url"]) ?? webAddress(config["host"]);
  const github = text(config["github_username"]);
  const own = github === undefined ? [] : [{ name: "GitHub", url: `https://github.com/${github}` }];
  return {
    title: text(config["title"]) ?? text(config["name"]),
    description: (text(config["description"]) ?? text(config["tagline"]))?.replace(/\s+/g, " "),
    url: url === undefined ? undefined : url + base,
    timeZone: values.timeZone(config["timezone"]),
    postsPerPage: values.count(config["paginate"]) ?? values.count(at(config, "pagination.per_page")),
    social: accountsIn([...own, ...list(at(config, "social.links"))]),
    email: values.mail(first(config, ["email", "author.email"])),
    twitter: text(first(config, ["twitter_username", "twitter.username"]))?.replace(/^@/, ""),
    publisher: text(config["author"]) ?? text(at(config, "author.name")),
    newsletter: webAddress(config["list_url"] ?? config["newsletter"]),
  };
}

const languageIn = (data: Data): string | undefined =>
  text(first(data, ["lang", "locale", "language"]))?.replaceAll("_", "-");

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
  const archives = map(at(config, "jekyll-archives.permalinks"));
  for (const name of ["year", "month", "tag"]) {
    const own =
      text(archives[name]) ?? (name === "tag" && "jekyll-archives" in config ? "/tag/:name/" : undefined);
    if (own !== undefined) setAddress(site, name, rooted(own.replace(":name", ":slug")));
  }
  const category = text(archives["category"])?.replace(":name", ":slug");
  if (category !== undefined) site.settings["taxonomies"] = { categories: { address: rooted(category) } };
}

/** Lists of jekyll-archives whose terms Carnet spells otherwise. */
function addTermLists({ site, config }: Reading): void {
  for (const [taxonomy, key] of [
    ["tags", "tag"],
    ["categories", "category"],
  ] as const) {
    const pattern = text(at(config, `jekyll-archives.permalinks.${key}`));
    const names = new Set(site.texts.flatMap(({ terms }) => terms[taxonomy] ?? []));
    if (pattern !== undefined)
      for (const name of names) {
        const url = rooted(pattern.replace(":name", jekyllSlug(name)));
        site.lists.push({ url, as: "term", lang: undefined, term: { taxonomy, name } });
      }
  }
}

/** Source → path, of the files that Jekyll read. */
function readable({ files, config }: Reading): Map<string, string> {
  const top = values.folderName(config["collections_dir"]);
  // `*` stands for any part of a path here, as in Ruby's `fnmatch`.
  const excluded = [...texts(config["exclude"]), ...texts(config["destination"])].map((glob) =>
    globPattern(glob.replace(/\*+/g, "**")),
  );
  const used = files.files.filter((file) => !excluded.some((pattern) => pattern.test(file)));
  const pathOf = (file: string): string => (file.startsWith(`${top}/_`) ? file.slice(top.length + 1) : file);
  return new Map(used.map((file) => [file, top === "" ? file : pathOf(file)]));
}

const collectionIn = (path: string): string => /^_([^/]+)\//.exec(path)?.[1] ?? "";

const nameOf = (path: string): Found["named"] =>
  readFileName(`content/posts/${nameIn(path).replace(TEXT, "")}.md`, new Set());

function dayOf({ named, whole }: Pick<Found, "named" | "whole">, { zone }: OldSite): Day | undefined {
  return readDate(whole["date"], zone, named.day)?.day ?? named.day;
}

function collectionsOfPosts(
  paths: ReadonlyMap<string, string>,
  { files, site, collections }: Reading,
): Set<string> {
  const dates = new Map<string, (Day | undefined)[]>();
  for (const [source, path] of paths) {
    if (!TEXT.test(path)) continue;
    if (/(^|\/)_posts\//.test(path)) return new Set();
    const name = collectionIn(path);
    const read = readText(files.read(source) ?? "");
    if (collections.get(name)?.["output"] !== true || PEOPLE.test(name) || "broken" in read) continue;
    const day = dayOf({ named: nameOf(path), whole: read.data }, site);
    dates.set(name, [...(dates.get(name) ?? []), day]);
  }
  const isDated = (days: readonly unknown[]): boolean => {
    const known = days.filter((day) => day !== undefined).length;
    return known > 1 && known * 2 > days.length;
  };
  return new Set([...dates].filter(([, days]) => isDated(days)).map(([name]) => name));
}

function readFile(source: string, path: string, reading: Reading): void {
  const { files, site, config, collections } = reading;
  const [, before = "", folder] = /^(?:(.*)\/)?_(posts|drafts)\//.exec(path) ?? [];
  const name = collectionIn(path);
  const isInside = folder !== undefined || collections.has(name);
  const isHidden = path.split("/").some((part) => /^[_.]/.test(part)) && !isInside;
  const isIncluded = texts(config["include"]).some((glob) => globPattern(glob).test(path));
  if (isAboutRepository(path) || (isHidden && !isIncluded && !path.startsWith(".well-known/"))) return;
  const isText = TEXT.test(path) || isOtherMarkup(path);
  const isHeaded = isText && /^\ufeff?---/.test(files.read(source) ?? "");
  if (isHeaded && isOtherMarkup(path)) site.todo.push({ kind: "markup", file: source, found: path });
  else if (TEXT.test(path) && (isHeaded || folder !== undefined)) {
    const read = readText(files.read(source) ?? "");
    if ("broken" in read) {
      site.todo.push({ kind: "refused", file: source, found: read.broken });
      return;
    }
    const inherited = defaultsFor(path, folder === undefined ? name || "pages" : "posts", config);
    const whole = { ...inherited, ...read.data };
    const found: Found = { ...read, source, path, named: nameOf(path), inherited, whole };
    if (folder !== undefined) addPost(found, before.split("/").filter(Boolean), folder === "drafts", reading);
    else if (collections.has(name)) addCollected(found, name, reading);
    else addPage(found, reading);
  } else if (!isInside || folder !== undefined || collections.get(name)?.["output"] === true) {
    const target = path.replace(/(^|\/)_(posts|drafts)\//, "$1").replace(/^_/, "");
    if (!/^((feed|atom|rss|index|sitemap)\.xml|_redirects)$/.test(path)) addServedFile(site, source, target);
  }
}

/** What `defaults` set for a file; the nearest scope wins. https://jekyllrb.com/docs/configuration/front-matter-defaults/ */
function defaultsFor(path: string, type: string, config: Data): Data {
  const found = list(config["defaults"]).flatMap((one) => {
    const folder = (text(at(one, "scope.path")) ?? "").replace(/^\/|\/\*{0,2}$/g, "");
    const wanted = text(at(one, "scope.type"));
    const applies = (folder === "" || globPattern(folder).test(path)) && (wanted ?? type) === type;
    const length = folder.length * 2 + (wanted === undefined ? 0 : 1);
    return applies ? [{ length, given: Object.entries(map(at(one, "values"))) }] : [];
  });
  return Object.fromEntries(found.sort((a, b) => a.length - b.length).flatMap(({ given }) => given));
}

type Made = Pick<OldText, "kind" | "target" | "draft" | "oldUrl" | "day" | "title" | "names">;

/** `folder`: the first one of its path, which may name a language. */
function addText(
  { source, data, body, inherited, whole }: Found,
  folder = "",
  site: OldSite,
  made: Made,
): void {
  const inFolder = LANGUAGES.has(folder.toLowerCase()) ? folder : undefined;
  site.texts.push({
    ...made,
    source,
    data,
    inherited,
    body,
    lang: languageIn(data) ?? inFolder ?? languageIn(inherited),
    aliases: aliasesOf(data),
    // `tags: a b` is two tags for Jekyll.
    terms: { tags: termsIn(whole, ["tags", "tag"], /,?\s+/), categories: categoriesOf(whole) },
  });
}

const categoriesOf = (whole: Data): string[] => termsIn(whole, ["categories", "category"], /,?\s+/);

function addPost(
  found: Found,
  folders: readonly string[],
  isDraft: boolean,
  { site, config }: Reading,
): void {
  const { source, path, whole, named, isHeaded } = found;
  const day = dayOf(found, site);
  // To Jekyll, a file without a date in its name or without front matter is not a post.
  const isPublished = !isDraft && named.day !== undefined && isHeaded && !nameIn(path).startsWith("_");
  const draft = !isPublished || isHeldBack(whole);
  const slug = text(whole["slug"]) ?? named.slug;
  const pattern =
    text(
      first({ whole, config }, ["whole.permalink", "config.collections.posts.permalink", "config.permalink"]),
    ) ?? "date";
  const categories = [...folders, ...categoriesOf(whole)];
  const oldUrl = draft || day === undefined ? undefined : jekyllAddress(pattern, { day, slug, categories });
  if (!draft && oldUrl === undefined)
    site.todo.push({ kind: "unknown-address", file: source, found: pattern });
  const below = path.replace(/^.*_(posts|drafts)\//, "").replace(TEXT, "");
  const target = ["content/posts", ...folders, `${below}.md`].join("/");
  addText(found, folders[0], site, {
    kind: "post",
    target: isDraft ? target.replace(/([^/]+)$/, "_$1") : target,
    draft,
    oldUrl,
    day,
    title: titleOf(slug),
    names: [nameIn(below), below, source],
  });
}

function addCollected(found: Found, name: string, { site, collections, ofPosts }: Reading): void {
  const { source, path, whole, named, body } = found;
  const below = path.slice(name.length + 2).replace(TEXT, "");
  const day = dayOf(found, site);
  const collection = collections.get(name) ?? {};
  const pattern =
    text(whole["permalink"]) ?? text(collection["permalink"]) ?? "/:collection/:path:output_ext";
  const draft = collection["output"] !== true || isHeldBack(whole);
  const slug = text(whole["slug"]) ?? named.slug;
  const url = jekyllAddress(pattern, {
    day: day ?? "2000-01-01",
    slug,
    categories: [],
    collection: name,
    path: below,
  });
  if (PEOPLE.test(name)) {
    const id = text(first(whole, ["short_name", "username", "slug"])) ?? below;
    addPerson(site, id, { ...whole, name: first(whole, ["name", "title"]) ?? titleOf(below) });
    const [, folder] =
      /^(\/(?:[^/:]+\/)+):(?:title|name|slug|path)/.exec(pattern.replace(":collection", name)) ?? [];
    if (folder !== undefined)
      setAddress(site, "person", `${folder}:slug${pattern.endsWith("/") ? "/" : ".html"}`);
    if (body.trim() === "") site.templates++;
    if (body.trim() === "") return;
  }
  const isPost = ofPosts.has(name) && day !== undefined;
  addText(found, below.split("/")[0], site, {
    kind: isPost ? "post" : "page",
    target: isPost ? `content/posts/${below}.md` : `content/pages/${name}/${below}.md`,
    draft,
    oldUrl: draft ? undefined : url,
    day: isPost ? day : undefined,
    title: titleOf(slug),
    names: [source, path, below],
  });
}

function addPage(found: Found, { site, config }: Reading): void {
  const { source, path, whole, body } = found;
  const own = text(whole["permalink"]);
  const isStyle = own === undefined || /^(date|pretty|ordinal|weekdate|none)$/.test(own);
  const url = isStyle ? jekyllPageAddress(path, own ?? text(config["permalink"])) : rooted(own);
  const [to] = texts(whole["redirect_to"]);
  const folder = path.includes("/") ? path.split("/")[0] : undefined;
  const draft = isHeldBack(whole);
  const oldUrl = draft ? undefined : url;
  if (to !== undefined) {
    site.redirects.push({ from: url, to });
    site.templates++;
  } else if (isTemplate(body))
    addTemplatePage(site, source, oldUrl, LANGUAGES.has(folder ?? "") ? folder : undefined);
  else
    addText(found, folder, site, {
      kind: "page",
      target: `content/pages/${path.replace(/(^|\/)_/g, "$1").replace(TEXT, ".md")}`,
      draft,
      oldUrl,
      day: undefined,
      title: titleOf(nameIn(path).replace(TEXT, "")),
      names: [source, path.replace(TEXT, "")],
    });
}
