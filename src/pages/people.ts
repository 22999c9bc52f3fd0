// People → the index of those who signed a post of a language, and the list of each one's posts.
import { capitalised } from "../text.ts";
import { typesetterFor } from "../content/typeset.ts";
import type { Person, Post } from "../content/types.ts";
import { personIn } from "../content/people.ts";
import { isWeb } from "../urls.ts";
import { isOff } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { addressOf } from "./addresses.ts";
import { groupsBy, indexedLists, ownPage, type Collection, type List } from "./lists.ts";
import type { Draft, PersonView, Profile } from "./types.ts";

/** None if `addresses` of `site.yaml` says `person: off`. */
export function peoplePages(collection: Collection): Draft[] {
  const { site, lang } = collection;
  if (isOff(site, "person")) return [];
  const words = ui(lang, site.lang);
  const names = { id: ({ id }: Person) => id, name: ({ name }: Person) => name };
  const signers = groupsBy(collection, ({ authors }) => authors.map(({ person }) => person), names);
  const lists = signers.map(({ of, posts }): List => {
    const person = presented(of, collection);
    const { id, name, slug, role, description } = person;
    return {
      kind: "person",
      key: `person:${id}`,
      url: addressOf(site, "person", lang, { slug }),
      layout: "person",
      title: name,
      description: description ?? words.postsBy(name),
      data: { person, roles: rolesOf(person, posts), profiles: profilesOf(person) },
      posts,
      subtitle: role,
    };
  });
  const index = ownPage(collection, "people", { title: words.people, description: "", data: {} });
  return indexedLists(collection, index, lists);
}

/** Most roles to show beside a name: more would be a career. */
const MOST_ROLES = 4;

/** The role in `people.yaml`, then those in the person's posts, latest first. */
function rolesOf(person: Person, posts: readonly Post[]): string[] {
  const signed = posts.flatMap(({ authors }) =>
    authors.flatMap((author) => (author.person.id === person.id ? (author.role ?? []) : [])),
  );
  return [...new Set([...(person.role === undefined ? [] : [person.role]), ...signed])].slice(0, MOST_ROLES);
}

/** A person in the language of a page, with the portrait made of their photo; a photo that cannot be shown is left out. */
function presented(person: Person, { site, lang, portrait: portraitOf }: Collection): PersonView {
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
  return [...links.map(({ label, url }) => ({ label, url })), ...accounts];
}
