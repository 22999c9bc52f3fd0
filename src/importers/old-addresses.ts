// Addresses of the old site that belong to no text: lists by page, tags, categories, their feeds.
// What Carnet serves elsewhere gets a redirect, so that a reader of the old list arrives at the new one.
import { slugOf } from "../content/text.ts";
import { jekyllSlug } from "./jekyll-addresses.ts";
import type { OldAddress, OldRedirect, OldSite, SourceEntry } from "./model.ts";
import { slugified } from "./eleventy-addresses.ts";
import { decoded } from "./new-address.ts";
import { map, text } from "./values.ts";

export interface ListAddresses {
  old: OldAddress[];
  redirects: OldRedirect[];
}

export function listAddresses(site: OldSite, published: readonly SourceEntry[]): ListAddresses {
  const found: ListAddresses = { old: [...site.addresses], redirects: [] };
  const addresses = map(site.settings["addresses"]);
  for (const prefix of new Set([
    "",
    ...published.flatMap(({ lang }) =>
      lang === undefined || lang === site.lang ? [] : [`/${lang.toLowerCase()}`],
    ),
  ])) {
    const own = published.filter(
      (entry) =>
        entry.kind === "post" &&
        (entry.lang === undefined || entry.lang === site.lang ? "" : `/${entry.lang.toLowerCase()}`) ===
          prefix,
    );
    pages(site, prefix, own.length, found);
    const tags = text(addresses["tag"]);
    const tagsKnown = site.kind === "hugo" || tags !== undefined;
    if (tagsKnown && tags !== undefined)
      terms(
        site,
        prefix + tags,
        own.flatMap((entry) => entry.tags ?? []),
        "tag",
        found,
      );
    const categories = text(map(map(site.settings["taxonomies"])["categories"])["address"]);
    const known = site.kind === "hugo" || map(site.values["site"])["jekyll-archives"] !== undefined;
    if (known && categories !== undefined)
      terms(
        site,
        prefix + categories,
        own.flatMap((entry) => entry.categories),
        "category",
        found,
      );
  }
  if (site.kind === "hugo") sectionFeeds(found);
  return found;
}

/** A section's own feed: the site's, in the same language, has the same posts. */
function sectionFeeds(found: ListAddresses): void {
  const feeds = found.old.flatMap(({ url, what }) => (what === "feed" ? [url] : []));
  const whole = feeds.filter((url) => /^(\/[a-z]{2,3}(-[a-z]{2,4})?)?\/index\.xml$/.test(url));
  for (const url of feeds) {
    if (whole.includes(url)) continue;
    const main = whole
      .filter((one) => url.startsWith(one.replace("index.xml", "")))
      .sort((a, b) => b.length - a.length)[0];
    if (main !== undefined) move(url, main, found);
  }
}

function move(from: string, to: string, { redirects }: ListAddresses): void {
  if (from !== to) redirects.push({ from: decoded(from), to, file: "", line: 0 });
}

/** Pages 2, 3… of the list of posts, where the old site had some. */
function pages(site: OldSite, prefix: string, posts: number, found: ListAddresses): void {
  const addresses = map(site.settings["addresses"]);
  const page = text(addresses["page"]);
  const each = Number(site.settings["postsPerPage"] ?? 0);
  if (page === undefined || !(each > 0) || (prefix !== "" && site.kind === "jekyll")) return;
  const blog = text(addresses["blog"]) ?? "/blog/";
  const atRoot = site.listAtRoot;
  for (let n = 2; (n - 1) * each < posts; n++) {
    const part = page.replace(":n", String(n));
    const there = `${prefix}${blog}${part}`;
    if (site.kind === "hugo" || !atRoot) found.old.push({ url: there, what: "list" });
    if (atRoot) {
      found.old.push({ url: `${prefix}/${part}`, what: "list" });
      move(`${prefix}/${part}`, there, found);
    }
  }
}

function terms(
  site: OldSite,
  pattern: string,
  names: readonly string[],
  what: "tag" | "category",
  found: ListAddresses,
): void {
  const slug = site.kind === "jekyll" ? jekyllSlug : site.kind === "hugo" ? hugoSlug : slugified;
  for (const name of [...new Set(names)].sort()) {
    const before = encodeURI(pattern.replace(":slug", slug(name)));
    const after = pattern.replace(":slug", slugOf(name));
    if (found.old.some(({ url }) => url === before)) continue;
    found.old.push({ url: before, what });
    move(before, after, found);
    if (site.kind === "hugo") {
      found.old.push({ url: `${before}index.xml`, what: "feed" });
      move(`${before}index.xml`, `${after}feed.xml`, found);
    }
  }
}

const hugoSlug = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/\s+/g, "-")
    .replace(/[^\p{L}\p{N}\p{M}_.+-]/gu, "");
