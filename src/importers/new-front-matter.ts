// Front matter of another generator → front matter that Carnet reads, changed only where it must.
// Keys that Carnet does not know stay: `site.yaml` declares them, so that layouts may use them.
import { calendar } from "../content/dates.ts";
import { readFileName } from "../content/file-names.ts";
import { frontMatterSchema } from "../content/schema.ts";
import type { Day } from "../content/types.ts";
import { isMap, type YamlMap } from "../content/yaml.ts";
import { flag } from "../flag.ts";
import { readDate } from "./dates.ts";
import type { HeadEditor } from "./head-editor.ts";
import type { Manual, ManualKind, SourceEntry } from "./model.ts";
import { plainWords } from "./plain-words.ts";
import { at, text, texts } from "./values.ts";

export interface HeadRules {
  /** Zone of the new site. */
  zone: string;
  lang: string;
  languages: ReadonlySet<string>;
  /** Day of the file itself, for a draft that has none. */
  fileDay: (source: string) => Day;
  /** True for a file that the old site served at this path. */
  isServed: (path: string) => boolean;
}

/** Other names of what Carnet knows, in order of preference. */
const OTHER_NAMES: readonly (readonly [to: string, from: readonly string[]])[] = [
  ["updated", ["last_modified_at", "lastmod", "last_modified", "modified", "lastModified", "modified_at"]],
  ["publishAt", ["publishDate", "publishdate"]],
  ["expires", ["expiryDate", "expirydate"]],
  ["lang-ref", ["translationKey", "translationkey", "lang_ref", "langref", "ref"]],
  ["lang", ["locale", "language"]],
  ["description", ["summary", "excerpt", "abstract"]],
  ["title", ["name"]],
];
const PICTURES = [
  "image.path",
  "image.src",
  "image.url",
  "image.feature",
  "cover.image",
  "cover",
  "header.overlay_image",
  "header.image",
  "header.teaser",
  "featured_image",
  "featuredImage",
  "feature_image",
  "thumbnail",
  "images",
  "cover-img",
  "thumbnail-img",
  "share-img",
  "og_image",
  "banner",
  "hero",
];
const PICTURE_TEXTS = [
  "image.alt",
  "cover.alt",
  "image_alt",
  "imageAlt",
  "featured_image_alt",
  "thumbnail_alt",
  "header.image_alt",
  "image-alt",
];

export function rewriteHead(head: HeadEditor, entry: SourceEntry, rules: HeadRules): Manual[] {
  const manual: Manual[] = [];
  const ask = (kind: ManualKind, found: string): void => {
    manual.push({ kind, file: entry.source, line: 0, found });
  };
  inherit(head, entry);
  otherNames(head);
  title(head, entry);
  plainWords(head);
  layout(head, entry);
  authors(head);
  picture(head, entry, rules);
  terms(head, entry);
  dates(head, entry, rules, ask);
  state(head, entry);
  language(head, entry, rules);
  aliases(head, entry);
  whatIsRefused(head, ask);
  return manual;
}

/** Keys of folders and defaults that a text needs to say itself, now that nothing says them for it. */
function inherit(head: HeadEditor, entry: SourceEntry): void {
  const known = ["author", "authors", "image", "description", "twitter", "license", "noindex", "imageAlt"];
  const signed = head.has("author") || head.has("authors");
  for (const [key, value] of Object.entries(entry.inherited)) {
    if (signed && /^authors?$/.test(key)) continue;
    if (known.includes(key) && !head.has(key) && value !== null && value !== "")
      head.set(key, value, "inherited");
  }
}

function otherNames(head: HeadEditor): void {
  for (const [to, names] of OTHER_NAMES) {
    for (const from of names) {
      const value = text(head.data[from]);
      if (value === undefined || head.has(to) || typeof head.data[from] === "object") continue;
      head.rename(from, to, value, to === "lang" ? "language" : to === "lang-ref" ? "translation" : "key");
    }
  }
}

function title(head: HeadEditor, entry: SourceEntry): void {
  const value = head.data["title"];
  const words = text(value);
  if (words === undefined || Array.isArray(value)) head.set("title", entry.title, "title");
  else if (typeof value !== "string" || /^\d{4}-\d{1,2}-\d{1,2}$/.test(words))
    head.set("title", words, "title");
}

