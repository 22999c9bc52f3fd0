// A planned page → its description in schema.org's vocabulary, as JSON-LD: data that search engines read, never script.
// One string per page, made when the page is rendered; `<` is written `\u003c`, so that no text can close its element.
import { rfc3339, startOfDay } from "../content/dates.ts";
import { changedOn } from "../content/changes.ts";
import type { Post } from "../content/types.ts";
import type { License } from "../licenses.ts";
import { absoluteUrl, siteTitle, type Site } from "../site/site.ts";
import { addressOf } from "./addresses.ts";
import { about, authorOf, isPerson, profile } from "./json-ld-people.ts";
import { blogId, once, organization, publisherRef, siteId, siteRef, type Thing } from "./json-ld-site.ts";
import type { CommonData, Page } from "./types.ts";

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
