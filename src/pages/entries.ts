// Pages with a text of their own: posts, static pages, the 404 page, the pages of old addresses, and those made from settings
// (the accessibility statement, and what is counted of visits).
import type { Post, StaticPage } from "../content/types.ts";
import { conformityOf } from "../site/accessibility.ts";
import type { Accessibility } from "../site/schema.ts";
import {
  absoluteUrl,
  langPrefix,
  matomoHost,
  siteTitle,
  withBase,
  wordsLang,
  type Site,
} from "../site/site.ts";
import { conformityNames, statementWords } from "../strings/accessibility.ts";
import { audienceWords } from "../strings/audience.ts";
import { ui } from "../strings/ui.ts";
import { addressOf } from "./addresses.ts";
import { namedTerms } from "./terms.ts";
import { announced } from "./agenda.ts";
import { homeCrumb, ownPage, type Collection } from "./lists.ts";
import { isHidden, type Draft, type LinkView } from "./types.ts";

export function postPages(collection: Collection, now: Date): Draft[] {
  const { site, lang, posts } = collection;
  const blog = { label: ui(lang, site.lang).blog, url: addressOf(site, "blog", lang) };
  const trail = [homeCrumb(collection), blog];
  return posts.map((post) => {
    const named = namedTerms(post.terms, collection);
    const data = { ...announced(post, site, now), ...(named.length > 0 && { named }) };
    return { ...entryDraft(post, trail), data };
  });
}

export function staticPages(collection: Collection, pages: readonly StaticPage[]): Draft[] {
  return pages.map((page) => entryDraft(page, [homeCrumb(collection)]));
}

function entryDraft(entry: Post | StaticPage, trail: readonly LinkView[]): Draft {
  const { kind, file: key, url, lang, layout, title, description } = entry;
  const noindex = isHidden(entry);
  return { kind, key, url, lang, layout, title, description, noindex, data: {}, entry, trail };
}

/** Hosts serve `/404.html` for an address that does not exist, whatever the language, and wherever the home page is. */
export function notFoundPage(collection: Collection): Draft {
  const { site, lang, posts } = collection;
  const words = ui(lang, site.lang);
  return {
    ...{ kind: "notFound", key: "404", lang, layout: "not-found", noindex: true },
    url: `${langPrefix(site, lang)}/404.html`,
    title: words.notFoundTitle,
    description: words.notFoundText,
    data: { posts: posts.slice(0, 3) },
    trail: [homeCrumb(collection)],
  };
}

// Old addresses

export interface Redirect {
  from: string;
  to: string;
}

/** One page per old address, for hosts that have no redirects. */
export function redirectPages(site: Site, redirects: readonly Redirect[]): Draft[] {
  const { movedTitle: title, movedText: description } = ui(site.lang, site.lang);
  return redirects.map(({ from, to }): Draft => ({
    ...{ kind: "redirect", key: `redirect:${from}`, lang: site.lang, layout: "redirect", noindex: true },
    ...{ url: redirectAddress(from), title, description, trail: [] },
    data: { target: to, targetUrl: to.startsWith("/") ? absoluteUrl(site, to) : to },
  }));
}

/** Address of the page for an old address: a host answers `/old` with `old/index.html`, not with a file `old`. */
export function redirectAddress(from: string): string {
  return /\.\w+$|\/$/.test(from) ? from : `${from}/`;
}

/**
 * `_redirects` of Netlify and Cloudflare Pages: `/old /new 301`, one per line. The page of the old address exists too.
 * Cloudflare follows the rule nevertheless. Netlify shows the page unless the rule is forced, with a sign that Cloudflare
 * treats as an error. https://docs.netlify.com/manage/routing/redirects/rewrites-proxies/#shadowing
 */
export function redirectsFile(site: Site, redirects: readonly Redirect[]): string {
  const status = site.host === "netlify" ? "301!" : "301";
  const lines = redirects.map(
    ({ from, to }) => `${withBase(site, from)} ${to.startsWith("/") ? withBase(site, to) : to} ${status}`,
  );
  return lines.length > 0 ? `${lines.join("\n")}\n` : "";
}

// Pages made from settings; their words are in `strings/`, their structure in the layouts

/** The statement that French law requires of public bodies: without an audit, "non conforme", whatever else is written. */
export function accessibilityPages(collection: Collection): Draft[] {
  const { site, lang } = collection;
  const { accessibility } = site;
  if (accessibility === undefined) return [];
  const words = statementWords(wordsLang(site, lang));
  const { contact, organization } = accessibility;
  const who = organization ?? site.publisher ?? site.title;
  const { name = who, email = site.email, ...others } = contact;
  return [
    ownPage(collection, "accessibility", {
      layout: "accessibility-statement",
      title: words.title,
      description: words.description(siteTitle(site, lang)),
      data: {
        ...{ accessibility, who, reason: reasonOf(accessibility) },
        state: conformityNames[wordsLang(site, lang)][conformityOf(accessibility)],
        contact: { name, ...(email !== undefined && { email }), ...others },
        scope: addressOf(site, "home", lang),
      },
    }),
  ];
}

/** Why the site does not comply. Exemptions are named only if some are listed. */
function reasonOf(statement: Accessibility): "unaudited" | "full" | "low" | "faults" | "exemptions" | "both" {
  const { auditedOn, rate, nonConformities, exemptions } = statement;
  if (auditedOn === undefined || rate === undefined) return "unaudited";
  if (conformityOf(statement) === "full") return "full";
  if (rate < 50) return "low";
  if (exemptions.length === 0) return "faults";
  return nonConformities.length === 0 ? "exemptions" : "both";
}

/** The mention of the statement at the foot of every page, in the exact words of the law if the page is in French. */
export function accessibilityMention(site: Site, lang: string): LinkView | undefined {
  if (site.accessibility === undefined) return undefined;
  const language = wordsLang(site, lang);
  const state = conformityNames[language][conformityOf(site.accessibility)];
  return { label: statementWords(language).mention(state), url: addressOf(site, "accessibility", lang) };
}

/**
 * The page that tells readers what is counted of their visits and lets them refuse. It exists even if this run counts nothing,
 * as in a preview.
 */
export function audiencePages(collection: Collection): Draft[] {
  const { site, lang } = collection;
  const { audience, publisher, email } = site;
  if (audience === undefined) return [];
  const { title, description } = audienceWords(wordsLang(site, lang));
  return [
    ownPage(collection, "audience", {
      title,
      description: description(siteTitle(site, lang)),
      data: {
        ...{ who: publisher ?? siteTitle(site, lang), counter: matomoHost(audience) },
        ...(email !== undefined && { email }),
      },
    }),
  ];
}

export function audienceLink(site: Site, lang: string): LinkView | undefined {
  if (site.audience === undefined) return undefined;
  return { label: audienceWords(wordsLang(site, lang)).title, url: addressOf(site, "audience", lang) };
}
