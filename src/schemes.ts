// How an address begins, before anyone asks whether it is one: `https:`, `mailto:`, `//`, or none of these.

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/** In lower case: `https`, `mailto`; undefined for what the site or a page is to complete. */
export function schemeOf(href: string): string | undefined {
  return SCHEME.exec(href)?.[1]?.toLowerCase();
}

export function hasScheme(href: string): boolean {
  return SCHEME.test(href);
}

/** Whether it says that it is a page or a file of the web, with its host. */
export function isWeb(href: string): boolean {
  return /^https?:\/\//i.test(href);
}

/** The same, with a scheme or without: `//host/path`. */
export function hasHost(href: string): boolean {
  return /^(?:https?:)?\/\//i.test(href);
}
