// The home page, the list of all posts, and the archive: an index of years, and the posts of each year by month.
import type { Post } from "../content/types.ts";
import { groupBy } from "../iterate.ts";
import { isOff, siteWords } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { addressOf } from "./addresses.ts";
import { indexedLists, listPages, ownPage, type Collection, type List } from "./lists.ts";
import type { Draft, MonthView } from "./types.ts";

/** Most calls at the top of the home page. More would push the latest posts out of sight. */
const MOST_CALLS = 3;

/** Posts at the top: open calls, the earliest deadline first, or else the latest post. */
function leadsOf(posts: readonly Post[]): Post[] {
  const calls = posts
    .flatMap((post) =>
      post.deadline?.closed === false ? { post, until: post.deadline.closes.getTime() } : [],
    )
    .sort((a, b) => a.until - b.until);
  return calls.length > 0 ? calls.slice(0, MOST_CALLS).map(({ post }) => post) : posts.slice(0, 1);
}

/** Home: leads at the top, the latest others below. */
export function homePage(collection: Collection): Draft {
  const { site, lang, posts } = collection;
  const leads = leadsOf(posts);
  return ownPage(collection, "home", {
    ...siteWords(site, lang),
    data: {
      lead: leads[0],
      leads,
      posts: posts.filter((post) => !leads.includes(post)).slice(0, site.postsPerPage),
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
