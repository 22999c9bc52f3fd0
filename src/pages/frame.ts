// What surrounds every page's own content: menus, breadcrumbs, translations, feeds, the picture for sharing. Made once per
// language and shared, so that ten thousand pages do not hold ten thousand menus.
import { longDate } from "../content/dates.ts";
import { languageFolders, readFileName } from "../content/file-names.ts";
import { outputFile } from "../content/permalinks.ts";
import type { Content } from "../content/types.ts";
import { resolveAddress } from "../feeds/entries.ts";
import { groupBy } from "../iterate.ts";
import { CARD, cardName, wordsDrawn, type Card } from "../images/card.ts";
import { PICTURES } from "../images/variants.ts";
import { absoluteUrl, siteTitle, wordsLang, type Site } from "../site/site.ts";
import { languageLabels } from "../strings/languages.ts";
import { ui } from "../strings/ui.ts";
import { addressOf, taxonomyIndexAddress } from "./addresses.ts";
import { accessibilityMention, audienceLink } from "./entries.ts";
import { siteFeeds } from "./feeds.ts";
import { isEmptyList, taxonomiesOf, taxonomyLabel } from "./lists.ts";
import type {
  Alternate,
  CommonData,
  Draft,
  LinkView,
  Page,
  PageData,
  PlanInputs,
  ShareImage,
} from "./types.ts";

/**
 * Finishes drafts into pages, once every address is known. What surrounds a page is computed only when its data is read: a build
 * that makes a few of ten thousand pages never reads that of the others.
 */
export function createFrame(
  content: Content,
  drafts: readonly Draft[],
  inputs: PlanInputs,
): (draft: Draft) => Page {
  const { site, languages } = content;
  const shared = new Map(languages.map((lang) => [lang, sharedData(content, lang, drafts)]));
  const alternates = createAlternates(content, drafts);
  const dataOf = (draft: Draft, card: Card | undefined): PageData => {
    const { kind, url, lang, title, description, trail, noindex = false } = draft;
    const { nav, footer, feeds, ...standing } = shared.get(lang) ?? sharedData(content, lang, drafts);
    return {
      ...draft.data,
      ...{ kind, lang, title, description, noindex },
      canonical: absoluteUrl(site, url),
      alternates: alternates(draft),
      nav: nav(draft),
      footer: footer(draft),
      breadcrumbs: trail.length > 0 ? [...trail, { label: title, url, current: true }] : [],
      feeds: [...feeds, ...(draft.feeds ?? [])],
      ...(draft.feeds && { ownFeeds: draft.feeds }),
      ...standing,
      shareImage: shareImage(site, draft, card, inputs),
      preview: inputs.preview === true,
    };
  };
  return (draft) => {
    const { kind, url, layout, lang, noindex = false, further = false, entry, text, madeOf } = draft;
    const output = outputFile(url);
    const card = cardOf(site, draft, inputs);
    let data: PageData | undefined;
    return {
      ...{ kind, url, output, layout, lang, noindex, further, card, entry, text, madeOf },
      get data() {
        return (data ??= dataOf(draft, card));
      },
    };
  };
}

type Marked = (draft: Draft) => readonly LinkView[];
type SharedData = Pick<
  CommonData,
  "feeds" | "accessibilityMention" | "audiencePage" | "search" | "archived"
> & { nav: Marked; footer: Marked };

/** What every page of a language says or links to. */
function sharedData(content: Content, lang: string, drafts: readonly Draft[]): SharedData {
  const { site } = content;
  const words = ui(lang, site.lang);
  const nav = ownLinks(site.nav, site, lang) ?? standardMenu(site, lang, drafts);
  const footer = ownLinks(site.footer, site, lang) ?? standardFoot(content, lang, drafts, nav);
  const mention = accessibilityMention(site, lang);
  return {
    nav: marker(nav),
    // The mention is already at the foot of every page, in the words of the law.
    footer: marker(footer.filter(({ url }) => url !== mention?.url)),
    feeds: siteFeeds(site, lang),
    accessibilityMention: mention,
    audiencePage: audienceLink(site, lang),
    search: drafts.find((draft) => draft.kind === "search" && draft.lang === lang)?.url,
    archived: site.archived && words.archived.since(longDate(site.archived, wordsLang(site, lang))),
  };
}

// Menus: the owner's from `site.yaml`, or else made from the site's pages

/** If a list has no link in this language, Carnet's own list is used; an empty list means no links. */
function ownLinks(links: Content["site"]["nav"], site: Site, lang: string): LinkView[] | undefined {
  const own = links?.filter((link) => (link.lang ?? site.lang) === lang);
  return links?.length === 0 || (own && own.length > 0)
    ? own?.map(({ label, url, links }) => ({ label, url, ...(links && { links }) }))
    : undefined;
}

