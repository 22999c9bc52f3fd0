// A Hugo blog → `OldSite`: texts in each language, page bundles with their files, terms and authors.
import { readFileName } from "../../content/file-names.ts";
import { FRONT_MATTER_KEYS } from "../../content/schema.ts";
import type { YamlMap } from "../../content/yaml/parse.ts";
import { dayWritten } from "../dates.ts";
import { cascade } from "./cascade.ts";
import { fileSlug, hugoAddress, hugoAlias } from "./addresses.ts";
import { hugoConfig, hugoSettings, type HugoConfig } from "./config.ts";
import { openHugo, paramsOf } from "./keys.ts";
import { hugoLists, type Section } from "./lists.ts";
import { hugoMenus } from "./menus.ts";
import { staticPath } from "./mounts.ts";
import { isPageResource, isText, leafBundles, locate, sectionsAbove, TEXT, type Located } from "./places.ts";
import { readSection } from "./sections.ts";
import type { OldSite, SourceEntry } from "../model.ts";
import { readPeople } from "../people.ts";
import { besideText, isOtherMarkup, nameMarkup, type Reading } from "../reading.ts";
import { readNetlify } from "../redirects.ts";
import { isMedia, type SourceFiles } from "../source-files.ts";
import { map, text, texts } from "../values.ts";

interface HugoReading extends Reading<HugoConfig> {
  /** Folders of page bundles. */
  bundles: ReadonlySet<string>;
  /** Folders, below those of languages, in which every text other than `index` is a resource. */
  leaves: ReadonlySet<string>;
  /** Folders of each text below that of its language. */
  folders: Map<SourceEntry, readonly string[]>;
  sections: Section[];
}

export function readHugo(files: SourceFiles): OldSite {
  const config = hugoConfig(files);
  const site = siteOf(files, config);
  const bundles = new Set(
    files.files.flatMap((file) => /^(.*)\/index(\.[a-z-]+)?\.(md|markdown|html?)$/i.exec(file)?.[1] ?? []),
  );
  const reading: HugoReading = {
    files,
    config,
    site,
    bundles,
    leaves: leafBundles(files, config),
    folders: new Map(),
    sections: [],
  };
  for (const file of files.files) readFile(file, reading);
  addAddresses(site, config);
  site.lists = (published) =>
    hugoLists(site, config, published, {
      foldersOf: (entry) => reading.folders.get(entry) ?? [],
      sections: reading.sections,
    });
  return site;
}

/** What the configuration and the data files contain, before any text is read. */
function siteOf(files: SourceFiles, config: HugoConfig): OldSite {
  const redirects = readNetlify(files, [
    ...config.static.map(({ folder }) => `${folder}/_redirects`),
    "_redirects",
  ]);
  const settings = hugoSettings(config);
  const { data, main } = config;
  const url = text(settings["url"]);
  return {
    kind: "hugo",
    settings,
    lang: main.code,
    zone: config.zone ?? "Europe/Paris",
    base: url === undefined ? "" : new URL(url).pathname.replace(/\/+$/, ""),
    listAtRoot: true,
    entries: [],
    people: readPeople(
      files,
      /^data\/(authors|people|team|auteurs)\.(toml|ya?ml|json)$/i,
      /^data\/(?:authors|people|team|auteurs)\/([^/]+)\.(?:toml|ya?ml|json)$/i,
    ),
    tags: {},
    redirects: redirects.list,
    assets: [],
    onDemand: [],
    addresses: [],
    elsewhere: [],
    manual: [...files.manual, ...redirects.manual, ...hugoMenus(files)],
    values: { site: { ...data, title: settings["title"] } },
    include: () => undefined,
  };
}

function readFile(file: string, reading: HugoReading): void {
  const { config, site, bundles, leaves } = reading;
  if (file.startsWith(`${config.assets}/`) && isMedia(file)) {
    site.onDemand.push({ source: file, target: `public/${file.slice(config.assets.length + 1)}` });
    return;
  }
  const path = staticPath(file, config.static);
  if (path !== undefined) {
    if (isMedia(path) || /^(CNAME|favicon[^/]*|\.well-known\/.*|humans\.txt)$/.test(path))
      site.assets.push({ source: file, target: `public/${path}` });
    return;
  }
  const located = locate(file, config);
  if (located === undefined) return;
  if (isText(file) && isPageResource(located.path, leaves))
    site.manual.push({ kind: "page-resource", file, line: 0, found: file });
  else if (TEXT.test(file)) readEntry(file, located, reading);
  else if (isOtherMarkup(file)) nameMarkup(file, reading);
  else if (isMedia(file) && ![...parents(file)].some((folder) => bundles.has(folder)))
    // A file of a section is served beside its list.
    site.assets.push({ source: file, target: `public/${located.path}` });
}

