// Old redirects and moved addresses → those that Carnet can make; patterns and others are left for a person to handle.
import { addressKey, oldAddress } from "../content/permalinks.ts";
import { byCodeUnit } from "../content/text.ts";
import { langPrefix } from "../site/site.ts";
import type { OldRedirect, OldSite, SourceEntry } from "./model.ts";
import { decoded } from "./new-address.ts";
import type { NewEntry } from "./new-entry.ts";
import { belowBase, map } from "./values.ts";

/** Old addresses of each text: keeps those that Carnet accepts and that no page has, and reports the others. */
export function soundAliases(site: OldSite): void {
  const { entries, manual } = site;
  const published = new Set(
    entries.flatMap(({ oldUrl }) => (oldUrl === undefined ? [] : [addressKey(oldUrl)])),
  );
  for (const entry of entries) {
    const { source, oldUrl } = entry;
    const refused = entry.aliases.filter((alias) => !("url" in oldAddress(alias)));
    // A WordPress address (`/?p=12`), or a pattern: a host can redirect it. Those of a draft never redirected.
    if (oldUrl !== undefined)
      for (const alias of refused)
        manual.push({
          kind: "redirect-pattern",
          file: source,
          line: 0,
          found: `${alias} ${decoded(oldUrl)}`,
        });
    entry.aliases = entry.aliases.filter(
      (alias) => !refused.includes(alias) && !published.has(addressKey(alias)),
    );
  }
  distinctAliases(site);
}

/**
 * If several texts list the same old address, the latest gets it, as in Jekyll, which writes it last; a draft never had one.
 */
function distinctAliases({ entries, manual }: OldSite): void {
  const holders = new Map<string, SourceEntry>();
  const rank = ({ draft, day = "" }: SourceEntry): string => `${draft ? "0" : "1"}${day}`;
  for (const entry of [...entries].sort((a, b) => byCodeUnit(rank(a), rank(b))))
    for (const alias of entry.aliases) holders.set(addressKey(alias), entry);
  for (const entry of entries)
    entry.aliases = entry.aliases.filter((alias) => {
      const holder = holders.get(addressKey(alias));
      if (holder === entry || holder === undefined) return true;
      if (entry.oldUrl !== undefined && holder.oldUrl !== undefined)
        manual.push({
          kind: "redirect-shared",
          file: entry.source,
          line: 0,
          found: `${alias} → ${decoded(holder.oldUrl)}`,
        });
      return false;
    });
}

/** Redirects that Carnet accepts: one for each old address that no page has; the others are reported. */
export function soundRedirects(
  redirects: readonly OldRedirect[],
  site: OldSite,
  entries: readonly NewEntry[],
): OldRedirect[] {
  const pages = pageKeys(site, entries);
  const taken = new Set(entries.flatMap(({ entry }) => entry.aliases.map(addressKey)));
  // Only redirects that someone wrote contain the base path: `/blog/` may also be a folder of the new site.
  const written = new Set(site.redirects);
  const strip = (one: OldRedirect, path: string): string =>
    written.has(one) ? belowBase(path, site.base) : path;
  const sound: OldRedirect[] = [];
  for (const one of redirects) {
    const from = strip(one, one.from);
    const to = strip(one, one.to);
    const source = oldAddress(from);
    if (!("url" in source) || (!one.to.startsWith("/") && !/^https?:/.test(one.to))) {
      site.manual.push({
        kind: "redirect-pattern",
        file: one.file,
        line: one.line,
        found: `${one.from} ${one.to}`,
      });
      continue;
    }
    const key = addressKey(from);
    if (pages.has(key) || taken.has(key) || key === addressKey(to)) continue;
    taken.add(key);
    sound.push({ ...one, from, to });
  }
  return sound;
}

/** The addresses of texts, and of lists in every language. */
function pageKeys(site: OldSite, entries: readonly NewEntry[]): Set<string> {
  const pages = new Set(entries.flatMap(({ url }) => (url === undefined ? [] : [addressKey(url)])));
  const prefixes = new Set(["", ...entries.map(({ entry }) => langPrefix(site, entry.lang ?? site.lang))]);
  for (const address of ["/", ...Object.values(map(site.settings["addresses"]))])
    if (typeof address === "string" && !address.includes(":"))
      for (const prefix of prefixes) pages.add(addressKey(prefix + address));
  return pages;
}
