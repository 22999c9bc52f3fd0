// A Jekyll blog → `OldSite`: posts of every `_posts`, drafts, pages, collections, people and files.
// https://jekyllrb.com/docs/configuration/
import { posix } from "node:path";
import { readFileName } from "../content/file-names.ts";
import type { Day } from "../content/types.ts";
import { nameIn } from "../paths.ts";
import { readDate } from "./dates.ts";
import { aliasesOf, isHeldBack, termsIn, titleOf } from "./front-matter.ts";
import { jekyllAddress, jekyllPageAddress } from "./jekyll-addresses.ts";
import { addTemplatePage, setAddress, type OldSite, type OldText } from "./model.ts";
import { accountsIn, addMenus, addPerson, menuEntries, readPeople } from "./people.ts";
import { readRedirects } from "./redirects.ts";
import {
  isAboutRepository,
  isOtherMarkup,
  isServed,
  readData,
  readText,
  TEXT,
  type SourceFiles,
  type SourceText,
} from "./source.ts";
import {
  at,
  count,
  defined,
  first,
  folderName,
  globPattern,
  list,
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
  config: Data;
  permalink: string;
  collections: ReadonlyMap<string, Data>;
  /** Collections whose texts with a date are the posts of a blog without `_posts`. */
  ofPosts: ReadonlySet<string>;
}

const LANGUAGES = new Set(["fr", "en", "de", "es", "it", "nl", "pt", "br", "ca", "eu", "oc"]);
const PEOPLE = /^(authors?|auteurs?|people|team|members|membres|equipe)$/i;

export function readJekyll(files: SourceFiles): OldSite {
  const file = files.has("_config.yml") ? "_config.yml" : "_config.yaml";
  const config = map(readData(file, files.read(file)));
  const site = siteOf(config);
  const collections = new Map(
    Array.isArray(config["collections"])
      ? texts(config["collections"]).map((name) => [name, {}] as const)
      : Object.entries(map(config["collections"])).map(([name, own]) => [name, map(own)] as const),
  );
  const permalink = text(at(config, "collections.posts.permalink")) ?? text(config["permalink"]) ?? "date";
  const reading = { files, site, config, permalink, collections, ofPosts: new Set<string>() };
  readPeople(site, files, "_data");
  readRedirects(site, files, ["_redirects"]);
  addLists(reading);
  const paths = readable(reading);
  reading.ofPosts = collectionsOfPosts(paths, reading);
  for (const [source, path] of paths) readFile(source, path, reading);
  readMenus(reading);
  return site;
}

