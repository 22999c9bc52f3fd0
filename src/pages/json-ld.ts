// A planned page → its description in schema.org's vocabulary, as JSON-LD: data that search engines read, never script.
// One string per page, made when the page is rendered; `<` is written `\u003c`, so that no text can close its element.
import { changedOn } from "../content/collections.ts";
import { rfc3339, startOfDay } from "../content/dates.ts";
import type { Author, Person, Post } from "../content/types.ts";
import type { License } from "../licenses.ts";
import { isSitePath, isWeb } from "../urls.ts";
import { absoluteUrl, isOff, siteTitle, type Site } from "../site/site.ts";
import { addressOf } from "./addresses.ts";
import { ICONS } from "./icons.ts";
import { profilesOf } from "./people.ts";
import type { CommonData, Page, PageData } from "./types.ts";
import type { MemberView, Profile } from "./views.ts";

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
  const graph = [
    thingOf(input),
    ...(page.kind === "home" ? [organization(site)] : []),
    ...trailOf(page, site),
  ];
  const text = JSON.stringify({ "@context": "https://schema.org", "@graph": graph });
  return text.replaceAll("<", "\\u003c");
}

function thingOf(input: JsonLdInput): Thing {
  const { page, site } = input;
  const { kind, entry, data } = page;
  const { title, metaDescription, canonical, lang } = data;
  const description = metaDescription ?? data.description;
  if (entry?.kind === "post") return blogPosting(entry, input);
  if (kind === "home") return webSite(page, site);
  const common = {
    url: canonical,
    name: title,
    ...(description !== "" && { description }),
    inLanguage: lang,
    isPartOf: siteRef(site, lang),
  };
  // The further pages of a list are about the same blog or person as its first; their descriptions give their numbers.
  if (kind === "blog") {
    const blog = blogOf(lang, site);
    const described = canonical === blog["url"] ? {} : { description: undefined };
    return { ...common, ...described, ...blog, ...statusOf(site), publisher: publisherRef(site) };
  }
  const person = data["person"];
  if (kind === "person" && isPerson(person)) {
    const url = absoluteUrl(site, addressOf(site, "person", lang, { slug: person.slug }));
    return { "@type": "ProfilePage", ...common, mainEntity: profile(person, url, site) };
  }
  return { "@type": kind === "page" ? "WebPage" : "CollectionPage", ...common, ...about(data, site) };
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
    ...(post.corrections.length > 0 && {
      correction: post.corrections.map((one) => correction(one, site)),
    }),
    ...partOf(page.data, site),
  };
}

function blogOf(lang: string, site: Site): Thing {
  return once(site, `blog ${lang}`, () => ({
    "@type": "Blog",
    "@id": blogId(site, lang),
    name: siteTitle(site, lang),
    url: absoluteUrl(site, addressOf(site, "blog", lang)),
  }));
}

/**
 * The blog, and the series of each ordered term: https://schema.org/CreativeWorkSeries. With several series, a position would
 * not say which one it belongs to.
 */
