// People → the index of those who signed a post of a language, the list of each one's posts, and those shown on the pages of
// the terms that `people.yaml` gives them.
import { capitalised } from "../text.ts";
import { typesetterFor } from "../content/typeset.ts";
import type { Content, Person, Post, Term } from "../content/types.ts";
import { personIn } from "../content/people.ts";
import { groupBy } from "../iterate.ts";
import { besidePath, decodePath, publicPath } from "../images/paths.ts";
import { isAlsoServed } from "../markdown/links.ts";
import { isSitePath, isWeb } from "../urls.ts";
import { isOff } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { addressOf } from "./addresses.ts";
import { descriptionOf, groupsBy, indexedLists, ownPage } from "./lists.ts";
import type { Collection, Group, List } from "./lists.ts";
import type { Draft, MembersPage, MemberView, PersonView, PortraitOf, Profile } from "./types.ts";

/** None if `addresses` of `site.yaml` says `person: off`. */
export function peoplePages(
  collection: Collection,
  shown: (person: Person) => PersonView,
  members: Members,
): Draft[] {
  const { site, lang, introductions } = collection;
  if (isOff(site, "person")) return [];
  const words = ui(lang, site.lang);
  const lists = signersOf(collection).map(({ of, posts }): List => {
    const person = typeset(shown(personIn(of, lang, site)), collection);
    const { id, name, slug, role } = person;
    const url = addressOf(site, "person", lang, { slug });
    const description = descriptionOf(introductions.at(url), person.description);
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
        terms: members.termsOf(person),
      },
      posts,
      opening: (of, n) => of.by(name, n),
      view: { person, ...(role !== undefined && { description: role }) },
    };
  });
  return indexedLists(
    collection,
    ownPage(collection, "people", { title: words.people, description: "", data: {} }),
    lists,
  );
}

/** The people who signed at least one post in this language. */
function signersOf(collection: Collection): Group<Person>[] {
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

/** What `people.yaml` says of a person, with the typography of the page's language. */
function typeset(person: PersonView, { site, lang }: Collection): PersonView {
  const set = typesetterFor(lang, site.typography);
  return {
    ...person,
    ...(person.role !== undefined && { role: set(person.role) }),
    ...(person.description !== undefined && { description: set(person.description) }),
  };
}

// People on the pages of terms

/** The people of `people.yaml` who have terms, for one language. */
export interface Members {
  /** Those who have a term, in the order of `people.yaml`. */
  of: (term: Term) => readonly MemberView[];
  /** The terms of a taxonomy that someone has: they have a list before any post uses them. */
  terms: (taxonomy: string) => readonly Term[];
  /** The pages of terms of all taxonomies, in the order of `people.yaml`. */
  pages: () => MembersPage[];
  /** The terms of a person, by taxonomy. */
  termsOf: (person: Person) => Readonly<Record<string, readonly Term[]>>;
}

/** Someone who signs nothing has no page to link to, unless the owner wrote one there: the list shows their links. */
export function membersOf(
  collection: Collection,
  { members }: Pick<Content, "members">,
  shown: (person: Person) => PersonView,
): Members {
  const { site, lang, introductions } = collection;
  const pairs = members.flatMap(({ person, terms }) => (terms[lang] ?? []).map((term) => ({ person, term })));
  const signing = new Set(pairs.length === 0 ? [] : signersOf(collection).map(({ of }) => of.id));
  const viewOf = (person: Person): MemberView => {
    const url = addressOf(site, "person", lang, { slug: person.slug });
    const signs = signing.has(person.id) && !isOff(site, "person");
    const profiles = signs ? [] : profilesOf(person, { brief: true });
    return {
      ...typeset(shown(personIn(person, lang, site)), collection),
      initials: initialsOf(person.name),
      ...((signs || introductions.at(url) !== undefined) && { url }),
      ...(profiles.length > 0 && { profiles }),
    };
  };
  const byTerm = groupBy(pairs, ({ term }) => term.url);
  const terms = [...byTerm.values()].flatMap(([first]) => first?.term ?? []);
  const of = ({ url }: Term): MemberView[] => (byTerm.get(url) ?? []).map(({ person }) => viewOf(person));
  return {
    of,
    terms: (taxonomy) => terms.filter((term) => term.taxonomy === taxonomy),
    // The index has no portraits and links: it is not made again for these.
    pages: () =>
      terms.map((term) => ({
        lang,
        term,
        members: of(term).map(({ name, role }) => ({ name, ...(role !== undefined && { role }) })),
      })),
    termsOf: ({ id }) => {
      const own = pairs.flatMap(({ person, term }) => (person.id === id ? term : []));
      return Object.fromEntries(groupBy(own, ({ taxonomy }) => taxonomy));
    },
  };
}

/** Of the first and the last word with a capital, which particles and articles lack. */
function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const main = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word));
  const [first = "", ...others] = main.length > 0 ? main : words;
  return [first, others.at(-1) ?? ""]
    .map((word) => Array.from(word)[0] ?? "")
    .join("")
    .toUpperCase();
}

/**
 * Gives a person the portrait made of their photo, and leaves out a photo whose file is missing or broken, which is reported
 * elsewhere. Files of another site on the host stay.
 */
export function portrayer(
  { files, site }: Pick<Content, "files" | "site">,
  portraitOf: PortraitOf = () => undefined,
): (person: Person) => PersonView {
  let paths: ReadonlySet<string> | undefined;
  const exists = (photo: string): boolean => {
    const path = decodePath(photo).normalize("NFC");
    paths ??= new Set(
      files.flatMap(({ file }) => publicPath(file) ?? besidePath(file)?.normalize("NFC") ?? []),
    );
    return paths.has(path) || isAlsoServed(path, site.alsoServed);
  };
  return (person) => {
    const { photo, ...others } = person;
    if (photo === undefined || !isSitePath(photo)) return person;
    const portrait = exists(photo) && portraitOf(photo);
    if (portrait === false) return others;
    return portrait === undefined ? person : { ...person, portrait };
  };
}

// Links and accounts

/** A fediverse account, with its server: `@ada@social.example`. */
const ACCOUNT = /^@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)$/;

/** What comes before a handle in the address of its account; nothing is guessed about other networks. */
const ADDRESSES: Readonly<Record<string, string>> = {
  bluesky: "https://bsky.app/profile/",
  twitter: "https://x.com/",
  x: "https://x.com/",
  github: "https://github.com/",
  gitlab: "https://gitlab.com/",
  linkedin: "https://www.linkedin.com/in/",
};

function addressOfHandle(network: string, handle: string): string | undefined {
  const [, user, host] = ACCOUNT.exec(handle) ?? [];
  if (network === "mastodon") return user && host && `https://${host}/@${user}`;
  const before = Object.hasOwn(ADDRESSES, network) && /^@?[\w.-]+$/.test(handle) && ADDRESSES[network];
  return before ? before + handle.replace(/^@/, "") : undefined;
}

/** Networks whose name has a capital inside. */
const NAMES: Readonly<Record<string, string>> = {
  github: "GitHub",
  gitlab: "GitLab",
  linkedin: "LinkedIn",
  peertube: "PeerTube",
};

/**
 * Where someone can be followed, in the order in which it is written. In a list of people, where room is scarce (`brief`), a
 * handle that has an address is only named by its network.
 */
export function profilesOf(
  { links, handles }: Pick<Person, "links" | "handles">,
  { brief = false } = {},
): Profile[] {
  const accounts = Object.entries(handles).map(([network, handle]): Profile => {
    const name = NAMES[network.toLowerCase()] ?? capitalised(network);
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
