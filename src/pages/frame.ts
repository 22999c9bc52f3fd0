// What surrounds every page's own content: menus, breadcrumbs, translations, feeds.
// Made once per language and shared, so that ten thousand pages do not hold ten thousand menus.
import { archivedMessage, type Archived } from "../site/archived.ts";
import { longDate } from "../content/days.ts";
import type { Content } from "../content/types.ts";
import { resolveAddress } from "../feeds/address.ts";
import { noticeIn } from "../site/notice.ts";
import { CARD, cardName, wordsDrawn, type Card } from "../images/card.ts";
import { PICTURES } from "../images/variants.ts";
import { absoluteUrl, siteTitle, wordsLang, type Site } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { accessibilityMention } from "./accessibility.ts";
import { createAlternates } from "./alternates.ts";
import { audienceLink } from "./audience.ts";
import { addressOf } from "./addresses.ts";
import type { Draft } from "./draft.ts";
import { siteFeeds } from "./feed-links.ts";
import { crumbOf } from "./lists.ts";
import { marker, menusOf } from "./menus.ts";
import { ourLabel } from "./our-words.ts";
import type { CommonData, PlanInputs } from "./types.ts";
import type { FeedLink, ShareImage } from "./views.ts";

type Around = Pick<
  CommonData,
  | "alternates"
  | "nav"
  | "footer"
  | "breadcrumbs"
  | "feeds"
  | "feedsPage"
  | "accessibilityMention"
  | "audiencePage"
  | "archived"
  | "siteNotice"
  | "search"
  | "shareImage"
  | "preview"
>;

export interface Frame {
  around(draft: Draft): Around;
  /** The sharing card to draw, if the page has no picture of its own. */
  card(draft: Draft): Card | undefined;
}

export function createFrame(content: Content, drafts: readonly Draft[], inputs: PlanInputs): Frame {
  const { site, languages } = content;
  const menus = new Map(
    languages.map((lang) => {
      const { nav, footer } = menusOf(content, lang, drafts);
      return [lang, { nav: marker(nav), footer: marker(footer) }];
    }),
  );
  const feeds = new Map(languages.map((lang) => [lang, siteFeeds(site, lang)]));
  const standing = new Map(languages.map((lang) => [lang, standingData(site, lang)]));
  const alternates = createAlternates(content, drafts);
  const searches = new Map(
    drafts.filter(({ kind }) => kind === "search").map(({ lang, url }) => [lang, url]),
  );

  return {
    card: (draft) => cardOf(site, draft, inputs),
    around(draft) {
      const menu = menus.get(draft.lang) ?? menus.get(site.lang);
      const own: readonly FeedLink[] = draft.feeds ?? [];
      const ofSite = feeds.get(draft.lang) ?? [];
      const search = searches.get(draft.lang);
      return {
        alternates: alternates(draft),
        nav: menu?.nav(draft) ?? [],
        footer: menu?.footer(draft) ?? [],
        breadcrumbs: draft.trail.length > 0 ? [...draft.trail, { ...crumbOf(draft), current: true }] : [],
        feeds: own.length === 0 ? ofSite : [...ofSite, ...own],
        ...standing.get(draft.lang),
        ...(search !== undefined && { search }),
        ...shareImage(site, draft, inputs),
        ...(inputs.preview === true && { preview: true as const }),
      };
    },
  };
}

/**
 * What every page of a language says or links to: at its foot, and above it once the site is archived, or while it has a
 * notice.
 */
function standingData(
  site: Site,
  lang: string,
): Pick<Around, "feedsPage" | "accessibilityMention" | "audiencePage" | "archived" | "siteNotice"> {
  const mention = accessibilityMention(site, lang);
  const audience = audienceLink(site, lang);
  return {
    ...(site.origin !== "" && { feedsPage: addressOf(site, "feeds", lang) }),
    ...(mention && { accessibilityMention: mention }),
    ...(audience && { audiencePage: audience }),
    ...(site.archived && { archived: archivedView(site, site.archived, lang) }),
    ...noticeView(site, lang),
  };
}

function archivedView(site: Site, archived: Archived, lang: string): NonNullable<Around["archived"]> {
  const { title, since } = ui(lang, site.lang).archived;
  const own = archivedMessage(archived, lang, site.lang);
  if (own !== undefined) return { title, text: own };
  return { title, text: since(longDate(archived.date, wordsLang(site, lang))), ...ourLabel({ site, lang }) };
}

/** The language is given if it is not that of the page. */
function noticeView({ notice, lang: siteLang }: Site, lang: string): Pick<Around, "siteNotice"> {
  const found = notice && noticeIn(notice, lang, siteLang);
  if (found === undefined) return {};
  const { text, url, lang: said } = found;
  const title = ui(lang, siteLang).notice;
  return {
    siteNotice: { title, text, ...(said !== lang && { lang: said }), ...(url !== undefined && { url }) },
  };
}

/**
 * The picture shown when the page is shared: its own, or else a card with its title. A picture on another host is named here
 * and nowhere else.
 */
function shareImage(site: Site, draft: Draft, inputs: PlanInputs): Pick<Around, "shareImage"> {
  const { entry } = draft;
  const { image } = entry ?? {};
  if (image?.remote) return { shareImage: { url: remoteAddress(image.src, site), alt: image.alt } };
  const own = entry && inputs.cover(entry)?.share;
  if (own !== undefined) return { shareImage: ownImage(site, own, image?.alt ?? "", "image/jpeg") };
  const card = cardOf(site, draft, inputs);
  if (!card) return {};
  const alt = wordsDrawn(card).join(" – ");
  return { shareImage: ownImage(site, PICTURES + cardName(card), alt, "image/png") };
}

/** Sharing sites read the head of a page away from it: `//host/x.png` is not an address there. */
function remoteAddress(src: string, { origin }: Site): string {
  return resolveAddress(src, { origin, url: origin });
}

function ownImage(site: Site, path: string, alt: string, type: string): ShareImage {
  return { url: absoluteUrl(site, path), alt, ...CARD, type };
}

/** Without a site address no sharing site could find a card, so none is drawn. */
function cardOf(site: Site, { entry, lang, layout, kind }: Draft, { cover }: PlanInputs): Card | undefined {
  if (layout === null || kind === "redirect" || site.origin === "") return undefined;
  if (entry && (entry.image?.remote || cover(entry)?.share !== undefined)) return undefined;
  const name = siteTitle(site, lang);
  const card =
    entry?.kind === "post"
      ? { title: entry.title, site: name, date: longDate(entry.day, wordsLang(site, lang)) }
      : { site: name };
  return wordsDrawn(card).length > 0 ? card : undefined;
}