function layout(head: HeadEditor, entry: SourceEntry): void {
  const value = head.data["layout"];
  if (value === undefined || value === entry.kind || (value === "post" && entry.kind === "post")) return;
  head.remove("layout", "layout");
}

const CARNET_SIGNATURE = new Set(["id", "name", "role"]);

function authors(head: HeadEditor): void {
  for (const key of ["author", "authors"]) {
    const value = head.data[key];
    if (isMap(value)) {
      const name = signature(value);
      if (name === undefined) head.remove(key, "author");
      else head.set(key, name, "author");
    } else if (Array.isArray(value) && value.some((one) => !isSigned(one)))
      head.set(
        key,
        value.flatMap((one) => (isMap(one) ? (signature(one) ?? []) : (text(one) ?? []))),
        "author",
      );
    else if (typeof value === "number") head.set(key, String(value), "author");
  }
}

const isSigned = (one: unknown): boolean =>
  typeof one === "string" ||
  (isMap(one) &&
    Object.entries(one).every(([key, value]) => CARNET_SIGNATURE.has(key) && typeof value === "string"));

function signature(value: YamlMap): string | undefined {
  const name =
    text(value["name"]) ?? text(value["display_name"]) ?? text(value["login"]) ?? text(value["id"]);
  const role = text(value["role"]) ?? text(value["title"]);
  return name === undefined || role === undefined ? name : `${name}, ${role}`;
}

function picture(head: HeadEditor, entry: SourceEntry, { isServed }: HeadRules): void {
  const rootedIf = (src: string): string => {
    const beside = entry.beside.some(({ source }) => source.endsWith(`/${src.replace(/^\.\//, "")}`));
    return !beside && /^[\w.-]+\//.test(src) && isServed(`/${src}`) ? `/${src}` : src.replace(/^\.\//, "");
  };
  const own = head.data["image"];
  if (typeof own === "string") {
    if (rootedIf(own) !== own && !own.startsWith("./")) head.set("image", rootedIf(own), "image");
    return;
  }
  const alt = PICTURE_TEXTS.map((path) => at(head.data, path)).find(
    (value) => typeof value === "string" && value !== "",
  );
  for (const path of PICTURES) {
    const found = at(head.data, path);
    const src = Array.isArray(found) ? texts(found)[0] : typeof found === "string" ? text(found) : undefined;
    if (src === undefined) continue;
    const [key = path] = path.split(".");
    const address = rootedIf(src);
    if (key === "image") head.set("image", address, "image");
    else if (path === key && !isMap(head.data[key])) head.rename(key, "image", address, "image");
    else head.set("image", address, "image");
    if (typeof alt === "string" && !head.has("imageAlt")) head.set("imageAlt", alt, "image");
    return;
  }
  if (head.has("image")) head.remove("image", "image");
}

/** Tags and categories as lists, as the old generator understood them. */
function terms(head: HeadEditor, entry: SourceEntry): void {
  const { tags, categories } = entry;
  for (const key of ["tag", "keywords"]) if (key === "tag" && head.has(key)) head.remove(key, "tags");
  if (tags !== undefined && !same(head.data["tags"], tags)) {
    if (tags.length > 0) head.set("tags", tags, "tags");
    else if (head.has("tags")) head.remove("tags", "tags");
  }
  if (head.has("category") && !same(head.data["categories"], categories)) {
    if (categories.length > 0) head.rename("category", "categories", categories, "categories");
    else head.remove("category", "categories");
  } else if (head.has("category")) head.remove("category", "categories");
  else if (!same(head.data["categories"], categories)) {
    if (categories.length > 0) head.set("categories", categories, "categories");
    else if (head.has("categories")) head.remove("categories", "categories");
  }
}

/** True where Carnet reads the same terms in what is written. */
function same(value: unknown, wanted: readonly string[]): boolean {
  if (value === undefined || value === null) return wanted.length === 0;
  const list = Array.isArray(value)
    ? value.map((one) => text(one) ?? "")
    : (text(value) ?? "").split(",").map((one) => one.trim());
  return list.length === wanted.length && list.every((one, i) => one === wanted[i]);
}

