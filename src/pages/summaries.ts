// A list that its owner did not describe → the sentence that search engines and previews of links show for it.
// It says how many posts the list has, and of which months, so that no two lists have the same.
import type { Post } from "../content/types.ts";
import { siteTitle } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import type { Month, SummaryWords } from "../strings/ui-summaries.ts";
import type { Shelf } from "./lists.ts";
import type { GroupView } from "./views.ts";

/** Begins the sentence for a list of `n` posts, in the words and with the name of the site in its language. */
export type Opening = (words: SummaryWords, n: number, site: string) => string;

/** `posts` are all those of the list, in either order; `page` is undefined for a list of a single page. */
export function postsSummary(
  shelf: Shelf,
  posts: readonly Post[],
  opening: Opening,
  page?: { number: number; total: number },
): string {
  const { summary } = ui(shelf.lang, shelf.site.lang);
  const n = posts.length;
  const [first, last] = [posts[0], posts.at(-1)].flatMap((post) => post?.day ?? []).sort();
  const published =
    first === undefined || last === undefined ? "" : summary.published(n, monthOf(first), monthOf(last));
  const place = page === undefined || page.number === 1 ? "" : summary.page(page.number, page.total);
  return `${opening(summary, n, siteTitle(shelf.site, shelf.lang))}${published}${place}.`;
}

/** A month names itself when its posts were published. */
export function monthSummary(shelf: Shelf, month: Month, n: number): string {
  return `${ui(shelf.lang, shelf.site.lang).summary.month(siteTitle(shelf.site, shelf.lang), month, n)}.`;
}

/** Undefined for an empty index. */
export function indexSummary(shelf: Shelf, title: string, groups: readonly GroupView[]): string | undefined {
  const [first, last] = [groups[0], groups.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { summary } = ui(shelf.lang, shelf.site.lang);
  return `${summary.index(title, siteTitle(shelf.site, shelf.lang), groups.length, first.label, last.label)}.`;
}

function monthOf(day: string): Month {
  return { year: day.slice(0, 4), month: Number(day.slice(5, 7)) };
}
