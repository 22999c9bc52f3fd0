// A planned page → its HTML: its layout receives the page's values, with posts as items, and what only the `<head>` contains.
import type { Post } from "../content/types.ts";
import { isMap } from "../content/yaml.ts";
import { readLicense, type License } from "../licenses.ts";
import { headIcons, THEME_COLOUR } from "../site/icons.ts";
import { jsonLd, postTimes, termJsonLd } from "../pages/json-ld.ts";
import { correctionLink, openGraphLocale, shareLinks } from "../pages/share.ts";
import { isPost, type Page, type PageData } from "../pages/types.ts";
import { siteWords, wordsLang, type Site } from "../site/site.ts";
import { statementWords } from "../strings/accessibility.ts";
import { audienceWords } from "../strings/audience.ts";
import { directionOf, wordsLanguage } from "../strings/languages.ts";
import { ui } from "../strings/ui.ts";
import type { UiLang } from "../ui-lang.ts";
import type { LayoutEnvironment } from "./environment.ts";
import { marked } from "./filters.ts";
import type { Model } from "./model.ts";

/** What all pages of a site are rendered with. */
export interface Rendering {
  model: Model;
  environment: LayoutEnvironment;
}

/** The text of a page's file. `data` is what its renderer gives to every page, and is filled. @throws what Nunjucks throws. */
export async function renderPage(
  page: Page,
  { model, environment }: Rendering,
  data: Record<string, unknown>,
): Promise<string> {
  if (page.text) return page.text();
  fillData(data, page, model);
  data["content"] = page.entry ? model.item(page.entry).content : "";
  return environment.renderLayout(page.layout ?? page.kind, data);
}

/**
 * Gives a page's data to its layout: posts become items, and a post's own data are added, except `page`, which is not
 * replaced. `data` is filled in place: V8 takes thirty times as long to spread as many values into a new object.
 */
export function fillData(data: Record<string, unknown>, page: Page, model: Model): void {
  const { site } = model.prepared.plan.content;
  const { entry, kind, lang } = page;
  const made = data["page"];
  const post = entry?.kind === "post" ? entry : undefined;
  const wording = wordsLang(site, lang);
  const license = licenseIn(post?.license ?? site.license, wording);
  const { title: siteTitle, description: siteDescription } = siteWords(site, lang);
  // Where Carnet does not speak the page's language.
  const languages = wordsLanguage(lang, site.lang);
  const given: Record<string, unknown> = {};
  Object.assign(
    given,
    page.data,
    entry && model.item(entry).data,
    // A text that introduces the home page is not its title.
    kind === "home" && { title: page.data.title, description: page.data.description },
    license && { license },
    site.license !== undefined && { siteLicense: licenseIn(site.license, wording) },
    post && postData(post, page.data, site),
    headData(page, license, model),
    {
      t: ui(lang, site.lang),
      dir: directionOf(lang),
      // Of elements with words of `t`, and of elements in these that have the page's language.
      ...(languages.words !== "" && {
        tAttribute: marked(languages.words),
        pageAttribute: marked(languages.page),
      }),
      // The words of pages made from settings.
      ...(kind === "accessibility" && { words: statementWords(wording) }),
      ...(kind === "audience" && { words: audienceWords(wording) }),
      siteTitle,
      siteDescription,
      // As it is written in links: Eleventy's own `page.url` is percent-decoded.
      pageUrl: page.url,
      page: made,
    },
  );
  // What a page lacks does not hide data of the site's own (`_data/`) of the same name.
  for (const name of Object.keys(given)) if (given[name] !== undefined) data[name] = given[name];
  for (const name of ["lead", "posts", "months", "sections", "homeSections"])
    if (name in page.data) data[name] = itemsIn(page.data[name], model);
}

/** A post, a list of posts or one of months or sections with theirs, as items; any other value as it is. */
function itemsIn(value: unknown, model: Model): unknown {
  if (isPost(value)) return model.item(value);
  if (Array.isArray(value)) return value.map((one) => itemsIn(one, model));
  return isMap(value) && "posts" in value ? { ...value, posts: itemsIn(value["posts"], model) } : value;
}

const licenseIn = (id: string | undefined, lang: UiLang): License | undefined =>
  id === undefined ? undefined : readLicense(id, lang);

/** What only the `<head>` of the page contains, for machines. */
function headData(page: Page, license: License | undefined, model: Model): Record<string, unknown> {
  const { site } = model.prepared.plan.content;
  return {
    policy: page.kind === "search" ? model.policies.search : model.policies.page,
    icons: headIcons(site),
    themeColour: THEME_COLOUR,
    locale: openGraphLocale(page.lang),
    jsonLd:
      page.entry?.kind === "post"
        ? jsonLd(page.entry, page.data, site, license)
        : page.entry?.kind === "term"
          ? termJsonLd(page.entry, page.data, site)
          : undefined,
  };
}

/** What a post's page offers besides its text, and when it was published and modified. */
function postData(post: Post, data: PageData, site: Site): Record<string, unknown> {
  const { published, modified } = postTimes(post, site);
  return {
    publishedTime: published,
    modifiedTime: modified,
    corrections: post.corrections,
    correctionLink: correctionLink(site, post),
    shareLinks: post.unpublished === undefined ? shareLinks(site, data) : [],
  };
}
