// The home page, the list of all posts, and the archive: an index of years, and the posts of each year by month.
import { groupBy } from "../iterate.ts";
import { isOff, siteWords } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { addressOf } from "./addresses.ts";
import { indexedLists, listPages, ownPage, type Collection, type List } from "./lists.ts";
import type { Draft, MonthView } from "./types.ts";

/** Home: the latest post at the top, the others below. */
export function homePage(collection: Collection): Draft {
  const { site, lang, posts } = collection;
  return ownPage(collection, "home", {
    ...siteWords(site, lang),
    data: {
      lead: posts[0],
      posts: posts.slice(1, 1 + site.postsPerPage),
      total: posts.length,
      more: addressOf(site, "blog", lang),
    },
    trail: [],
  });
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
