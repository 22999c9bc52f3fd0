// Front matter of another generator → that of the new text: Carnet's keys under Carnet's names, the others as they are.
// Addresses, which need the other texts, are added by `addresses.ts`.
import { frontMatterSchema } from "../content/schema.ts";
import { byCodeUnit } from "../content/text.ts";
import { flag } from "../flag.ts";
import { readDate } from "./dates.ts";
import type { OldSite, OldText, Todo } from "./model.ts";
import { at, defined, first, isMap, map, text, texts, type Data } from "./values.ts";

/** Carnet's key, and its names elsewhere. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  title: ["name", "titre"],
  description: ["summary", "excerpt", "abstract"],
  author: ["auteur", "auteurs", "autrice", "autrices"],
  updated: ["last_modified_at", "lastmod", "last_modified", "modified", "lastModified"],
  publishAt: ["publishDate", "publishdate"],
  expires: ["expiryDate", "expirydate"],
  "lang-ref": ["translationKey", "translationkey", "lang_ref", "langref", "ref"],
};

/** Paths of the cover of a text, its alternative text and its credit, in the order of preference. */
const COVERS = [
  ...["image", "image.path", "image.src", "image.url", "image.feature"],
  ...[
    "cover",
    "cover.image",
    "cover.src",
    "cover.url",
    "header.overlay_image",
    "header.image",
    "header.teaser",
  ],
  ...[
    "featured_image",
    "featuredImage",
    "feature_image",
    "thumbnail",
    "images",
    "cover-img",
    "thumbnail-img",
  ],
  ...["share-img", "og_image", "banner", "hero"],
];
const COVER_TEXTS = [
  ...[
    "imageAlt",
    "image_alt",
    "image-alt",
    "image.alt",
    "cover.alt",
    "header.image_description",
    "header.image_alt",
  ],
  ...["featured_image_alt", "thumbnail_alt"],
];
const COVER_CREDITS = ["imageCredit", "image.caption", "image.credit", "cover.caption", "header.caption"];

/** What the new site knows otherwise, or what only the old generator read. */
const DROPPED = new Set([
  ...["layout", "permalink", "url", "lang", "locale", "language", "draft", "published", "status", "type"],
  ...[
    "tag",
    "tags",
    "category",
    "categories",
    "aliases",
    "redirect_from",
    "redirect_to",
    "slug",
    "date",
    "author",
  ],
  ...[
    "authors",
    "image",
    "imageAlt",
    "imageCredit",
    "cover",
    "images",
    "pagination",
    "menu",
    "menus",
    "cascade",
  ],
  ...["build", "_build", "headless", "templateEngineOverride", "eleventyComputed", "eleventyNavigation"],
  ...["eleventyExcludeFromCollections", "render_with_liquid", "image_alt", "image-alt", "featured_image"],
  ...["featuredImage", "thumbnail"],
]);

/** What a text no longer gets from its folder or the settings. */
const INHERITED = ["author", "authors", "image", "imageAlt", "description", "license", "noindex", "twitter"];

export interface HeadContext {
  site: OldSite;
  /** The zone of the new site. */
  zone: string;
  /** The new address of a picture that the text names. */
  picture: (written: string, of: OldText) => string;
  isTranslated: (text: OldText) => boolean;
  todo: Todo[];
}

export function newFrontMatter(old: OldText, { site, zone, picture, isTranslated, todo }: HeadContext): Data {
  const ask = (kind: Todo["kind"], found: string): void => void todo.push({ kind, file: old.source, found });
  const inherited = Object.entries(old.inherited).filter(([key]) => INHERITED.includes(key));
  const isSigned = ["author", "authors", ...(NAMES["author"] ?? [])].some((key) => key in old.data);
  const data: Data = {
    ...Object.fromEntries(inherited.filter(([key]) => !(isSigned && key.startsWith("author")))),
    ...old.data,
  };
  const named = (key: string): unknown => first(data, [key, ...(NAMES[key] ?? [])]);
  const taken = new Set(Object.values(NAMES).flat());
  const isPost = old.kind === "post";

  const date = (key: string): string | undefined => {
    const written = text(named(key));
    const read = readDate(written, zone, old.day);
    const isWord = written === undefined || /^(git )?(last modified|created)$/i.test(written);
    if ((read === undefined && !isWord) || read?.isAmbiguous === true)
      ask("date", `${key}: ${written ?? ""}${read === undefined ? "" : ` → ${read.written}`}`);
    return read?.written;
  };
  const cover = firstText(data, COVERS);
  const alternative = firstText(data, COVER_TEXTS);
  const credit = firstText(data, COVER_CREDITS)?.replace(/\[([^\]]*)\]\([^)]*\)|<[^<>]+>/g, "$1");
  const terms = isPost ? Object.entries(old.terms).filter(([, all]) => all.length > 0) : [];
  const head = defined({
    title: text(named("title")) ?? old.title,
    description: text(named("description")),
    author: isPost ? signatures(named("author") ?? data["authors"]) : undefined,
    date: date("date") ?? (isPost && !isDatedByName(old) ? old.day : undefined),
    updated: date("updated"),
    publishAt: date("publishAt"),
    expires: date("expires"),
    ...Object.fromEntries(terms),
    image: cover === undefined ? undefined : picture(cover, old),
    imageAlt: cover === undefined ? undefined : alternative,
    imageCredit: cover === undefined ? undefined : credit,
    lang: old.lang === undefined || old.lang === site.lang || isInFolder(old) ? undefined : old.lang,
    "lang-ref": text(named("lang-ref")) ?? (isTranslated(old) ? old.group : undefined),
    slug: text(data["slug"]),
    redirect_from: old.aliases.length === 0 ? undefined : old.aliases,
    draft: old.draft && !old.target.includes("/_") ? true : undefined,
    ...Object.fromEntries(
      Object.entries(data).filter(([key, value]) => value !== null && !DROPPED.has(key) && !taken.has(key)),
    ),
  });
  // A value that Carnet would refuse must not exclude the whole text.
  for (const key of refusedKeys(head)) {
    ask("value", `${key}: ${JSON.stringify(head[key])}`);
    Reflect.deleteProperty(head, key);
  }
  return head;
}

