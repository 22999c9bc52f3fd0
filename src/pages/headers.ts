// The `_headers` file of static hosts: a policy as strict as what the site really uses (decision 8).
// Pages have no inline script or style, so nothing needs `'unsafe-inline'`; players add their hosts to `frame-src`.
import type { Site } from "../site.ts";

/** The Content-Security-Policy of every page. `frameHosts`: hosts of the players that the site holds. */
export function contentSecurityPolicy(frameHosts: readonly string[]): string {
  const frames = frameHosts.length > 0 ? frameHosts.map((host) => `https://${host}`).join(" ") : "'none'";
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `frame-src ${frames}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers of the site, in the form that Netlify and Cloudflare Pages read. */
export function headersFile(site: Site, frameHosts: readonly string[]): string {
  const rule = (path: string, headers: Record<string, string>): string =>
    [
      site.basePath.slice(0, -1) + path,
      ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    ].join("\n");
  return `${[
    rule("/*", {
      "Content-Security-Policy": contentSecurityPolicy(frameHosts),
      "Referrer-Policy": "strict-origin-when-cross-origin",
      "X-Content-Type-Options": "nosniff",
      "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    }),
    // An SVG opened on its own is a document that may hold script: here it may not run.
    rule("/*.svg", { "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox" }),
    rule("/assets/*", { "Cache-Control": "public, max-age=31536000, immutable" }),
  ].join("\n\n")}\n`;
}
