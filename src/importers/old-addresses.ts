// Addresses of the old site that belong to no text: pages of lists, tags, categories, their feeds.
// A list that Carnet serves at another address gets a redirect.
import { slugOf } from "../content/text.ts";
import { langPrefix } from "../site/site.ts";
import { jekyllSlug } from "./jekyll/addresses.ts";
import type { OldAddress, OldRedirect, OldSite, SourceEntry } from "./model.ts";
import { slugified } from "./eleventy/addresses.ts";
import { decoded } from "./new-address.ts";
import { map, text } from "./values.ts";

export interface ListAddresses {
  old: OldAddress[];
  redirects: OldRedirect[];
}

export function listAddresses(site: OldSite, published: readonly SourceEntry[]): ListAddresses {
  const made = site.lists?.(published);
  const found: ListAddresses = {
    old: [...site.addresses, ...(made?.old ?? [])],
    redirects: (made?.redirects ?? []).map((one) => ({ ...one, from: decoded(one.from) })),
  };
  if (made !== undefined) return found;
  const prefixOf = ({ lang }: SourceEntry): string => langPrefix(site, lang ?? site.lang);
  for (const prefix of new Set(["", ...published.map(prefixOf)])) {
    const posts = published.filter((entry) => entry.kind === "post" && prefixOf(entry) === prefix);
    addLists(site, prefix, posts, found);
  }
  return found;
}

/** The lists of the posts of a language. */
function addLists(site: OldSite, prefix: string, posts: readonly SourceEntry[], found: ListAddresses): void {
  pages(site, prefix, posts.length, found);
  const tag = text(map(site.settings["addresses"])["tag"]);
  const tags = posts.flatMap((entry) => entry.tags ?? []);
  if (tag !== undefined) terms(site, prefix + tag, tags, "tag", found);
  const category = text(map(map(site.settings["taxonomies"])["categories"])["address"]);
  const categories = posts.flatMap((entry) => entry.categories);
  const isKnown = map(site.values["site"])["jekyll-archives"] !== undefined;
  if (isKnown && category !== undefined) terms(site, prefix + category, categories, "category", found);
}

function move(from: string, to: string, { redirects }: ListAddresses): void {
  if (from !== to) redirects.push({ from: decoded(from), to, file: "", line: 0 });
}

/** Pages 2, 3… of the list of posts, if the old site had any. */
function pages(site: OldSite, prefix: string, posts: number, found: ListAddresses): void {
  const addresses = map(site.settings["addresses"]);
  const page = text(addresses["page"]);
  const each = Number(site.settings["postsPerPage"] ?? 0);
  if (page === undefined || !(each > 0) || (prefix !== "" && site.kind === "jekyll")) return;
  const blog = text(addresses["blog"]) ?? "/blog/";
  for (let n = 2; (n - 1) * each < posts; n++) {
    const part = page.replace(":n", String(n));
    const before = `${prefix}${site.listAtRoot ? "/" : blog}${part}`;
    found.old.push({ url: before, what: "list" });
    if (site.listAtRoot) move(before, `${prefix}${blog}${part}`, found);
  }
}

function terms(
  site: OldSite,
  pattern: string,
  names: readonly string[],
  what: "tag" | "category",
  found: ListAddresses,
): void {
  const slug = site.kind === "jekyll" ? jekyllSlug : slugified;
  for (const name of [...new Set(names)].sort()) {
    const before = encodeURI(pattern.replace(":slug", slug(name)));
    const after = pattern.replace(":slug", slugOf(name));
    if (found.old.some(({ url }) => url === before)) continue;
    found.old.push({ url: before, what });
    move(before, after, found);
  }
}
