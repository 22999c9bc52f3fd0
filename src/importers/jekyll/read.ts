// A Jekyll blog → `OldSite`: posts of every `_posts`, drafts, pages, collections and files.
// Nothing of the source is run; what only Ruby or a template could show is reported as left to do.
import { readFileName } from "../../content/file-names.ts";
import { nameIn } from "../../paths.ts";
import { dayWritten } from "../dates.ts";
import { jekyllAddress } from "./addresses.ts";
import { collectionOf, isOfPeople, postCollection } from "./collections.ts";
import { newPattern, openJekyll, type JekyllConfig } from "./config.ts";
import { categoriesOf, defaultsFor, isUnpublished, languageOf, tagsOf, titleOfSlug } from "./front-matter.ts";
import { readCollectionText, readPage } from "./pages.ts";
import { readPeopleTexts } from "./people.ts";
import { withoutEntities } from "../head/plain-words.ts";
import { isWithin } from "../globs.ts";
import type { OldSite } from "../model.ts";
import { aliasesOf, isOtherMarkup, nameMarkup, openText, startsAsText, type Reading } from "../reading.ts";
import { isMedia, leftFile, type SourceFiles } from "../source-files.ts";
import { text } from "../values.ts";

const TEXT = /\.(md|markdown|mkd|mkdn|mkdown|html?)$/i;

export function readJekyll(files: SourceFiles): OldSite {
  const reading = openJekyll(files);
  const { config, site } = reading;
  const texts = files.files.filter((file) => TEXT.test(file) && !isExcluded(file, config));
  keepPosts(new Map(texts.map((file) => [belowRoot(file, config), file])), reading);
  const ofPeople = new Map<string, string>();
  for (const file of files.files) {
    const path = belowRoot(file, config);
    const name = collectionOf(path);
    if (isExcluded(file, config)) continue;
    if (TEXT.test(file) && config.collections.has(name) && isOfPeople(name)) ofPeople.set(file, path);
    else readFile(file, reading);
  }
  readPeopleTexts(ofPeople, reading);
  const present = new Set(files.files.map((file) => collectionOf(belowRoot(file, config))));
  // A published collection without a folder here belongs to another site, or is obsolete.
  for (const [name, { output, permalink }] of config.collections) {
    const folder = /^(\/[^/:]+\/)/.exec(permalink ?? `/${name}/`)?.[1];
    if (output && !present.has(name) && folder !== undefined) site.elsewhere.push(folder);
  }
  return site;
}

/** Without `_posts`, the blog is the collection whose texts have dates: its addresses are those of posts. */
function keepPosts(texts: ReadonlyMap<string, string>, { config, files, site }: Reading<JekyllConfig>): void {
  const name = postCollection(texts, config, files);
  if (name === undefined) return;
  config.posts = name;
  site.settings["permalink"] = newPattern(config.collections.get(name)?.permalink ?? `/${name}/:title.html`);
}

/** The path of a file without `collections_dir`, which is not part of addresses. */
function belowRoot(file: string, { collectionsFolder }: JekyllConfig): string {
  const isBelow = file.startsWith(`${collectionsFolder}_`);
  return isBelow ? file.slice(collectionsFolder.length) : file;
}

/** `*` stands for any part of a path here, as in Ruby's `fnmatch`. */
const isIn = (file: string, one: string): boolean =>
  isWithin(file, one.replace(/\/$/, "").replace(/\*+/g, "**"));

const isExcluded = (file: string, { excluded }: JekyllConfig): boolean =>
  excluded.some((one) => isIn(file, one));

function readFile(file: string, reading: Reading<JekyllConfig>): void {
  const { config, site } = reading;
  const path = belowRoot(file, config);
  const [top = ""] = path.split("/");
  const isText = TEXT.test(file);
  const inPosts = /(?:^|\/)_posts\//.test(file);
  const inDrafts = /(?:^|\/)_drafts\//.test(file);
  if ((inPosts || inDrafts) && isText) readPost(file, path, inDrafts, reading);
  else if (isOtherMarkup(file)) {
    if (startsAsText(file, reading)) nameMarkup(file, reading);
  } else if (inPosts || inDrafts) readBesidePosts(file, path, reading);
  else if (top.startsWith("_") && config.included.some((one) => isIn(file, one))) readOther(file, reading);
  else if (top.startsWith("_")) {
    const name = top.slice(1);
    if (isText) readCollectionText(file, path, reading);
    // The pictures and documents of a published collection are published with it.
    else if (config.collections.get(name)?.output === true && isMedia(file))
      site.assets.push({ source: file, target: `public/${path.slice(1)}` });
  } else readOther(file, reading);
}