function partOf({ lang, partOf: parts = [] }: CommonData, site: Site): Thing {
  const blog = blogOf(lang, site);
  const series = parts.map(({ whole }) => {
    const url = absoluteUrl(site, whole.url);
    return { "@type": "CreativeWorkSeries", "@id": `${url}#series`, name: whole.label, url };
  });
  const [only, ...others] = parts;
  return {
    isPartOf: series.length === 0 ? blog : [blog, ...series],
    ...(only && others.length === 0 && { position: only.number }),
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

function correction({ day, text }: Post["corrections"][number], { timeZone }: Site): Thing {
  const date = day === undefined ? {} : { datePublished: rfc3339(startOfDay(day, timeZone), timeZone) };
  return { "@type": "CorrectionComment", text, ...date };
}

function webSite({ data }: Page, site: Site): Thing {
  const { search, lang, description } = data;
  return {
    "@type": "WebSite",
    "@id": siteId(site, lang),
    url: data.canonical,
    name: siteTitle(site, lang),
    ...(description !== "" && { description }),
    inLanguage: lang,
    ...statusOf(site),
    publisher: publisherRef(site),
    ...(search !== undefined && {
      potentialAction: {
        "@type": "SearchAction",
        target: {
          "@type": "EntryPoint",
          urlTemplate: `${absoluteUrl(site, search)}?q={search_term_string}`,
        },
        "query-input": "required name=search_term_string",
      },
    }),
  };
}

/** https://schema.org/creativeWorkStatus */
function statusOf({ archived }: Site): Thing {
  return archived === undefined ? {} : { creativeWorkStatus: "Archived" };
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

function pictureOf({ url, width, height, alt }: NonNullable<CommonData["shareImage"]>): Thing {
  return {
    "@type": "ImageObject",
    url,
    ...(width !== undefined && height !== undefined && { width, height }),
    ...(alt !== "" && { caption: alt }),
  };
}

// The site and its publisher

/** Values that all pages of a site share, by site and name. */
const SAID = new WeakMap<Site, Map<string, Thing>>();

function once(site: Site, name: string, make: () => Thing): Thing {
  let said = SAID.get(site);
  if (!said) SAID.set(site, (said = new Map<string, Thing>()));
  let thing = said.get(name);
  if (!thing) said.set(name, (thing = make()));
  return thing;
}

/** The publisher. */
function organization(site: Site): Thing {
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
const siteId = (site: Site, lang: string): string => `${homeUrl(site, lang)}#website`;
const blogId = (site: Site, lang: string): string => `${homeUrl(site, lang)}#blog`;
const siteRef = (site: Site, lang: string): Thing => ({
  "@type": "WebSite",
  "@id": siteId(site, lang),
  name: siteTitle(site, lang),
});
const publisherRef = (site: Site): Thing => ({
  "@type": "Organization",
  "@id": `${homeUrl(site, site.lang)}#organization`,
});

// People and teams: those who sign a post, who have a page, or whom the page of a term lists

function authorOf({ name, role, url, person }: Author, site: Site): Thing {
  const page = isOff(site, "person") ? undefined : absoluteUrl(site, url);
  return summary({ name, role, team: person.team }, page, site);
}

/** https://developers.google.com/search/docs/appearance/structured-data/profile-page */
function profile(person: Person, url: string, site: Site): Thing {
  return {
    ...summary(person, url, site),
    ...(person.description !== undefined && { description: person.description }),
    ...sameAs(profilesOf(person), site),
  };
}

/**
 * The people on the page of a term (https://schema.org/about). Not as members: https://schema.org/memberOf is of an
 * organization, and a term that people have may as well be a trade or a place.
 */
function about({ members }: PageData, site: Site): Thing {
  if (!Array.isArray(members) || !members.every(isPerson)) return {};
  return {
    about: (members as MemberView[]).map((one) => ({
      ...summary(one, one.url === undefined ? undefined : absoluteUrl(site, one.url), site),
      ...sameAs(one.profiles ?? [], site),
    })),
  };
}

function isPerson(value: unknown): value is Person {
  return typeof value === "object" && value !== null && "handles" in value && "links" in value;
}

interface Named {
  name: string;
  role?: string | undefined;
  team?: boolean | undefined;
  photo?: string | undefined;
}

/** What a list shows of someone; `url` is absolute. */
function summary({ team, name, role, photo }: Named, url: string | undefined, site: Site): Thing {
  return {
    "@type": team === true ? "Organization" : "Person",
    name,
    ...(url !== undefined && { url }),
    ...(team !== true && role !== undefined && { jobTitle: role }),
    ...(photo !== undefined && isSitePath(photo) && { image: absoluteUrl(site, photo) }),
  };
}

/** Only pages, not other ways of reaching someone (`mailto:`). https://schema.org/sameAs */
function sameAs(profiles: readonly Profile[], site: Site): Thing {
  const links = profiles.flatMap(({ url = "" }) =>
    isSitePath(url) ? absoluteUrl(site, url) : isWeb(url) ? url : [],
  );
  return links.length === 0 ? {} : { sameAs: links };
}
