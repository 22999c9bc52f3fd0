// What pages say of a person: in their language, their portrait, their roles, where they can be followed.
import { capitalised } from "../text.ts";
import { typesetterFor } from "../content/typeset.ts";
import type { Person, Post } from "../content/types.ts";
import { personIn } from "../content/people.ts";
import { isWeb } from "../urls.ts";
import type { Collection } from "./lists.ts";
import type { PersonView, Profile } from "./types.ts";

/** Most roles to show beside a name: more would be a career. */
const MOST_ROLES = 4;

/** The role in `people.yaml`, then those in the person's posts, latest first. */
export function rolesOf(person: Person, posts: readonly Post[]): string[] {
  const signed = posts.flatMap(({ authors }) =>
    authors.flatMap((author) => (author.person.id === person.id ? (author.role ?? []) : [])),
  );
  return [...new Set([...(person.role === undefined ? [] : [person.role]), ...signed])].slice(0, MOST_ROLES);
}

/** A person in the language of a page, with the portrait made of their photo; a photo that cannot be shown is left out. */
export function presented(
  person: Person,
  { site, lang, portrait: portraitOf }: Pick<Collection, "site" | "lang" | "portrait">,
): PersonView {
  const { photo, role, description, ...others } = personIn(person, lang, site);
  const portrait = photo === undefined ? undefined : portraitOf?.(photo);
  const set = typesetterFor(lang, site.typography);
  return {
    ...others,
    ...(photo !== undefined && portrait !== false && { photo, ...(portrait && { portrait }) }),
    ...(role !== undefined && { role: set(role) }),
    ...(description !== undefined && { description: set(description) }),
  };
}

// Links and accounts

/** A fediverse account, with its server: `@ada@social.example`. */
const ACCOUNT = /^@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)$/;

/** By key in lower case: the name where it is not the key with a capital, and what comes before a handle in an address. */
const NETWORKS: ReadonlyMap<string, { name?: string; before?: string }> = new Map([
  ["bluesky", { before: "https://bsky.app/profile/" }],
  ["github", { name: "GitHub", before: "https://github.com/" }],
  ["gitlab", { name: "GitLab", before: "https://gitlab.com/" }],
  ["linkedin", { name: "LinkedIn", before: "https://www.linkedin.com/in/" }],
  ["peertube", { name: "PeerTube" }],
  ["twitter", { before: "https://x.com/" }],
  ["x", { before: "https://x.com/" }],
]);

/** Nothing is guessed about other networks. */
function addressOfHandle(network: string, handle: string): string | undefined {
  const [, user, host] = ACCOUNT.exec(handle) ?? [];
  if (network === "mastodon") return user && host && `https://${host}/@${user}`;
  const before = NETWORKS.get(network)?.before;
  return before !== undefined && /^@?[\w.-]+$/.test(handle) ? before + handle.replace(/^@/, "") : undefined;
}

/** Where someone can be followed, in the order in which it is written. */
export function profilesOf({ links, handles }: Pick<Person, "links" | "handles">): Profile[] {
  const accounts = Object.entries(handles).map(([network, handle]): Profile => {
    const name = NETWORKS.get(network.toLowerCase())?.name ?? capitalised(network);
    if (isWeb(handle)) return { label: name, url: handle };
    const url = addressOfHandle(network.toLowerCase(), handle);
    return { label: `${name} ${handle}`, ...(url !== undefined && { url }) };
  });
  const named = (label: string): string => NETWORKS.get(label.toLowerCase())?.name ?? label;
  return [...links.map(({ label, url }) => ({ label: named(label), url })), ...accounts];
}
