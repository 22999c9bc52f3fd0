// A planned page → its description in schema.org's vocabulary, as JSON-LD: data that search engines read, never script.
// It has what they use: articles, profiles, the site with its publisher, breadcrumbs. `<` is written `\u003c`, so that no text can
// close its element.
import { changedOn } from "../content/collections.ts";
import { rfc3339 } from "../content/dates.ts";
import type { Author, Person, Post } from "../content/types.ts";
import { lastChange } from "../feeds/entries.ts";
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
  const { canonical: url, lang: inLanguage, person } = data;
  if (entry?.kind === "post") return [blogPosting(entry, input)];
  if (kind === "home") {
    const about = { name: siteTitle(site, inLanguage), description: unlessEmpty(data.description) };
    return [{ "@type": "WebSite", url, ...about, inLanguage }, organization(site)];
  }
  if (kind !== "person") return [];
  return [
    { "@type": "ProfilePage", url, inLanguage, mainEntity: profile(person as Person, site, inLanguage) },
  ];
}

/** JSON leaves out what is undefined. */
const unlessEmpty = (text: string): string | undefined => (text === "" ? undefined : text);

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
    description: unlessEmpty(post.description),
    image: shareImage && pictureOf(shareImage),
    datePublished: published,
    dateModified: modified ?? published,
    author: post.authors.length > 0 ? post.authors.map((one) => authorOf(one, site)) : [organization(site)],
    publisher: organization(site),
    inLanguage: lang,
    license: license?.url ?? (license && { "@type": "CreativeWork", name: license.label }),
    keywords: tags.length > 0 ? tags.map(({ label }) => label) : undefined,
    wordCount: words,
  };
}

/** When a post was published, and when it last changed, if it did: RFC 3339, in the site's zone. */
export function postTimes(post: Post, site: Site): { published: string; modified?: string } {
  const published = rfc3339(post.date, site.timeZone);
  if (changedOn(post) === undefined) return { published };
  return { published, modified: rfc3339(lastChange(post, site.timeZone), site.timeZone) };
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
  return { "@type": "ImageObject", url, width, height, caption: unlessEmpty(alt) };
}

// The publisher, people and teams

function organization(site: Site): Thing {
  const url = absoluteUrl(site, addressOf(site, "home", site.lang));
  const sameAs = site.social.map((link) => link.url).filter(isWeb);
  return {
    "@type": "Organization",
    "@id": `${url}#organization`,
    name: site.publisher ?? site.title,
    url,
    logo: absoluteUrl(site, ICONS.large),
    email: site.email,
    sameAs: sameAs.length > 0 ? sameAs : undefined,
  };
}

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
    image: photo !== undefined && isSitePath(photo) ? absoluteUrl(site, photo) : undefined,
    description,
    sameAs: sameAs.length > 0 ? sameAs : undefined,
  };
}

function named(
  { team, name, role }: { name: string; role?: string | undefined; team?: boolean | undefined },
  url: string | undefined,
): Thing {
  return team === true
    ? { "@type": "Organization", name, url }
    : { "@type": "Person", name, url, jobTitle: role };
}
