// A Hugo blog → `OldSite`: texts in each language, page bundles with their files, sections, terms and authors.
// https://gohugo.io/content-management/
import { readFileName } from "../content/file-names.ts";
import { FRONT_MATTER_KEYS } from "../content/schema.ts";
import { readDate } from "./dates.ts";
import { isHeldBack, titleOf } from "./front-matter.ts";
import { ended, fileSlug, hugoAddress, hugoAlias } from "./hugo-addresses.ts";
import { hugoConfig, hugoSettings, type HugoConfig, type HugoLanguage } from "./hugo-config.ts";
import { addTemplatePage, setAddress, type OldSite, type OldText } from "./model.ts";
import { addMenus, addPerson, readPeople } from "./people.ts";
import { readRedirects } from "./redirects.ts";
import {
  isMedia,
  isOtherMarkup,
  isServed,
  readText,
  TEXT,
  type SourceFiles,
  type SourceText,
} from "./source.ts";
import { at, defined, map, rooted, text, texts, type Data } from "./values.ts";

interface Reading {
  files: SourceFiles;
  site: OldSite;
  config: HugoConfig;
  /** Sections whose texts are posts, in lower case. */
  sections: ReadonlySet<string>;
  /** Folders, below those of languages, that one `index` makes a page of; their other texts have no address. */
  bundles: ReadonlySet<string>;
}

/** Where a text stands. */
interface Place {
  language: HugoLanguage;
  /** Folder of texts: `content`, `content/fr`. */
  root: string;
  /** Path below that folder, without language and extension: `posts/titre`, `posts/titre/index`. */
  path: string;
}

export function readHugo(files: SourceFiles): OldSite {
  const config = hugoConfig(files);
  const site: OldSite = {
    kind: "hugo",
    settings: hugoSettings(config),
    lang: config.main.code,
    base: config.base,
    zone: undefined,
    syntax: "hugo",
    showsFuture: config.data["buildfuture"] === true,
    texts: [],
    people: {},
    tags: {},
    redirects: [],
    nav: [],
    footer: [],
    lists: [],
    assets: [],
    roots: [...config.static.keys(), "assets", config.content],
    templates: 0,
    todo: [],
  };
  const reading = { files, site, config, sections: new Set<string>(), bundles: new Set<string>() };
  const places = files.files
    .filter((file) => TEXT.test(file) || isOtherMarkup(file))
    .flatMap((file) => ({ file, place: placeOf(file, config) }));
  const paths = new Set(places.flatMap(({ place }) => place?.path ?? []));
  const leaves = [...paths].flatMap((path) => /^(.+)\/index$/.exec(path)?.[1] ?? []);
  reading.bundles = new Set(leaves.filter((folder) => !paths.has(`${folder}/_index`)));
  reading.sections = sectionsOfPosts([...paths], config);
  readPeople(site, files, "data");
  readRedirects(site, files, [
    ...[...config.static.keys()].map((folder) => `${folder}/_redirects`),
    "_redirects",
  ]);
  for (const file of files.files) readFile(file, reading);
  for (const [lang, data] of [
    [undefined, config.data] as const,
    ...config.languages.map((one) => [one.code, one.settings] as const),
  ])
    addMenus(site, inOrder(data["menus"] ?? data["menu"]), lang);
  addLists(reading);
  return site;
}

/** Menus with their entries by weight; those without one come last. */
function inOrder(menus: unknown): Data {
  const weight = (entry: unknown): number => Number(at(entry, "weight") ?? at(entry, "Weight")) || Infinity;
  return Object.fromEntries(
    Object.entries(map(menus)).map(([name, entries]) => [
      name,
      Array.isArray(entries) ? entries.toSorted((a, b) => weight(a) - weight(b) || 0) : [],
    ]),
  );
}

