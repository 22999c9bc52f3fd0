// Addresses of posts and pages: fills patterns, refuses what could leave the site or hide a file, and two that would share a file.
// Every address is ASCII once encoded, and in Unicode form NFC before that, so that one page has one spelling. Addresses are
// compared as the most lenient host or disk would compare them: ignoring case and Unicode form.
import { excerpt } from "../text.ts";
import type { SourceFile } from "../files.ts";
import { diskKey, knownAbove } from "../paths.ts";
import { problem, type Problem } from "../problems.ts";
import { langPrefix, type Site } from "../site/site.ts";
import { decodeComponent } from "../urls.ts";
import { dayParts } from "./dates.ts";
import type { RawEntry } from "./entry.ts";
import { exampleOf } from "./schema.ts";
import { termPattern } from "./terms.ts";
import { slugOf } from "./text.ts";
import type { Day } from "./types.ts";

/** What an address is made from. */
type Addressable = Pick<
  RawEntry,
  "kind" | "taxonomy" | "name" | "data" | "title" | "lang" | "placeIn" | "day"
>;

/**
 * The slug and address of an entry. If the address that its author gave is refused, reports it, and returns one that stands for it;
 * undefined if there is none.
 */
export function addressOf(
  entry: Addressable,
  site: Site,
  problems: Problem[],
): { slug: string; url: string } | undefined {
  const slug = slugFrom(entry, problems);
  const { taxonomy, lang } = entry;
  const usual = taxonomy === undefined ? defaultPattern(entry, site) : termPattern(site, taxonomy, lang);
  const { permalink: pattern = usual } = entry.data;
  const filledIn = (form: string): Address => {
    const filled = fillPattern(form, { slug, day: entry.day });
    return filled === undefined ? { bad: "form" } : siteAddress(filled);
  };
  const address = filledIn(pattern);
  if ("url" in address) return { slug, url: address.url };
  // Other generators add the slash: `permalink: a/b/`.
  const meant = `/${pattern.trim()}`.replace(/\/{2,}/g, "/");
  const isMeant = address.bad === "slash" && !pattern.includes("://") && "url" in filledIn(meant);
  const example = entry.kind === "post" ? "/blog/:year/:month/:day/:slug/" : `/${slug}/`;
  const place = entry.placeIn([entry.data.permalink === undefined ? "slug" : "permalink"]);
  const fix = `permalink: ${isMeant ? meant : example}`;
  problems.push(problem("bad-permalink", place, { found: excerpt(pattern) }, fix));
  const other = filledIn(usual);
  return "url" in other ? { slug, url: other.url } : undefined;
}