const isDatedByName = ({ target }: OldText): boolean =>
  /\/_?\d{2,4}-\d{1,2}-\d{1,2}-[^/]*(\/index)?\.md$/.test(target);

const isInFolder = ({ target, lang }: OldText): boolean =>
  /^content\/\w+\/([^/]+)\//.exec(target)?.[1]?.toLowerCase() === lang?.toLowerCase();

/** The first text at one of several paths; of a list, its first item. */
function firstText(data: Data, paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const [found] = texts(at(data, path)).filter((value) => value !== "true" && value !== "false");
    if (found !== undefined) return found;
  }
  return undefined;
}

/** People as Carnet reads them: a name, a list of names; of a map, its name. */
function signatures(value: unknown): string | string[] | undefined {
  const names = [value].flat().flatMap((one) => text(isMap(one) ? signed(one) : one) ?? []);
  return names.length > 1 || Array.isArray(value) ? (names.length === 0 ? undefined : names) : names[0];
}

const signed = (one: Data): string =>
  [text(first(one, ["name", "title", "id"])), text(one["role"])]
    .filter((part) => part !== undefined)
    .join(", ");

function refusedKeys(head: Data): Set<string> {
  const checked = frontMatterSchema.safeParse(head);
  const issues = checked.success ? [] : checked.error.issues;
  return new Set(issues.map((issue) => String(issue.path[0])).filter((key) => key !== "title"));
}

/** True for a text that its front matter holds back. */
export function isHeldBack(data: Data): boolean {
  const says = (key: string): boolean | undefined => flag.safeParse(data[key]).data;
  return says("draft") === true || says("published") === false || text(data["status"]) === "draft";
}

/** Values of a text's own front matter over those that it inherits. */
export const wholeData = ({ data, inherited }: Pick<OldText, "data" | "inherited">): Data => ({
  ...inherited,
  ...data,
});

/** The type that all values of each unknown key share, for `fields` of `site.yaml`. */
export function fieldTypes(
  heads: readonly Data[],
  known: ReadonlySet<string>,
): Record<string, { type: string }> {
  const types = new Map<string, Set<string>>();
  for (const head of heads)
    for (const [key, value] of Object.entries(head))
      if (!known.has(key)) types.set(key, (types.get(key) ?? new Set()).add(typeOf(value)));
  const alike = [...types].filter(([, found]) => found.size === 1);
  const sorted = alike.sort(([a], [b]) => byCodeUnit(a, b));
  return Object.fromEntries(sorted.map(([key, [type = "object"]]) => [key, { type }]));
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return value.every((item) => text(item) !== undefined) ? "list" : "object";
  if (isMap(value)) return "object";
  return typeof value === "boolean" || typeof value === "number" ? typeof value : "string";
}

/** A name from a file name, as the generators make it: `la-suite` → `La suite`. */
export function titleOf(name: string): string {
  const words = name.replace(/[-_\s]+/g, " ").trim();
  return words === "" ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Terms under the first of several keys that has some; a text under the very first is split into several. */
export function termsIn(data: Data, keys: readonly string[], separator?: RegExp): string[] {
  const key = keys.find((one) => texts(data[one]).length > 0) ?? "";
  const values = data[key];
  const isSplit = typeof values === "string" && key === keys[0] && separator !== undefined;
  const split = isSplit ? values.split(separator) : texts(values);
  return [...new Set(split.map((term) => term.trim()).filter((term) => term !== ""))];
}

export const aliasesOf = (data: Data): string[] => texts(first(data, ["redirect_from", "aliases"]));

export const paramsOf = (data: Data): Data => map(data["params"]);
