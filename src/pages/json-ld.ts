// A planned page → its description in schema.org's vocabulary, as JSON-LD: data that search engines read, never script.
// It has what they use: articles, profiles, the site with its publisher, breadcrumbs. `<` is written `\u003c`, so that no text can
// close its element.
import { changedOn } from "../content/collections.ts";
import { rfc3339, startOfDay } from "../content/dates.ts";
import type { Author, Person, Post } from "../content/types.ts";
import type { License } from "../licenses.ts";
import { isSitePath, isWeb } from "../urls.ts";
import { ICONS } from "../site/icons.ts";
import { absoluteUrl, isOff, siteTitle, type Site } from "../site/site.ts";
import { addressOf } from "./addresses.ts";
import { profilesOf } from "./people.ts";
import type { Page, ShareImage } from "./types.ts";

type Thing = Record<string, unknown>;

export interface JsonLdInput {
  page: Page;
  site: Site;
  /** Number of words in the text. */
  words?: number;
  license?: License;
}

/** None for a site without `url`, since every address in it is absolute, nor for pages that search engines must not index. */
export function jsonLd(input: JsonLdInput): string | undefined {
  const { page, site } = input;
  if (site.origin === "" || page.data.noindex || page.layout === null || page.kind === "redirect")
    return undefined;
  const graph = [...thingsOf(input), ...trailOf(page, site)];
  const text = JSON.stringify({ "@context": "https://schema.org", "@graph": graph });
  return text.replaceAll("<", "\\u003c");
}

function thingsOf(input: JsonLdInput): Thing[] {
  const { page, site } = input;
  const { kind, entry, data } = page;
  const { description, canonical: url, lang, person } = data;
  if (entry?.kind === "post") return [blogPosting(entry, input)];
  if (kind === "home") {
    const about = {
      name: siteTitle(site, lang),
      ...(description !== "" && { description }),
      inLanguage: lang,
    };
    return [{ "@type": "WebSite", url, ...about }, organization(site)];
  }
  if (kind !== "person" || !isPerson(person)) return [];
  return [{ "@type": "ProfilePage", url, inLanguage: lang, mainEntity: profile(person, site, lang) }];
}

/** https://developers.google.com/search/docs/appearance/structured-data/article */
function blogPosting(post: Post, { page, site, words, license }: JsonLdInput): Thing {
  const { canonical, lang, shareImage } = page.data;
  const { published, modified } = postTimes(post, site);
  const tags = Object.values(post.terms).flat();
  return {
    "@type": "BlogPosting",
    "@id": `${canonical}#article`,
    mainEntityOfPage: canonical,
    url: canonical,
    headline: post.title,
    ...(post.description !== "" && { description: post.description }),
    ...(shareImage && { image: pictureOf(shareImage) }),
    datePublished: published,
    dateModified: modified ?? published,
    author: post.authors.length > 0 ? post.authors.map((one) => authorOf(one, site)) : [organization(site)],
    publisher: organization(site),
    inLanguage: lang,
    ...(license && { license: license.url ?? { "@type": "CreativeWork", name: license.label } }),
    ...(tags.length > 0 && { keywords: tags.map(({ label }) => label) }),
    ...(words !== undefined && { wordCount: words }),
  };
}

/** When a post was published, and when it last changed, if it did: RFC 3339, in the site's zone. */
export function postTimes(post: Post, site: Site): { published: string; modified?: string } {
  const zone = site.timeZone;
  const published = rfc3339(post.date, zone);
  const day = changedOn(post);
  if (day === undefined) return { published };
  // A day begins before the hour of a text that is published on it.
  const changed = startOfDay(day, zone);
  return { published, modified: changed > post.date ? rfc3339(changed, zone) : published };
}

/** The breadcrumbs, with absolute addresses. */
function trailOf({ data }: Page, site: Site): Thing[] {
  if (data.breadcrumbs.length < 2) return [];
  const itemListElement = data.breadcrumbs.map(({ label, url }, i) => ({
    "@type": "ListItem",
    position: i + 1,
    name: label,
    item: absoluteUrl(site, url),
  }));
  return [{ "@type": "BreadcrumbList", itemListElement }];
}

function pictureOf({ url, width, height, alt }: ShareImage): Thing {
  return {
    "@type": "ImageObject",
    url,
    ...(width !== undefined && height !== undefined && { width, height }),
    ...(alt !== "" && { caption: alt }),
  };
}

// The site and its publisher

function organization(site: Site): Thing {
  const url = absoluteUrl(site, addressOf(site, "home", site.lang));
  const profiles = site.social.map((link) => link.url).filter(isWeb);
  return {
    "@type": "Organization",
    "@id": `${url}#organization`,
    name: site.publisher ?? site.title,
    url,
    logo: absoluteUrl(site, ICONS.large),
    ...(site.email !== undefined && { email: site.email }),
    ...(profiles.length > 0 && { sameAs: profiles }),
  };
}

// People and teams

function authorOf({ name, role, url, person: { team } }: Author, site: Site): Thing {
  return named({ name, role, team }, isOff(site, "person") ? undefined : absoluteUrl(site, url));
}

/** https://developers.google.com/search/docs/appearance/structured-data/profile-page */
function profile(person: Person, site: Site, lang: string): Thing {
  const { slug, photo, description } = person;
  // Only pages, not other ways of reaching someone (`mailto:`).
  const sameAs = profilesOf(person).flatMap(({ url = "" }) =>
    isSitePath(url) ? absoluteUrl(site, url) : isWeb(url) ? url : [],
  );
  return {
    ...named(person, absoluteUrl(site, addressOf(site, "person", lang, { slug }))),
    ...(photo !== undefined && isSitePath(photo) && { image: absoluteUrl(site, photo) }),
    ...(description !== undefined && { description }),
    ...(sameAs.length > 0 && { sameAs }),
  };
}

function named(
  { team, name, role }: Pick<Person, "name"> & { role?: string | undefined; team?: boolean | undefined },
  url: string | undefined,
): Thing {
  return {
    "@type": team === true ? "Organization" : "Person",
    name,
    ...(url !== undefined && { url }),
    ...(team !== true && role !== undefined && { jobTitle: role }),
  };
}

function isPerson(value: unknown): value is Person {
  return typeof value === "object" && value !== null && "handles" in value && "links" in value;
}
