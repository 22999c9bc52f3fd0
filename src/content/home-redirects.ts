// A home page that is not at the root of its language → a redirect to it from that root, which hosts and readers request first.
// If another list, a file or another site answers at the root, there is no redirect.
import type { Place } from "../problems.ts";
import { ADDRESS_NAMES } from "../site/default-addresses.ts";
import { addressPattern, langPrefix, type Site } from "../site/site.ts";
import { addressKey } from "./permalinks.ts";
import { termPattern } from "./tags.ts";
import type { Redirect } from "./types.ts";

export interface Roots {
  site: Site;
  languages: readonly string[];
  /** Files of the site root that may be published. */
  files: readonly { file: string }[];
  /** Place of the home page's address in `site.yaml`. */
  place: () => Place;
}

/** A text at that address, or a redirect of the owner's, takes precedence over these redirects. */
export function homeRedirects({ site, languages, files, place }: Roots): Redirect[] {
  if (site.addresses.home === undefined) return [];
  return languages.flatMap((lang): Redirect[] => {
    const from = `${langPrefix(site, lang)}/`;
    const to = addressPattern(site, "home", lang);
    const isAnswered =
      addressesOf(site, lang).some((url) => addressKey(url) === addressKey(from)) ||
      Object.keys(site.taxonomies).some((name) => termPattern(site, name, lang).startsWith(`${from}:slug`)) ||
      files.some(({ file }) => file.toLowerCase() === `public${from}index.html`);
    return isAnswered ? [] : [{ from, to, place: place() }];
  });
}

/** Addresses of lists, and those that another site answers. */
function addressesOf(site: Site, lang: string): string[] {
  return [...ADDRESS_NAMES.map((name) => addressPattern(site, name, lang)), ...site.alsoServed];
}
