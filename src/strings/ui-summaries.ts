// What search engines and previews say of a list that nobody described: sentences in French and English, made of what is known.
import { countedEn, countedFr, MONTHS, ofName } from "./phrases.ts";

/** A month; `month` is from 1 to 12. */
export interface Month {
  year: string;
  month: number;
}

export interface SummaryWords {
  /** Lists of posts begin with one of these, and go on with `published`. */
  on: (label: string, n: number) => string;
  by: (name: string, n: number) => string;
  ofTerm: (label: string, members: number, n: number) => string;
  blog: (site: string, n: number) => string;
  archives: (site: string, n: number) => string;
  year: (site: string, year: string, n: number) => string;
  month: (site: string, month: Month, n: number) => string;
  published: (n: number, first: Month, last: Month) => string;
  page: (n: number, total: number) => string;
  /** An index: its title, and the labels of its first and last entries. */
  index: (title: string, site: string, n: number, first: string, last: string) => string;
}

const fr: SummaryWords = {
  on: (label, n) => `${postsFr(n)} sur « ${label} »`,
  by: (name, n) => `${countedFr(n, "article signé", "articles signés")} ${name}`,
  ofTerm: (label, members, n) =>
    `${countedFr(members, "membre", "membres")} de « ${label} »${n === 0 ? "" : ` et ${postsFr(n)}`}`,
  blog: (site, n) => `Tout « ${site} », du plus récent au plus ancien : ${postsFr(n)}`,
  archives: (site, n) => `Les archives de « ${site} », par année et par mois : ${postsFr(n)}`,
  year: (site, year, n) => `« ${site} » en ${year} : ${postsFr(n)}`,
  month: (site, { year, month }, n) => `« ${site} » en ${monthFr(month)} ${year} : ${postsFr(n)}`,
  published: (n, first, last) => `, ${n < 2 ? "publié" : "publiés"} ${spanFr(first, last)}`,
  page: (n, total) => ` (page ${String(n)} sur ${String(total)})`,
  index: (title, site, n, first, last) =>
    `${title} de « ${site} » : ${countedFr(n, "page", "pages")}, ${n < 2 ? `« ${first} »` : `de « ${first} » à « ${last} »`}`,
};

const en: SummaryWords = {
  on: (label, n) => `${postsEn(n)} on “${label}”`,
  by: (name, n) => `${postsEn(n)} by ${name}`,
  ofTerm: (label, members, n) =>
    `${countedEn(members, "member", "members")} of “${label}”${n === 0 ? "" : ` and ${postsEn(n)}`}`,
  blog: (site, n) => `All of “${site}”, latest first: ${postsEn(n)}`,
  archives: (site, n) => `The archive of “${site}”, by year and month: ${postsEn(n)}`,
  year: (site, year, n) => `“${site}” in ${year}: ${postsEn(n)}`,
  month: (site, { year, month }, n) => `“${site}” in ${monthEn(month)} ${year}: ${postsEn(n)}`,
  published: (n, first, last) => `, published ${spanEn(first, last)}`,
  page: (n, total) => ` (page ${String(n)} of ${String(total)})`,
  index: (title, site, n, first, last) =>
    `${title} of “${site}”: ${countedEn(n, "page", "pages")}, ${n < 2 ? `“${first}”` : `from “${first}” to “${last}”`}`,
};

export const summaryWords = { fr, en };

function postsFr(n: number): string {
  return countedFr(n, "article", "articles");
}

function postsEn(n: number): string {
  return countedEn(n, "post", "posts");
}

function monthFr(month: number): string {
  return (MONTHS.fr[month - 1] ?? "").toLowerCase();
}

function monthEn(month: number): string {
  return MONTHS.en[month - 1] ?? "";
}

function spanFr(first: Month, last: Month): string {
  const end = `${monthFr(last.month)} ${last.year}`;
  const oneYear = first.year === last.year;
  if (oneYear && first.month === last.month) return `en ${end}`;
  const start = monthFr(first.month);
  return `${ofName(start)}${oneYear ? "" : ` ${first.year}`} à ${end}`;
}

function spanEn(first: Month, last: Month): string {
  const end = `${monthEn(last.month)} ${last.year}`;
  const oneYear = first.year === last.year;
  if (oneYear && first.month === last.month) return `in ${end}`;
  return `from ${monthEn(first.month)}${oneYear ? "" : ` ${first.year}`} to ${end}`;
}
