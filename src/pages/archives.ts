// Posts by year of publication: the archive index, and one page per year, divided by month.
import type { Post } from "../content/types.ts";
import { groupBy } from "../iterate.ts";
import { ui } from "../strings/ui.ts";
import { addressOf } from "./addresses.ts";
import { crumbOf, homeCrumb, listPages, ownPage, summaryOf, type Collection } from "./lists.ts";
import type { Draft } from "./types.ts";
import type { GroupView, MonthView } from "./views.ts";

interface Year {
  year: string;
  url: string;
  posts: readonly Post[];
  months: readonly MonthView[];
}

/** The archive index, then the years, latest first. */
export function archivePages(collection: Collection): Draft[] {
  const { site, lang, posts } = collection;
  const words = ui(lang, site.lang);
  const years = yearsOf(collection);
  const groups = years.map(viewOf);
  const index = ownPage(collection, "archives", {
    title: words.archives,
    description: "",
    ...(posts.length > 0 && {
      metaDescription: summaryOf(collection, posts, (of, n, name) => of.archives(name, n)),
    }),
    data: { groups, total: posts.length },
  });
  const pages = years.flatMap(({ year, url, posts: own, months }) =>
    listPages(collection, {
      kind: "year",
      key: `year:${year}`,
      url,
      layout: "year",
      title: words.postsOf(year),
      description: "",
      data: { year, months, groups },
      trail: [homeCrumb(collection), crumbOf(index)],
      posts: own,
      whole: true,
      opening: (of, n, name) => of.year(name, year, n),
    }),
  );
  return [index, ...pages];
}

/** The years of a language, as lists of years show them. */
export function yearGroups(collection: Collection): GroupView[] {
  return yearsOf(collection).map(viewOf);
}

function yearsOf({ site, lang, posts }: Collection): Year[] {
  const words = ui(lang, site.lang);
  return [...groupBy(posts, (post) => post.day.slice(0, 4))].map(([year, own]) => ({
    year,
    url: addressOf(site, "year", lang, { year }),
    posts: own,
    months: [...groupBy(own, (post) => post.day.slice(5, 7))].map(([month, of]) => ({
      label: words.month(Number(month)),
      id: `page--${month}`,
      posts: of,
    })),
  }));
}

function viewOf({ year, url, posts }: Year): GroupView {
  return { label: year, url, count: posts.length };
}
