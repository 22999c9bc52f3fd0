// An Eleventy blog → `OldSite`: Markdown of the input folder, with the data that it inherits from folders.
// A text is a post according to its collection, folder or dated name. Templates are reported, never run.
import { readFileName } from "../../content/file-names.ts";
import type { Day } from "../../content/types.ts";
import type { YamlMap } from "../../content/yaml/parse.ts";
import { dayWritten } from "../dates.ts";
import { eleventyAddress, slugified, usualPattern } from "./addresses.ts";
import { copyOf, eleventyConfig, eleventySettings, type EleventyConfig } from "./config.ts";
import { inheritedData } from "./data.ts";
import { readTemplate } from "./templates.ts";
import { plainInclude } from "../includes.ts";
import type { Manual, OldSite } from "../model.ts";
import { readPeople } from "../people.ts";
import {
  aliasesOf,
  besideText,
  isOtherMarkup,
  nameMarkup,
  openText,
  startsAsText,
  type Reading,
} from "../reading.ts";
import { readNetlify } from "../redirects.ts";
import { isMedia, type SourceFiles } from "../source-files.ts";
import { at, text, texts } from "../values.ts";

const MARKDOWN = /\.(md|markdown)$/i;
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
const POSTS = /^(posts?|blog|articles?|billets?|actualites|news|journal|writing|notes)$/i;
const LANGUAGES = new Set(["fr", "en", "de", "es", "it", "nl", "pt"]);

/** What the path of a text shows, below the input folder. */
interface Place {
  folders: readonly string[];
  /** File name without extension. */
  base: string;
  /** True for the index of a folder of its own. */
  isBundle: boolean;
  day: Day | undefined;
  slug: string;
  /** Path without extension. */
  path: string;
  /** The same without the date in the file name. */
  stem: string;
  langFolder: string | undefined;
}

export function readEleventy(files: SourceFiles): OldSite {
  const manual: Manual[] = [...files.manual];
  const config = eleventyConfig(files, manual);
  const { settings, lang } = eleventySettings(config);
  const redirects = readNetlify(files, [
    "_redirects",
    "public/_redirects",
    "static/_redirects",
    config.input === "" ? "_redirects" : `${config.input}/_redirects`,
  ]);
  const site: OldSite = {
    kind: "eleventy",
    settings,
    lang,
    zone: "UTC",
    base: config.base,
    listAtRoot: false,
    entries: [],
    people: readPeople(
      files,
      new RegExp(`^${escaped(config.data)}/(authors|people|team|auteurs)\\.(json|ya?ml)$`, "i"),
    ),
    tags: {},
    redirects: redirects.list,
    assets: [],
    onDemand: [],
    addresses: [],
    elsewhere: [],
    manual: [...manual, ...redirects.manual],
    values: { ...config.values },
    // A name without extension is a file in the template's own language.
    include: (name) =>
      plainInclude(
        files,
        ["", ".liquid", ".html", ".njk"].map((end) => `${config.includes}/${name}${end}`),
      ),
  };
  const reading = { files, config, site };
  for (const file of files.files) readFile(file, reading);
  site.settings["permalink"] = usualPattern(site.entries);
  return site;
}

const escaped = (path: string): string => path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function readFile(file: string, reading: Reading<EleventyConfig>): void {
  const { config, site, files } = reading;
  const copied = copyOf(file, config);
  const inInput = config.input === "" || file.startsWith(`${config.input}/`);
  if (copied !== undefined && !MARKDOWN.test(file)) {
    if (isMedia(file) || /(^|\/)(CNAME|favicon[^/]*)$/.test(file))
      site.assets.push({ source: file, target: `public/${copied}` });
    return;
  }
  if (!inInput || file.startsWith(`${config.data}/`) || file.startsWith(`${config.includes}/`)) return;
  const path = config.input === "" ? file : file.slice(config.input.length + 1);
  if (/^(readme|license|licence|changelog|contributing)\b/i.test(path) || path.startsWith(".")) return;
  if (MARKDOWN.test(file)) readEntry(file, path, reading);
  else if (TEMPLATE.test(file) && !path.startsWith("_")) {
    const left = readTemplate(file, files.read(file) ?? "", site);
    if (left !== undefined) site.manual.push(left);
  } else if (isOtherMarkup(file) && startsAsText(file, reading)) nameMarkup(file, reading);
}

function readEntry(source: string, path: string, reading: Reading<EleventyConfig>): void {
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

function placeOf(path: string): Place {
  const folders = path.split("/").slice(0, -1);
  const base = path.split("/").at(-1)?.replace(MARKDOWN, "") ?? path;
  const own = readFileName(`content/posts/${base}.md`, new Set());
  const isBundle = base === "index" && folders.length > 0;
  const named = isBundle ? readFileName(`content/posts/${folders.at(-1) ?? ""}.md`, new Set()) : own;
  const top = (folders[0] ?? "").toLowerCase();
  return {
    folders,
    base,
    path: [...folders, base].join("/"),
    isBundle,
    day: named.day,
    slug: isBundle ? named.slug : base === "index" ? "" : own.slug || base,
    stem: [...folders, own.day === undefined ? base : own.slug].join("/"),
    langFolder: LANGUAGES.has(top) ? top : undefined,
  };
}

function isAmongPosts({ folders, isBundle, day }: Place, tags: readonly string[]): boolean {
  return (
    tags.some((one) => /^(posts?|blog|articles?|billets?)$/i.test(one)) ||
    day !== undefined ||
    folders.slice(0, isBundle ? -1 : undefined).some((one) => POSTS.test(one))
  );
}

/** Folders of posts mean nothing to Carnet; those of pages are part of the address. */
function targetOf({ folders, base, langFolder }: Place, isPost: boolean, siteLang: string): string {
  const own = langFolder === undefined ? folders : folders.slice(1);
  const below = isPost
    ? own.filter((one) => !POSTS.test(one) && one !== "content")
    : own.filter((one) => one !== "content" && one !== "pages");
  return [
    "content",
    isPost ? "posts" : "pages",
    ...(langFolder === undefined || langFolder === siteLang ? [] : [langFolder]),
    ...below,
    `${base}.md`,
  ].join("/");
}
