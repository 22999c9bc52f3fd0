// People and teams in schema.org's vocabulary: those who sign a post, who have a page, or whom the page of a term lists.
import type { Author, Person } from "../content/types.ts";
import { isSitePath, isWeb } from "../schemes.ts";
import { absoluteUrl, type Site } from "../site/site.ts";
import type { Thing } from "./json-ld-site.ts";
import { profilesOf, type Profile } from "./profiles.ts";
import type { PageData } from "./types.ts";
import type { MemberView } from "./views.ts";

export function authorOf({ name, role, url, person }: Author, site: Site): Thing {
  return summary({ name, role, team: person.team }, absoluteUrl(site, url), site);
}

/** https://developers.google.com/search/docs/appearance/structured-data/profile-page */
export function profile(person: Person, url: string, site: Site): Thing {
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
export function about({ members }: PageData, site: Site): Thing {
  if (!Array.isArray(members) || !members.every(isPerson)) return {};
  return {
    about: (members as MemberView[]).map((one) => ({
      ...summary(one, one.url === undefined ? undefined : absoluteUrl(site, one.url), site),
      ...sameAs(one.profiles ?? [], site),
    })),
  };
}

export function isPerson(value: unknown): value is Person {
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
