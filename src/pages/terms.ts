// A taxonomy → its index, and the list of each of its terms: `tags`, or one that `site.yaml` declares. The posts of an ordered
// taxonomy are parts of a whole, from the first to the last; feeds stay latest first, as their readers expect.
import type { Post, Term } from "../content/types.ts";
import { taxonomyWords, type Site } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { taxonomyIndexAddress } from "./addresses.ts";
import { listFeeds } from "./feeds.ts";
import { collator, descriptionOf, indexedLists, taxonomyLabel, termsOf } from "./lists.ts";
import type { Collection, Group, List } from "./lists.ts";
import type { Draft, LinkView, PartView } from "./types.ts";

/** No page for a taxonomy without terms, except `tags`. */
export function taxonomyPages(collection: Collection, taxonomy: string): Draft[] {
  const { site, lang, introduced, members } = collection;
  const others = [...introduced, ...members.map(({ term }) => term)];
  const own = others.filter((term) => term.taxonomy === taxonomy);
  const lists = termsOf(collection, taxonomy, own).map((group) => termList(collection, group));
  if (lists.length === 0 && taxonomy !== "tags") return [];
  const index = {
    kind: "tags",
    key: `taxonomy:${taxonomy}`,
    url: taxonomyIndexAddress(site, taxonomy, lang),
    layout: "tags",
    title: taxonomyLabel(site, taxonomy, lang),
    description: taxonomyWords(site, taxonomy, lang).description,
    data: { taxonomy },
  } as const;
  return indexedLists(collection, index, lists);
}

function termList(collection: Collection, { of: term, posts }: Group<Term>): List {
  const { site, lang, pages } = collection;
  const { label, url, taxonomy } = term;
  const words = ui(lang, site.lang);
  const people = collection.members.flatMap((member) => (member.term.url === url ? member.person : []));
  const n = people.length;
  const description = descriptionOf(pages.get(url), term.description);
  return {
    kind: "tag",
    key: `term:${taxonomy}/${term.slug}`,
    url,
    layout: "tag",
    title: label,
    description: n > 0 ? words.membersOf(label, posts.length > 0) : words.taggedWith(label),
    described: term.description,
    data: { term, taxonomy },
    // Feeds are made of posts: there is none before the first one.
    feeds: posts.length === 0 ? [] : listFeeds(collection, term),
    posts: isOrdered(site, taxonomy) ? inOrder(posts, lang) : posts,
    members: people,
    opening: (of, count) => (n > 0 ? of.ofTerm(label, n, count) : of.on(label, count)),
    view: { term, ...(n > 0 && { members: n }), ...(description !== undefined && { description }) },
  };
}

function isOrdered(site: Site, taxonomy: string): boolean {
  return site.taxonomies[taxonomy]?.ordered === true;
}

/** Oldest first; posts of the same moment by slug, `partie-2` before `partie-10`, or else as in other lists. */
function inOrder(posts: readonly Post[], lang: string): Post[] {
  const names = collator(lang);
  return [...posts].sort((a, b) => a.date.getTime() - b.date.getTime() || names.compare(a.slug, b.slug));
}

/**
 * The place of a post in each of its ordered terms, in the order of `site.yaml`. A term with one post is left out: it would read
 * as a whole of one part. Undefined if no taxonomy is ordered.
 */
export function partsOn(collection: Collection): ((post: Post) => readonly PartView[]) | undefined {
  const { site, lang } = collection;
  const ordered = Object.keys(site.taxonomies).filter((name) => isOrdered(site, name));
  if (ordered.length === 0) return undefined;
  const terms = ordered.flatMap((name) => termsOf(collection, name));
  const wholes = new Map(terms.map(({ of, posts }) => [of.url, inOrder(posts, lang)]));
  return (post) => {
    // A post may name a term twice.
    const own = new Map(ordered.flatMap((name) => post.terms[name] ?? []).map((term) => [term.url, term]));
    return [...own.values()].flatMap(({ label, url }) => {
      const parts = wholes.get(url) ?? [];
      return parts.length > 1 ? partOf({ label, url }, parts, parts.indexOf(post)) : [];
    });
  };
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
