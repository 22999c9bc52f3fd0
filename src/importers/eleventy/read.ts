// An Eleventy blog → `OldSite`: Markdown of the input folder, with the data that it inherits from folders.
// A text is a post according to its collection, folder or dated name. Templates are reported, never run.
import type { YamlMap } from "../../content/yaml/parse.ts";
import { dayWritten } from "../dates.ts";
import { eleventyAddress, slugified, usualPattern } from "./addresses.ts";
import { eleventyConfig, eleventySettings, type EleventyConfig } from "./config.ts";
import { copyOf } from "./copies.ts";
import { inheritedData } from "./data.ts";
import { isIgnored } from "./ignored.ts";
import { eleventyMenus, type Listed } from "./menus.ts";
import { isAmongPosts, isIndexOfPosts, MARKDOWN, placeOf, targetOf } from "./place.ts";
import { readTemplate } from "./templates.ts";
import { includedText } from "../includes.ts";
import type { Manual, OldSite } from "../model.ts";
import { readPeople } from "../people.ts";
import {
  emptyLists,
  aliasesOf,
  besideText,
  isOtherMarkup,
  nameMarkup,
  openText,
  startsAsText,
  type Reading,
} from "../reading.ts";
import { readNetlify } from "../redirects.ts";
import { isMedia, leftFile, type SourceFiles } from "../source-files.ts";
import { setAddress } from "../site-addresses.ts";
import { asPattern, at, map, text, texts } from "../values.ts";

const TEMPLATE = /\.(njk|liquid|html|webc|11ty\.[cm]?[jt]s|hbs|ejs|pug)$/i;
const COLLECTIONS = new Set([
  "post",
  "posts",
  "blog",
  "article",
  "articles",
  "all",
  "nav",
  "page",
  "pages",
  "billets",
]);

interface EleventyReading extends Reading<EleventyConfig> {
  /** Templates, of which only the entries in the menu are kept. */
  templates: Listed[];
}

export function readEleventy(files: SourceFiles): OldSite {
  const manual: Manual[] = [...files.manual];
  const config = eleventyConfig(files, manual);
  const site = siteOf(files, config, manual);
  const reading: EleventyReading = { files, config, site, templates: [] };
  addFeeds(site, config);
  for (const file of files.files) readFile(file, reading);
  keepTagIndex(site);
  const pages = site.entries.map(({ text: { data }, oldUrl: url, lang }) => ({ data, url, lang }));
  site.menus = eleventyMenus([...pages, ...reading.templates], config);
  site.settings["permalink"] = usualPattern(site.entries);
  return site;
}

/** What the configuration and the data files contain, before any text is read. */
function siteOf(files: SourceFiles, config: EleventyConfig, manual: readonly Manual[]): OldSite {
  const { settings, lang } = eleventySettings(config);
  const redirects = readNetlify(files, [
    ...new Set([
      ...["_redirects", "public/_redirects", "static/_redirects"],
      ...(config.input === "" ? [] : [`${config.input}/_redirects`]),
      ...files.files.filter((file) => copyOf(file, config) === "_redirects"),
    ]),
  ]);
  const people = new RegExp(`^${asPattern(config.data)}/(authors|people|team|auteurs)\\.(json|ya?ml)$`, "i");
  return {
    kind: "eleventy",
    settings,
    lang,
    base: config.base,
    showsFuture: true,
    listAtRoot: false,
    ...emptyLists(),
    people: readPeople(files, people),
    redirects: redirects.list,
    manual: [...manual, ...redirects.manual],
    values: { ...config.values },
    // A name without extension is a file in the template's own language.
    include: (name, given) =>
      includedText(
        files,
        ["", ".liquid", ".html", ".njk"].map((end) => `${config.includes}/${name}${end}`),
        given,
      ),
  };
}

function addFeeds(site: OldSite, { feeds }: EleventyConfig): void {
  for (const { address, isJson } of feeds) {
    const name = isJson ? "jsonFeed" : "feed";
    if (map(site.settings["addresses"])[name] === undefined) setAddress(site, name, address);
    site.addresses.push({ url: address, what: "feed" });
  }
}

/** A page at the folder of the tag pages lists the tags. */
function keepTagIndex(site: OldSite): void {
  const folder = text(map(site.settings["addresses"])["tag"])?.replace(/:slug\/?$/, "");
  if (folder !== undefined && folder !== "/" && site.addresses.some(({ url }) => url === folder))
    setAddress(site, "tags", folder);
}

