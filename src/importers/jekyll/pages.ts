// Pages and collections of a Jekyll blog → pages of the new site, at the same addresses.
// Pages that a template made from posts are only reported: Carnet makes its own lists.
import type { Day } from "../../content/types.ts";
import type { YamlMap } from "../../content/yaml/parse.ts";
import { nameIn } from "../../paths.ts";
import { jekyllAddress, jekyllPageAddress } from "./addresses.ts";
import { collectionDay, collectionName, collectionOf } from "./collections.ts";
import type { JekyllConfig } from "./config.ts";
import { categoriesOf, defaultsFor, isUnpublished, languageOf, tagsOf, titleOfSlug } from "./front-matter.ts";
import { aliasesOf, openText, type Reading } from "../reading.ts";
import { setList } from "../site-addresses.ts";
import type { SourceText } from "../source-text.ts";
import { rooted, text, texts } from "../values.ts";

interface Page {
  source: string;
  target: string;
  text: SourceText;
  /** Address at which Jekyll published it; undefined if it did not. */
  oldUrl: string | undefined;
  defaults: YamlMap;
  /** The day of a post; undefined for a page. */
  day?: Day;
}

/** A text of a collection, which is a page, except in the collection of posts; `place`: `_recettes/soupe.md`. */
export function readCollectionText(source: string, place: string, reading: Reading<JekyllConfig>): void {
  const { config } = reading;
  const name = collectionOf(place);
  if (!config.collections.has(name)) return;
  const read = openText(source, reading);
  if (read === undefined || read.format === "none") return;
  const path = place.slice(name.length + 2).replace(/\.\w+$/, "");
  const defaults = defaultsFor(config.data, place, name);
  const oldUrl = collectionAddress(place, read.data, config);
  const day = name === config.posts ? collectionDay(place, read.data, config) : undefined;
  const target = day === undefined ? `content/pages/${name}/${path}.md` : `content/posts/${path}.md`;
  addPage({ source, target, text: read, oldUrl, defaults, ...(day !== undefined && { day }) }, reading);
}

/** The address of a text of a collection; undefined if Jekyll did not publish it. */
export function collectionAddress(place: string, data: YamlMap, config: JekyllConfig): string | undefined {
  const [, name = "", path = ""] = /^_([^/]+)\/(.*)\.\w+$/.exec(place) ?? [];
  const collection = config.collections.get(name);
  if (collection?.output !== true || isUnpublished(data)) return undefined;
  const day = collectionDay(place, data, config) ?? "2000-01-01";
  const pattern =
    text(data["permalink"]) ??
    text(defaultsFor(config.data, place, name)["permalink"]) ??
    collection.permalink ??
    "/:collection/:path:output_ext";
  return jekyllAddress(pattern, {
    day,
    slug: text(data["slug"]) ?? collectionName(place).slug,
    name: nameIn(path),
    categories: [],
    collection: name,
    path,
  });
}

/** A page, or a redirect. */
export function readPage(source: string, reading: Reading<JekyllConfig>): void {
  const { config, site } = reading;
  const read = openText(source, reading);
  if (read === undefined) return;
  const defaults = defaultsFor(config.data, source, "pages");
  const own = text(read.data["permalink"]) ?? text(defaults["permalink"]);
  const url = own === undefined ? jekyllPageAddress(source, config.permalink) : encodeURI(rooted(own));
  const to = text(read.data["redirect_to"]) ?? texts(read.data["redirect_to"])[0];
  if (to !== undefined) {
    site.redirects.push({ from: url, to, file: source, line: 1 });
    return;
  }
  // Jekyll skips this folder unless told otherwise: its name is not part of a chosen address.
  const target = `content/pages/${source.replace(/^_[^/]+\//, "").replace(/\.\w+$/, ".md")}`;
  const oldUrl = isUnpublished(read.data) ? undefined : url;
  addPage({ source, target, text: read, oldUrl, defaults }, reading);
}

