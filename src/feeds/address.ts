// Addresses as a page writes them → absolute ones, for documents that are read away from the site.
import { hasScheme } from "../urls.ts";

/** The page on which an address was written. */
export interface PageAddress {
  /** Scheme and host, no final slash. */
  origin: string;
  /** Absolute address of the page. */
  url: string;
}

/** The absolute form of an `href` or `src`; what cannot be resolved stays as it is. */
export function resolveAddress(address: string, page: PageAddress): string {
  const text = address.trim();
  if (text.startsWith("//")) return page.origin.slice(0, page.origin.indexOf(":") + 1) + text;
  if (text.startsWith("/")) return page.origin + text;
  if (text.startsWith("#")) return page.url + text;
  if (hasScheme(text)) return text;
  return URL.canParse(text, page.url) ? new URL(text, page.url).href : text;
}
