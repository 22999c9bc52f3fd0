// Gives every post and page its slug and address, and refuses two that would share a file.
// Addresses are compared as the most lenient host or disk would compare them: ignoring case and Unicode form.
import { excerpt } from "../text.ts";
import { diskKey, knownAbove } from "../paths.ts";
import { problem, type Problem } from "../problems.ts";
import { langPrefix, type Site } from "../site/site.ts";
import type { SourceFile } from "../files.ts";
import type { RawEntry } from "./entry.ts";
import { fillPattern, outputFile, siteAddress, slugFor, type Address } from "./permalinks.ts";
import { exampleOf } from "./schema.ts";
import { slugOf } from "./text.ts";

/** What an address is made from. */
type Addressable = Pick<RawEntry, "kind" | "name" | "data" | "title" | "lang" | "placeIn" | "day">;

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
  const usual = defaultPattern(entry, site);
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
