// People → the index of those who signed a post of a language, the list of each one's posts, and those shown on the pages of
// the terms that `people.yaml` gives them.
import { capitalised } from "../text.ts";
import { ACCOUNT, ACCOUNT_NAME, networkOf, type Network } from "../content/signatures/handles.ts";
import { typesetterFor } from "../content/typeset.ts";
import type { Content, Person, Post, Term } from "../content/types.ts";
import { personIn } from "../content/wording.ts";
import { groupBy } from "../iterate.ts";
import { besidePath, decodePath, publicPath } from "../images/paths.ts";
import { isAlsoServed } from "../markdown/addresses.ts";
import { isSitePath, isWeb } from "../urls.ts";
import { isOff } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { addressOf } from "./addresses.ts";
import { crumbOf, groupsBy, homeCrumb, indexPage, listPages, type Collection, type Group } from "./lists.ts";
import type { Draft, PortraitOf } from "./types.ts";
import type { GroupView, MembersPage, MemberView, PersonView, Profile } from "./views.ts";

/** None if `addresses` of `site.yaml` says `person: off`. */
export function peoplePages(
  collection: Collection,
  shown: (person: Person) => PersonView,
  members: Members,
): Draft[] {
  const { site, lang, introductions } = collection;
  if (isOff(site, "person")) return [];
  const groups = signersOf(collection).map(({ of, posts }): Group<PersonView> => ({
    of: typeset(shown(personIn(of, lang, site)), collection),
    posts,
  }));
  const urlOf = ({ slug }: Person): string => addressOf(site, "person", lang, { slug });
  const words = ui(lang, site.lang);
  const views = groups.map(({ of: person, posts }): GroupView => ({
    ...{ label: person.name, url: urlOf(person), count: posts.length, person },
    ...(person.role !== undefined && { description: person.role }),
  }));
  const index = indexPage(collection, views, {
    ...{ kind: "people", key: "people", url: addressOf(site, "people", lang), layout: "people" },
    title: words.people,
    description: "",
    data: {},
  });
  const pages = groups.flatMap(({ of: person, posts }) => {
    const url = urlOf(person);
    const said = introductions.at(url)?.description ?? "";
    const description = said === "" ? person.description : said;
    return listPages(collection, {
      kind: "person",
      key: `person:${person.id}`,
      url,
      layout: "person",
      title: person.name,
      index: index.title,
      description: words.postsBy(person.name),
      described: person.description,
      data: {
        person: { ...person, ...(description !== undefined && { description }) },
        roles: rolesOf(person, posts),
        profiles: profilesOf(person),
        terms: members.termsOf(person),
      },
      trail: [homeCrumb(collection), crumbOf(index)],
      posts,
      opening: (of, n) => of.by(person.name, n),
    });
  });
  return [index, ...pages];
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
    const hasPage = signs || introductions.at(url) !== undefined;
    const profiles = signs ? [] : briefProfilesOf(person);
    return {
      ...typeset(shown(personIn(person, lang, site)), collection),
      initials: initialsOf(person.name),
      ...(hasPage && { url }),
      ...(profiles.length > 0 && { profiles }),
    };
  };
  const byTerm = groupBy(pairs, ({ term }) => term.url);
  const byPerson = groupBy(pairs, ({ person }) => person.id);
  const terms = [...byTerm.values()].flatMap(([first]) => first?.term ?? []);
  const of = ({ url }: Term): MemberView[] => (byTerm.get(url) ?? []).map(({ person }) => viewOf(person));
  // The index has no portraits and links: it is not made again for these.
  const searched = ({ name, role }: MemberView): { name: string; role?: string } =>
    role === undefined ? { name } : { name, role };
  return {
    of,
    terms: (taxonomy) => terms.filter((term) => term.taxonomy === taxonomy),
    pages: () => terms.map((term) => ({ lang, term, members: of(term).map(searched) })),
    termsOf: ({ id }) =>
      Object.fromEntries(
        groupBy(
          (byPerson.get(id) ?? []).map(({ term }) => term),
          ({ taxonomy }) => taxonomy,
        ),
      ),
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

/** A handle has an address only if its network is known: nothing is guessed about others. */
const ADDRESSES: Readonly<Record<Network, (handle: string) => string | undefined>> = {
  mastodon(handle) {
    const [, user, host] = ACCOUNT.exec(handle) ?? [];
    return user === undefined || host === undefined ? undefined : `https://${host}/@${user}`;
  },
  bluesky: (handle) => `https://bsky.app/profile/${bare(handle)}`,
  twitter: (handle) => `https://x.com/${bare(handle)}`,
  x: (handle) => `https://x.com/${bare(handle)}`,
  github: (handle) => `https://github.com/${bare(handle)}`,
  gitlab: (handle) => `https://gitlab.com/${bare(handle)}`,
  linkedin: (handle) => `https://www.linkedin.com/in/${bare(handle)}`,
};
const bare = (handle: string): string => handle.replace(/^@/, "");

/** Networks whose name has a capital inside. */
const NAMES: Readonly<Record<string, string>> = {
  github: "GitHub",
  gitlab: "GitLab",
  linkedin: "LinkedIn",
  peertube: "PeerTube",
};

type Followed = Pick<Person, "links" | "handles">;

/** Where someone can be followed, in the order in which it is written. */
export function profilesOf(person: Followed): Profile[] {
  return profiles(person, (network, handle) => `${network} ${handle}`);
}

/** The same for a list of people, where room is scarce: a handle that has an address is only named by its network. */
export function briefProfilesOf(person: Followed): Profile[] {
  return profiles(person, (network, handle, url) => (url === undefined ? `${network} ${handle}` : network));
}

function profiles(
  { links, handles }: Followed,
  labelOf: (network: string, handle: string, url: string | undefined) => string,
): Profile[] {
  const accounts = Object.entries(handles).map(([network, handle]): Profile => {
    const name = NAMES[network.toLowerCase()] ?? capitalised(network);
    if (isWeb(handle)) return { label: name, url: handle };
    const known = networkOf(network);
    const url = known && ACCOUNT_NAME.test(handle) ? ADDRESSES[known](handle) : undefined;
    return { label: labelOf(name, handle, url), ...(url !== undefined && { url }) };
  });
  return [...links.map(({ label, url }) => ({ label, url })), ...accounts];
}

/**
 * A person's account in the form that `fediverse:creator` requires, `@ada@social.example`: Mastodon looks up no other. The
 * address of a profile is read too. https://docs.joinmastodon.org/user/profile/#author-attribution
 */
export function fediverseAccount({ handles }: Pick<Person, "handles">): string | undefined {
  const written = Object.entries(handles).find(([network]) => networkOf(network) === "mastodon")?.[1] ?? "";
  const account = written.replace(/^https?:\/\/([^/]+)\/@([^/@]+)\/?$/i, "$2@$1");
  return ACCOUNT.test(account) ? `@${account.replace(/^@/, "")}` : undefined;
}