function dates(
  head: HeadEditor,
  entry: SourceEntry,
  rules: HeadRules,
  ask: (kind: ManualKind, found: string) => void,
): void {
  const named = readFileName(entry.target, rules.languages).day;
  for (const key of ["date", "updated", "publishAt", "expires"]) {
    const value = text(head.data[key]);
    if (value === undefined) continue;
    const reading = readDate(value, rules.zone, named);
    switch (reading.as) {
      case "written":
        break;
      case "rewritten":
        head.set(key, reading.value, "date");
        break;
      case "ambiguous":
        head.set(key, reading.value, "date");
        ask("ambiguous-date", `${value} → ${reading.value}`);
        break;
      case "clock":
        head.remove(key, "date");
        if (key === "date") ask("clock-date", `${value} → ${rules.fileDay(entry.source)}`);
        break;
      case "nothing":
        head.remove(key, "date");
        ask("mixed-field", `${key}: ${value}`);
    }
  }
  const own = head.has("date") || head.has("publishAt");
  if (entry.kind === "post" && named === undefined && !own) {
    const day = entry.day ?? rules.fileDay(entry.source);
    const asked = text(entry.text.data["date"]) !== undefined;
    if (entry.day === undefined && !entry.draft && !asked) ask("clock-date", day);
    head.set("date", day, "date");
  }
}

/** The day that Carnet will give a text. */
export function newDay(data: YamlMap, target: string, rules: HeadRules): Day | undefined {
  const written = text(data["publishAt"]) ?? text(data["date"]);
  const read = written === undefined ? undefined : calendar(rules.zone).read(written);
  return read?.ok === true ? read.day : readFileName(target, rules.languages).day;
}

function state(head: HeadEditor, entry: SourceEntry): void {
  for (const key of ["draft", "published", "noindex", "typography"])
    if (head.has(key) && !flag.safeParse(head.data[key]).success) head.remove(key, "draft");
  const says =
    flag.safeParse(head.data["draft"]).data === true || flag.safeParse(head.data["published"]).data === false;
  if (entry.draft && !entry.draftInPath && !says) {
    if (head.has("draft")) head.remove("draft", "draft");
    head.set("draft", true, "draft");
  }
}

function language(head: HeadEditor, entry: SourceEntry, rules: HeadRules): void {
  const own = text(head.data["lang"]);
  const wanted = entry.lang ?? rules.lang;
  if (own !== undefined && !/^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(own)) {
    const tidy = own.replaceAll("_", "-");
    if (/^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tidy)) head.set("lang", tidy, "language");
    else head.remove("lang", "language");
  }
  if (own === undefined && wanted !== rules.lang && !entry.langInPath) head.set("lang", wanted, "language");
  if (entry.group !== undefined && !head.has("lang-ref") && !head.has("translationOf"))
    head.set("lang-ref", entry.group, "translation");
}

function aliases(head: HeadEditor, entry: SourceEntry): void {
  for (const key of ["redirect_from", "aliases"]) {
    if (!head.has(key)) continue;
    const written = texts(head.data[key]);
    const kept = key === "aliases" || !head.has("aliases") ? entry.aliases : written;
    if (kept.length === 0) head.remove(key, "alias");
    else if (written.length !== kept.length || written.some((one, i) => one !== kept[i]))
      head.set(key, kept, "alias");
  }
}

/** Last of all: a key whose value Carnet would refuse must not keep the whole text out. */
function whatIsRefused(head: HeadEditor, ask: (kind: ManualKind, found: string) => void): void {
  for (const key of ["templateEngineOverride", "eleventyComputed"])
    if (head.has(key)) head.remove(key, "key");
  const present = Object.fromEntries(Object.entries(head.data).filter(([, value]) => value !== null));
  const checked = frontMatterSchema.safeParse(present);
  if (checked.success) return;
  for (const key of new Set(checked.error.issues.map((issue) => String(issue.path[0])))) {
    const value = head.data[key];
    const plain = text(value);
    if (plain !== undefined && frontMatterSchema.safeParse({ title: "x", [key]: plain }).success)
      head.set(key, plain, "key");
    else if (head.has(key) && key !== "title") {
      ask("mixed-field", `${key}: ${JSON.stringify(value)}`);
      head.remove(key, "key");
    }
  }
}