/** A language is that of its own folder, or of the suffix of the file name. */
function placeOf(file: string, { content, languages, main }: HugoConfig): Place | undefined {
  const root = [content, ...languages.flatMap(({ folder }) => folder ?? [])]
    .filter((folder) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
  if (root === undefined) return undefined;
  const path = file.slice(root.length + 1);
  const bare = path.replace(/\.\w+$/, "");
  const [suffix = ""] = /\.[a-z]{2,3}(-[a-z]{2,4})?$/i.exec(bare) ?? [];
  const named = languages.find(({ code }) => `.${code}` === suffix.toLowerCase());
  const language = named ?? languages.find(({ folder }) => folder === root) ?? main;
  return { language, root, path: named === undefined ? bare : bare.slice(0, -suffix.length) };
}

const USUAL = ["posts", "post", "blog", "articles", "article", "billets", "actualites", "news", "journal"];

/** Those that the settings name; otherwise those with a usual name, or the one with most texts. */
function sectionsOfPosts(paths: readonly string[], { params, data, languages }: HugoConfig): Set<string> {
  const named = [params, data, ...languages.map(({ settings }) => map(settings["params"]))].flatMap((one) =>
    Object.entries(one).flatMap(([key, value]) => (/^mainsections?$/i.test(key) ? texts(value) : [])),
  );
  if (named.length > 0) return new Set(named.map((name) => name.toLowerCase()));
  const counts = new Map<string, number>();
  for (const path of paths) {
    const [, section] = /^([^/]+)\//.exec(path.toLowerCase()) ?? [];
    if (section !== undefined) counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  const usual = USUAL.filter((name) => counts.has(name));
  const [most] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return new Set(usual.length > 0 || most === undefined ? usual : [most]);
}

function readFile(file: string, reading: Reading): void {
  const { config, site, bundles } = reading;
  for (const [folder, at] of config.static)
    if (file.startsWith(`${folder}/`)) {
      const path = [at, file.slice(folder.length + 1)].filter((part) => part !== "").join("/");
      if (isServed(path)) site.assets.push({ source: file, target: `public/${path}` });
      else if (/(^|\/)(robots\.txt|_headers|[^/]+\.(html?|xml|asc))$/i.test(path))
        site.todo.push({ kind: "file", file, found: path });
      return;
    }
  const place = placeOf(file, config);
  if (place === undefined || config.ignored.some((pattern) => pattern.test(`/${file}`))) return;
  const parts = place.path.split("/");
  const bundle = parts.map((_, i) => parts.slice(0, i).join("/")).find((folder) => bundles.has(folder));
  if (!TEXT.test(file) && !isOtherMarkup(file)) {
    if (isMedia(file)) addFile(file, place, bundle, reading);
  } else if (bundle !== undefined && place.path !== `${bundle}/index`)
    site.todo.push({ kind: "resource", file, found: bundle });
  else if (isOtherMarkup(file)) site.todo.push({ kind: "markup", file, found: file });
  else readPage(file, place, reading);
}

/** A file of a bundle goes beside its text; another of the folders of texts is served at its path. */
function addFile(
  file: string,
  { root, language }: Place,
  bundle: string | undefined,
  reading: Reading,
): void {
  const path = file.slice(root.length + 1);
  const target =
    bundle === undefined
      ? `public/${path}`
      : `${targetOf(bundle, language, reading)}/${path.slice(bundle.length + 1)}`;
  reading.site.assets.push({ source: file, target });
}

/** The new path of a text without its extension: the section of posts means nothing to Carnet. */
function targetOf(
  path: string,
  language: HugoLanguage,
  { config, sections }: Reading,
  isPost?: boolean,
): string {
  const [section = "", ...rest] = path.split("/");
  const isInPosts = isPost ?? (rest.length > 0 && sections.has(section.toLowerCase()));
  const folders = isInPosts ? rest : [section, ...rest];
  return [
    isInPosts ? "content/posts" : "content/pages",
    ...(language === config.main ? [] : [language.code]),
    ...folders,
  ].join("/");
}

function readPage(source: string, place: Place, reading: Reading): void {
  const { files, config, site, sections } = reading;
  const { language, path } = place;
  const read = readText(files.read(source) ?? "");
  if ("broken" in read) {
    site.todo.push({ kind: "refused", file: source, found: read.broken });
    return;
  }
  read.data = knownKeys(read.data, config);
  const folders = path.split("/");
  const stem = folders.pop() ?? "";
  if (stem === "_index") {
    readList(source, folders, language, read, reading);
    return;
  }
  const isBundle = stem === "index" && folders.length > 0;
  const name = isBundle ? (folders.pop() ?? stem) : stem;
  const inherited = inheritedBy(folders, place, reading);
  const data = { ...inherited, ...read.data };
  const named = readFileName(`content/posts/${name}.md`, new Set()).day;
  const day = readDate(data["date"] ?? data["publishDate"], undefined, named)?.day;
  const isOfPosts = sections.has((folders[0] ?? "").toLowerCase()) && text(data["type"]) !== "page";
  const isPost = isOfPosts && (day ?? named) !== undefined;
  const title = text(data["title"]) ?? titleOf(name);
  const isHidden =
    isHeldBack(data) ||
    data["headless"] === true ||
    /never|false|link/.test(text(at(data, "build.render") ?? at(data, "_build.render")) ?? "");
  const url = hugoAddress(
    { folders, sections: sectionsAbove(folders, place, files), name, title, day, data },
    language,
    config,
  );
  if (url === undefined && !isHidden)
    site.todo.push({ kind: "unknown-address", file: source, found: text(data["url"]) ?? path });
  if (isOfPosts && !isPost) site.todo.push({ kind: "undated", file: source, found: title });
  if (
    read.body.trim() === "" &&
    /^(archives?|search|tags|categories|terms|timeline|list)$/i.test(
      text(data["layout"]) ?? text(data["type"]) ?? "",
    )
  ) {
    addTemplatePage(
      site,
      source,
      isHidden ? undefined : url,
      language === config.main ? undefined : language.code,
    );
    return;
  }
  const whole = [...folders, name].join("/");
  site.texts.push({
    kind: isPost ? "post" : "page",
    source,
    target: `${targetOf(whole, language, reading, isPost)}${isBundle ? "/index" : ""}.md`,
    data: read.data,
    inherited,
    body: read.body,
    lang: language.code,
    draft: isHidden,
    oldUrl: isHidden ? undefined : url,
    ...(language.host !== undefined && { host: language.host }),
    day: isPost ? (day ?? named) : undefined,
    title,
    aliases: texts(data["aliases"]).map((alias) => hugoAlias(alias, url ?? "/")),
    terms: Object.fromEntries(config.taxonomies.map((taxonomy) => [taxonomy, texts(data[taxonomy])])),
    group: text(data["translationKey"]) ?? whole,
    names: [path, whole, name, source],
  });
}

/** The folders down to the deepest with an `_index`; if there is none, only the first. */
function sectionsAbove(
  folders: readonly string[],
  { root, language }: Place,
  files: SourceFiles,
): readonly string[] {
  const isSection = (path: readonly string[]): boolean =>
    [".md", ".html", `.${language.code}.md`].some((end) =>
      files.has([root, ...path, `_index${end}`].join("/")),
    );
  let depth = folders.length;
  while (depth > 1 && !isSection(folders.slice(0, depth))) depth--;
  return folders.slice(0, depth);
}

const HUGO_KEYS = [
  ...[
    "aliases",
    "categories",
    "lastmod",
    "publishDate",
    "expiryDate",
    "translationKey",
    "summary",
    "url",
    "type",
  ],
  ...[
    "headless",
    "build",
    "_build",
    "cascade",
    "params",
    "images",
    "cover",
    "thumbnail",
    "banner",
    "featured_image",
  ],
];

/** Keys of front matter do not depend on their case; `params` complete them. */
function knownKeys(data: Data, { taxonomies }: HugoConfig): Data {
  const known = new Map(
    [...taxonomies, ...HUGO_KEYS, ...FRONT_MATTER_KEYS].map((key) => [key.toLowerCase(), key]),
  );
  const named = (written: Data): Data =>
    Object.fromEntries(
      Object.entries(written).map(([key, value]) => [known.get(key.toLowerCase()) ?? key, value]),
    );
  const { params, ...own } = named(data);
  const more = Object.entries(named(map(params))).filter(
    ([key]) => !/^(url|slug|date|draft|type|aliases)$/.test(key),
  );
  return { ...Object.fromEntries(more), ...own };
}

/** What the configuration and the `_index` of the section hand down, without targets. */
function inheritedBy(
  [section]: readonly string[],
  { root, language }: Place,
  { files, config }: Reading,
): Data {
  const names = ["", section === undefined ? "" : `${section}/`].flatMap(
    (folder) =>
      [`_index.${language.code}.md`, "_index.md"].map((name) => `${root}/${folder}${name}`).find(files.has) ??
      [],
  );
  const handed = names
    .map((file) => readText(files.read(file) ?? ""))
    .map((read) => ("data" in read ? keysOf(read.data) : undefined));
  return Object.fromEntries(
    [config.data["cascade"], ...handed].flatMap((one) =>
      "target" in map(one) || "_target" in map(one) ? [] : Object.entries(knownKeys(map(one), config)),
    ),
  );
}

const keysOf = (data: Data): unknown => data["cascade"] ?? data["Cascade"];

/** The `_index.md` of the folders `parts`: an author, the name of a term, the text of a list. */
function readList(
  source: string,
  parts: readonly string[],
  language: HugoLanguage,
  read: SourceText,
  reading: Reading,
): void {
  const { site, config, sections } = reading;
  const [top = "", term] = parts;
  const { data, body } = read;
  const isMain = language === config.main;
  const lang = isMain ? undefined : language.code;
  const isTaxonomy = config.taxonomies.includes(top);
  const url = hugoAddress(
    { folders: parts.slice(0, -1), sections: [], name: parts.at(-1) ?? "", title: "", day: undefined, data },
    // Patterns are those of pages, not of their lists.
    { ...language, permalinks: {} },
    config,
  );
  const own = parts.length === 0 ? `${language.prefix}/` : url;
  if (term !== undefined && /^authors?$/.test(top))
    addPerson(site, term, { description: body.trim(), ...data, name: text(data["title"]) ?? term });
  else if (term !== undefined && top === "tags" && isMain)
    site.tags[term] = defined({ label: text(data["title"]) ?? term, description: text(data["description"]) });
  if (
    body.trim() === "" ||
    parts.length === 0 ||
    /^authors?$/.test(top) ||
    (isTaxonomy && term === undefined) ||
    sections.has(parts.join("/").toLowerCase())
  ) {
    site.templates++;
    if (body.trim() !== "" && !(term !== undefined && Object.hasOwn(site.people, term)))
      site.todo.push({ kind: "template-page", file: source, found: own ?? source });
    if (own !== undefined && !isTaxonomy && parts.length > 0)
      addSection(site, own, sections.has(top.toLowerCase()), lang);
    return;
  }
  const draft = isHeldBack(data);
  site.texts.push({
    kind: "page",
    source,
    target: `${targetOf(parts.join("/"), language, reading, false)}.md`,
    data,
    inherited: {},
    body,
    lang: language.code,
    draft,
    oldUrl: draft ? undefined : own,
    day: undefined,
    title: titleOf(parts.at(-1) ?? ""),
    aliases: texts(data["aliases"]).map(rooted),
    terms: {},
    group: `${parts.join("/")}/_index`,
    names: [`${parts.join("/")}/_index`, parts.join("/"), source],
  });
}

function addSection(site: OldSite, url: string, isOfPosts: boolean, lang: string | undefined): void {
  site.lists.push({ url, as: isOfPosts ? "blog" : "home", lang });
  site.lists.push({ url: `${url}index.xml`, as: "feed", lang });
}

/** The lists that Hugo makes by itself: of sections and terms, each with its feed. https://gohugo.io/templates/types/ */
function addLists(reading: Reading): void {
  const { site, config, sections } = reading;
  const isUgly = config.ugly === true;
  const feed = `${text(at(config.data, "outputformats.rss.basename")) ?? text(at(config.data, "outputformats.rss.baseName")) ?? "index"}.xml`;
  const main = [...sections].find((name) =>
    site.texts.some((old) => old.kind === "post" && inSection(old, name, config)),
  );
  if (main !== undefined) setAddress(site, "blog", `/${fileSlug(main, config)}/`);
  setAddress(site, "feed", `/${feed}`);
  setAddress(site, "page", "page/:n/");
  const people = config.taxonomies.find((name) => /^authors?$/.test(name));
  const addresses: Data = { tags: "/tags/", tag: "/tags/:slug/" };
  if (people !== undefined) Object.assign(addresses, { people: `/${people}/`, person: `/${people}/:slug/` });
  for (const [name, address] of Object.entries(addresses)) setAddress(site, name, text(address) ?? "");
  site.settings["taxonomies"] = Object.fromEntries(
    config.taxonomies
      .filter((name) => name === "categories" || (name !== "tags" && !FRONT_MATTER_KEYS.includes(name)))
      .map((name) => [name, { address: `/${fileSlug(name, config)}/:slug/` }]),
  );
  const isMultilingual = config.languages.length > 1;
  // The name of the main language leads to its home page, even if its texts are at the root.
  if (isMultilingual) site.redirects.push({ from: `/${config.main.code}/`, to: "/" });
  for (const language of config.languages) {
    const { prefix, code } = language;
    if (isMultilingual) site.redirects.push({ from: `/${code}/sitemap.xml`, to: "/sitemap.xml" });
    const texts = site.texts.filter((old) => old.lang === code && old.oldUrl !== undefined);
    const lang = language === config.main ? undefined : code;
    const folders = texts.flatMap(({ names: [path = ""] }) => /^([^/]+)\//.exec(path)?.[1] ?? []);
    site.lists.push({ url: `${prefix}/`, as: "home", lang }, { url: `${prefix}/${feed}`, as: "feed", lang });
    for (const folder of new Set(folders)) {
      const url = ended(`${prefix}/${fileSlug(folder, config)}`, isUgly);
      if (!config.taxonomies.includes(folder))
        addSection(site, url, sections.has(folder.toLowerCase()), lang);
    }
    for (const taxonomy of config.taxonomies) {
      const at = `${prefix}/${fileSlug(taxonomy, config)}`;
      site.lists.push({ url: ended(at, isUgly), as: taxonomy === "tags" ? "tags" : "blog", lang });
      for (const name of new Set(texts.flatMap(({ terms }) => terms[taxonomy] ?? []))) {
        const url = ended(`${at}/${fileSlug(name, config)}`, isUgly);
        site.lists.push({ url, as: "term", lang, term: { taxonomy, name } });
        site.lists.push({ url: `${url}index.xml`, as: "feed", lang, term: { taxonomy, name } });
      }
    }
  }
}

const inSection = ({ names: [path = ""] }: OldText, section: string, config: HugoConfig): boolean =>
  fileSlug(path.split("/")[0] ?? "", config) === section;
