// Redirects of an old blog → those that Carnet can make: one old address each. Patterns, hosts and rewrites are named in the report.
import { addressKey, oldAddress } from "../content/permalinks.ts";
import { byCodeUnit, slugOf } from "../content/text.ts";
import type { SiteSettings } from "../site/schema.ts";
import { addressPattern, langPrefix } from "../site/site.ts";
import { decoded } from "./addresses.ts";
import type { OldList, OldSite } from "./model.ts";
import { readData, type SourceFiles } from "./source.ts";
import { at, list, map, rooted, text, type Data } from "./values.ts";

/** Rules of files in Netlify's form, then those of its configuration. https://docs.netlify.com/routing/redirects/ */
export function readRedirects(site: OldSite, files: SourceFiles, names: readonly string[]): void {
  for (const file of new Set(names))
    for (const line of (files.read(file) ?? "").split(/\r?\n/)) {
      const [from = "", to = "", status = "301"] = line
        .replace(/(^|\s)#.*$/, "")
        .trim()
        .split(/\s+/);
      if (from !== "") addRule(site, file, { from, to, status });
    }
  const config = "netlify.toml";
  for (const rule of list(at(readData(config, files.read(config)), "redirects")).map(map))
    addRule(site, config, rule);
}

function addRule(site: OldSite, file: string, rule: Data): void {
  const [from = "", to = "", status = "301"] = ["from", "to", "status"].map((key) => text(rule[key]));
  const isPartial = ["query", "conditions", "country", "language", "role"].some((key) => key in rule);
  // Status 200 serves another page at the same address, which a redirect does not.
  const isPlain = !/[*?]|\/:\w/.test(from + to) && from.startsWith("/") && /^30[1278]!?$/.test(status);
  if (isPlain && !isPartial && to !== "")
    site.redirects.push({ from: belowBase(from, site), to: belowBase(to, site) });
  else site.todo.push({ kind: "redirect", file, found: [from, to, status].join(" ") });
}

/** The path of an address below that of the old site on its host; the address itself if it is elsewhere. */
export const belowBase = (path: string, { base }: OldSite): string =>
  base !== "" && (path === base || path.startsWith(`${base}/`)) ? rooted(path.slice(base.length)) : path;

/** Old path → new one, sorted: one for each old address that no page has; those that Carnet refuses are named in the report. */
export function settleRedirects(site: OldSite, known: ReadonlySet<string>): Record<string, string> {
  const taken = new Set(known);
  const found: [string, string][] = [];
  for (const { from, to } of site.redirects) {
    const key = addressKey(from);
    if ("bad" in oldAddress(from) || !/^(\/|https?:)/.test(to))
      site.todo.push({ kind: "redirect", file: "", found: `${from} ${to}` });
    else if (!taken.has(key) && key !== addressKey(to)) {
      taken.add(key);
      found.push([decoded(from), decoded(to)]);
    }
  }
  return Object.fromEntries(found.sort(([a], [b]) => byCodeUnit(a, b)));
}

// Lists and feeds that the old generator made → redirects to those of the new site, in each language.

/** True if a published post in a language has a term; any term, if none is given. */
function isUsed({ texts, lang: own }: OldSite, lang: string, taxonomy: string, name?: string): boolean {
  return texts.some(({ kind, draft, terms, ...old }) => {
    const all = terms[taxonomy] ?? [];
    const isOne = name === undefined ? all.length > 0 : all.includes(name);
    return kind === "post" && !draft && isOne && (old.lang ?? own) === lang;
  });
}

/** Keys of the addresses of the lists that the new site has. */
export function listKeys(site: OldSite, settings: SiteSettings): string[] {
  const names = ["home", "blog", "tags", "people", "archives", "search", "feed", "jsonFeed"] as const;
  const languages = new Set(site.texts.map(({ lang = site.lang }) => lang)).add(site.lang);
  const found = [...languages].flatMap((lang) => [
    ...names.map((name) => addressPattern(settings, name, lang)),
    ...Object.entries(settings.taxonomies)
      .filter(([name]) => isUsed(site, lang, name))
      .map(([, { address = "/" }]) => langPrefix(settings, lang) + address.replace(/:slug.*$/, "")),
  ]);
  return ["/sitemap.xml", ...found].map(addressKey);
}

/** Adds the redirects, and the addresses of the terms that the new site lists to those that it has. */
export function redirectLists(site: OldSite, settings: SiteSettings, known: Set<string>): void {
  for (const list of site.lists) {
    const to = newList(list, site, settings);
    if (to === undefined) continue;
    if (list.term !== undefined) known.add(addressKey(to));
    if (addressKey(list.url) !== addressKey(to)) site.redirects.push({ from: list.url, to });
  }
}

/** The new address of an old list; undefined for one of a kind that Carnet does not have. */
function newList({ as, term, ...list }: OldList, site: OldSite, settings: SiteSettings): string | undefined {
  const lang = list.lang ?? site.lang;
  if (as === "other") return undefined;
  if (term === undefined) return addressPattern(settings, as === "term" ? "tags" : as, lang);
  const { taxonomy, name } = term;
  const isFeed = as === "feed";
  if (!isUsed(site, lang, taxonomy, name)) return addressPattern(settings, isFeed ? "feed" : "blog", lang);
  const own = settings.taxonomies[taxonomy]?.address;
  const kind = /^authors?$/.test(taxonomy) ? "person" : "tag";
  const pattern = own === undefined ? addressPattern(settings, kind, lang) : langPrefix(settings, lang) + own;
  const url = pattern.replace(":slug", slugOf(name));
  return isFeed ? `${url.replace(/\.html$/, "/")}feed.xml` : url;
}
