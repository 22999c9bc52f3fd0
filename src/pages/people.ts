// People → the index of those who signed a post of a language, the list of each one's posts, and those shown on the pages of
// the terms that `people.yaml` gives them.
import { capitalised } from "../text.ts";
import { typesetterFor } from "../content/typeset.ts";
import type { Content, Person, Post } from "../content/types.ts";
import { personIn } from "../content/people.ts";
import { groupBy } from "../iterate.ts";
import { isWeb } from "../urls.ts";
import { isOff } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { addressOf } from "./addresses.ts";
import { descriptionOf, groupsBy, indexedLists, ownPage } from "./lists.ts";
import type { Collection, Group, List, Member } from "./lists.ts";
import type { Draft, MemberView, PersonView, Profile } from "./types.ts";

/** None if `addresses` of `site.yaml` says `person: off`. */
export function peoplePages(collection: Collection): Draft[] {
  const { site, lang, pages, members } = collection;
  if (isOff(site, "person")) return [];
  const words = ui(lang, site.lang);
  const lists = signersOf(collection).map(({ of, posts }): List => {
    const person = presented(of, collection);
    const { id, name, slug, role } = person;
    const url = addressOf(site, "person", lang, { slug });
    const description = descriptionOf(pages.get(url), person.description);
    const terms = members.flatMap((member) => (member.person.id === id ? member.term : []));
    return {
      kind: "person",
      key: `person:${id}`,
      url,
      layout: "person",
      title: name,
      description: words.postsBy(name),
      described: person.description,
      data: {
        person: { ...person, ...(description !== undefined && { description }) },
        roles: rolesOf(person, posts),
        profiles: profilesOf(person),
        terms: Object.fromEntries(groupBy(terms, ({ taxonomy }) => taxonomy)),
      },
      posts,
      opening: (of, n) => of.by(name, n),
      view: { person, ...(role !== undefined && { description: role }) },
    };
  });
  const index = ownPage(collection, "people", { title: words.people, description: "", data: {} });
  return indexedLists(collection, index, lists);
}

/** The people who signed at least one post in this language. */
function signersOf(collection: Pick<Collection, "posts" | "lang">): Group<Person>[] {
  const names = { id: ({ id }: Person) => id, name: ({ name }: Person) => name };
  return groupsBy(collection, ({ authors }) => authors.map(({ person }) => person), names);
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
function presented(person: Person, { site, lang, portrait: portraitOf }: Presenting): PersonView {
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

type Presenting = Pick<Collection, "site" | "lang" | "portrait">;

/** Someone who signs nothing has no page to link to, unless the owner wrote one there: lists show their links. */
export function membersOf(
  collection: Omit<Collection, "members">,
  { members }: Pick<Content, "members">,
): Member[] {
  const { site, lang, pages } = collection;
  const signing = new Set(signersOf(collection).map(({ of }) => of.id));
  return members.flatMap(({ person, terms }) => {
    const url = addressOf(site, "person", lang, { slug: person.slug });
    const signs = signing.has(person.id) && !isOff(site, "person");
    const profiles = signs ? [] : profilesOf(person, { brief: true });
    const view: MemberView = {
      ...presented(person, collection),
      initials: initialsOf(person.name),
      url: signs || pages.has(url) ? url : undefined,
      profiles: profiles.length > 0 ? profiles : undefined,
    };
    return (terms[lang] ?? []).map((term) => ({ term, person: view }));
  });
}

/** Of the first and the last word with a capital, which particles and articles lack. */
function initialsOf(name: string): string {
  const letters = name.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? [];
  const capitals = letters.filter((letter) => /[\p{Lu}\p{N}]/u.test(letter));
  const [first = "", ...others] = capitals.length > 0 ? capitals : letters;
  return (first + (others.at(-1) ?? "")).toUpperCase();
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

/**
 * Where someone can be followed, in the order in which it is written. In a list of people, where room is scarce (`brief`), a
 * handle that has an address is only named by its network.
 */
export function profilesOf(
  { links, handles }: Pick<Person, "links" | "handles">,
  { brief = false } = {},
): Profile[] {
  const accounts = Object.entries(handles).map(([network, handle]): Profile => {
    const name = NETWORKS.get(network.toLowerCase())?.name ?? capitalised(network);
    if (isWeb(handle)) return { label: name, url: handle };
    const url = addressOfHandle(network.toLowerCase(), handle);
    const label = brief && url !== undefined ? name : `${name} ${handle}`;
    return { label, ...(url !== undefined && { url }) };
  });
  return [...links.map(({ label, url }) => ({ label, url })), ...accounts];
}

/**
 * A person's account in the form that `fediverse:creator` requires, `@ada@social.example`: Mastodon looks up no other. The
 * address of a profile is read too. https://docs.joinmastodon.org/user/profile/#author-attribution
 */
export function fediverseAccount({ handles }: Pick<Person, "handles">): string | undefined {
  const written =
    Object.entries(handles).find(([network]) => network.toLowerCase() === "mastodon")?.[1] ?? "";
  const account = written.replace(/^https?:\/\/([^/]+)\/@([^/@]+)\/?$/i, "$2@$1");
  return ACCOUNT.test(account) ? `@${account.replace(/^@/, "")}` : undefined;
}
