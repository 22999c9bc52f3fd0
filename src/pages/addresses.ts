// The address of every kind of page, filled in from the patterns of `site.yaml`.
// All addresses here are site paths without base path; layouts add it with the `url` filter.
import { termPattern } from "../content/terms.ts";
import type { AddressName } from "../site/default-addresses.ts";
import { addressPattern, type Site } from "../site/site.ts";

/** The address of a kind of page in a language, with its placeholders filled in. */
export function addressOf(
  site: Site,
  name: AddressName,
  lang: string,
  values: Record<string, string> = {},
): string {
  return fill(addressPattern(site, name, lang), values);
}

/** Page `n` of a list: the list itself for 1, otherwise the `page` pattern appended to its folder. */
export function pagedAddress(site: Site, list: string, lang: string, n: number): string {
  if (n === 1) return list;
  const folder = list.endsWith("/") ? list : list.replace(/(\.html)?$/, "/");
  return folder + fill(addressPattern(site, "page", lang), { n: String(n) }).replace(/^\//, "");
}

/** The feed of a term, beside its list: `/tag/x/` and `/tag/x.html` → `/tag/x/feed.xml`. */
export function termFeed(list: string): string {
  return list.replace(/(\.html|\/)?$/, "/feed.xml");
}

/** Index page of a taxonomy of `site.yaml`: the part of its address before `:slug`. */
export function taxonomyIndexAddress(site: Site, taxonomy: string, lang: string): string {
  if (taxonomy === "tags") return addressOf(site, "tags", lang);
  const pattern = termPattern(site, taxonomy, lang);
  return pattern.replace(/:slug.*$/, "").replace(/\/*$/, "/");
}

function fill(pattern: string, values: Record<string, string>): string {
  return pattern.replace(/:([a-z]+)/g, (whole, name: string) => values[name] ?? whole);
}
