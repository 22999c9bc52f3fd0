// The `_headers` file of static hosts, as Netlify and Cloudflare Pages read it.
// Cloudflare joins the values of all rules that match an address: no two rules give one address a lifetime.
import type { Site } from "../site.ts";
import { contentSecurityPolicy, KEPT, safetyHeaders, SVG_POLICY } from "./policy.ts";

export interface Served {
  /** Hosts of the players that the site holds. */
  frameHosts: readonly string[];
  /** Pages that search, and feeds of all posts: site paths. */
  searchUrls: readonly string[];
  feedUrls: readonly string[];
}

/** Pages keep the host's own lifetime: each of these asks again every time. */
export function headersFile(site: Site, { frameHosts, searchUrls, feedUrls }: Served): string {
  const { endpoint } = site.measure ?? {};
  const rule = (path: string, headers: Record<string, string>): string =>
    [
      site.basePath.slice(0, -1) + path,
      ...Object.entries(headers).map(([name, value]) => (value === "" ? `  ${name}` : `  ${name}: ${value}`)),
    ].join("\n");
  return `${[
    rule("/*", {
      "Content-Security-Policy": contentSecurityPolicy(frameHosts, { endpoint }),
      ...safetyHeaders(frameHosts),
    }),
    rule("/*.svg", { "Content-Security-Policy": SVG_POLICY }),
    rule("/assets/*", { "Cache-Control": KEPT.forever }),
    rule("/pictures/*", { "Cache-Control": KEPT.forever }),
    rule("/media/*", { "Cache-Control": KEPT.day }),
    ...feedUrls.map((url) => rule(url, { "Cache-Control": KEPT.minutes })),
    // Netlify takes the value of the last rule; Cloudflare adds it to the first, unless that is taken off before.
    ...searchUrls.map((url) =>
      rule(url, {
        "! Content-Security-Policy": "",
        "Content-Security-Policy": contentSecurityPolicy(frameHosts, { endpoint, searches: true }),
      }),
    ),
  ].join("\n\n")}\n`;
}
