// The home page, the list of all posts, and the archive: an index of years, and the posts of each year by month.
import { groupBy } from "../iterate.ts";
import { isOff, PEOPLE, siteWords } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import type { Post } from "../content/types.ts";
import { addressOf, taxonomyIndexAddress } from "./addresses.ts";
import { comingPosts } from "./agenda.ts";
import {
  indexedLists,
  listPages,
  ownPage,
  taxonomiesOf,
  taxonomyLabel,
  type Collection,
  type List,
} from "./lists.ts";
import { namedIn, sectionsOf, type TermCard } from "./named.ts";
import type { Draft, Logo, MonthView } from "./types.ts";

/** Home: the latest post at the top, the others below; or the sections that `home` of `site.yaml` names. */
export function homePage(collection: Collection, now: Date): Draft {
  const { site, lang, posts } = collection;
  const { home } = site;
  const first = home === undefined || home.includes("lead") ? 1 : 0;
  return ownPage(collection, "home", {
    ...siteWords(site, lang),
    data: {
      lead: posts[0],
      posts: posts.slice(first, first + site.postsPerPage),
      total: posts.length,
      more: addressOf(site, "blog", lang),
      ...(home && { homeSections: homeSections(home, collection, now) }),
    },
    trail: [],
  });
}

/** A section of the home page: cards of terms, logos of partners, or what its name says. */
interface HomeSection {
  name: string;
  label?: string;
  url?: string;
  cards?: readonly TermCard[];
  posts?: readonly Post[];
  partners?: readonly { name: string; url?: string | undefined; logo?: Logo | undefined }[];
}

/** The introduction comes first if it is not named. */
function homeSections(home: readonly string[], collection: Collection, now: Date): HomeSection[] {
  const { site, lang, logoOf } = collection;
  const names = home.includes("intro") ? home : ["intro", ...home];
  return names.flatMap((name): HomeSection | [] => {
    if (taxonomiesOf(site).includes(name) || name === PEOPLE) return termSection(name, collection) ?? [];
    if (name === "agenda") {
      const posts = comingPosts(collection, now).slice(0, COMING);
      return posts.length === 0 ? [] : { name, posts, url: addressOf(site, "agenda", lang) };
    }
    if (name !== "partners") return { name };
    const partners = site.partners.map(({ name: of, url, logo }) => ({
      ...{ name: of, url },
      logo: logo === undefined ? undefined : logoOf?.(logo, of),
    }));
    return partners.length === 0 ? [] : { name, partners };
  });
}

/** Of the agenda, the home page shows as many posts. */
const COMING = 3;

/** Of an index, the home page shows as many cards. */
const SHOWN = 6;

/** The first cards of an index, each once; nothing of an index that is empty, or that the site does not have. */
function termSection(name: string, collection: Collection): HomeSection | undefined {
  const { site, lang } = collection;
  const isPeople = name === PEOPLE;
  const all = namedIn(collection, name);
  if (all.length === 0 || (isPeople && isOff(site, "person"))) return undefined;
  const cards = sectionsOf(all, name, collection).flatMap((section) => section.cards);
  const withFiles = all.some(({ entry }) => entry !== undefined);
  return {
    ...{ name, label: taxonomyLabel(site, name, lang, withFiles) },
    url: isPeople ? addressOf(site, "people", lang) : taxonomyIndexAddress(site, name, lang),
    cards: [...new Map(cards.map((card) => [card.url, card])).values()].slice(0, SHOWN),
  };
}

/** Every post, `postsPerPage` per page. */
export function blogPages(collection: Collection): Draft[] {
  const { site, lang, posts } = collection;
  return listPages(collection, {
    ...ownPage(collection, "blog", {
      title: ui(lang, site.lang).blog,
      description: "",
      data: isOff(site, "archives") ? {} : { archives: addressOf(site, "archives", lang) },
    }),
    posts,
  });
}

/** The archive index, then the years, latest first. */
export function archivePages(collection: Collection): Draft[] {
  const { site, lang, posts } = collection;
  const words = ui(lang, site.lang);
  const years = [...groupBy(posts, (post) => post.day.slice(0, 4))].map(([year, own]): List => ({
    kind: "year",
    key: `year:${year}`,
    url: addressOf(site, "year", lang, { year }),
    layout: "year",
    title: year,
    description: words.postsOf(year),
    data: {
      year,
      months: [...groupBy(own, (post) => post.day.slice(5, 7))].map(([month, of]): MonthView => ({
        label: words.month(Number(month)),
        id: `page--${month}`,
        posts: of,
      })),
    },
    posts: own,
  }));
  const data = { total: posts.length };
  const index = ownPage(collection, "archives", { title: words.archives, description: "", data });
  return indexedLists(collection, index, years);
}
