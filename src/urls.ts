// Addresses as text, whether or not they are valid: how they begin, and what their percent codes stand for.

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

/** Decodes all codes, including those of `/`, `?` and `#`. Undefined if one is not UTF-8, such as `%E9` or the `%` of `100%`. */
export function decodeComponent(text: string): string | undefined {
  return decoded(decodeURIComponent, text);
}

/** Decodes an address, but keeps the codes of characters that have a meaning in it. Undefined if one is not UTF-8. */
export function decodeAddress(address: string): string | undefined {
  return decoded(decodeURI, address);
}

function decoded(decode: (text: string) => string, text: string): string | undefined {
  try {
    return decode(text);
  } catch {
    return undefined;
  }
}
