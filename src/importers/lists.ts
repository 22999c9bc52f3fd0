// Lists and feeds that the old generator made → redirects to those of the new site, in each language.
import { addressKey } from "../content/permalinks.ts";
import { slugOf } from "../content/text.ts";
import type { SiteSettings } from "../site/schema.ts";
import { addressPattern, langPrefix } from "../site/site.ts";
import type { OldList, OldSite } from "./model.ts";

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
