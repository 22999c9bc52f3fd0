// Gives every post and page its slug and address, and refuses two that would share a file.
// Addresses are compared as the most lenient host or disk would compare them: ignoring case and Unicode form.
import { diskKey, knownAbove } from "../paths.ts";
import { problem, type Problem } from "../problems.ts";
import { langPrefix, type Site } from "../site/site.ts";
import type { Example } from "../strings/problems-yaml.ts";
import type { Loose } from "./entries/loose-entry.ts";
import { fillPattern, outputFile, siteAddress, slugFor, type BadAddress } from "./permalinks.ts";
import { exampleOf } from "./schema.ts";
import { excerpt } from "../excerpt.ts";
import { slugOf } from "./text.ts";
import type { SourceFile } from "../source-file.ts";

export interface Addressed extends Loose {
  slug: string;
  url: string;
}

/** Adds the address to an entry. If the address is refused, reports it and returns undefined. */
export function addAddress(entry: Loose, site: Site, problems: Problem[]): Addressed | undefined {
  const slug = slugFrom(entry, problems);
  if (slug === undefined) return undefined;
  const pattern = entry.data.permalink ?? defaultPattern(entry, site);
  const filled = fillPattern(pattern, { slug, ...(entry.day === undefined ? {} : { day: entry.day }) });
  const address = typeof filled === "string" ? siteAddress(filled) : filled;
  if ("url" in address) return Object.assign(entry, { slug, url: address.url });
  const field = entry.data.permalink === undefined ? "slug" : "permalink";
  const fix = `permalink: ${entry.kind === "post" ? "/blog/:year/:month/:day/:slug/" : `/${slug}/`}`;
  problems.push(refused(entry, field, pattern, address.bad, fix));
  return undefined;
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

function slugFrom(entry: Loose, problems: Problem[]): string | undefined {
  const written = entry.data.slug?.trim();
  if (written === undefined || written === "")
    return slugFor(entry.name.slug) || shortSlug(entry.title) || "article";
  const bad = REFUSED.find(([, form]) => form.test(written))?.[0];
  const slug = bad === undefined ? slugFor(written) : "";
  if (slug !== "") return slug;
  const meant = shortSlug(written) || slugFor(entry.name.slug);
  const fix = meant === "" ? (exampleOf("slug") ?? "") : `slug: ${meant}`;
  problems.push(refused(entry, "slug", written, bad ?? "character", fix));
  return undefined;
}

function shortSlug(text: string): string {
  return slugOf(text).slice(0, 80).replace(/-+$/, "");
}

function refused(entry: Loose, field: string, found: string, reason: BadAddress, fix: Example): Problem {
  return problem("bad-permalink", entry.placeOf(field), { field, found: excerpt(found), reason, fix });
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

/**
 * Returns the entries whose address is theirs alone; every clash is an error that names both. An entry that this run leaves out
 * takes no address from one that it shows: only the former is refused.
 */
export function refuseClashes(
  entries: readonly Addressed[],
  publicFiles: readonly SourceFile[],
  isLeftOut: (entry: Addressed) => boolean,
  problems: Problem[],
): Addressed[] {
  const files = publicPaths(publicFiles);
  const taken = new Map<string, Addressed>();
  const clashing = new Set<Addressed>();
  const leftOut = new Set(entries.filter(isLeftOut));
  for (const entry of [...entries.filter((one) => !leftOut.has(one)), ...leftOut]) {
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
  return clashing.size === 0 ? [...entries] : entries.filter((entry) => !clashing.has(entry));
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
