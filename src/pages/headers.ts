// The `_headers` file of static hosts, as Netlify and Cloudflare Pages read it.
// Cloudflare joins the values of all rules that match an address, so no two rules give the same address a lifetime.
import { ADMIN, adminHeaders, PROGRAM } from "../admin/page.ts";
import type { Site } from "../site/site.ts";
import {
  contentSecurityPolicy,
  INDEX_PIECES,
  KEPT,
  safetyHeaders,
  XML_ENDINGS,
  XML_POLICY,
} from "./policy.ts";

interface Served {
  /** Hosts of the players in the site. */
  frameHosts: readonly string[];
  /** Site paths of the search pages, and of the feeds of all posts. */
  searchUrls: readonly string[];
  feedUrls: readonly string[];
  /** True for a preview, which search engines must not index. Its pages say so themselves; its feeds and pictures cannot. */
  preview?: boolean | undefined;
}

/** Pages keep the host's own lifetime: on each of these hosts, browsers revalidate them every time. */
export function headersFile(site: Site, served: Served): string {
  const { frameHosts, searchUrls, feedUrls, preview } = served;
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
      ...(preview === true && { "X-Robots-Tag": "noindex" }),
    }),
    // Hosts distinguish upper and lower case, and Windows uses either.
    ...XML_ENDINGS.flatMap((ending) => [ending, ending.toUpperCase()]).map((ending) =>
      rule(`/*.${ending}`, replaced({ "Content-Security-Policy": XML_POLICY })),
    ),
    rule("/assets/*", { "Cache-Control": KEPT.forever }),
    rule("/pictures/*", { "Cache-Control": KEPT.forever }),
    ...(searchUrls.length === 0
      ? []
      : INDEX_PIECES.map((ending) => rule(`/*.${ending}`, { "Cache-Control": KEPT.forever }))),
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

/** Netlify takes the value of the last rule. Cloudflare adds it to the first, unless that is removed before (`! Name`). */
function replaced(headers: Readonly<Record<string, string>>): Record<string, string> {
  return { ...Object.fromEntries(Object.keys(headers).map((name) => [`! ${name}`, ""])), ...headers };
}
