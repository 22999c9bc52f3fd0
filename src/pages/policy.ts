// What browsers must refuse: policies as strict as what the site really uses allows.
// Pages have no inline script or style, so nothing needs `'unsafe-inline'`; players add their hosts to `frame-src`.
import type { Content, Entry } from "../content/types.ts";
import type { Rendered } from "../markdown/types.ts";

/** Hosts of all players of a site, sorted. Call it once the texts are rendered. */
export function frameHostsOf(
  { posts, pages }: Pick<Content, "posts" | "pages">,
  rendered: (entry: Entry) => Pick<Rendered, "frameHosts">,
): string[] {
  return [...new Set([...posts, ...pages].flatMap((entry) => rendered(entry).frameHosts))].sort();
}

export interface PolicyOptions {
  /** For the search page, where Pagefind's WebAssembly runs. */
  searches?: boolean;
  /** Where views of the page are sent, if they are. */
  endpoint?: string | undefined;
  /** For a page that contains its policy itself: there, browsers ignore what concerns the pages around it. */
  inPage?: boolean;
}

/** The Content-Security-Policy of a page. `frameHosts`: hosts of the players in the site. */
export function contentSecurityPolicy(
  frameHosts: readonly string[],
  { searches = false, endpoint, inPage = false }: PolicyOptions = {},
): string {
  const frames = frameHosts.length > 0 ? frameHosts.map((host) => `https://${host}`).join(" ") : "'none'";
  return [
    "default-src 'none'",
    searches ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self'",
    endpoint === undefined ? "connect-src 'self'" : `connect-src 'self' ${new URL(endpoint).origin}`,
    "manifest-src 'self'",
    `frame-src ${frames}`,
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
export const XML_ENDINGS = [
  ...["svg", "svgz", "xml", "xsl", "xslt", "xht", "xhtml", "xhtm", "xsd", "rng", "wsdl", "rdf", "rss"],
  ...["atom", "mml", "mathml", "kml", "gpx", "dae", "xspf", "xul"],
];

/** Headers of every response besides the policy, in order. */
export function safetyHeaders(frameHosts: readonly string[]): Record<string, string> {
  return {
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": permissionsPolicy(frameHosts),
  };
}

/** Features that no page of a blog needs. */
const REFUSED = [
  ...["accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid"],
  ...["magnetometer", "microphone", "midi", "payment", "publickey-credentials-get", "screen-wake-lock"],
  ...["serial", "usb", "xr-spatial-tracking"],
];

/** Features that the page's `allow` passes on to a player, and to nothing else. */
const WATCHING = ["autoplay", "encrypted-media", "fullscreen", "picture-in-picture"];

function permissionsPolicy(frameHosts: readonly string[]): string {
  const watchers = ["self", ...frameHosts.map((host) => `"https://${host}"`)].join(" ");
  return [...REFUSED.map((name) => `${name}=()`), ...WATCHING.map((name) => `${name}=(${watchers})`)].join(
    ", ",
  );
}

/** How long a file may be cached without asking again, by kind. */
export const KEPT = {
  /** Its name changes with its bytes. */
  forever: "public, max-age=31536000, immutable",
  /** Pictures and documents at an address that their owner chose. */
  day: "public, max-age=86400",
  /** Feed readers ask often. */
  minutes: "public, max-age=600",
  /** Pages: revalidated each time, and not sent again if nothing has changed. */
  asked: "no-cache",
} as const;

/**
 * Endings of the pieces of a search index, wherever its folder is: their names are digests of what they contain, too. Without
 * this, each search of a returning reader asks a dozen times whether they changed.
 */
export const INDEX_PIECES = ["pf_filter", "pf_fragment", "pf_index", "pf_meta"] as const;
