// What the pages of a site have in common in schema.org's vocabulary: the publisher, and the names of the site and its blog.
import { isWeb } from "../schemes.ts";
import { absoluteUrl, siteTitle, type Site } from "../site/site.ts";
import { addressOf } from "./addresses.ts";
import { ICONS } from "./icons.ts";

export type Thing = Record<string, unknown>;

/** Values that all pages of a site share, by site and name. */
const SAID = new WeakMap<Site, Map<string, Thing>>();

export function once(site: Site, name: string, make: () => Thing): Thing {
  let said = SAID.get(site);
  if (!said) SAID.set(site, (said = new Map<string, Thing>()));
  let thing = said.get(name);
  if (!thing) said.set(name, (thing = make()));
  return thing;
}

/** The publisher. */
export function organization(site: Site): Thing {
  return once(site, "organization", () => describedPublisher(site));
}

function describedPublisher(site: Site): Thing {
  const profiles = site.social.map(({ url }) => url).filter(isWeb);
  return {
    ...publisherRef(site),
    name: site.publisher ?? site.title,
    url: absoluteUrl(site, addressOf(site, "home", site.lang)),
    logo: absoluteUrl(site, ICONS.large),
    ...(site.email !== undefined && { email: site.email }),
    ...(profiles.length > 0 && { sameAs: profiles }),
  };
}

const homeUrl = (site: Site, lang: string): string => absoluteUrl(site, addressOf(site, "home", lang));
export const siteId = (site: Site, lang: string): string => `${homeUrl(site, lang)}#website`;
export const blogId = (site: Site, lang: string): string => `${homeUrl(site, lang)}#blog`;
export const siteRef = (site: Site, lang: string): Thing => ({
  "@type": "WebSite",
  "@id": siteId(site, lang),
  name: siteTitle(site, lang),
});
export const publisherRef = (site: Site): Thing => ({
  "@type": "Organization",
  "@id": `${homeUrl(site, site.lang)}#organization`,
});