function siteOf(config: Data): OldSite {
  const base = rooted(text(config["baseurl"]) ?? "").replace(/\/+$/, "");
  const url = webAddress(config["url"]) ?? webAddress(config["host"]);
  const github = text(config["github_username"]);
  const own = github === undefined ? [] : [{ name: "GitHub", url: `https://github.com/${github}` }];
  return {
    kind: "jekyll",
    settings: defined({
      title: text(config["title"]) ?? text(config["name"]),
      description: (text(config["description"]) ?? text(config["tagline"]))?.replace(/\s+/g, " "),
      url: url === undefined ? undefined : url + base,
      timeZone: timeZone(config["timezone"]),
      postsPerPage: count(config["paginate"]) ?? count(at(config, "pagination.per_page")),
      social: accountsIn([...own, ...list(at(config, "social.links"))]),
      email: mail(config["email"]) ?? mail(at(config, "author.email")),
      twitter: text(first(config, ["twitter_username", "twitter.username"]))?.replace(/^@/, ""),
      publisher: text(config["author"]) ?? text(at(config, "author.name")),
      newsletter: webAddress(config["list_url"] ?? config["newsletter"]),
    }),
    lang: languageIn({ ...defaultsFor("", "", config), ...config }) ?? "",
    base,
    zone: timeZone(config["timezone"]),
    syntax: "liquid",
    showsFuture: config["future"] === true,
    texts: [],
    people: {},
    tags: {},
    redirects: [],
    nav: [],
    footer: [],
    lists: [],
    assets: [],
    roots: [""],
    templates: 0,
    todo: [],
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
  const paged = text(config["paginate_path"]) ?? text(at(config, "pagination.permalink"));
  const [, folder = "", page] = /^\/?(.*\/)?([^/]*:num)\/?$/.exec(paged ?? "") ?? [];
  if (page !== undefined) setAddress(site, "page", `${page.replace(":num", ":n")}/`);
  if (folder !== "") setAddress(site, "blog", rooted(folder));
  const archives = map(at(config, "jekyll-archives.permalinks"));
  const tag = text(archives["tag"]) ?? (plugins.includes("jekyll-archives") ? "/tag/:name/" : undefined);
  if (tag !== undefined) setAddress(site, "tag", rooted(tag.replace(":name", ":slug")));
  for (const name of ["year", "month"])
    if (text(archives[name]) !== undefined) setAddress(site, name, rooted(text(archives[name]) ?? ""));
  const category = text(archives["category"])?.replace(":name", ":slug");
  if (category !== undefined) site.settings["taxonomies"] = { categories: { address: rooted(category) } };
}

function readMenus({ files, site, config }: Reading): void {
  for (const name of ["navigation", "nav", "menu", "menus"]) {
    const file = ["yml", "yaml", "json"].map((end) => `_data/${name}.${end}`).find(files.has);
    const data = file === undefined ? config[name] : readData(file, files.read(file));
    if (Array.isArray(data)) site.nav.push(...menuEntries(data));
    else addMenus(site, data);
  }
}

/** Source → path without `collections_dir`, which is not part of addresses, of the files that Jekyll read. */
function readable({ files, config }: Reading): Map<string, string> {
  const top = folderName(config["collections_dir"]);
  const destination = text(config["destination"]);
  const excluded = [...texts(config["exclude"]), ...(destination === undefined ? [] : [destination])].map(
    // `*` stands for any part of a path here, as in Ruby's `fnmatch`.
    (glob) => globPattern(glob.replace(/\*+/g, "**")),
  );
  const used = files.files.filter((file) => !excluded.some((pattern) => pattern.test(file)));
  return new Map(
    used.map((file) => [file, top !== "" && file.startsWith(`${top}/_`) ? file.slice(top.length + 1) : file]),
  );
}

const collectionIn = (path: string): string => /^_([^/]+)\//.exec(path)?.[1] ?? "";

function collectionsOfPosts(
  paths: ReadonlyMap<string, string>,
  { files, site, collections }: Reading,
): Set<string> {
  const counts = new Map<string, { all: number; dated: number }>();
  for (const [source, path] of paths) {
    if (!TEXT.test(path)) continue;
    if (/(^|\/)_posts\//.test(path)) return new Set();
    const name = collectionIn(path);
    const read = readText(files.read(source) ?? "");
    if (collections.get(name)?.["output"] !== true || PEOPLE.test(name) || "broken" in read) continue;
    const number = counts.get(name) ?? { all: 0, dated: 0 };
    counts.set(name, {
      all: number.all + 1,
      dated: number.dated + (dayOf(path, read.data, site) === undefined ? 0 : 1),
    });
  }
  return new Set(
    [...counts].filter(([, { all, dated }]) => dated > 1 && dated * 2 > all).map(([name]) => name),
  );
}

const named = (path: string): ReturnType<typeof readFileName> =>
  readFileName(`content/posts/${nameIn(path).replace(TEXT, "")}.md`, new Set());

function dayOf(path: string, data: Data, { zone }: OldSite): Day | undefined {
  const { day } = named(path);
  return readDate(data["date"], zone, day)?.day ?? day;
}

function readFile(source: string, path: string, reading: Reading): void {
  const { files, site, config, collections } = reading;
  const [, before = "", folder] = /^(?:(.*)\/)?_(posts|drafts)\//.exec(path) ?? [];
  const collection = collectionIn(path);
  const isInside = folder !== undefined || collections.has(collection);
  const isHidden = path.split("/").some((part) => /^[_.]/.test(part)) && !isInside;
  const included = texts(config["include"]).some((glob) => globPattern(glob).test(path));
  if (isAboutRepository(path) || (isHidden && !included && !path.startsWith(".well-known/"))) return;
  const isHeaded =
    TEXT.test(path) || isOtherMarkup(path) ? /^\ufeff?---/.test(files.read(source) ?? "") : false;
  if (isOtherMarkup(path)) {
    if (isHeaded) site.todo.push({ kind: "markup", file: source, found: path });
  } else if (TEXT.test(path) && (isHeaded || folder !== undefined)) {
    const read = readText(files.read(source) ?? "");
    if ("broken" in read) site.todo.push({ kind: "refused", file: source, found: read.broken });
    else if (folder !== undefined) addPost(source, path, before, folder === "drafts", read, reading);
    else if (collections.has(collection)) addCollected(source, path, collection, read, reading);
    else addPage(source, path, read, reading);
  } else if (isServed(path)) {
    const isPublished =
      folder !== undefined || collections.get(collection)?.["output"] === true || collection === "";
    const target = path.replace(/(^|\/)_(posts|drafts)\//, "$1").replace(/^_/, "");
    if (isPublished) site.assets.push({ source, target: `public/${target}` });
  } else if (/(^|\/)([^/]+\.(md|html?|asc)|robots\.txt|_headers)$/i.test(path))
    site.todo.push({ kind: "file", file: source, found: path });
  else if (path.endsWith(".xml") && !/(^|\/)(feed|atom|rss|index|sitemap)\.xml$/.test(path))
    site.todo.push({ kind: "file", file: source, found: path });
}

/** What `defaults` set for a file; the nearest scope wins. https://jekyllrb.com/docs/configuration/front-matter-defaults/ */
function defaultsFor(path: string, type: string, config: Data): Data {
  const found = list(config["defaults"]).flatMap((one) => {
    const folder = (text(at(one, "scope.path")) ?? "").replace(/^\/|\/\*{0,2}$/g, "");
    const wanted = text(at(one, "scope.type"));
    const applies = (folder === "" || globPattern(folder).test(path)) && (wanted ?? type) === type;
    const length = folder.length * 2 + (wanted === undefined ? 0 : 1);
    return applies ? [{ length, values: map(at(one, "values")) }] : [];
  });
  return Object.fromEntries(
    found.sort((a, b) => a.length - b.length).flatMap(({ values }) => Object.entries(values)),
  );
}

type Made = Pick<OldText, "kind" | "source" | "target" | "draft" | "oldUrl" | "day" | "title" | "names">;

function addText(
  made: Made,
  read: SourceText,
  inherited: Data,
  folder: string | undefined,
  { site }: Reading,
): void {
  const { data, body } = read;
  const inFolder = folder !== undefined && LANGUAGES.has(folder.toLowerCase()) ? folder : undefined;
  site.texts.push({
    ...made,
    data,
    inherited,
    body,
    lang: languageIn(data) ?? inFolder ?? languageIn(inherited),
    aliases: aliasesOf(data),
    // `tags: a b` is two tags for Jekyll.
    terms: {
      tags: termsIn({ ...inherited, ...data }, ["tags", "tag"], /,?\s+/),
      categories: categoriesOf(data, inherited),
    },
  });
}

const categoriesOf = (data: Data, inherited: Data): string[] =>
  termsIn({ ...inherited, ...data }, ["categories", "category"], /,?\s+/);

function addPost(
  source: string,
  path: string,
  before: string,
  isDraft: boolean,
  read: SourceText,
  reading: Reading,
): void {
  const { site, config } = reading;
  const { data } = read;
  const folders = before.split("/").filter((part) => part !== "");
  const base = nameIn(path);
  const inherited = defaultsFor(path, "posts", config);
  const { day: dayInName, slug: slugInName } = named(path);
  const day = dayOf(path, data, site);
  // To Jekyll, a file without a date in its name or without front matter is not a post.
  const isUnpublished = isDraft || base.startsWith("_") || dayInName === undefined || !read.isHeaded;
  const draft = isUnpublished || isHeldBack({ ...inherited, ...data });
  const slug = text(data["slug"]) ?? slugInName;
  const pattern = text(data["permalink"]) ?? text(inherited["permalink"]) ?? reading.permalink;
  const categories = [...folders, ...categoriesOf(data, inherited)];
  const oldUrl = draft || day === undefined ? undefined : jekyllAddress(pattern, { day, slug, categories });
  if (!draft && oldUrl === undefined)
    site.todo.push({ kind: "unknown-address", file: source, found: pattern });
  const below = path.replace(/^.*_(posts|drafts)\//, "").replace(TEXT, ".md");
  const target = ["content/posts", ...folders, below].join("/");
  addText(
    {
      kind: "post",
      source,
      target: isDraft ? target.replace(/([^/]+)$/, "_$1") : target,
      draft,
      oldUrl,
      day,
      title: titleOf(slug),
      names: [base.replace(TEXT, ""), below.replace(TEXT, ""), source],
    },
    read,
    inherited,
    folders[0],
    reading,
  );
}

function addCollected(source: string, path: string, name: string, read: SourceText, reading: Reading): void {
  const { site, config, collections, ofPosts } = reading;
  const { data, body } = read;
  const below = path.slice(name.length + 2).replace(TEXT, "");
  const inherited = defaultsFor(path, name, config);
  const day = dayOf(path, data, site);
  const collection = collections.get(name) ?? {};
  const pattern =
    text(data["permalink"]) ??
    text(inherited["permalink"]) ??
    text(collection["permalink"]) ??
    "/:collection/:path:output_ext";
  const draft = collection["output"] !== true || isHeldBack({ ...inherited, ...data });
  const slug = text(data["slug"]) ?? named(path).slug;
  const url = jekyllAddress(pattern, {
    day: day ?? "2000-01-01",
    slug,
    categories: [],
    collection: name,
    path: below,
  });
  const isPost = ofPosts.has(name) && day !== undefined;
  if (PEOPLE.test(name)) {
    const id = text(first(data, ["short_name", "username", "slug"])) ?? below;
    addPerson(site, id, { ...data, name: data["name"] ?? data["title"] ?? titleOf(below) });
    const [, person] =
      /^(\/(?:[^/:]+\/)+):(?:title|name|slug|path)/.exec(pattern.replace(":collection", name)) ?? [];
    if (person !== undefined)
      setAddress(site, "person", `${person}:slug${pattern.endsWith("/") ? "/" : ".html"}`);
    if (body.trim() === "") {
      site.templates++;
      return;
    }
  }
  addText(
    {
      kind: isPost ? "post" : "page",
      source,
      target: isPost ? `content/posts/${below}.md` : `content/pages/${name}/${below}.md`,
      draft,
      oldUrl: draft ? undefined : url,
      day: isPost ? day : undefined,
      title: titleOf(slug),
      names: [source, path, below],
    },
    read,
    inherited,
    below.split("/")[0],
    reading,
  );
}

function addPage(source: string, path: string, read: SourceText, reading: Reading): void {
  const { site, config } = reading;
  const { data, body } = read;
  const inherited = defaultsFor(path, "pages", config);
  const own = text(data["permalink"]) ?? text(inherited["permalink"]);
  const styles = /^(date|pretty|ordinal|weekdate|none)$/;
  const url =
    own === undefined || styles.test(own)
      ? jekyllPageAddress(path, own ?? text(config["permalink"]))
      : rooted(
          own.replace(
            /:(path|basename|output_ext)/g,
            (_, word: string) =>
              ({ path: posix.dirname(path), basename: nameIn(path).replace(TEXT, ""), output_ext: ".html" })[
                word
              ] ?? "",
          ),
        );
  const [to] = texts(data["redirect_to"]);
  const folder = path.includes("/") ? path.split("/")[0] : undefined;
  const lang = folder !== undefined && LANGUAGES.has(folder) ? folder : undefined;
  const draft = isHeldBack({ ...inherited, ...data });
  if (to !== undefined) {
    site.redirects.push({ from: url, to });
    site.templates++;
  } else if (isTemplate(body)) addTemplatePage(site, source, draft ? undefined : url, lang);
  else
    addText(
      {
        kind: "page",
        source,
        target: `content/pages/${path.replace(/(^|\/)_/g, "$1").replace(TEXT, ".md")}`,
        draft,
        oldUrl: draft ? undefined : url,
        day: undefined,
        title: titleOf(nameIn(path).replace(TEXT, "")),
        names: [source, path.replace(TEXT, "")],
      },
      read,
      inherited,
      folder,
      reading,
    );
}

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
