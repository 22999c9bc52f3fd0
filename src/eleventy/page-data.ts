// A planned page → its HTML: its layout receives the page's values, with posts as items, and what only the `<head>` contains.
import type { Post } from "../content/types.ts";
import { isMap } from "../content/yaml.ts";
import { readLicense, type License } from "../licenses.ts";
import { headIcons, THEME_COLOUR } from "../site/icons.ts";
import { jsonLd, postTimes } from "../pages/json-ld.ts";
import { correctionLink, openGraphLocale, reportLink, shareLinks } from "../pages/share.ts";
import { fediverseAccount } from "../pages/people.ts";
import { isPost, type MonthView, type Page } from "../pages/types.ts";
import { siteWords, wordsLang, type Site } from "../site/site.ts";
import { statementWords } from "../strings/accessibility.ts";
import { audienceWords } from "../strings/audience.ts";
import { directionOf, wordsLanguage } from "../strings/languages.ts";
import { ui } from "../strings/ui.ts";
import type { LayoutEnvironment } from "./environment.ts";
import { marked } from "./filters.ts";
import type { Model } from "./model.ts";

/** What all pages of a site are rendered with. */
export interface Rendering {
  model: Model;
  environment: LayoutEnvironment;
}

/** `data` is what its renderer gives to every page, and is filled. @throws what Nunjucks throws. */
export function renderPage(
  page: Page,
  { model, environment }: Rendering,
  data: Record<string, unknown>,
): Promise<string> {
  fillData(data, page, model);
  data["content"] = (page.entry && model.item(page.entry.file)?.content) ?? "";
  return environment.renderLayout(page.layout ?? page.kind, data);
}

/**
 * Gives a page's data to its layout: posts become items, and a post's own data are added, except `page`, which is not
 * replaced. `data` is filled in place: V8 takes thirty times as long to spread as many values into a new object.
 */
export function fillData(data: Record<string, unknown>, page: Page, model: Model): void {
  const { lead, leads, posts, months } = page.data;
  const { site } = model.prepared.plan.content;
  const licenses = licensesOf(page, site);
  const made = data["page"];
  const { title: siteTitle, description: siteDescription } = siteWords(site, page.lang);
  Object.assign(
    data,
    page.data,
    page.entry && model.item(page.entry.file)?.data,
    licenses,
    postData(page, site),
    headData(page, licenses.license, model),
    {
      // A list that a page introduces has the description of its term if the page has none.
      description: page.data.description,
      // A field of the owner's with this name is not for the head of the page.
      metaDescription: page.data.metaDescription,
      t: ui(page.lang, site.lang),
      dir: directionOf(page.lang),
      ...languagesOf(page, site),
      ...statementData(page, site),
      siteTitle,
      siteDescription,
      // As it is written in links: Eleventy's own `page.url` is percent-decoded.
      pageUrl: page.url,
      page: made,
    },
  );
  if (isPosts(posts)) data["posts"] = posts.map(model.itemOf);
  if (isPosts(leads)) data["leads"] = leads.map(model.itemOf);
  if (isPost(lead)) data["lead"] = model.itemOf(lead);
  if (isMonths(months))
    data["months"] = months.map((month) => ({ ...month, posts: month.posts.map(model.itemOf) }));
}

/** The words of the pages made from settings. */
function statementData({ kind, lang }: Page, site: Site): Record<string, unknown> {
  if (kind === "accessibility") return { words: statementWords(wordsLang(site, lang)) };
  return kind === "audience" ? { words: audienceWords(wordsLang(site, lang)) } : {};
}

/** The attribute of elements with words of `t`, and of elements in these that have the page's: only where Carnet does not speak its language. */
function languagesOf({ lang }: Page, site: Site): Record<string, unknown> {
  const { words, page } = wordsLanguage(lang, site.lang);
  return words === "" ? {} : { tAttribute: marked(words), pageAttribute: marked(page) };
}

/** What only the `<head>` of the page contains, for machines. */
function headData(page: Page, license: License | undefined, model: Model): Record<string, unknown> {
  const { site } = model.prepared.plan.content;
  const words = page.entry && model.prepared.rendered.get(page.entry.file)?.words;
  return {
    policy: page.kind === "search" ? model.policies.search : model.policies.page,
    icons: headIcons(site),
    themeColour: THEME_COLOUR,
    locale: openGraphLocale(page.lang),
    localeAlternates: page.data.alternates.flatMap(({ lang, translated, current }) =>
      translated && !current ? (openGraphLocale(lang) ?? []) : [],
    ),
    jsonLd: jsonLd({ page, site, ...(license && { license }), ...(words !== undefined && { words }) }),
  };
}

/** What a post's page offers besides its text, and when it was published and modified. */
function postData({ entry, data }: Page, site: Site): Record<string, unknown> {
  if (entry?.kind !== "post") return {};
  const { published, modified } = postTimes(entry, site);
  return {
    publishedTime: published,
    modifiedTime: modified,
    partOf: data.partOf ?? [],
    fediverseAccounts: entry.authors.flatMap(({ person }) => fediverseAccount(person) ?? []),
    corrections: entry.corrections,
    correctionLink: correctionLink(site, entry),
    reportLink: reportLink(site, data),
    shareLinks: entry.unpublished === undefined ? shareLinks(site, data) : [],
  };
}

/** The licence of what a page shows (its post's own or the site's), and the site's. */
function licensesOf({ entry, lang }: Page, site: Site): { license?: License; siteLicense?: License } {
  const language = wordsLang(site, lang);
  const own = (entry?.kind === "post" ? entry.license : undefined) ?? site.license;
  return {
    ...(own !== undefined && { license: readLicense(own, language) }),
    ...(site.license !== undefined && { siteLicense: readLicense(site.license, language) }),
  };
}

function isMonths(value: unknown): value is MonthView[] {
  return Array.isArray(value) && value.every((one) => isMap(one) && isPosts(one["posts"]));
}

function isPosts(value: unknown): value is Post[] {
  return Array.isArray(value) && value.every(isPost);
}
