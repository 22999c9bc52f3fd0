// The menus of an old blog → `nav` and `footer` of the new `site.yaml`.
// An entry whose page the new site has is written with its new address; any other is left for a person, who knows what it meant.
import { addressKey } from "../content/permalinks.ts";
import type { Made } from "./make-entries.ts";
import type { OldMenu, OldSite } from "./model.ts";
import { decoded } from "./new-address.ts";
import { servedPaths } from "./file-places.ts";
import { belowBase, first, list, map, rooted, text } from "./values.ts";
import type { YamlMap } from "../content/yaml/parse.ts";
import { ADDRESSES } from "../site/default-addresses.ts";
import { langPrefix } from "../site/site.ts";
import { uiLang } from "../ui-lang.ts";

/** Entries of a menu as most themes write them: `- title: …`, `url: …`; those without a label or an address are left out. */
export function menuEntries(written: unknown): OldMenu["entries"] {
  return list(written).flatMap((one) => {
    const entry: YamlMap = map(one);
    const label = text(first(entry, ["title", "name", "label", "text", "identifier"]));
    const to = text(first(entry, ["url", "link", "href", "pageref", "target", "path"]));
    return label === undefined || to === undefined ? [] : [{ label, to }];
  });
}

/** A menu of one level, and the entries below it, which Carnet's menu does not show. */
export function menuLevels(
  place: OldMenu["place"],
  lang: string | undefined,
  file: string,
  written: unknown,
): OldMenu[] {
  const items = list(written).map(map);
  const isBelow = (one: YamlMap): boolean => one["parent"] !== undefined;
  const below = items.flatMap((one) => list(first(one, ["children", "sublinks", "submenu", "items"])));
  return [
    { place, lang, file, entries: menuEntries(items.filter((one) => !isBelow(one))) },
    { place: "other" as const, lang, file, entries: menuEntries([...items.filter(isBelow), ...below]) },
  ].filter(({ entries }) => entries.length > 0);
}

/** The place of a menu by the name that themes give it. */
export function menuPlace(name: string): OldMenu["place"] {
  if (/^(main|nav|navigation|header|primary|top|menu|site)$/i.test(name)) return "nav";
  return /^(footer|bottom|legal)$/i.test(name) ? "footer" : "other";
}

/** Writes the menus into the settings, and reports what is left of them. */
export function settleMenus(site: OldSite, made: Made): void {
  const newAddress = addressesOf(site, made);
  const seen = new Set<string>();
  const leftIn = new Map<string, string[]>();
  for (const { place, lang, file, entries } of site.menus) {
    const key = JSON.stringify([place, lang ?? site.lang, entries]);
    if (entries.length === 0 || seen.has(key)) continue;
    seen.add(key);
    const left = entries.filter((entry) => {
      const url = place === "other" ? undefined : newAddress(entry.to, lang);
      if (place === "other" || url === undefined) return true;
      const own = lang === undefined || lang === site.lang ? {} : { lang };
      site.settings[place] = [...list(site.settings[place]), { label: entry.label, url, ...own }];
      return false;
    });
    const found = left.map(({ label, to }) => `${label} → ${to}`);
    leftIn.set(file, [...(leftIn.get(file) ?? []), ...found]);
  }
  for (const [file, found] of leftIn)
    if (found.length > 0) site.manual.push({ kind: "menu", file, line: 0, found: found.join(", ") });
}

/** Finds the new address of what a menu refers to: a text by its name, or any page by its old address. */
function addressesOf(
  site: OldSite,
  { entries, redirects, addressOf }: Made,
): (to: string, lang: string | undefined) => string | undefined {
  const moved = new Map<string, string>();
  const add = (from: string, to: string): void => {
    if (!moved.has(addressKey(from))) moved.set(addressKey(from), to);
  };
  for (const { made } of entries) {
    if (made.url === undefined || made.entry.draft) continue;
    for (const from of [made.url, made.entry.oldUrl ?? made.url, ...made.entry.aliases])
      add(from, decoded(made.url));
  }
  // A list that Carnet does not have redirects to the home page, which is not what its entry announced.
  for (const { from, to } of redirects) if (isHome(from) || !isHome(to)) add(from, to);
  for (const url of ["/", ...ownLists(site), ...servedPaths(site)]) add(url, url);
  const home = text(site.settings["url"])?.replace(/\/+$/, "");
  return (to, lang) => {
    const own = home !== undefined && (to === home || to.startsWith(`${home}/`));
    if (!own && /^([a-z][a-z\d+.-]*:|\/\/)/i.test(to)) return to;
    const path = own ? rooted(to.slice(home.length)) : to;
    const bare = belowBase(path, site.base);
    const named = addressOf(lang)(bare);
    return moved.get(addressKey(named ?? rooted(bare)));
  };
}

/** The home page, or that of a language. */
const isHome = (address: string): boolean =>
  /^\/(?:[a-z]{2,3}(?:-[a-z]+)?\/)?(?:index\.html)?$/i.test(address);

/** Lists of the new site that have the address of an old one, in every language. */
function ownLists(site: OldSite): string[] {
  const { settings, entries, lang } = site;
  const terms = Object.values(map(settings["taxonomies"])).flatMap((one) => text(map(one)["address"]) ?? []);
  const lists = [
    ...Object.values({ ...ADDRESSES[uiLang(lang, "fr")], ...map(settings["addresses"]) }).flatMap(
      (one) => text(one) ?? [],
    ),
    ...terms.map((address) => address.replace(/:slug.*$/, "")),
  ].filter((address) => address.startsWith("/") && !address.includes(":"));
  const prefixes = new Set(["", ...entries.map((entry) => langPrefix(site, entry.lang ?? lang))]);
  return [...prefixes].flatMap((prefix) => ["/", ...lists].map((address) => prefix + address));
}
