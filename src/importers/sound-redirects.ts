// Old redirects and moved addresses → those that Carnet can make; patterns and the rest are left to a person.
import { addressKey, oldAddress } from "../content/permalinks.ts";
import type { OldRedirect, OldSite } from "./model.ts";
import type { NewEntry } from "./new-entry.ts";
import { map } from "./values.ts";

/** Redirects that Carnet takes: one for each old address that no page has; the others are named. */
export function soundRedirects(
  redirects: readonly OldRedirect[],
  site: OldSite,
  entries: readonly NewEntry[],
): OldRedirect[] {
  const pages = new Set(entries.flatMap(({ url }) => (url === undefined ? [] : [addressKey(url)])));
  const prefixes = [
    "",
    ...entries.flatMap(({ entry }) =>
      entry.lang === undefined || entry.lang === site.lang ? [] : [`/${entry.lang.toLowerCase()}`],
    ),
  ];
  for (const address of ["/", ...Object.values(map(site.settings["addresses"]))])
    if (typeof address === "string" && !address.includes(":"))
      for (const prefix of prefixes) pages.add(addressKey(prefix + address));
  const taken = new Set(entries.flatMap(({ entry }) => entry.aliases.map(addressKey)));
  const strip = (path: string): string =>
    site.base !== "" && path.startsWith(`${site.base}/`) ? path.slice(site.base.length) : path;
  const sound: OldRedirect[] = [];
  for (const one of redirects) {
    const from = strip(one.from);
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
    if (pages.has(key) || taken.has(key) || key === addressKey(one.to)) continue;
    taken.add(key);
    sound.push({ ...one, from, to: strip(one.to) });
  }
  return sound;
}
