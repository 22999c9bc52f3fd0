// A taxonomy → its index, and the list of each of its terms: `tags`, or one that `site.yaml` declares.
import type { Term } from "../content/types.ts";
import { taxonomyWords } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { taxonomyIndexAddress } from "./addresses.ts";
import type { Draft } from "./draft.ts";
import { listFeeds } from "./feed-links.ts";
import { termsOf, type Group } from "./groups.ts";
import { introduced, type Introductions } from "./introductions.ts";
import { indexData } from "./letters.ts";
import { crumbOf, homeCrumb, listPages, type Shelf } from "./lists.ts";
import type { Members } from "./members.ts";
import { ourDescription, ourTitle } from "./our-words.ts";
import { inOrder, isOrdered } from "./series.ts";
import { indexSummary, type Opening } from "./summaries.ts";
import type { GroupView } from "./views.ts";

interface TermGroup extends Group<Term> {
  people: ReturnType<Members["of"]>;
  /** Of the page that introduces the list, or else of the term. */
  description: string | undefined;
}

interface Taxonomy {
  shelf: Shelf;
  taxonomy: string;
  introductions: Introductions;
}

/** No page for a taxonomy without terms, except `tags`. */
export function taxonomyPages(
  shelf: Shelf,
  taxonomy: string,
  { introductions, members }: { introductions: Introductions; members: Members },
): Draft[] {
  const others = [...introductions.terms(taxonomy), ...members.terms(taxonomy)];
  const groups = termsOf(shelf, taxonomy, others).map((group): TermGroup => ({
    ...group,
    people: members.of(group.of),
    description: introductions.described(group.of.url) ?? group.of.description,
  }));
  if (groups.length === 0 && taxonomy !== "tags") return [];
  const index = indexPage(shelf, taxonomy, groups);
  return [index, ...groups.flatMap((group) => termPages(group, index, { shelf, taxonomy, introductions }))];
}

function indexPage(shelf: Shelf, taxonomy: string, groups: readonly TermGroup[]): Draft {
  const { site, lang } = shelf;
  const own = taxonomyWords(site, taxonomy, lang);
  const title = taxonomy === "tags" ? ui(lang, site.lang).tags : own.label;
  const views = groups.map(({ of: term, posts, people, description }): GroupView => ({
    ...{ label: term.label, url: term.url, count: posts.length, term },
    ...(people.length > 0 && { members: people.length }),
    ...(description !== undefined && { description }),
  }));
  return {
    kind: "tags",
    key: `taxonomy:${taxonomy}`,
    url: taxonomyIndexAddress(site, taxonomy, lang),
    lang,
    layout: "tags",
    title,
    ...(taxonomy === "tags" && ourTitle(shelf)),
    description: own.description,
    ...(own.description === "" && { metaDescription: indexSummary(shelf, title, views) }),
    data: { ...indexData(views, lang), taxonomy },
    trail: [homeCrumb(shelf)],
  };
}

/** The list of a term, which may have several pages. */
function termPages(group: TermGroup, index: Draft, { shelf, taxonomy, introductions }: Taxonomy): Draft[] {
  const { of: term, posts, people, description } = group;
  const { site, lang } = shelf;
  const words = ui(lang, site.lang);
  const page = introductions.at(term.url);
  const ours =
    people.length > 0 ? words.membersOf(term.label, posts.length > 0) : words.taggedWith(term.label);
  const list: Omit<Draft, "lang"> = {
    kind: "tag",
    key: `term:${taxonomy}/${term.slug}`,
    url: term.url,
    layout: "tag",
    title: term.label,
    description: term.description ?? ours,
    ...(term.description === undefined && page === undefined && ourDescription(shelf)),
    data: { term, taxonomy },
    trail: [homeCrumb(shelf), crumbOf(index)],
    // Feeds are made of posts: there is none before the first one.
    feeds: posts.length === 0 ? [] : listFeeds(shelf, group),
  };
  const listed = isOrdered(site, taxonomy) ? inOrder(posts, lang) : posts;
  const opening: Opening = (of, n) =>
    people.length > 0 ? of.ofTerm(term.label, people.length, n) : of.on(term.label, n);
  return listPages(shelf, listed, introduced(list, page, term.description), {
    opening,
    isDescribed: description !== undefined,
    ...(people.length > 0 && { ofFirst: { members: people } }),
  });
}
