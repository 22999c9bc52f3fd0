// `audience` of `site.yaml` → the page, in each language, that tells readers what is counted of their visits and lets them
// refuse, and the link to it at the foot of every page. Both exist even if this run counts nothing, as in a preview.
import type { Audience } from "../site/audience-schema.ts";
import { matomoHost } from "../site/audience.ts";
import { siteTitle, wordsLang, type Site } from "../site/site.ts";
import { audienceWords } from "../strings/audience.ts";
import { addressOf } from "./addresses.ts";
import type { Draft } from "./draft.ts";
import { ownPage, type Shelf } from "./lists.ts";
import { part, type Sentence, type StatementPart } from "./parts.ts";
import type { LinkView } from "./views.ts";

/** None for a site that measures nothing. */
export function audiencePages(shelf: Shelf): Draft[] {
  const { site, lang } = shelf;
  const { audience } = site;
  if (audience === undefined) return [];
  const words = audienceWords(wordsLang(site, lang));
  const [intro, ...parts] = partsOf(audience, site, lang);
  return [
    ownPage(shelf, "audience", {
      title: words.title,
      description: words.description(siteTitle(site, lang)),
      data: { intro, parts, consent: audience.consent },
    }),
  ];
}

export function audienceLink(site: Site, lang: string): LinkView | undefined {
  if (site.audience === undefined) return undefined;
  const { title } = audienceWords(wordsLang(site, lang));
  return { label: title, url: addressOf(site, "audience", lang) };
}

/** The first part comes before the reader's choice, the others after it. */
function partsOf(audience: Audience, site: Site, lang: string): StatementPart[] {
  const words = audienceWords(wordsLang(site, lang));
  const who = site.publisher ?? siteTitle(site, lang);
  const { consent } = audience;
  const told = (texts: readonly string[]): Sentence[] => texts.map((text) => ({ text }));
  const [first = "", ...others] = words.sentItems;
  // Where readers come from is not part of what the law exempts from consent.
  const sent = consent === "ask" ? [first, words.sentIfAsked, ...others] : [first, ...others];
  return [
    part(undefined, told([words.why(who, matomoHost(audience)), words.consent[consent]])),
    part(words.sent, told([words.sentIntro]), told(sent)),
    part(words.unsent, [], told(words.unsentItems)),
    part(words.use, told(words.useSentences)),
    part(words.rights, [
      ...(site.email === undefined
        ? []
        : [{ text: words.write, label: site.email, url: `mailto:${site.email}` }]),
      { text: words.complain, label: words.complaint, url: "https://www.cnil.fr/fr/plaintes" },
    ]),
  ];
}
