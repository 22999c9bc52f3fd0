// Front matter of another generator → that of the new text: Carnet's keys under Carnet's names, the others as they are.
// Addresses, which need the other texts, are added by `addresses.ts`.
import { byCodeUnit } from "../content/text.ts";
import { flag } from "../yaml-values.ts";
import type { Links } from "./links.ts";
import type { OldSite, OldText, Todo } from "./model.ts";
import { at, defined, first, isMap, readDate, rooted, text, texts, type Data } from "./values.ts";

/** Carnet's key, its names elsewhere, and the paths at which themes have the same, in the order of preference. */
const NAMES = {
  title: "title name titre",
  description: "description summary excerpt abstract desc",
  author: "author authors auteur auteurs autrice autrices",
  date: "date",
  updated: "updated last_modified_at lastmod last_modified modified lastModified",
  publishAt: "publishAt publishDate publishdate",
  expires: "expires expiryDate expirydate",
  image:
    "image image.path image.src image.url image.feature cover cover.image cover.src cover.url header.overlay_image header.image header.teaser featured_image featuredImage feature_image thumbnail images cover-img thumbnail-img share-img og_image banner hero",
  imageAlt:
    "imageAlt image_alt image-alt image.alt cover.alt header.image_description header.image_alt featured_image_alt thumbnail_alt",
  imageCredit: "imageCredit image.caption image.credit cover.caption header.caption",
  "lang-ref": "lang-ref translationKey translationkey lang_ref langref ref",
} as const;

type Name = keyof typeof NAMES;

/** A key that a field may have: not a sentence, which a wrong indentation made one. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_. -]{0,60}$/u;

/** What the new site knows otherwise, or what only the old generator read. */
const READ =
  "layout permalink url lang locale language draft published status type author authors auteur auteurs autrice autrices tag tags category categories aliases redirect_from redirect_to slug pagination menu menus cascade build _build headless templateEngineOverride eleventyComputed eleventyNavigation eleventyExcludeFromCollections render_with_liquid";

/** What a text no longer gets from its folder or the settings. */
const INHERITED = new Set("author authors image imageAlt description license noindex twitter".split(" "));

interface HeadContext {
  site: OldSite;
  /** The zone of the new site. */
  zone: string;
  links: Pick<Links, "target">;
  /** Those that a folder may be named after. */
  languages: ReadonlySet<string>;
  /** Group → how many texts it has. */
  groups: ReadonlyMap<string, number>;
}

export function newFrontMatter(old: OldText, { site, zone, links, ...all }: HeadContext): Data {
  const isPost = old.kind === "post";
  const authors = NAMES.author.split(" ");
  const inherited = Object.entries(old.inherited).filter(([key]) => INHERITED.has(key));
  const data: Data = { ...Object.fromEntries(inherited), ...old.data };
  // What a person is to the programme is no state of a text.
  const read = new Set(READ.split(" ").filter((key) => key !== "status" || old.taxonomy === undefined));
  const named = (name: Name): string | undefined => {
    const path = NAMES[name].split(" ").find((item) => textAt(data, item) !== undefined) ?? "";
    read.add(path.replace(/\..*/, ""));
    return textAt(data, path);
  };
  const date = (name: Name): string | undefined => {
    const written = named(name);
    const found = readDate(written, zone);
    const isWord = written === undefined || /^(git )?(last modified|created)$/i.test(written);
    if (found === undefined && !isWord)
      site.todo.push({ kind: "date", file: old.source, found: `${name} ${written}` });
    return found?.written;
  };
  const image = named("image");
  const isTranslated = (all.groups.get(old.group ?? "") ?? 0) > 1;
  const terms = Object.entries(old.terms).filter(([, all]) => isPost && all.length > 0);
  const odd = Object.keys(data).filter((key) => !NAME.test(key));
  site.todo.push(...odd.map((found): Todo => ({ kind: "value", file: old.source, found })));
  return defined({
    title: named("title") ?? old.title,
    description: named("description"),
    author: isPost ? signatures(first(old.data, authors) ?? first(data, authors)) : undefined,
    date: dayShown(date("date"), old, zone) ?? (isPost && !isDatedByName(old) ? old.day : undefined),
    updated: date("updated"),
    publishAt: date("publishAt"),
    expires: date("expires"),
    ...Object.fromEntries(terms),
    image: image && (links.target(image, old) ?? image),
    imageAlt: image && named("imageAlt"),
    imageCredit: image && named("imageCredit")?.replace(/\[([^\]]*)\]\([^)]*\)|<[^<>]+>/g, "$1"),
    lang: old.lang === langByFolder(old, site, all.languages) ? undefined : old.lang,
    "lang-ref": named("lang-ref") ?? (isTranslated ? old.group : undefined),
    // One that is a path is part of an address.
    slug: text(data["slug"])?.includes("/") === true ? undefined : text(data["slug"]),
    redirect_from: old.aliases.length === 0 ? undefined : old.aliases,
    draft: old.draft && !old.target.includes("/_") ? true : undefined,
    ...Object.fromEntries(
      Object.entries(data).filter(
        ([key, value]) => value !== null && !read.has(key) && !(key in NAMES) && NAME.test(key),
      ),
    ),
  });
}