/** A file that Jekyll published nowhere: a picture, to which a post may lead, or a text that waits for its extension. */
function readBesidePosts(file: string, path: string, reading: Reading<JekyllConfig>): void {
  const { site } = reading;
  const name = nameIn(path);
  if (startsAsText(file, reading) || /^\d{4}-\d{1,2}-\d{1,2}-[^.]*$/.test(name))
    readPost(file, path, true, reading);
  else if (isMedia(file))
    site.assets.push({ source: file, target: `public/${path.replace(/(^|\/)_(posts|drafts)\//, "$1")}` });
  else if (!name.startsWith(".")) site.manual.push({ kind: "left-file", file, line: 0, found: file });
}

/** A file outside Jekyll's folders: a page if it has front matter, else served as it is. */
function readOther(file: string, reading: Reading<JekyllConfig>): void {
  const { site } = reading;
  if (
    /^(readme|license|licence|changelog|contributing|code_of_conduct)(\.\w+)*$/i.test(file) ||
    /^(Gemfile|Rakefile|package)/.test(file)
  )
    return;
  if (TEXT.test(file) && startsAsText(file, reading)) {
    readPage(file, reading);
    return;
  }
  const isKept =
    isMedia(file) || /^(CNAME|favicon[^/]*|\.well-known\/.*|site\.webmanifest|humans\.txt)$/.test(file);
  if (file.split("/").some((part) => part.startsWith("_") && part !== "_headers")) return;
  if (isKept) site.assets.push({ source: file, target: `public/${file}` });
  else if (!startsAsText(file, reading)) site.manual.push(...leftFile(file, file));
}

/** `path` is the path of the text without `collections_dir`. */
function readPost(source: string, path: string, isDraft: boolean, reading: Reading<JekyllConfig>): void {
  const { config, site } = reading;
  const read = openText(source, reading);
  if (read === undefined) return;
  const { data } = read;
  const { folders, name, base } = placeOf(path);
  const defaults = defaultsFor(config.data, path, "posts");
  const lang = languageOf(data, folders, defaults, config.languages);
  const inLang = folders[0] !== undefined && folders[0] === lang.folder;
  const target = `content/posts/${withoutCodes([...folders, name].join("/").replace(TEXT, ""))}.md`;
  const parsed = readFileName(`content/posts/${base.replace(TEXT, "")}.md`, new Set());
  const day = dayWritten(data["date"], config.zone, parsed.day) ?? parsed.day;
  const isHidden = isDraft || base.startsWith("_");
  // To Jekyll, a file without a date in its name is not a post, whatever its front matter says.
  const isUndated = !isDraft && parsed.day === undefined;
  const draft = isHidden || isUndated || isUnpublished(data) || text(data["status"]) === "draft";
  const slug = text(data["slug"]) ?? parsed.slug;
  // The categories in front matter follow those of the folders above `_posts`.
  const own = categoriesOf(data, defaults);
  const pattern = text(data["permalink"]) ?? text(defaults["permalink"]) ?? config.permalink ?? "date";
  const oldUrl =
    draft || day === undefined
      ? undefined
      : jekyllAddress(pattern, { day, slug, categories: [...folders, ...own] });
  site.entries.push({
    kind: "post",
    source,
    target: isDraft ? target.replace(/([^/]+)$/, "_$1") : target,
    text: read,
    ...(lang.code !== undefined && { lang: lang.code }),
    langInPath: inLang,
    draft,
    draftInPath: isHidden,
    ...(oldUrl !== undefined && { oldUrl }),
    ...(day !== undefined && { day }),
    title: titleOfSlug(slug),
    aliases: aliasesOf(data),
    inherited: defaults,
    tags: tagsOf(data, defaults),
    categories: [...folders.slice(inLang ? 1 : 0), ...own],
    names: [base.replace(/\.\w+$/, ""), name.replace(/\.\w+$/, ""), source],
    beside: [],
  });
}

/** `vie/_posts/2019/titre.md` → folders `vie`, name `2019/titre.md`, base `titre.md`. */
function placeOf(source: string): { folders: string[]; name: string; base: string } {
  const [, before = "", name = ""] = /^(.*?)_(?:posts|drafts)\/(.*)$/.exec(source) ?? [];
  const folders = before.split("/").filter((part) => part !== "");
  return { folders, name, base: nameIn(name) };
}

/** `fr-&#8211;-test` → `fr-test`: exports of WordPress have such names, and Carnet no address with such a code. */
function withoutCodes(path: string): string {
  const plain = path.replace(/&#?\w{1,31};/g, (code) =>
    withoutEntities(code).replace(/[^\p{L}\p{N}]/gu, "-"),
  );
  return plain === path ? path : plain.replace(/-{2,}/g, "-");
}
