// Redirects of an old blog → those that Carnet can make: one old address each. Patterns, hosts and rewrites are named in the report.
import { addressKey, oldAddress } from "../content/permalinks.ts";
import { decoded } from "./addresses.ts";
import type { OldRedirect, OldSite } from "./model.ts";
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

/** One redirect for each old address that no page, file or text has; those that Carnet refuses are named in the report. */
export function settleRedirects(site: OldSite, taken: ReadonlySet<string>): OldRedirect[] {
  const known = new Set(taken);
  return site.redirects.flatMap(({ from, to }) => {
    const key = addressKey(from);
    const isFine = "url" in oldAddress(from) && (to.startsWith("/") || /^https?:/.test(to));
    if (!isFine) site.todo.push({ kind: "redirect", file: "", found: `${from} ${to}` });
    if (!isFine || known.has(key) || key === addressKey(to)) return [];
    known.add(key);
    return { from: decoded(from), to: decoded(to) };
  });
}
