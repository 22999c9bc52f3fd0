// An Eleventy blog → what the import works on: Markdown of the input folder with the data that folders give it.
// A text is a post when its collection, its folder or its dated name says so; templates are named, never run.
import { readFileName } from "../content/file-names.ts";
import type { Day } from "../content/types.ts";
import type { YamlMap } from "../content/yaml.ts";
import { readDate } from "./dates.ts";
import { eleventyAddress, slugified, type EleventyNamed } from "./eleventy-addresses.ts";
import { eleventyConfig, eleventySettings, literals, type EleventyConfig } from "./eleventy-config.ts";
import { readTemplate } from "./eleventy-templates.ts";
import type { Manual, OldSite, SourceEntry } from "./model.ts";
import { readPeople } from "./people.ts";
import { readNetlify } from "./redirects.ts";
import { isMedia, type SourceFiles } from "./source-files.ts";
import { readData, readText, type SourceText } from "./source-text.ts";
import { rooted, text, texts } from "./values.ts";

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

interface Reading {
  files: SourceFiles;
  config: EleventyConfig;
  site: OldSite;
  manual: Manual[];
}

export function readEleventy(files: SourceFiles): OldSite {
  const manual: Manual[] = [...files.manual];
  const config = eleventyConfig(files, manual);
  const { settings, lang } = eleventySettings(config);
  const redirects = readNetlify(files, [
    "_redirects",
    "public/_redirects",
    "static/_redirects",
    inputPath(config, "_redirects"),
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
    addresses: [],
    elsewhere: [],
    manual: [...manual, ...redirects.manual],
    values: { ...config.values },
    include: (name) => {
      // A name alone is that of a file of the template's own language.
      const [found] = ["", ".liquid", ".html", ".njk"].flatMap(
        (end) => files.read(`${config.includes}/${name}${end}`) ?? [],
      );
      return found === undefined || /\{[{%]|<(script|style|form)\b/i.test(found) ? undefined : found;
    },
  };
  const reading: Reading = { files, config, site, manual: site.manual };
  for (const file of files.files) readFile(file, reading);
  site.settings["permalink"] = patternOf(site.entries);
  return site;
}

const escaped = (path: string): string => path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const inputPath = ({ input }: EleventyConfig, file: string): string =>
  input === "" ? file : `${input}/${file}`;

/** The pattern that most posts already have, so that new ones follow it. */
function patternOf(entries: readonly SourceEntry[]): string {
  const counts = new Map<string, number>();
  for (const { kind, oldUrl, day, target } of entries) {
    if (kind !== "post" || oldUrl === undefined || day === undefined) continue;
    const [year = "", month = "", date = ""] = day.split("-");
    const slug = readFileName(target, LANGUAGES).slug;
    const last = /([^/]+?)(\.html|\/)?$/.exec(oldUrl)?.[1] ?? slug;
    const pattern = oldUrl
      .replace(/[^/]+?(\.html|\/)?$/, ":slug$1")
      .replace(`/${year}/${month}/${date}/`, "/:year/:month/:day/")
      .replace(`/${year}/${month}/`, "/:year/:month/")
      .replace(`/${year}/`, "/:year/");
    if (last !== "") counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? "/blog/:slug/";
}

function readFile(file: string, reading: Reading): void {
  const { config, site, files, manual } = reading;
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
    if (left !== undefined) manual.push(left);
  }
}

/** Where the site served a file that its configuration copied. */
function copyOf(file: string, { copies }: EleventyConfig): string | undefined {
  for (const [from, to] of copies) {
    if (file === from) return to === "" ? (file.split("/").at(-1) ?? file) : to;
    if (from !== "" && file.startsWith(`${from}/`))
      return [to, file.slice(from.length + 1)].filter((part) => part !== "").join("/");
  }
  return undefined;
}

function readEntry(source: string, path: string, reading: Reading): void {
  const { files, config, site, manual } = reading;
  const written = files.read(source);
  const read = written === undefined ? { broken: { line: 0, found: "5 Mo" } } : readText(written);
  if ("broken" in read) {
    manual.push({ kind: "broken", file: source, line: read.broken.line, found: read.broken.found });
    return;
  }
  const folders = path.split("/").slice(0, -1);
  const base = path.split("/").at(-1)?.replace(MARKDOWN, "") ?? path;
  const inherited = folderData(source, config, files, manual);
  const data: YamlMap = { ...inherited, ...read.text.data };
  const collections = [...texts(inherited["tags"]), ...texts(read.text.data["tags"])].map((one) =>
    one.toLowerCase(),
  );
  const parsed = readFileName(`content/posts/${base}.md`, new Set());
  const isBundle = base === "index" && folders.length > 0;
  const bundle = isBundle ? readFileName(`content/posts/${folders.at(-1) ?? ""}.md`, new Set()) : parsed;
  const isPost =
    collections.some((one) => /^(posts?|blog|articles?|billets?)$/.test(one)) ||
    bundle.day !== undefined ||
    folders.slice(0, isBundle ? -1 : undefined).some((one) => POSTS.test(one));
  const day = dayOf(data, bundle.day);
  const slug = isBundle ? bundle.slug : base === "index" ? "" : parsed.slug || base;
  const stem = [...folders, parsed.day === undefined ? base : parsed.slug].join("/");
  const url = addressOf(
    data["permalink"],
    { path: [...folders, base].join("/"), stem, slug, day, data: { ...config.values, ...data } },
    source,
    read.text,
    manual,
  );
  const [top = ""] = folders;
  const langFolder = LANGUAGES.has(top.toLowerCase()) ? top.toLowerCase() : undefined;
  const draft = data["draft"] === true || url === false || data["published"] === false;
  const lang = text(data["lang"]) ?? text(data["locale"]) ?? langFolder;
  site.entries.push({
    kind: isPost ? "post" : "page",
    source,
    target: targetOf(folders, base, isPost, langFolder, site.lang),
    text: read.text,
    ...(lang !== undefined && { lang }),
    langInPath: langFolder !== undefined && langFolder !== site.lang,
    draft,
    draftInPath: false,
    ...(typeof url === "string" && !draft && { oldUrl: url }),
    ...(day !== undefined && { day }),
    title: text(data["title"]) ?? slug.replace(/[-_]+/g, " "),
    aliases: texts(read.text.data["redirect_from"] ?? read.text.data["aliases"]).map(rooted),
    inherited,
    tags: [...new Set([...texts(inherited["tags"]), ...texts(read.text.data["tags"])])].filter(
      (one) => !COLLECTIONS.has(one.toLowerCase()),
    ),
    categories: texts(read.text.data["categories"] ?? read.text.data["category"]),
    names: [source, path, base, slug, slugified(slug)],
    beside: isBundle
      ? files.files
          .filter((file) => isMedia(file) && file.startsWith(source.replace(/[^/]+$/, "")))
          .map((file) => ({
            source: file,
            target:
              targetOf(folders, base, isPost, langFolder, site.lang).replace(/[^/]+$/, "") +
              file.slice(source.replace(/[^/]+$/, "").length),
          }))
      : [],
  });
}

/** The folders of posts say nothing to Carnet; those of pages are their address. */
function targetOf(
  folders: readonly string[],
  base: string,
  isPost: boolean,
  lang: string | undefined,
  siteLang: string,
): string {
  const own = lang === undefined ? folders : folders.slice(1);
  const below = isPost
    ? own.filter((one) => !POSTS.test(one) && one !== "content")
    : own.filter((one) => one !== "content" && one !== "pages");
  return [
    "content",
    isPost ? "posts" : "pages",
    ...(lang === undefined || lang === siteLang ? [] : [lang]),
    ...below,
    `${base}.md`,
  ].join("/");
}

function dayOf(data: YamlMap, named: Day | undefined): Day | undefined {
  const written = text(data["date"]);
  const reading = written === undefined ? undefined : readDate(written, "UTC", named);
  return reading !== undefined && "day" in reading ? reading.day : named;
}

function addressOf(
  permalink: unknown,
  named: EleventyNamed,
  source: string,
  { data }: SourceText,
  manual: Manual[],
): string | false | undefined {
  const url = eleventyAddress(permalink, named);
  if (url === undefined)
    manual.push({
      kind: "computed-address",
      file: source,
      line: data["permalink"] === undefined ? 0 : 2,
      found: text(permalink) ?? "",
    });
  return url;
}

/** Data of the folders above a file, the closest last; of programs, only what is written as text. */
function folderData(source: string, config: EleventyConfig, files: SourceFiles, manual: Manual[]): YamlMap {
  const parts = source.split("/").slice(0, -1);
  const data: YamlMap = {};
  for (let i = 1; i <= parts.length; i++) {
    const folder = parts.slice(0, i).join("/");
    const name = parts[i - 1] ?? "";
    for (const end of [".json", ".11tydata.json"]) {
      const file = `${folder}/${name}${end}`;
      merge(data, readData(file, files.read(file)));
    }
    for (const end of [".11tydata.js", ".11tydata.cjs", ".11tydata.mjs"]) {
      const file = `${folder}/${name}${end}`;
      const code = files.read(file);
      if (code === undefined) continue;
      merge(data, literals(code));
      if (!manual.some((one) => one.file === file))
        manual.push({ kind: "code-data", file, line: 1, found: name });
    }
  }
  return data;
}

/** Lists of tags add up, as Eleventy's do. */
function merge(data: YamlMap, more: YamlMap): void {
  const tags = [...texts(data["tags"]), ...texts(more["tags"])];
  Object.assign(data, more);
  if (tags.length > 0) data["tags"] = tags;
}
