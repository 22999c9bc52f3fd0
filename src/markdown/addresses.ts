// An address as an author wrote it → the address a page carries, or none where the browser must never get it.
// An absolute address of this very site becomes a site link, so that it works in previews and under a base path.
import { ownAddress, withBase } from "../site.ts";
import type { Env } from "./env.ts";

export interface Address {
  href: string;
  /** True where it leads to another host. */
  external: boolean;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const ALLOWED = /^(?:https?|mailto|tel|sms|xmpp|geo|magnet|webcal|matrix|irc|ircs|feed):/i;

/** Undefined for schemes that run code or read files: `javascript:`, `data:`, `file:`… */
export function resolveAddress(written: string, env: Env): Address | undefined {
  const href = visible(written);
  const { site } = env.around;
  const own = ownAddress(site.homes, href);
  if (own !== undefined) {
    const inside = alsoServed(own.path, env) ? undefined : own.inside.find((path) => env.around.has(path));
    return { href: inside === undefined ? href : withBase(site, inside) + own.end, external: false };
  }
  if (SCHEME.test(href)) return ALLOWED.test(href) ? { href, external: /^https?:/i.test(href) } : undefined;
  if (/^[\\/]{2}/.test(href)) return { href: `https://${href.slice(2)}`, external: true };
  if (href.startsWith("/")) return { href: sitePath(href, env), external: false };
  const beside = env.around.file?.(href, env.source);
  return { href: beside === undefined ? href : withBase(site, beside), external: false };
}

/** Browsers ignore control characters in an address, and spaces around it: `java&#10;script:` must not pass. */
function visible(written: string): string {
  return written.replace(/[\u0000-\u001f\u007f]/g, "").trim();
}

function sitePath(href: string, env: Env): string {
  const { site, has } = { site: env.around.site, has: env.around.has.bind(env.around) };
  const [path] = cut(href);
  if (alsoServed(path, env)) return href;
  // An author may have written the base path already.
  if (
    site.basePath !== "/" &&
    path.startsWith(site.basePath) &&
    !has(path) &&
    has(path.slice(site.basePath.length - 1))
  )
    return href;
  return withBase(site, href);
}

const alsoServed = (path: string, env: Env): boolean =>
  env.around.site.alsoServed.some((prefix) => path.startsWith(prefix));

function cut(href: string): [path: string, more: string] {
  const end = href.search(/[?#]/);
  return end < 0 ? [href, ""] : [href.slice(0, end), href.slice(end)];
}
