// What search engines and previews say of a list that nobody described: sentences in French and English, made of what is known.
import { countedEn, countedFr, MONTHS, ofName } from "./phrases.ts";

/** A month; `month` is from 1 to 12. */
export interface Month {
  year: string;
  month: number;
}

const postsFr = (n: number): string => countedFr(n, "article", "articles");
const postsEn = (n: number): string => countedEn(n, "post", "posts");
const monthFr = (month: number): string => (MONTHS.fr[month - 1] ?? "").toLowerCase();
const monthEn = (month: number): string => MONTHS.en[month - 1] ?? "";

/** Lists of posts begin with one of the first sentences, and go on with `published`. */
const fr = {
  on: (label: string, n: number) => `${postsFr(n)} sur « ${label} »`,
  by: (name: string, n: number) => `${countedFr(n, "article signé", "articles signés")} ${name}`,
  ofTerm: (label: string, members: number, n: number) =>
    `${countedFr(members, "membre", "membres")} de « ${label} »${n === 0 ? "" : ` et ${postsFr(n)}`}`,
  blog: (site: string, n: number) => `Tout « ${site} », du plus récent au plus ancien : ${postsFr(n)}`,
  archives: (site: string, n: number) => `Les archives de « ${site} », par année et par mois : ${postsFr(n)}`,
  year: (site: string, year: string, n: number) => `« ${site} » en ${year} : ${postsFr(n)}`,
  published: (n: number, first: Month, last: Month) => {
    const end = `${monthFr(last.month)} ${last.year}`;
    const start = ofName(monthFr(first.month)) + (first.year === last.year ? "" : ` ${first.year}`);
    const isOneMonth = first.year === last.year && first.month === last.month;
    return `, ${n < 2 ? "publié" : "publiés"} ${isOneMonth ? `en ${end}` : `${start} à ${end}`}`;
  },
  page: (n: number, total: number) => ` (page ${String(n)} sur ${String(total)})`,
  /** An index: its title, and the labels of its first and last entries. */
  index: (title: string, site: string, n: number, first: string, last: string) =>
    `${title} de « ${site} » : ${countedFr(n, "page", "pages")}, ${n < 2 ? `« ${first} »` : `de « ${first} » à « ${last} »`}`,
};

export type SummaryWords = typeof fr;

const en: SummaryWords = {
  on: (label, n) => `${postsEn(n)} on “${label}”`,
  by: (name, n) => `${postsEn(n)} by ${name}`,
  ofTerm: (label, members, n) =>
    `${countedEn(members, "member", "members")} of “${label}”${n === 0 ? "" : ` and ${postsEn(n)}`}`,
  blog: (site, n) => `All of “${site}”, latest first: ${postsEn(n)}`,
  archives: (site, n) => `The archive of “${site}”, by year and month: ${postsEn(n)}`,
  year: (site, year, n) => `“${site}” in ${year}: ${postsEn(n)}`,
  published: (_, first, last) => {
    const end = `${monthEn(last.month)} ${last.year}`;
    const start = monthEn(first.month) + (first.year === last.year ? "" : ` ${first.year}`);
    const isOneMonth = first.year === last.year && first.month === last.month;
    return `, published ${isOneMonth ? `in ${end}` : `from ${start} to ${end}`}`;
  },
  page: (n, total) => ` (page ${String(n)} of ${String(total)})`,
  index: (title, site, n, first, last) =>
    `${title} of “${site}”: ${countedEn(n, "page", "pages")}, ${n < 2 ? `“${first}”` : `from “${first}” to “${last}”`}`,
};

export const summaryWords = { fr, en };
