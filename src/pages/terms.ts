// A taxonomy → its index, and the list of each of its terms: `tags`, or one that `site.yaml` declares. The posts of an ordered
// taxonomy are parts of a whole, from the first to the last; feeds stay latest first, as their readers expect.
import { byCodeUnit } from "../content/text.ts";
import type { Post, Term } from "../content/types.ts";
import { taxonomyWords, type Site } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { taxonomyIndexAddress } from "./addresses.ts";
import { listFeeds } from "./feeds.ts";
import {
  collator,
  crumbOf,
  homeCrumb,
  indexPage,
  listPages,
  taxonomyLabel,
  termsOf,
  type Collection,
  type Group,
} from "./lists.ts";
import type { Members } from "./people.ts";
import type { Draft } from "./types.ts";
import type { GroupView, LinkView, PartView } from "./views.ts";

/** No page for a taxonomy without terms, except `tags`. */
export function taxonomyPages(collection: Collection, taxonomy: string, members: Members): Draft[] {
  const { site, lang, introductions } = collection;
  const groups = termsOf(collection, taxonomy, [
    ...introductions.terms(taxonomy),
    ...members.terms(taxonomy),
  ]);
  if (groups.length === 0 && taxonomy !== "tags") return [];
  const views = groups.map(({ of: term, posts }): GroupView => {
    const people = members.of(term).length;
    const said = introductions.at(term.url)?.description ?? "";
    const description = said === "" ? term.description : said;
    return {
      ...{ label: term.label, url: term.url, count: posts.length, term },
      ...(people > 0 && { members: people }),
      ...(description !== undefined && { description }),
    };
  });
  const index = indexPage(collection, views, {
    kind: "tags",
    key: `taxonomy:${taxonomy}`,
    url: taxonomyIndexAddress(site, taxonomy, lang),
    layout: "tags",
    title: taxonomyLabel(site, taxonomy, lang),
    description: taxonomyWords(site, taxonomy, lang).description,
    data: { taxonomy },
  });
  return [index, ...groups.flatMap((group) => termPages(collection, group, index, members))];
}

/** The list of a term, which may have several pages. */
function termPages(
  collection: Collection,
  { of: term, posts }: Group<Term>,
  index: Draft,
  members: Members,
): Draft[] {
  const { site, lang } = collection;
  const { label, url, taxonomy } = term;
  const words = ui(lang, site.lang);
  const people = members.of(term);
  return listPages(collection, {
    kind: "tag",
    key: `term:${taxonomy}/${term.slug}`,
    url,
    layout: "tag",
    title: label,
    index: index.title,
    description: people.length > 0 ? words.membersOf(label, posts.length > 0) : words.taggedWith(label),
    described: term.description,
    data: { term, taxonomy },
    trail: [homeCrumb(collection), crumbOf(index)],
    // Feeds are made of posts: there is none before the first one.
    feeds: posts.length === 0 ? [] : listFeeds(collection, term),
    posts: isOrdered(site, taxonomy) ? inOrder(posts, lang) : posts,
    members: people,
    opening: (of, n) => (people.length > 0 ? of.ofTerm(label, people.length, n) : of.on(label, n)),
  });
}

function isOrdered(site: Site, taxonomy: string): boolean {
  return site.taxonomies[taxonomy]?.ordered === true;
}

/** Oldest first; posts of the same moment by slug, `partie-2` before `partie-10`. */
function inOrder(posts: readonly Post[], lang: string): Post[] {
  const names = collator(lang);
  return [...posts].sort(
    (a, b) =>
      a.date.getTime() - b.date.getTime() ||
      names.compare(a.slug, b.slug) ||
      byCodeUnit(a.slug, b.slug) ||
      byCodeUnit(a.file, b.file),
  );
}

/**
 * The place of a post in each of its ordered terms, in the order of `site.yaml`. A term with one post is left out: it would read
 * as a whole of one part. Undefined if no taxonomy is ordered.
 */
export function partsOn({
  site,
  posts,
  lang,
}: Collection): ((post: Post) => readonly PartView[]) | undefined {
  const ordered = Object.keys(site.taxonomies).filter((name) => isOrdered(site, name));
  if (ordered.length === 0) return undefined;
  let wholes: ReadonlyMap<string, readonly Post[]> | undefined;
  return (post) => {
    wholes ??= wholesOf(inOrder(posts, lang), ordered);
    const views = new Map<string, PartView>();
    for (const { url, label } of ordered.flatMap((name) => post.terms[name] ?? [])) {
      const parts = wholes.get(url) ?? [];
      if (parts.length > 1) views.set(url, partOf({ label, url }, parts, parts.indexOf(post)));
    }
    return [...views.values()];
  };
}

/** The parts of each term, by the address of its list. */
function wholesOf(posts: readonly Post[], ordered: readonly string[]): Map<string, Post[]> {
  const wholes = new Map<string, Post[]>();
  for (const post of posts)
    for (const { url } of ordered.flatMap((name) => post.terms[name] ?? [])) {
      const parts = wholes.get(url) ?? [];
      // A post may name a term twice.
      if (parts.at(-1) !== post) parts.push(post);
      wholes.set(url, parts);
    }
  return wholes;
}

function partOf(whole: LinkView, parts: readonly Post[], index: number): PartView {
  const [earlier, later] = [parts[index - 1], parts[index + 1]].map(
    (post) => post && { label: post.title, url: post.url },
  );
  return {
    whole,
    number: index + 1,
    total: parts.length,
    ...(earlier && { earlier }),
    ...(later && { later }),
  };
}