function* parents(file: string): Generator<string> {
  for (let slash = file.lastIndexOf("/"); slash > 0; slash = file.lastIndexOf("/", slash - 1))
    yield file.slice(0, slash);
}

function readEntry(source: string, place: Located, reading: HugoReading): void {
  const { language, path } = place;
  const { files, config, site } = reading;
  const read = openHugo(source, reading);
  if (read === undefined) return;
  const parts = path.split("/");
  const stem = parts.pop() ?? "";
  if (stem === "_index") {
    if (parts.length > 0 && !config.taxonomies.includes(parts[0] ?? ""))
      reading.sections.push({ lang: language.code, folders: parts, url: text(read.data["url"]) });
    readSection(source, parts, language, read, reading);
    return;
  }
  const isBundle = stem === "index" && parts.length > 0;
  const name = isBundle ? (parts.pop() ?? stem) : stem;
  const [section = ""] = parts;
  const inherited = { ...cascade(parts, place, reading), ...paramsOf(read.data, config) };
  const data: YamlMap = { ...inherited, ...read.data };
  const isPost = config.sections.has(section.toLowerCase()) && text(data["type"]) !== "page";
  const named = readFileName(`content/posts/${name}.md`, new Set()).day;
  const day = dayWritten(text(data["date"]) ?? data["publishDate"], config.zone, named);
  const title = text(data["title"]) ?? name.replace(/[-_]+/g, " ");
  const draft = isHidden(data);
  const oldUrl = draft
    ? undefined
    : hugoAddress(
        { folders: parts, sections: sectionsAbove(parts, place, files), name, title, day, data },
        language,
        config,
      );
  const isMain = language.code === config.main.code;
  const target = [
    isPost ? "content/posts" : "content/pages",
    ...(isMain ? [] : [language.code]),
    ...parts.slice(isPost ? 1 : 0),
    isBundle ? `${name}/index.md` : `${name}.md`,
  ].join("/");
  const entry: SourceEntry = {
    kind: isPost ? "post" : "page",
    source,
    target,
    text: read,
    lang: language.code,
    langInPath: !isMain,
    draft,
    draftInPath: false,
    ...(oldUrl !== undefined && { oldUrl }),
    ...(day !== undefined && { day }),
    title,
    aliases: texts(data["aliases"]).map((alias) => hugoAlias(alias, parts, language)),
    inherited,
    tags: data["tags"] === undefined ? undefined : texts(data["tags"]),
    categories: texts(data["categories"]),
    group: text(data["translationKey"]) ?? [...parts, name].join("/"),
    names: [path, `${parts.join("/")}/${name}`, name, source],
    beside: isBundle ? besideText(source, target, files) : [],
  };
  reading.folders.set(entry, parts);
  site.entries.push(entry);
}

/** True for a text that Hugo published at no address. `_build` is the older name of `build`, with booleans. */
function isHidden(data: YamlMap): boolean {
  const { render } = { ...map(data["_build"]), ...map(data["build"]) };
  return (
    data["draft"] === true ||
    data["draft"] === "true" ||
    (render !== undefined && render !== "always" && render !== true) ||
    data["headless"] === true
  );
}

/** Lists stay where they were; taxonomies other than tags are declared under the name of their key. */
function addAddresses(site: OldSite, config: HugoConfig): void {
  const section = [...config.sections][0] ?? "posts";
  site.settings["addresses"] = {
    blog: `/${section}/`,
    page: "page/:n/",
    tags: "/tags/",
    tag: "/tags/:slug/",
    feed: "/index.xml",
  };
  site.settings["taxonomies"] = Object.fromEntries(
    config.taxonomies
      .filter((name) => name !== "tags" && !FRONT_MATTER_KEYS.includes(name))
      .map((name) => [name, { label: "", address: `/${fileSlug(name, config)}/:slug/` }]),
  );
}
