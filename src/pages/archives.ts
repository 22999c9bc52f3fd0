// Posts by date of publication: the archive index, one page per year, and one for each month that has posts.
// Every post is on two of them, so the total cost is proportional to the number of posts.
import type { Post } from "../content/types.ts";
import { groupBy } from "../group.ts";
import { ui } from "../strings/ui.ts";
import { addressOf, monthAddress } from "./addresses.ts";
import type { Draft } from "./draft.ts";
import { homeCrumb, ownPage, type Shelf } from "./lists.ts";
import { ourLabel, ourTitle } from "./our-words.ts";
import { monthSummary, postsSummary } from "./summaries.ts";
import type { GroupView, LinkView, MonthView } from "./views.ts";

interface Year {
  year: string;
  url: string;
  posts: readonly Post[];
  months: readonly Month[];
}

interface Month extends MonthView {
  /** Two digits. */
  month: string;
  title: string;
}

/** The archive index, then the years, then the months, latest first. */
export function archivePages(shelf: Shelf): Draft[] {
  const { site, lang, posts } = shelf;
  const words = ui(lang, site.lang);
  const years = yearsOf(shelf);
  const groups = years.map(groupOf);
  const home = homeCrumb(shelf);
  const index = { label: words.archives, url: addressOf(site, "archives", lang), ...ourLabel(shelf) };
  return [
    ownPage(shelf, "archives", {
      title: index.label,
      description: "",
      ...(posts.length > 0 && {
        metaDescription: postsSummary(shelf, posts, (of, n, name) => of.archives(name, n)),
      }),
      data: { groups, total: posts.length },
    }),
    ...years.map((year) => yearPage(shelf, year, groups, [home, index])),
    ...monthPages(shelf, years, [home, index]),
  ];
}

/** The years of a language, as lists of years show them. */
export function yearGroups(shelf: Shelf): GroupView[] {
  return yearsOf(shelf).map(groupOf);
}

function groupOf({ year, url, posts, months }: Year): GroupView {
  return { label: year, url, count: posts.length, months: months.map(viewOf) };
}

function yearsOf(shelf: Shelf): Year[] {
  const years = groupBy(shelf.posts, (post) => post.day.slice(0, 4));
  return [...years].map(([year, posts]) => yearOf(shelf, year, posts));
}

function yearOf({ site, lang }: Shelf, year: string, posts: readonly Post[]): Year {
  const words = ui(lang, site.lang);
  const months = [...groupBy(posts, (post) => post.day.slice(5, 7))].map(([month, of]): Month => ({
    month,
    label: words.month(Number(month)),
    title: words.monthOf(Number(month), year),
    id: `page--${month}`,
    url: monthAddress(site, lang, { year, month }),
    posts: of,
  }));
  return { year, url: addressOf(site, "year", lang, { year }), posts, months };
}

/** All posts of a year, split by month: each month has an anchor there, as it had before months had pages. */
function yearPage(
  shelf: Shelf,
  { year, url, posts, months }: Year,
  groups: readonly GroupView[],
  trail: readonly LinkView[],
): Draft {
  const { site, lang } = shelf;
  return {
    kind: "year",
    key: `year:${year}`,
    url,
    lang,
    layout: "year",
    title: ui(lang, site.lang).postsOf(year),
    ...ourTitle({ site, lang }),
    description: "",
    metaDescription: postsSummary(shelf, posts, (of, n, name) => of.year(name, year, n)),
    data: { year, posts, months, total: posts.length, groups },
    trail,
  };
}

/** Each month links to the months of its year and, across years, to the previous and next ones that have posts. */
function monthPages(shelf: Shelf, years: readonly Year[], trail: readonly LinkView[]): Draft[] {
  const { site, lang } = shelf;
  const words = ui(lang, site.lang);
  const titles = years.flatMap(({ months }) =>
    months.map(({ title, url }): LinkView => ({ label: title, url })),
  );
  let at = -1;
  return years.flatMap(({ year, url, months }) => {
    const siblings = months.map(viewOf);
    const above = [...trail, { label: words.postsOf(year), url, ...ourLabel({ site, lang }) }];
    return months.map(({ month, title, url: own, posts }): Draft => {
      at += 1;
      const later = titles[at - 1];
      const earlier = titles[at + 1];
      return {
        kind: "month",
        key: `month:${year}-${month}`,
        url: own,
        lang,
        layout: "month",
        title,
        ...ourTitle({ site, lang }),
        description: "",
        metaDescription: monthSummary(shelf, { year, month: Number(month) }, posts.length),
        data: {
          year,
          month,
          posts,
          total: posts.length,
          siblings,
          ...(earlier && { earlier }),
          ...(later && { later }),
        },
        trail: above,
      };
    });
  });
}

function viewOf({ label, url, posts }: Month): GroupView {
  return { label, url, count: posts.length };
}
