// The beginning of an address, whether or not the rest is valid: `https:`, `mailto:`, `//`, or none of these.

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/** In lower case: `https`, `mailto`. Undefined for an address relative to the site or to a page. */
export function schemeOf(href: string): string | undefined {
  return SCHEME.exec(href)?.[1]?.toLowerCase();
}

export function hasScheme(href: string): boolean {
  return SCHEME.test(href);
}

/** True for an address with `http:` or `https:` and a host. */
export function isWeb(href: string): boolean {
  return /^https?:\/\//i.test(href);
}

/** The same, also without a scheme: `//host/path`. */
export function hasHost(href: string): boolean {
  return /^(?:https?:)?\/\//i.test(href);
}

/** True for a path from the root of the site: `/img/a.png`. */
export function isSitePath(href: string): boolean {
  return /^\/(?!\/)/.test(href);
}
