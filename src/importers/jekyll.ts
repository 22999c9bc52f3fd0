// A Jekyll blog → what the import works on: posts of every `_posts`, drafts, pages, collections and files.
// Nothing of the source is run; what only Ruby or a template could say is named for a person to do.
import { readFileName } from "../content/file-names.ts";
import { slugOf } from "../content/text.ts";
import type { Day } from "../content/types.ts";
import type { YamlMap } from "../content/yaml.ts";
import { readDate } from "./dates.ts";
import { jekyllAddress, jekyllPageAddress } from "./jekyll-addresses.ts";
import { defaultsFor, jekyllSite, type JekyllConfig } from "./jekyll-config.ts";
import type { Asset, Manual, OldSite, SourceEntry } from "./model.ts";
import { isMedia, type SourceFiles } from "./source-files.ts";
import { readText, type SourceText } from "./source-text.ts";
import { map, rooted, text, texts } from "./values.ts";

const TEXT = /\.(md|markdown|mkd|mkdn|mkdown|html?)$/i;

interface Reading {
  files: SourceFiles;
  config: JekyllConfig;
  manual: Manual[];
  entries: SourceEntry[];
  assets: Asset[];
  /** Told of a page that lists posts page by page. */
  paginated: (url: string) => void;
}

export function readJekyll(files: SourceFiles): OldSite {
  const { site, config } = jekyllSite(files);
  const paginated = (url: string): void => {
    const folder = url.replace(/[^/]*$/, "");
    if (folder === "/") site.listAtRoot = true;
    else site.settings["addresses"] = { ...map(site.settings["addresses"]), blog: folder };
  };
  const reading: Reading = {
    files,
    config,
    manual: site.manual,
    entries: site.entries,
    assets: site.assets,
    paginated,
  };
  for (const file of files.files) readFile(file, reading);
  for (const url of config.lists) site.addresses.push({ url, what: "list" });
  const present = new Set(files.files.flatMap((file) => /^_([^/]+)\//.exec(file)?.[1] ?? []));
  // A collection that is published and has no folder here is another site's, or was left behind.
  for (const [name, { output, permalink }] of config.collections) {
    const folder = /^(\/[^/:]+\/)/.exec(permalink ?? `/${name}/`)?.[1];
    if (output && !present.has(name) && folder !== undefined) site.elsewhere.push(folder);
  }
  return site;
}

function readFile(file: string, reading: Reading): void {
  const { config } = reading;
  const [top = ""] = file.split("/");
  if (config.excluded.some((one) => file === one || file.startsWith(`${one.replace(/\/$/, "")}/`))) return;
  const inPosts = /(?:^|\/)_posts\//.test(file);
  const inDrafts = /(?:^|\/)_drafts\//.test(file);
  if ((inPosts || inDrafts) && TEXT.test(file)) readPost(file, inDrafts, reading);
  else if (inPosts || inDrafts)
    reading.assets.push({ source: file, target: `public/${file.replace(/(^|\/)_(posts|drafts)\//, "$1")}` });
  else if (top.startsWith("_")) readCollection(file, top.slice(1), reading);
  else readOther(file, reading);
}

function readPost(source: string, isDraft: boolean, reading: Reading): void {
  const { config } = reading;
  const [, before = "", name = ""] = /^(.*?)_(?:posts|drafts)\/(.*)$/.exec(source) ?? [];
  const base = name.split("/").at(-1) ?? name;
  const read = open(source, reading);
  if (read === undefined) return;
  const folders = before.split("/").filter((part) => part !== "");
  const defaults = defaultsFor(config, source, "posts");
  const lang = languageOf(read.data, folders, defaults, config);
  const inLang = folders[0] !== undefined && folders[0] === lang.folder;
  const target = `content/posts/${[...folders, name].join("/").replace(TEXT, ".md")}`;
  const parsed = readFileName(`content/posts/${base.replace(TEXT, "")}.md`, new Set());
  const named = parsed.day;
  const written = text(read.data["date"]);
  const dated = written === undefined ? undefined : readDate(written, config.zone, named);
  const day = (dated !== undefined && "day" in dated ? dated.day : undefined) ?? named;
  const unpublished = isFalse(read.data["published"]) || text(read.data["status"]) === "draft";
  const draft = isDraft || base.startsWith("_") || unpublished;
  const ignored = !isDraft && (base.startsWith("_") || named === undefined);
  const slug = text(read.data["slug"]) ?? parsed.slug;
  // Front matter's own categories come after those of the folders above `_posts`.
  const own = categoriesOf(read.data, defaults);
  const pattern = text(read.data["permalink"]) ?? text(defaults["permalink"]) ?? config.permalink;
  const oldUrl =
    draft || ignored || day === undefined
      ? undefined
      : jekyllAddress(pattern ?? "date", { day, slug, categories: [...folders, ...own] });
  reading.entries.push({
    kind: "post",
    source,
    target: isDraft ? target.replace(/([^/]+)$/, "_$1") : target,
    text: read,
    ...(lang.code !== undefined && { lang: lang.code }),
    langInPath: inLang,
    draft: draft || ignored,
    draftInPath: isDraft || base.startsWith("_"),
    ...(oldUrl !== undefined && { oldUrl }),
    ...(day !== undefined && { day }),
    title: titled(slug),
    aliases: texts(read.data["redirect_from"] ?? read.data["aliases"]).map(rooted),
    inherited: defaults,
    tags: tagsOf(read.data, defaults),
    categories: [...folders.filter((_, i) => !(i === 0 && inLang)), ...own],
    names: [base.replace(/\.\w+$/, ""), name.replace(/\.\w+$/, ""), source],
    beside: [],
  });
}

/** A collection's texts are pages of the new site, at the addresses that they had. */
function readCollection(source: string, name: string, reading: Reading): void {
  const collection = reading.config.collections.get(name);
  if (collection === undefined || !TEXT.test(source)) return;
  const read = open(source, reading);
  if (read === undefined || read.format === "none") return;
  const path = source.slice(name.length + 2).replace(/\.\w+$/, "");
  const slug = text(read.data["slug"]) ?? path.split("/").at(-1) ?? path;
  const defaults = defaultsFor(reading.config, source, name);
  const day: Day =
    readFileName(`content/posts/${source.split("/").at(-1) ?? ""}`, new Set()).day ??
    dayOf(read, reading) ??
    "2000-01-01";
  const pattern =
    text(read.data["permalink"]) ??
    text(defaults["permalink"]) ??
    collection.permalink ??
    "/:collection/:path:output_ext";
  const oldUrl = collection.output
    ? jekyllAddress(pattern, { day, slug, categories: [], collection: name, path })
    : undefined;
  addPage(source, `content/pages/${name}/${path}.md`, read, oldUrl, defaults, reading);
}

function dayOf(read: SourceText, { config }: Reading): Day | undefined {
  const reading = readDate(text(read.data["date"]) ?? "", config.zone);
  return "day" in reading ? reading.day : undefined;
}

function readOther(file: string, reading: Reading): void {
  const { files, config, assets } = reading;
  if (
    /^(readme|license|licence|changelog|contributing|code_of_conduct)(\.\w+)*$/i.test(file) ||
    /^(Gemfile|Rakefile|package)/.test(file)
  )
    return;
  const isText = TEXT.test(file);
  const hasHead = isText && /^\ufeff?---[ \t]*\r?\n/.test(files.read(file)?.slice(0, 10) ?? "");
  if (!hasHead) {
    const isKept =
      isMedia(file) || /^(CNAME|favicon[^/]*|\.well-known\/.*|site\.webmanifest|humans\.txt)$/.test(file);
    if (isKept && file.split("/").every((part) => !part.startsWith("_")))
      assets.push({ source: file, target: `public/${file}` });
    return;
  }
  const read = open(file, reading);
  if (read === undefined) return;
  const defaults = defaultsFor(config, file, "pages");
  const own = text(read.data["permalink"]) ?? text(defaults["permalink"]);
  const oldUrl = own === undefined ? jekyllPageAddress(file, config.permalink) : encodeURI(rooted(own));
  const to = text(read.data["redirect_to"]) ?? texts(read.data["redirect_to"])[0];
  if (to !== undefined) {
    config.redirects.push({ from: oldUrl, to, file, line: 1 });
    return;
  }
  addPage(
    file,
    `content/pages/${file.replace(/\.\w+$/, ".md")}`,
    read,
    isFalse(read.data["published"]) ? undefined : oldUrl,
    defaults,
    reading,
  );
}

function addPage(
  source: string,
  target: string,
  read: SourceText,
  oldUrl: string | undefined,
  defaults: YamlMap,
  reading: Reading,
): void {
  const { config, manual } = reading;
  // Lists, archives, search: Carnet makes its own, and a template cannot be carried over.
  if (
    /\{%-?\s*(for|assign|paginate|capture|if|unless|case)\b/.test(read.body) ||
    (read.body.trim() === "" &&
      /home|blog|archive|list|tag|categor|search|posts/i.test(text(read.data["layout"]) ?? source))
  ) {
    if (oldUrl !== undefined) config.lists.push(oldUrl);
    if (oldUrl !== undefined && read.data["pagination"] !== undefined) reading.paginated(oldUrl);
    manual.push({ kind: "template-page", file: source, line: read.bodyLine, found: oldUrl ?? source });
    return;
  }
  const folders = source.split("/").slice(0, -1);
  const lang = languageOf(read.data, folders, defaults, config);
  const stem =
    source
      .split("/")
      .at(-1)
      ?.replace(/\.\w+$/, "") ?? source;
  reading.entries.push({
    kind: "page",
    source,
    target,
    text: read,
    ...(lang.code !== undefined && { lang: lang.code }),
    langInPath: folders[0] !== undefined && folders[0] === lang.folder,
    draft: isFalse(read.data["published"]),
    draftInPath: false,
    ...(oldUrl !== undefined && { oldUrl }),
    title: titled(stem),
    aliases: texts(read.data["redirect_from"] ?? read.data["aliases"]).map(rooted),
    inherited: defaults,
    tags: tagsOf(read.data, defaults),
    categories: categoriesOf(read.data, defaults),
    names: [source, source.replace(/\.\w+$/, "")],
    beside: [],
  });
}

function open(file: string, { files, manual }: Reading): SourceText | undefined {
  const written = files.read(file);
  if (written === undefined) {
    manual.push({ kind: "broken", file, line: 0, found: "5 Mo" });
    return undefined;
  }
  const read = readText(written);
  if ("text" in read) return read.text;
  manual.push({ kind: "broken", file, line: read.broken.line, found: read.broken.found });
  return undefined;
}

function languageOf(
  data: YamlMap,
  folders: readonly string[],
  defaults: YamlMap,
  config: JekyllConfig,
): { code?: string; folder?: string } {
  const [folder] = folders;
  const own = text(data["lang"]) ?? text(data["locale"]) ?? text(data["language"]);
  const byDefault = text(defaults["lang"]) ?? text(defaults["locale"]) ?? text(defaults["language"]);
  const isFolder = folder !== undefined && config.languages.has(folder.toLowerCase());
  const code = (own ?? (isFolder ? folder : byDefault))?.replaceAll("_", "-");
  return { ...(code !== undefined && { code }), ...(isFolder && { folder }) };
}

/** `tags: a b` are two tags for Jekyll, `tag: a b` is one. */
function tagsOf(data: YamlMap, defaults: YamlMap): string[] | undefined {
  return termsOf(data, "tag", "tags") ?? termsOf(defaults, "tag", "tags");
}

function categoriesOf(data: YamlMap, defaults: YamlMap): string[] {
  return termsOf(data, "category", "categories") ?? termsOf(defaults, "category", "categories") ?? [];
}

function termsOf(data: YamlMap, one: string, many: string): string[] | undefined {
  const single = texts(data[one]);
  const value = data[many];
  const list =
    typeof value === "string"
      ? value
          .split(/\s+/)
          .map((word) => word.replace(/,$/, ""))
          .filter((word) => word !== "")
      : texts(value);
  const all = [...new Set([...single, ...list])];
  return all.length === 0 && data[one] === undefined && value === undefined ? undefined : all;
}

function isFalse(value: unknown): boolean {
  return value === false || value === "false" || value === "no";
}

function titled(slug: string): string {
  return (
    slug
      .split(/[-_\s]+/)
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(" ")
      .trim() ||
    slugOf(slug) ||
    "Sans titre"
  );
}