export function addPage(page: Page, { config, site }: Reading<JekyllConfig>): void {
  const { source, target, text: read, oldUrl, defaults, day } = page;
  if (day === undefined && isMadeByTemplate(read, source, config)) {
    if (oldUrl !== undefined) site.addresses.push({ url: oldUrl, what: "list" });
    const isOfPosts = read.data["pagination"] !== undefined || namesPosts(read.data["layout"], config);
    if (oldUrl !== undefined && isOfPosts) setList(site, oldUrl.replace(/[^/]*$/, ""));
    site.manual.push({ kind: "template-page", file: source, line: read.bodyLine, found: oldUrl ?? source });
    return;
  }
  const folders = source.split("/").slice(0, -1);
  const lang = languageOf(read.data, folders, defaults, config.languages);
  site.entries.push({
    kind: day === undefined ? "page" : "post",
    source,
    target,
    text: read,
    ...(lang.code !== undefined && { lang: lang.code }),
    langInPath: folders[0] !== undefined && folders[0] === lang.folder,
    // Also a text of a collection without `output`, which Jekyll only passed to templates.
    draft: oldUrl === undefined,
    draftInPath: false,
    ...(oldUrl !== undefined && { oldUrl }),
    ...(day !== undefined && { day }),
    title: titleOfSlug(nameIn(source).replace(/\.\w+$/, "")),
    aliases: aliasesOf(read.data),
    inherited: defaults,
    tags: tagsOf(read.data, defaults),
    categories: categoriesOf(read.data, defaults),
    names: [source, source.replace(/\.\w+$/, "")],
    beside: [],
  });
}

/** Lists, archives, search: Carnet makes its own, and a template cannot be converted. */
function isMadeByTemplate({ body, data }: SourceText, source: string, config: JekyllConfig): boolean {
  if (isOfData(body)) return false;
  const isList = /\{%-?\s*(for|paginate|tablerow)\b/.test(body);
  const isTemplate = isList || /\{%-?\s*(assign|capture|if|unless|case)\b/.test(body);
  return (
    (isTemplate && !hasOwnWords(body, isList ? LEAST_WORDS : 1)) ||
    (body.trim() === "" &&
      (namesPosts(data["layout"], config) ||
        /home|blog|archive|list|tag|categor|search|posts/i.test(text(data["layout"]) ?? source)))
  );
}

/** True for the layout that lists the collection of posts. */
const namesPosts = (layout: unknown, { posts }: JekyllConfig): boolean =>
  posts !== undefined && text(layout) === posts;

/** True if every loop is over a data file or the page's own values: what it lists is written nowhere else. */
function isOfData(body: string): boolean {
  const loops = [...body.matchAll(/\{%-?\s*(?:for|tablerow)\s+(\w+)\s+in\s+([\w-]+)\.(\w+)?/g)];
  const items = new Set(loops.map(([, item = ""]) => item));
  return (
    loops.length > 0 &&
    !/\bsite\.(?:posts|pages|tags|categories)\b|\bpaginator\b/.test(body) &&
    loops.length === (body.match(/\{%-?\s*(?:for|tablerow|paginate)\b/g)?.length ?? 0) &&
    loops.every(
      ([, , from = "", name]) => from === "page" || items.has(from) || (from === "site" && name === "data"),
    )
  );
}

/** True for a text that someone wrote, to which a template adds a list or a notice: its words are worth keeping. */
function hasOwnWords(body: string, least: number): boolean {
  const around = body
    .replace(/\{%-?\s*(for|if|unless|case)\b[^]*?\{%-?\s*end\1\s*-?%\}/g, " ")
    .replace(/\{%[^]*?%\}|\{\{[^]*?\}\}|<(script|style)\b[^]*?<\/\1>|<[^>]*>/gi, " ");
  return !body.includes("paginator") && (around.match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0) >= least;
}

/** A list usually has only a title and a sentence around it. */
const LEAST_WORDS = 40;
