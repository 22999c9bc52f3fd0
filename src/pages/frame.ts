// What stands around every page's own content: menus, breadcrumbs, translations, feeds.
// Made once for a language and shared, so that ten thousand pages do not hold ten thousand menus.
import type { Content, Entry } from "../content/types.ts";
import { absoluteUrl, type Site } from "../site.ts";
import { ui } from "../strings/ui.ts";
import { addressOf, taxonomyIndexAddress } from "./addresses.ts";
import type { Draft } from "./draft.ts";
import { siteFeeds } from "./feed-links.ts";
import type { Alternate, CommonData, FeedLink, LinkView, PlanInputs } from "./types.ts";

export type Around = Pick<
  CommonData,
  "alternates" | "nav" | "footer" | "breadcrumbs" | "feeds" | "shareImage"
>;

export interface Frame {
  around(draft: Draft): Around;
}

export function createFrame(content: Content, drafts: readonly Draft[], { cover }: PlanInputs): Frame {
  const { site, languages } = content;
  const byKey = new Map<string, Map<string, string>>();
  for (const { key, lang, url } of drafts) {
    const urls = byKey.get(key) ?? new Map<string, string>();
    byKey.set(key, urls.set(lang, url));
  }
  const menus = new Map(languages.map((lang) => [lang, menusOf(content, lang, drafts)]));
  const feeds = new Map(languages.map((lang) => [lang, siteFeeds(site, lang)]));

  const alternates = (draft: Draft): Alternate[] => {
    if (languages.length < 2 || draft.layout === null) return [];
    const urls = draft.entry ? entryUrls(draft.entry) : byKey.get(draft.key);
    return languages.map((lang) => {
      const url = urls?.get(lang);
      const label = ui(lang, site.lang).languageName;
      return {
        lang,
        label,
        url: url ?? addressOf(site, "home", lang),
        current: lang === draft.lang,
        translated: url !== undefined,
      };
    });
  };

  return {
    around(draft) {
      const menu = menus.get(draft.lang) ?? menus.get(site.lang);
      const own: readonly FeedLink[] = draft.feeds ?? [];
      return {
        alternates: alternates(draft),
        nav: marked(menu?.nav ?? [], draft),
        footer: marked(menu?.footer ?? [], draft),
        breadcrumbs:
          draft.trail.length > 0
            ? [...draft.trail, { label: draft.title, url: draft.url, current: true }]
            : [],
        feeds: [...(feeds.get(draft.lang) ?? []), ...own],
        ...shareImage(site, draft, cover),
      };
    },
  };
}

function entryUrls(entry: Entry): Map<string, string> {
  return new Map([
    [entry.lang, entry.url],
    ...entry.translations.map((t): [string, string] => [t.lang, t.url]),
  ]);
}

/** The post's picture for those who share it; one of another host is named there, and nowhere else. */
function shareImage(site: Site, { entry }: Draft, cover: PlanInputs["cover"]): Pick<Around, "shareImage"> {
  if (!entry?.image) return {};
  const own = cover(entry);
  const url = entry.image.remote ? entry.image.src : own && absoluteUrl(site, own.src);
  return url === undefined ? {} : { shareImage: { url, alt: entry.image.alt } };
}

function menusOf(
  { site, pages }: Content,
  lang: string,
  drafts: readonly Draft[],
): { nav: LinkView[]; footer: LinkView[] } {
  const words = ui(lang, site.lang);
  const speaks = (link: { lang?: string | undefined }): boolean => (link.lang ?? site.lang) === lang;
  const nav = site.nav?.filter(speaks) ?? [];
  const footer = site.footer?.filter(speaks) ?? [];
  const plain = ({ label, url }: LinkView): LinkView => ({ label, url });
  const urls = new Set(drafts.map((draft) => draft.url));
  const standard: LinkView[] = [
    { label: words.blog, url: addressOf(site, "blog", lang) },
    { label: words.tags, url: addressOf(site, "tags", lang) },
    ...Object.entries(site.taxonomies).map(([name, { label }]) => ({
      label,
      url: taxonomyIndexAddress(site, name, lang),
    })),
    { label: words.people, url: addressOf(site, "people", lang) },
    { label: words.archives, url: addressOf(site, "archives", lang) },
  ];
  return {
    nav: nav.length > 0 ? nav.map(plain) : standard.filter((link) => urls.has(link.url)),
    footer:
      footer.length > 0
        ? footer.map(plain)
        : pages.filter((page) => page.lang === lang).map(({ title, url }) => ({ label: title, url })),
  };
}

/** The menu with the page one is on, or the section it belongs to, marked as current. */
function marked(links: readonly LinkView[], draft: Draft): readonly LinkView[] {
  const here = new Set([draft.url, ...draft.trail.slice(1).map((crumb) => crumb.url)]);
  return links.some((link) => here.has(link.url))
    ? links.map((link) => (here.has(link.url) ? { ...link, current: true } : link))
    : links;
}
