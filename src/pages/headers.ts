// The `_headers` file of static hosts, as Netlify and Cloudflare Pages read it.
// Cloudflare joins the values of all rules that match an address: no two rules give one address a lifetime.
import { ADMIN, adminHeaders } from "../admin/page.ts";
import { PROGRAM } from "../admin/program.ts";
import type { Site } from "../site.ts";
import { contentSecurityPolicy, KEPT, safetyHeaders, SVG_POLICY } from "./policy.ts";

export interface Served {
  /** Hosts of the players that the site holds. */
  frameHosts: readonly string[];
  /** Pages that search, and feeds of all posts: site paths. */
  searchUrls: readonly string[];
  feedUrls: readonly string[];
  /** Nothing of a preview is to be found by search engines: its pages say so themselves, its feeds and pictures cannot. */
  preview?: boolean | undefined;
}

/** What goes with every answer, but for the policy, which is not the same for all. */
export function headersOfAll({ frameHosts, preview }: Served): Record<string, string> {
  return { ...safetyHeaders(frameHosts), ...(preview === true && { "X-Robots-Tag": "noindex" }) };
}

/** Pages keep the host's own lifetime: each of these asks again every time. */
export function headersFile(site: Site, served: Served): string {
  const { frameHosts, searchUrls, feedUrls } = served;
  const { endpoint } = site.measure ?? {};
  const rule = (path: string, headers: Record<string, string>): string =>
    [
      site.basePath.slice(0, -1) + path,
      ...Object.entries(headers).map(([name, value]) => (value === "" ? `  ${name}` : `  ${name}: ${value}`)),
    ].join("\n");
  return `${[
    rule("/*", {
      "Content-Security-Policy": contentSecurityPolicy(frameHosts, { endpoint }),
      ...headersOfAll(served),
    }),
    // Hosts tell capitals from small letters, and Windows gives either.
    ...["/*.svg", "/*.SVG"].map((path) => rule(path, { "Content-Security-Policy": SVG_POLICY })),
    rule("/assets/*", { "Cache-Control": KEPT.forever }),
    rule("/pictures/*", { "Cache-Control": KEPT.forever }),
    ...(site.admin ? [rule(`${ADMIN}${PROGRAM}*`, { "Cache-Control": KEPT.forever })] : []),
    rule("/media/*", { "Cache-Control": KEPT.day }),
    ...feedUrls.map((url) => rule(url, { "Cache-Control": KEPT.minutes })),
    ...searchUrls.map((url) =>
      rule(
        url,
        replaced({
          "Content-Security-Policy": contentSecurityPolicy(frameHosts, { endpoint, searches: true }),
        }),
      ),
    ),
    ...(site.admin ? [rule(`${ADMIN}*`, replaced(adminHeaders(site)))] : []),
  ].join("\n\n")}\n`;
}

/** Netlify takes the value of the last rule; Cloudflare adds it to the first, unless that is taken off before. */
function replaced(headers: Readonly<Record<string, string>>): Record<string, string> {
  return { ...Object.fromEntries(Object.keys(headers).map((name) => [`! ${name}`, ""])), ...headers };
}