/** The lists of the site, except empty ones other than the blog. */
function standardMenu(site: Site, lang: string, drafts: readonly Draft[]): LinkView[] {
  const words = ui(lang, site.lang);
  const shown = drafts.filter((draft) => draft.kind === "blog" || !isEmptyList(draft));
  const urls = new Set(shown.map(({ url }) => url));
  const people = addressOf(site, "people", lang);
  const peopleLabel =
    drafts.find(({ kind, url }) => kind === "people" && url === people)?.title ?? words.people;
  return [
    { label: words.blog, url: addressOf(site, "blog", lang) },
    { label: words.agenda.title, url: addressOf(site, "agenda", lang) },
    ...taxonomiesOf(site).map((name) => ({
      label: taxonomyLabel(site, name, lang, false),
      url: taxonomyIndexAddress(site, name, lang),
    })),
    { label: peopleLabel, url: people },
    { label: words.archives, url: addressOf(site, "archives", lang) },
  ].filter(({ url }) => urls.has(url));
}

/** Pages that editors wrote, except those in folders (transcripts, projects), which something else links to. */
function standardFoot(
  { site, pages }: Content,
  lang: string,
  drafts: readonly Draft[],
  menu: readonly LinkView[],
): LinkView[] {
  const inMenu = new Set(menu.map(({ url }) => url));
  // Pages of the owner's at the place of a generated one that is linked.
  const linked = drafts.filter(
    ({ entry, key, url }) =>
      entry && key !== entry.file && (key === "home" || key === "404" || inMenu.has(url)),
  );
  const urls = new Set(linked.map(({ url }) => url));
  const folders = languageFolders(site);
  return pages
    .filter(({ lang: of, url }) => of === lang && !urls.has(url))
    .filter(({ file }) => readFileName(file, folders).folders.length === 0)
    .map(({ title, url }) => ({ label: title, url }));
}

/** Marks the links that lead to the current page or its section. Pages at the same place share one list. */
function marker(links: readonly LinkView[]): Marked {
  const made = new Map<string, readonly LinkView[]>();
  return ({ url, trail }) => {
    const here = new Set([url, ...trail.slice(1).map((crumb) => crumb.url)]);
    const isHere = (link: LinkView): boolean => here.has(link.url) || link.links?.some(isHere) === true;
    const mark = (link: LinkView): LinkView => (isHere(link) ? { ...link, current: true } : link);
    const marked = links.map(mark);
    const key = marked.map(({ current = false }) => String(current)).join();
    const shared = made.get(key) ?? marked;
    made.set(key, shared);
    return shared;
  };
}

// Translations

/** A page → the same page in each language. Empty for a site with one language, and for files that are not pages. */
function createAlternates(
  { site, languages }: Content,
  drafts: readonly Draft[],
): (draft: Draft) => Alternate[] {
  if (languages.length < 2) return () => [];
  const byKey = groupBy(drafts, ({ key }) => key);
  const hidden = new Set(drafts.flatMap(({ noindex, url }) => (noindex ? url : [])));
  const labels = languageLabels(languages);
  return (draft) => {
    if (draft.layout === null) return [];
    const { entry } = draft;
    const same = [...(byKey.get(draft.key) ?? []), draft, ...(entry ? [entry, ...entry.translations] : [])];
    const urls = new Map(same.map((one) => [one.lang, one.url]));
    return languages.map((lang) => {
      const url = urls.get(lang);
      return {
        lang,
        label: labels.get(lang) ?? lang,
        url: url ?? addressOf(site, "home", lang),
        current: lang === draft.lang,
        translated: url !== undefined,
        indexed: url !== undefined && draft.noindex !== true && !hidden.has(url),
      };
    });
  };
}

// The picture for sharing

/**
 * The picture shown when the page is shared: its own, or else a card with its title. A picture on another host is named here
 * and nowhere else.
 */
function shareImage(
  site: Site,
  { entry }: Draft,
  card: Card | undefined,
  { cover: coverOf }: PlanInputs,
): ShareImage | undefined {
  const { image } = entry ?? {};
  // Sharing sites read the head of a page away from it: `//host/x.png` is not an address there.
  if (image?.remote) {
    const { origin } = site;
    return { url: resolveAddress(image.src, { origin, url: origin }), alt: image.alt };
  }
  const cover = entry && coverOf(entry)?.share;
  if (cover !== undefined)
    return { url: absoluteUrl(site, cover), alt: image?.alt ?? "", ...CARD, type: "image/jpeg" };
  return (
    card && {
      url: absoluteUrl(site, PICTURES + cardName(card)),
      alt: wordsDrawn(card).join(" – "),
      ...CARD,
      type: "image/png",
    }
  );
}

/** Without a site address no sharing site could find a card, so none is drawn. */
function cardOf(site: Site, { entry, lang, layout, kind }: Draft, { cover }: PlanInputs): Card | undefined {
  if (layout === null || kind === "redirect" || site.origin === "") return undefined;
  if (entry && (entry.image?.remote || cover(entry)?.share !== undefined)) return undefined;
  const name = siteTitle(site, lang);
  const card =
    entry?.kind === "post"
      ? { title: entry.title, site: name, date: longDate(entry.day, wordsLang(site, lang)) }
      : { ...(entry?.kind === "term" && entry.person === undefined && { title: entry.title }), site: name };
  return wordsDrawn(card).length > 0 ? card : undefined;
}
