// Gives every post and page its slug and address, and refuses two that would share a file.
// Addresses are compared as the most lenient host or disk would compare them: ignoring case and Unicode form.
import { diskKey, knownAbove } from "../paths.ts";
import { problem, type Problem } from "../problems.ts";
import { langPrefix, type Site } from "../site/site.ts";
import type { Example } from "../strings/problems-yaml.ts";
import type { Loose } from "./entries/loose-entry.ts";
import {
  fillPattern,
  outputFile,
  siteAddress,
  slugFor,
  type Address,
  type BadAddress,
} from "./permalinks.ts";
import { exampleOf } from "./schema.ts";
import { excerpt } from "../excerpt.ts";
import { slugOf } from "./text.ts";
import type { SourceFile } from "../source-file.ts";

export interface Addressed extends Loose {
  slug: string;
  url: string;
}

/**
 * Adds the address to an entry. If the address that its author gave is refused, reports it, and adds one that stands for it;
 * returns undefined if there is none.
 */
export function addAddress(entry: Loose, site: Site, problems: Problem[]): Addressed | undefined {
  const slug = slugFrom(entry, problems);
  const usual = defaultPattern(entry, site);
  const { permalink: pattern = usual } = entry.data;
  const address = filledIn(pattern, slug, entry);
  if ("url" in address) return Object.assign(entry, { slug, url: address.url });
  const field = entry.data.permalink === undefined ? "slug" : "permalink";
  // Other generators add the slash: `permalink: a/b/`.
  const meant = `/${pattern.trim()}`.replace(/\/{2,}/g, "/");
  const isMeant =
    address.bad.endsWith("slash") && !pattern.includes("://") && "url" in filledIn(meant, slug, entry);
  const example = entry.kind === "post" ? "/blog/:year/:month/:day/:slug/" : `/${slug}/`;
  const fix = `permalink: ${isMeant ? meant : example}`;
  problems.push(refused(entry, field, pattern, fix));
  const other = filledIn(usual, slug, entry);
  return "url" in other ? Object.assign(entry, { slug, url: other.url }) : undefined;
}

function filledIn(pattern: string, slug: string, { day }: Pick<Loose, "day">): Address {
  const filled = fillPattern(pattern, { slug, ...(day !== undefined && { day }) });
  return typeof filled === "string" ? siteAddress(filled) : filled;
}

/** What a slug may not be, in the order in which it is reported. */
const REFUSED: readonly (readonly [reason: BadAddress, RegExp])[] = [
  ["dots", /\.\.|^\.$/],
  ["hidden", /^\./],
  ["reserved", /^_/],
  ["control", /[\u0000-\u001f\u007f]/],
  ["backslash", /\\/],
  ["character", /[/?#%:*<>|"]/],
  ["too-long", /^[^]{151}/],
];

function slugFrom(entry: Loose, problems: Problem[]): string {
  const written = entry.data.slug?.trim();
  const usual = (): string => slugFor(entry.name.slug) || shortSlug(entry.title) || "article";
  if (written === undefined || written === "") return usual();
  const bad = REFUSED.find(([, form]) => form.test(written))?.[0];
  const slug = bad === undefined ? slugFor(written) : "";
  if (slug !== "") return slug;
  const meant = shortSlug(written) || slugFor(entry.name.slug);
  const fix = meant === "" ? (exampleOf("slug") ?? "") : `slug: ${meant}`;
  problems.push(refused(entry, "slug", written, fix));
  return meant || usual();
}

function shortSlug(text: string): string {
  return slugOf(text).slice(0, 80).replace(/-+$/, "");
}

function refused(entry: Loose, field: string, found: string, fix: Example): Problem {
  return problem("bad-permalink", entry.placeOf(field), { found: excerpt(found) }, fix);
}

/** The address pattern of an entry that has no `permalink`. */
export function defaultPattern(
  { kind, lang, name }: Pick<Loose, "kind" | "lang" | "name">,
  site: Pick<Site, "lang" | "permalink">,
): string {
  const prefix = langPrefix(site, lang);
  if (kind === "post") return prefix + site.permalink;
  const folders = name.folders.map((folder) => `${slugFor(folder) || "page"}/`).join("");
  return name.stem === "index" && folders === "" ? `${prefix}/` : `${prefix}/${folders}:slug/`;
}

export interface Claims {
  /** Entries that an error keeps out: they take no address. Those whose address is not theirs alone are added. */
  refused: Set<Addressed>;
  publicFiles: readonly SourceFile[];
  isLeftOut: (entry: Addressed) => boolean;
}

/**
 * Refuses entries whose address is not theirs alone; every clash is an error that names both. An entry that this run leaves out
 * takes no address from one that it shows: only the former is refused.
 */
export function refuseClashes(
  entries: readonly Addressed[],
  { refused: clashing, publicFiles, isLeftOut }: Claims,
  problems: Problem[],
): void {
  const files = publicPaths(publicFiles);
  const taken = new Map<string, Addressed>();
  const claiming = entries.filter((entry) => !clashing.has(entry));
  const leftOut = new Set(claiming.filter(isLeftOut));
  for (const entry of [...claiming.filter((one) => !leftOut.has(one)), ...leftOut]) {
    const key = diskKey(outputFile(entry.url));
    const field =
      entry.data.permalink === undefined ? (entry.data.slug === undefined ? "title" : "slug") : "permalink";
    const first = taken.get(key);
    // A file of `public/` at this path, or where this page needs a folder.
    const covered = files.get(key) ?? knownAbove(key, files);
    if (first === undefined) taken.set(key, entry);
    if (first === undefined && covered === undefined) continue;
    clashing.add(entry);
    if (covered !== undefined)
      problems.push(
        problem("duplicate-url/public", entry.placeOf(field), { url: entry.url, other: covered }),
      );
    if (first === undefined) continue;
    if (!leftOut.has(entry) || leftOut.has(first)) clashing.add(first);
    const told = { url: entry.url, other: first.source.file, key: namingKey(entry) };
    problems.push(
      first.url === entry.url
        ? problem("duplicate-url/same", entry.placeOf(field), told)
        : problem("duplicate-url/near", entry.placeOf(field), { ...told, otherUrl: first.url }),
    );
  }
}

/** The key that can change an entry's address: `slug` has no effect if `permalink` contains neither `:slug` nor `:title`. */
function namingKey({ data: { permalink = ":slug" } }: Addressed): "slug" | "permalink" {
  return /:(?:slug|title)\b/.test(permalink) ? "slug" : "permalink";
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
