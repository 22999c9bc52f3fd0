// A Hugo blog → `OldSite`: texts in each language, page bundles with their files, terms and authors.
import { FRONT_MATTER_KEYS } from "../../content/schema.ts";
import { fileSlug, sectionPath } from "./addresses.ts";
import { hugoConfig, hugoSettings, peopleTaxonomy, type HugoConfig } from "./config.ts";
import { nameDatedSections } from "./dated-sections.ts";
import { readEntry, type HugoReading } from "./entries.ts";
import { listNamed } from "./list-names.ts";
import { hugoLists } from "./lists.ts";
import { hugoMenus } from "./menus.ts";
import { includedText } from "../includes.ts";
import { staticPath } from "./mounts.ts";
import { isPageResource, isText, leafBundles, locate, TEXT } from "./places.ts";
import { termFolder } from "./terms.ts";
import type { OldSite, SourceEntry } from "../model.ts";
import { readPeople } from "../people.ts";
import { emptyLists, isOtherMarkup, nameMarkup } from "../reading.ts";
import { readNetlify } from "../redirects.ts";
import { isMedia, leftFile, type SourceFiles } from "../source-files.ts";
import { map, text } from "../values.ts";
import { foldersAbove } from "../../paths.ts";

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
  nameDatedSections(reading);
  site.menus = hugoMenus(files, site.entries, site.lang);
  addAddresses(site, config);
  const places = {
    foldersOf: (entry: SourceEntry) => reading.folders.get(entry) ?? [],
    sections: reading.sections,
  };
  site.lists = (published) => hugoLists(site, config, published, places);
  site.listNamed = (name, lang) => {
    const language = config.languages.find(({ code }) => code === lang) ?? config.main;
    return listNamed(name, language, config, places, site.entries);
  };
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
    base: url === undefined ? "" : new URL(url).pathname.replace(/\/+$/, ""),
    showsFuture: config.data["buildfuture"] === true,
    listAtRoot: true,
    ...(data["enableemoji"] === true && { emoji: "texts" }),
    ...emptyLists(),
    people: readPeople(
      files,
      /^data\/(authors|people|team|auteurs)\.(toml|ya?ml|json)$/i,
      /^data\/(?:authors|people|team|auteurs)\/([^/]+)\.(?:toml|ya?ml|json)$/i,
    ),
    redirects: redirects.list,
    manual: [...files.manual, ...redirects.manual],
    values: { site: { ...data, title: settings["title"] } },
    include: (name, given) => includedText(files, shortcodePaths(files, name), given),
  };
}

/** Where the template of a shortcode may be: in the blog, then in its themes. */
function shortcodePaths({ files }: SourceFiles, name: string): string[] {
  const ends = ["shortcodes", "_shortcodes"].map((folder) => `layouts/${folder}/${name}.html`);
  return [
    ...ends,
    ...files.filter((file) => file.startsWith("themes/") && ends.some((end) => file.endsWith(`/${end}`))),
  ];
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
    else site.manual.push(...leftFile(file, path));
    return;
  }
  const located = locate(file, config);
  if (located === undefined || config.ignored.some((pattern) => pattern.test(`/${file}`))) return;
  if (isText(file) && isPageResource(located.path, leaves))
    site.manual.push({ kind: "page-resource", file, line: 0, found: file });
  else if (TEXT.test(file)) readEntry(file, located, reading);
  else if (isOtherMarkup(file)) nameMarkup(file, reading);
  else if (isMedia(file) && ![...foldersAbove(file)].some((folder) => bundles.has(folder)))
    // A file of a section is served beside its list.
    site.assets.push({ source: file, target: `public/${located.path}` });
}

/** Lists stay where they were; taxonomies other than tags are declared under the name of their key. */
function addAddresses(site: OldSite, config: HugoConfig): void {
  const section = [...config.sections][0] ?? "posts";
  site.settings["addresses"] = {
    blog: `/${sectionPath([section], config) ?? section}/`,
    page: `${config.pager}/:n/`,
    tags: "/tags/",
    tag: `/${termFolder("tags", config)}/:slug/`,
    feed: `/${config.feed}`,
    ...peopleAddresses(config),
    ...map(site.settings["addresses"]),
  };
  site.settings["taxonomies"] = Object.fromEntries(
    config.taxonomies
      .filter((name) => name !== "tags" && !FRONT_MATTER_KEYS.includes(name))
      .map((name) => [name, { label: "", address: `/${termFolder(name, config)}/:slug/` }]),
  );
}

/** A taxonomy of the people who sign has its lists where Carnet has those of its people. */
function peopleAddresses(config: HugoConfig): Record<string, string> {
  const name = peopleTaxonomy(config);
  if (name === undefined) return {};
  return { people: `/${fileSlug(name, config)}/`, person: `/${termFolder(name, config)}/:slug/` };
}
