// A post → its description in schema.org's vocabulary, as JSON-LD: data that search engines read, never script. `<` is written
// `\u003c`, so that no text can close its element.
import { changedOn } from "../content/collections.ts";
import { rfc3339 } from "../content/dates.ts";
import type { Post, PostEvent, TermEntry } from "../content/types.ts";
import { fullAddress } from "../feeds/calendar.ts";
import { lastChange } from "../feeds/entries.ts";
import type { License } from "../licenses.ts";
import { ICONS } from "../site/icons.ts";
import { absoluteUrl, foldersOf, isOff, type Site } from "../site/site.ts";
import { addressOf } from "./addresses.ts";
import type { PageData } from "./types.ts";

type Thing = Record<string, unknown>;

/**
 * https://developers.google.com/search/docs/appearance/structured-data/article. None for a site without `url`, since every
 * address in it is absolute, nor for a post that search engines must not index.
 */
export function jsonLd(post: Post, data: PageData, site: Site, license?: License): string | undefined {
  const { canonical: url, lang, shareImage, noindex } = data;
  if (site.origin === "" || noindex) return undefined;
  const { published, modified } = postTimes(post, site);
  const publisher = publisherOf(site);
  const authors = post.authors.map(({ name, role, url: page, person: { team } }) => ({
    ...(team === true ? { "@type": "Organization", name } : { "@type": "Person", name, jobTitle: role }),
    url: isOff(site, "person") ? undefined : absoluteUrl(site, page),
  }));
  const tags = Object.values(post.terms).flat();
  // JSON leaves out what is undefined.
  const posting: Thing = {
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    mainEntityOfPage: url,
    url,
    headline: post.title,
    description: post.description === "" ? undefined : post.description,
    image: shareImage && {
      ...{ "@type": "ImageObject", url: shareImage.url, width: shareImage.width, height: shareImage.height },
    },
    datePublished: published,
    dateModified: modified ?? published,
    author: authors.length > 0 ? authors : [publisher],
    publisher,
    inLanguage: lang,
    license: license?.url,
    keywords: tags.length > 0 ? tags.map(({ label }) => label) : undefined,
  };
  const things = post.event ? [posting, eventOf(post, post.event, posting, site)] : posting;
  return JSON.stringify(things).replaceAll("<", "\\u003c");
}

/** https://developers.google.com/search/docs/appearance/structured-data/event */
function eventOf(
  { title: name, url }: Post,
  { start, end, place, url: link }: PostEvent,
  { description, image, publisher, inLanguage }: Thing,
  site: Site,
): Thing {
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name,
    ...{ description, image, inLanguage, organizer: publisher },
    startDate: start.iso,
    endDate: end?.iso,
    location: place === undefined ? undefined : { "@type": "Place", name: place, address: place },
    url: fullAddress(link ?? url, site),
  };
}

/** When a post was published, and when it last changed, if it did: RFC 3339, in the site's zone. */
export function postTimes(post: Post, site: Site): { published: string; modified?: string } {
  const published = rfc3339(post.date, site.timeZone);
  if (changedOn(post) === undefined) return { published };
  return { published, modified: rfc3339(lastChange(post, site.timeZone), site.timeZone) };
}

/** A project, a person or whatever else has a file: the page that introduces it, and the thing itself with its facts. */
export function termJsonLd(entry: TermEntry, data: PageData, site: Site): string | undefined {
  const { canonical: url, lang, shareImage, noindex, title, description } = data;
  if (site.origin === "" || noindex) return undefined;
  const { person } = entry;
  const { profiles = [] } = data as { profiles?: readonly { url?: string }[] };
  // What a site describes by fields is something that was made; another term is only a name for others.
  const hasFields = Object.keys(foldersOf(site).get(entry.taxonomy)?.fields ?? {}).length > 0;
  const type = person ? (person.team === true ? "Organization" : "Person") : hasFields ? "Project" : "Thing";
  const about: Thing = {
    ...{ "@type": type, name: title, url },
    description: description === "" ? undefined : description,
    image: shareImage?.url,
    ...(person && { jobTitle: person.role, sameAs: profiles.flatMap((one) => one.url ?? []) }),
  };
  const page: Thing = {
    "@context": "https://schema.org",
    ...{ "@type": person ? "ProfilePage" : "CollectionPage", url, name: title, inLanguage: lang },
    mainEntity: about,
  };
  return JSON.stringify(page).replaceAll("<", "\\u003c");
}

function publisherOf(site: Site): Thing {
  const url = absoluteUrl(site, addressOf(site, "home", site.lang));
  return {
    ...{ "@type": "Organization", name: site.publisher ?? site.title, url },
    logo: absoluteUrl(site, ICONS.large),
  };
}
