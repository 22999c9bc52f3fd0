// What browsers must refuse: policies as strict as what the site really uses allows, in pages and in the `_headers` file of
// static hosts. Pages have no inline script or style, so nothing needs `'unsafe-inline'`; players add their hosts to `frame-src`.
import { ADMIN, adminHeaders, PROGRAM } from "../admin/page.ts";
import type { Content, Entry } from "../content/types.ts";
import type { Rendered } from "../markdown/types.ts";
import type { Site } from "../site/site.ts";

/** Hosts of all players of a site, sorted. Call it once the texts are rendered. */
export function frameHostsOf(
  { texts }: Pick<Content, "texts">,
  rendered: (entry: Entry) => Pick<Rendered, "frameHosts">,
): string[] {
  return [...new Set(texts.flatMap((entry) => rendered(entry).frameHosts))].sort();
}

/**
 * The Content-Security-Policy of a page. `frameHosts`: hosts of the players in the site; `searches`: for the search page, where
 * Pagefind's WebAssembly runs; `inPage`: for a page that contains its policy itself, where browsers ignore what concerns the
 * pages around it.
 */
export function contentSecurityPolicy(
  { measure, policy }: Pick<Site, "measure" | "policy">,
  frameHosts: readonly string[],
  { searches = false, inPage = false } = {},
): string {
  const frames = [...frameHosts.map((host) => `https://${host}`), ...policy.frames];
  const own = (name: string, ...others: string[]): string => [name, "'self'", ...new Set(others)].join(" ");
  return [
    "default-src 'none'",
    own("script-src", ...(searches ? ["'wasm-unsafe-eval'"] : []), ...policy.scripts),
    own("style-src"),
    own("img-src", ...policy.images),
    own("font-src"),
    own("media-src"),
    own("connect-src", ...(measure ? [new URL(measure.endpoint).origin] : []), ...policy.connect),
    own("manifest-src"),
    `frame-src ${frames.length > 0 ? [...new Set(frames)].join(" ") : "'none'"}`,
    "base-uri 'none'",
    "form-action 'self'",
    ...(inPage ? [] : ["frame-ancestors 'none'"]),
  ].join("; ");
}

/**
 * For XML, SVG included: opened on its own, it is a document, and may contain script (`<script xmlns="…xhtml">`) that would run
 * on the origin of the editors' form.
 */
export const XML_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Endings of the files that hosts serve as XML, which browsers show as documents. */
const XML_ENDINGS =
  "svg svgz xml xsl xslt xht xhtml xhtm xsd rng wsdl rdf rss atom mml mathml kml gpx dae xspf xul".split(" ");

/** Features that no page of a blog needs. */
const REFUSED =
  "accelerometer camera display-capture geolocation gyroscope hid magnetometer microphone midi payment publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking";

/** Features that the page's `allow` passes on to a player, and to nothing else. */
const WATCHING = ["autoplay", "encrypted-media", "fullscreen", "picture-in-picture"];

/** Headers of every response besides the policy, in order. */
export function safetyHeaders(frameHosts: readonly string[]): Record<string, string> {
  const watchers = ["self", ...frameHosts.map((host) => `"https://${host}"`)].join(" ");
  const refused = REFUSED.split(" ").map((name) => `${name}=()`);
  const watching = WATCHING.map((name) => `${name}=(${watchers})`);
  return {
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": [...refused, ...watching].join(", "),
  };
}

/** How long a file may be cached without asking again. Pages keep the host's own lifetime: browsers revalidate them every time. */
const LIFETIMES = {
  /** Its name changes with its bytes. */
  forever: "public, max-age=31536000, immutable",
  /** Pictures and documents at an address that their owner chose. */
  day: "public, max-age=86400",
  /** Feed readers ask often. */
  minutes: "public, max-age=600",
};

/** Endings of the pieces of a search index, whose names are digests of what they contain. */
const INDEX_PIECES = ["pf_filter", "pf_fragment", "pf_index", "pf_meta"];

interface Served {
  /** Hosts of the players in the site. */
  frameHosts: readonly string[];
  /** Site paths of the search pages, and of the feeds of all posts. */
  searchUrls: readonly string[];
  feedUrls: readonly string[];
  /** True for a preview, which search engines must not index. Its pages say so themselves; its feeds and pictures cannot. */
  preview?: boolean | undefined;
}

/**
 * The `_headers` file, as Netlify and Cloudflare Pages read it. Cloudflare joins the values of all rules that match an address,
 * so no two rules give the same address a lifetime.
 */
export function headersFile(site: Site, { frameHosts, searchUrls, feedUrls, preview }: Served): string {
  const rule = (path: string, headers: Record<string, string>): string =>
    [
      site.basePath.slice(0, -1) + path,
      ...Object.entries(headers).map(([name, value]) => (value === "" ? `  ${name}` : `  ${name}: ${value}`)),
    ].join("\n");
  const cached = (path: string, lifetime: keyof typeof LIFETIMES): string =>
    rule(path, { "Cache-Control": LIFETIMES[lifetime] });
  const policyOf = (searches: boolean): Record<string, string> => ({
    "Content-Security-Policy": contentSecurityPolicy(site, frameHosts, { searches }),
  });
  // Hosts distinguish upper and lower case, and Windows uses either.
  const xml = XML_ENDINGS.flatMap((ending) => [ending, ending.toUpperCase()]);
  return `${[
    rule("/*", {
      ...policyOf(false),
      ...safetyHeaders(frameHosts),
      ...(preview === true && { "X-Robots-Tag": "noindex" }),
    }),
    ...xml.map((ending) => rule(`/*.${ending}`, replaced({ "Content-Security-Policy": XML_POLICY }))),
    cached("/assets/*", "forever"),
    cached("/pictures/*", "forever"),
    ...(searchUrls.length === 0 ? [] : INDEX_PIECES.map((ending) => cached(`/*.${ending}`, "forever"))),
    ...(site.admin ? [cached(`${ADMIN}${PROGRAM}*`, "forever")] : []),
    cached("/media/*", "day"),
    ...feedUrls.map((url) => cached(url, "minutes")),
    ...searchUrls.map((url) => rule(url, replaced(policyOf(true)))),
    ...(site.admin ? [rule(`${ADMIN}*`, replaced(adminHeaders(site)))] : []),
  ].join("\n\n")}\n`;
}

/** Netlify takes the value of the last rule. Cloudflare adds it to the first, unless that is removed before (`! Name`). */
function replaced(headers: Readonly<Record<string, string>>): Record<string, string> {
  return { ...Object.fromEntries(Object.keys(headers).map((name) => [`! ${name}`, ""])), ...headers };
}
