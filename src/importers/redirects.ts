// Redirects of an old blog → those that Carnet can make: one old address each. Patterns, hosts and rewrites are named in the report.
import { addressKey, oldAddress } from "../content/permalinks.ts";
import { byCodeUnit } from "../content/text.ts";
import { decoded } from "./addresses.ts";
import type { OldSite } from "./model.ts";
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