/** A date as written, or the day alone where the zone of the new site would make it another than the old site showed. */
const dayShown = (written: string | undefined, { day }: OldText, zone: string): string | undefined =>
  written !== undefined && day !== undefined && readDate(written, zone)?.day !== day ? day : written;

const isDatedByName = ({ target }: OldText): boolean =>
  /\/_?\d{2,4}-\d{1,2}-\d{1,2}-[^/]*(\/index)?\.md$/.test(target);

/** The language that Carnet reads from the place of a text. */
function langByFolder({ target, lang }: OldText, site: OldSite, languages: HeadContext["languages"]): string {
  const folder = /^content\/\w+\/([^/]+)\//.exec(target)?.[1]?.toLowerCase() ?? "";
  if (!languages.has(folder)) return site.lang;
  return folder === lang?.toLowerCase() ? lang : folder;
}

/** The text at a path; of a list, its first item. */
const textAt = (data: Data, path: string): string | undefined =>
  texts(at(data, path)).find((value) => value !== "true" && value !== "false");

/** People as Carnet reads them: a name, or a list of names, each with its role. */
function signatures(value: unknown): string | string[] | undefined {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  const names = all.flatMap((item) => {
    const parts = isMap(item) ? [first(item, ["name", "title", "id"]), item["role"]] : [item];
    return parts.flatMap((part) => text(part) ?? []).join(", ") || [];
  });
  return Array.isArray(value) && names.length > 0 ? names : names[0];
}

/** True for a text that its front matter holds back. */
export function isHeldBack(data: Data): boolean {
  const says = (key: string): boolean | undefined => flag.safeParse(data[key]).data;
  return says("draft") === true || says("published") === false || data["status"] === "draft";
}

/** The type that all values of each unknown key share, for `fields` of `site.yaml`. */
export function fieldTypes(heads: readonly Data[], known: ReadonlySet<string>): Data {
  const types = new Map<string, Set<string>>();
  for (const [key, value] of heads.flatMap((head) => Object.entries(head)))
    if (!known.has(key)) types.set(key, (types.get(key) ?? new Set()).add(typeOf(value)));
  const alike = [...types].filter(([, found]) => found.size === 1).sort(([a], [b]) => byCodeUnit(a, b));
  return Object.fromEntries(alike.map(([key, [type]]) => [key, { type }]));
}

function typeOf(value: unknown): string {
  if (Array.isArray(value) && value.every((item) => text(item) !== undefined)) return "list";
  return ["boolean", "number", "object"].find((type) => type === typeof value) ?? "string";
}

/** A title from a file name, as the generators make it: `la-suite` → `La suite`. */
export function titleOf(name: string): string {
  const words = name.replace(/[-_\s]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1) || name;
}

/** Terms under the first of several keys that has some; a text under the very first is split into several. */
export function termsIn(data: Data, keys: readonly string[], separator?: RegExp): string[] {
  const key = keys.find((item) => texts(data[item]).length > 0) ?? "";
  const value = data[key];
  const isSplit = typeof value === "string" && key === keys[0] && separator !== undefined;
  const terms = isSplit ? value.split(separator) : texts(value);
  return [...new Set(terms.filter((term) => term !== ""))];
}

/** Old addresses of a text, from the root; `names`: what `aliases` has that is none, but another name of its subject. */
export function aliasesOf(data: Data): { aliases: string[]; names: string[] } {
  const isPath = (item: string): boolean => /^\S*\/\S*$/.test(item);
  const written = texts(data["aliases"]);
  const paths = [...texts(data["redirect_from"]), ...written.filter(isPath)];
  const aliases = paths.map((path) => (/^[a-z]+:/i.test(path) ? path : rooted(path)));
  return { aliases, names: written.filter((item) => !isPath(item)) };
}