/** What a slug may not be: a path, a hidden or reserved name, signs that mean something in an address, too long. */
const BAD_SLUG = /^[._]|\.\.|[\u0000-\u001f\u007f/\\?#%:*<>|"]|^[^]{151}/;

function slugFrom({ data, name, title, placeIn }: Addressable, problems: Problem[]): string {
  const written = data.slug?.trim() ?? "";
  const usual = slugFor(name.slug) || shortSlug(title) || "article";
  if (written === "") return usual;
  const slug = BAD_SLUG.test(written) ? "" : slugFor(written);
  if (slug !== "") return slug;
  const meant = shortSlug(written) || slugFor(name.slug);
  const fix = meant === "" ? exampleOf("slug") : `slug: ${meant}`;
  problems.push(problem("bad-permalink", placeIn(["slug"]), { found: excerpt(written) }, fix));
  return meant || usual;
}

function shortSlug(text: string): string {
  return slugOf(text).slice(0, 80).replace(/-+$/, "");
}

/** The address pattern of an entry that has no `permalink`. */
export function defaultPattern(
  { kind, lang, name }: Pick<RawEntry, "kind" | "lang" | "name">,
  site: Pick<Site, "lang" | "permalink">,
): string {
  const prefix = langPrefix(site, lang);
  if (kind === "post") return prefix + site.permalink;
  const folders = name.folders.map((folder) => `${slugFor(folder) || "page"}/`).join("");
  return name.stem === "index" && folders === "" ? `${prefix}/` : `${prefix}/${folders}:slug/`;
}

/**
 * Refuses entries whose address is not theirs alone, and adds them to those that an error keeps `refused`, which take no address;
 * every clash is an error that names both. An entry that this run withholds takes no address from one that it shows: only the
 * former is refused.
 */
export function refuseClashes(
  entries: readonly RawEntry[],
  refused: Set<RawEntry>,
  publicFiles: readonly SourceFile[],
  isWithheld: (entry: RawEntry) => boolean,
  problems: Problem[],
): void {
  const files = publicPaths(publicFiles);
  const taken = new Map<string, RawEntry>();
  const claiming = entries.filter((entry) => !refused.has(entry));
  const withheld = new Set(claiming.filter(isWithheld));
  for (const entry of [...claiming.filter((one) => !withheld.has(one)), ...withheld]) {
    const key = diskKey(outputFile(entry.url));
    const first = taken.get(key);
    // A file of `public/` at this path, or where this page needs a folder.
    const covered = files.get(key) ?? knownAbove(key, files);
    if (first === undefined) taken.set(key, entry);
    const other = covered ?? first?.source.file;
    if (other === undefined) continue;
    const { permalink, slug } = entry.data;
    const field = permalink === undefined ? (slug === undefined ? "title" : "slug") : "permalink";
    // `slug` has no effect if `permalink` contains neither `:slug` nor `:title`.
    const isSlugRead = permalink === undefined || /:(?:slug|title)\b/.test(permalink);
    const fix = isSlugRead ? `slug: ${entry.slug}-2` : `permalink: ${entry.url.replace(/\/?$/, "-2/")}`;
    problems.push(problem("duplicate-url", entry.placeIn([field]), { url: entry.url, other }, fix));
    refused.add(entry);
    if (first !== undefined && (!withheld.has(entry) || withheld.has(first))) refused.add(first);
  }
}

/** Output paths that `public/` takes: its files, and its folders named like a page's file (`a.html/`). */
function publicPaths(publicFiles: readonly SourceFile[]): Map<string, string> {
  const paths = new Map<string, string>();
  for (const { file } of publicFiles) {
    const path = diskKey(file.slice("public/".length));
    paths.set(path, file);
    for (let slash = path.indexOf(".html/"); slash >= 0; slash = path.indexOf(".html/", slash + 1))
      paths.set(path.slice(0, slash + 5), file);
  }
  return paths;
}

/** Why an address is refused: a slash is missing or there are too many, it has another extension than a page, or anything else. */
export type Address = { url: string } | { bad: "slash" | "extension" | "form" };

const LONGEST = 250;
const RESERVED = new Set(["sw.js", "robots.txt", "sitemap.xml", "cname", "index.html"]);

/** The slug for a name. A name that is already safe in an address is kept as it is, since links to old blogs contain it. */
export function slugFor(name: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(name) ? name : slugOf(name);
}

/**
 * Fills a pattern such as `/blog/:year/:month/:day/:slug/`. Undefined if it has an unknown `:word`, or parts of a day where there
 * is none.
 */
export function fillPattern(
  pattern: string,
  { day, slug }: { day?: Day | undefined; slug: string },
): string | undefined {
  const parts = day === undefined ? {} : dayParts(day);
  const values = new Map(Object.entries({ ...parts, slug, title: slug }));
  const filled = pattern.replace(/:([a-zA-Z_]+)/g, (whole, name: string) => values.get(name) ?? `\0${whole}`);
  return filled.includes("\0") ? undefined : filled;
}

/** The address that a site's pattern for posts gives to one of them: all posts would have the same without `:slug`. */
export function patternAddress(pattern: string): Address {
  const filled = fillPattern(pattern, { day: "2021-04-01", slug: "x" });
  return filled === undefined || !/:(slug|title)\b/.test(pattern) ? { bad: "form" } : siteAddress(filled);
}

/** A path as an address of this site: `/a` → `/a/`, `/é.html` → `/%C3%A9.html`, or why it is refused. */
export function siteAddress(written: string): Address {
  const path = pathOf(written);
  if (typeof path !== "string") return path;
  const segments = path.slice(1).split("/");
  const last = segments.pop() ?? "";
  if (segments.some((segment, i) => !isSegment(segment, i === 0) || /\.html?$/i.test(segment)))
    return { bad: "form" };
  if (last !== "" && !isSegment(last, segments.length === 0)) return { bad: "form" };
  if (last === "" || last.endsWith(".html")) return { url: encodeURI(path.replace(/\/index\.html$/, "/")) };
  return last.includes(".") ? { bad: "extension" } : { url: encodeURI(`${path}/`) };
}

/**
 * An old path that redirects: like an address of this site, but with any extension, and with or without a final slash, as
 * written.
 */
export function oldAddress(written: string): Address {
  // One old address for each page: what a pattern would match cannot be checked, and many hosts support none.
  const path = /\*|\/:\w/.test(written) ? undefined : pathOf(written);
  if (typeof path !== "string") return path ?? { bad: "form" };
  const segments = path.slice(1).split("/");
  return segments.every((segment, i) => segment === "" || isSegment(segment, i === 0, OLD))
    ? { url: encodeURI(path) }
    : { bad: "form" };
}

/**
 * One key for addresses that a host or a disk may take for the same: ignores case, Unicode form, final slash and `index.html`.
 */
export function addressKey(url: string): string {
  return withoutIndex(decodeComponent(url) ?? url).toLowerCase();
}

/** True for two addresses of one page on every host: most tell capital letters from small ones. */
export function isSameAddress(a: string, b: string): boolean {
  const [one, other] = [a, b].map((url) => withoutIndex(decodeComponent(url) ?? url));
  return one === other;
}

const withoutIndex = (path: string): string =>
  path
    .normalize("NFC")
    .replace(/\/index\.html$/, "/")
    .replace(/(.)\/$/, "$1");

/** Control characters, line separators, half of a surrogate pair, and codes of those, of dots and of slashes. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\\]|\p{Cs}|%(?:2e|2f|5c|0\d|0[a-f]|1[0-9a-f]|7f)/iu;

/** The path of a written address, decoded and in NFC, if nothing in its form is suspect. */
function pathOf(written: string): string | { bad: "slash" | "form" } {
  const text = written.trim();
  if (UNSAFE.test(text) || /^[a-z][a-z0-9+.-]*:|^\/\/|^\.|^$/i.test(text)) return { bad: "form" };
  if (!text.startsWith("/") || text.includes("//")) return { bad: "slash" };
  const decoded = decodeComponent(text)?.normalize("NFC");
  const isFine = decoded !== undefined && !decoded.includes("%") && encodeURI(decoded).length <= LONGEST;
  return isFine ? decoded : { bad: "form" };
}

/**
 * Characters that an address may contain. An old one may also contain what other generators left in: spaces and typographic
 * signs.
 */
const OWN = /^[\p{L}\p{N}\p{M}._~+,=@!'()&-]+$/u;
const OLD = /^[\p{L}\p{N}\p{M}._~+,=@!'()& ’‘“”«»…–—-]+$/u;

/** False for what leads out of its folder, hides a file, or has a name that Carnet or a host keeps for a file of its own. */
function isSegment(segment: string, first: boolean, allowed = OWN): boolean {
  if (/^[.\s]|[.\s]$/.test(segment) || !allowed.test(segment)) return false;
  const isReserved = segment.startsWith("_") || RESERVED.has(segment.toLowerCase());
  return !first || !isReserved || segment === "index.html";
}

/** The file for an address, relative to the output folder: `/a/` → `a/index.html`. */
export function outputFile(url: string): string {
  const path = decodeURI(url).slice(1);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}
