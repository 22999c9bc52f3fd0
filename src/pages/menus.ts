// The menu at the head of a page and the links at its foot: the owner's where `site.yaml` has some, else what the site holds.
import type { Content } from "../content/types.ts";
import { taxonomyWords } from "../site.ts";
import { ui } from "../strings/ui.ts";
import { accessibilityMention } from "./accessibility.ts";
import { addressOf, taxonomyIndexAddress } from "./addresses.ts";
import { isEmptyList, type Draft } from "./draft.ts";
import type { LinkView } from "./types.ts";

export function menusOf(
  { site, pages }: Content,
  lang: string,
  drafts: readonly Draft[],
): { nav: LinkView[]; footer: LinkView[] } {
  const words = ui(lang, site.lang);
  // Stands at the foot of every page already, in the words of the law.
  const mentioned = accessibilityMention(site, lang)?.url;
  const plain = ({ label, url }: LinkView): LinkView => ({ label, url });
  const speaks = (link: { lang?: string | undefined }): boolean => (link.lang ?? site.lang) === lang;
  /** Of a list that has no link for these pages, Carnet's own takes the place; an empty list wants none. */
  const ownOf = (links: Content["site"]["nav"]): LinkView[] | undefined => {
    const own = links?.filter(speaks);
    return links?.length === 0 || (own && own.length > 0) ? own?.map(plain) : undefined;
  };
  const isOther = ({ url }: { url: string }): boolean => url !== mentioned;
  const standard: LinkView[] = [
    { label: words.blog, url: addressOf(site, "blog", lang) },
    { label: words.tags, url: addressOf(site, "tags", lang) },
    ...Object.keys(site.taxonomies).map((name) => ({
      label: taxonomyWords(site, name, lang).label,
      url: taxonomyIndexAddress(site, name, lang),
    })),
    { label: words.people, url: addressOf(site, "people", lang) },
    { label: words.archives, url: addressOf(site, "archives", lang) },
  ];
  const wanted = new Set(standard.map(({ url }) => url));
  const there = new Set(
    drafts
      .filter((draft) => wanted.has(draft.url) && (draft.kind === "blog" || !isEmptyList(draft)))
      .map(({ url }) => url),
  );
  const menu = ownOf(site.nav) ?? standard.filter(({ url }) => there.has(url));
  const led = new Set(menu.map(({ url }) => url));
  const places = new Map(
    drafts.filter(({ entry, key }) => entry && key !== entry.file).map(({ url, key }) => [url, key]),
  );
  /** Home and the page of what is not found are no pages to lead to from a foot; nor is an index that the menu has. */
  const isLed = ({ url }: { url: string }): boolean => {
    const place = places.get(url);
    return place !== undefined && (place === "home" || place === "404" || led.has(url));
  };
  return {
    nav: menu,
    footer:
      ownOf(site.footer)?.filter(isOther) ??
      pages
        .filter((page) => page.lang === lang && isOther(page) && !isLed(page))
        .map(({ title, url }) => ({ label: title, url })),
  };
}

/** The same links with those marked that lead here: one list for all pages that stand in the same place. */
export function marker(links: readonly LinkView[]): (draft: Draft) => readonly LinkView[] {
  const made = new Map<string, readonly LinkView[]>([["", links]]);
  return ({ url, trail }) => {
    const here = new Set([url, ...trail.slice(1).map((crumb) => crumb.url)]);
    const current = links.filter((link) => here.has(link.url));
    const key = current.map((link) => link.url).join("\n");
    const known =
      made.get(key) ?? links.map((link) => (here.has(link.url) ? { ...link, current: true } : link));
    made.set(key, known);
    return known;
  };
}