function readFile(file: string, reading: EleventyReading): void {
  const { config, site, files } = reading;
  const copied = copyOf(file, config);
  const inInput = config.input === "" || file.startsWith(`${config.input}/`);
  if (copied !== undefined && !MARKDOWN.test(file)) {
    if (isMedia(file) || /(^|\/)(CNAME|favicon[^/]*)$/.test(file))
      site.assets.push({ source: file, target: `public/${copied}` });
    else site.manual.push(...leftFile(file, copied));
    return;
  }
  // Eleventy itself reads nothing of what it wrote.
  const others = [config.data, config.includes, config.output];
  if (!inInput || isIgnored(file, config) || others.some((folder) => file.startsWith(`${folder}/`))) return;
  const path = config.input === "" ? file : file.slice(config.input.length + 1);
  if (/^(readme|license|licence|changelog|contributing)\b/i.test(path) || path.startsWith(".")) return;
  if (MARKDOWN.test(file) || isHtmlPost(file, path, reading)) readEntry(file, path, reading);
  else if (TEMPLATE.test(file) && !path.startsWith("_")) {
    const left = readTemplate(file, files.read(file) ?? "", site, ownAddress(file, path, reading));
    if (left.manual !== undefined) site.manual.push(left.manual);
    reading.templates.push({ ...left, lang: undefined });
  } else if (isOtherMarkup(file) && startsAsText(file, reading)) nameMarkup(file, reading);
}

/** True for a post in HTML, such as those of an export of WordPress: a template without any code. */
function isHtmlPost(file: string, path: string, reading: EleventyReading): boolean {
  if (!/\.html?$/i.test(file) || !startsAsText(file, reading)) return false;
  const place = placeOf(path);
  if (isIndexOfPosts(place) || /\{[{%]/.test(reading.files.read(file) ?? "")) return false;
  return isAmongPosts(place, texts(inheritedData(file, reading)["tags"]));
}

/** Where a template was published by its path alone; undefined if data of its folders set another address. */
function ownAddress(file: string, path: string, reading: EleventyReading): string | undefined {
  if (inheritedData(file, reading)["permalink"] !== undefined || /\.\w+\.\w+$/.test(path)) return undefined;
  const stem = path.replace(TEMPLATE, "");
  const url = eleventyAddress(undefined, { path: stem, stem, slug: stem, day: undefined, data: {} });
  return url === false ? undefined : url;
}

function readEntry(source: string, path: string, reading: EleventyReading): void {
  const { files, config, site } = reading;
  const read = openText(source, reading);
  if (read === undefined) return;
  const place = placeOf(path);
  const inherited = inheritedData(source, reading);
  const data: YamlMap = { ...inherited, ...read.data };
  const tags = [...texts(inherited["tags"]), ...texts(read.data["tags"])];
  const isPost = isAmongPosts(place, tags);
  const day = dayWritten(data["date"], "UTC", place.day) ?? place.day;
  const named = { ...place, day, data: { ...config.values, ...data } };
  const permalink =
    at(data, "eleventyComputed.permalink") ?? at(data, "permalink.build") ?? data["permalink"];
  const url = eleventyAddress(permalink, named);
  if (url === undefined) {
    const line = read.data["permalink"] === undefined ? 0 : 2;
    const found = text(permalink) ?? "";
    site.manual.push({ kind: "computed-address", file: source, line, found });
  }
  const { base, slug, langFolder } = place;
  const target = targetOf(place, isPost, site.lang);
  const draft = data["draft"] === true || url === false || data["published"] === false;
  const lang = text(data["lang"]) ?? text(data["locale"]) ?? langFolder;
  site.entries.push({
    kind: isPost ? "post" : "page",
    source,
    target,
    text: read,
    ...(lang !== undefined && { lang }),
    langInPath: langFolder !== undefined && langFolder !== site.lang,
    draft,
    draftInPath: false,
    ...(typeof url === "string" && !draft && { oldUrl: url }),
    ...(day !== undefined && { day }),
    title: text(data["title"]) ?? slug.replace(/[-_]+/g, " "),
    aliases: aliasesOf(read.data),
    inherited,
    tags: [...new Set(tags)].filter((one) => !COLLECTIONS.has(one.toLowerCase())),
    categories: [
      ...new Set([data["category"], inherited["categories"], read.data["categories"]].flatMap(texts)),
    ],
    names: [source, path, base, slug, slugified(slug)],
    beside: place.isBundle ? besideText(source, target, files) : [],
  });
}
