// `accessibility` of `site.yaml` → the statement that French law requires, and its mention at the foot of every page.
// Both say what the audit allows and nothing more: without an audit, "non conforme", whatever else is written.
import { longDate } from "../content/days.ts";
import { conformityOf, type Accessibility, type Conformity } from "../site/accessibility.ts";
import { absoluteUrl, siteTitle, wordsLang, type Site } from "../site/site.ts";
import { conformityNames, statementWords } from "../strings/accessibility.ts";
import type { UiLang } from "../ui-lang.ts";
import { addressOf } from "./addresses.ts";
import type { Draft } from "./draft.ts";
import { ownPage, type Shelf } from "./lists.ts";
import { part, type Sentence, type StatementPart } from "./parts.ts";
import type { LinkView } from "./views.ts";

/** None for a site without `accessibility`: only public bodies must have a statement. */
export function accessibilityPages(shelf: Shelf): Draft[] {
  const { site, lang } = shelf;
  const { accessibility } = site;
  if (accessibility === undefined) return [];
  const words = statementWords(wordsLang(site, lang));
  return [
    ownPage(shelf, "accessibility", {
      layout: "accessibility-statement",
      title: words.title,
      description: words.description(siteTitle(site, lang)),
      data: { conformity: conformityOf(accessibility), parts: statementOf(accessibility, site, lang) },
    }),
  ];
}

/** In the exact words of the law if the page is in French. */
export function accessibilityMention(site: Site, lang: string): LinkView | undefined {
  if (site.accessibility === undefined) return undefined;
  const language = wordsLang(site, lang);
  const state = conformityNames[language][conformityOf(site.accessibility)];
  return { label: statementWords(language).mention(state), url: addressOf(site, "accessibility", lang) };
}

interface Told {
  told: Accessibility;
  site: Site;
  lang: string;
  language: UiLang;
  who: string;
  audited: boolean;
}

/** Every part of the administration's model statement, in its order. */
function statementOf(told: Accessibility, site: Site, lang: string): StatementPart[] {
  const language = wordsLang(site, lang);
  const who = told.organization ?? site.publisher ?? site.title;
  const audited = told.auditedOn !== undefined && told.rate !== undefined;
  const all: Told = { told, site, lang, language, who, audited };
  return [
    commitment(all),
    scope(all),
    state(all),
    ...results(all),
    ...contents(all),
    ...making(all),
    contact(all),
    remedies(all),
  ];
}

function commitment({ told, language, who }: Told): StatementPart {
  const words = statementWords(language);
  const plans = [
    told.multiYearPlan === undefined ? [] : planOf(words.multiYearPlan, told.multiYearPlan),
    told.actionPlan === undefined ? [] : planOf(words.actionPlan, told.actionPlan),
  ].flat();
  const intro = plans.length > 0 ? [{ text: words.plans }] : [];
  return part(undefined, [{ text: words.commitment(who) }, ...intro], plans);
}

function scope({ site, lang, language }: Told): StatementPart {
  const url = addressOf(site, "home", lang);
  return part(undefined, [{ text: statementWords(language).scope, label: absoluteUrl(site, url), url }]);
}

/** An address becomes a link; words that say when a document will be published follow its name. */
function planOf(label: string, plan: string): Sentence {
  return /^(?:https?:\/\/|\/)/.test(plan) ? { text: "", label, url: plan } : { text: `${label} (${plan})` };
}

function state({ told, site, lang, language, audited }: Told): StatementPart {
  const words = statementWords(language);
  const conformity: Conformity = conformityOf(told);
  const name = siteTitle(site, lang);
  const why = audited ? words.why[reasonOf(told, conformity)] : words.why.unaudited;
  const text = words.stateOf(name, conformityNames[language][conformity], told.referenceVersion) + why;
  return part(words.state, [{ text }]);
}

/** Exemptions are named only if some are listed. */
function reasonOf(
  { rate = 0, nonConformities, exemptions }: Accessibility,
  conformity: Conformity,
): "full" | "low" | "faults" | "exemptions" | "both" {
  if (conformity === "full") return "full";
  if (rate < 50) return "low";
  if (exemptions.length === 0) return "faults";
  return nonConformities.length === 0 ? "exemptions" : "both";
}

function results({ told, language }: Told): StatementPart[] {
  const words = statementWords(language);
  const { auditedOn, auditor, rate, averageRate, referenceVersion } = told;
  if (auditedOn === undefined || rate === undefined)
    return [part(words.results, [{ text: words.noResults }])];
  return [
    part(
      words.results,
      [{ text: words.audit(longDate(auditedOn, language), auditor) }],
      [
        { text: words.rate(rate, referenceVersion) },
        ...(averageRate === undefined ? [] : [{ text: words.averageRate(averageRate) }]),
      ],
    ),
  ];
}

function contents({ told, language, audited }: Told): StatementPart[] {
  const words = statementWords(language);
  const { nonConformities, exemptions, thirdParty } = told;
  const noFaults = audited && told.rate === 100 ? words.noNonConformities : words.unknownNonConformities;
  return [
    part(words.contents, audited ? [] : [{ text: words.contentsUnaudited }]),
    listed(words.nonConformities, nonConformities, noFaults),
    listed(words.exemptions, exemptions, words.noExemptions),
    listed(words.thirdParty, thirdParty, words.none),
  ];
}

function making({ told, language, audited }: Told): StatementPart[] {
  const words = statementWords(language);
  const { declaredOn, updatedOn, environment, sample } = told;
  const unknown = audited ? words.unsaid : words.notAudited;
  const dates = [
    declaredOn === undefined ? words.undated : words.declaredOn(longDate(declaredOn, language)),
    ...(updatedOn === undefined ? [] : [words.updatedOn(longDate(updatedOn, language))]),
  ];
  return [
    part(words.statement, [{ text: dates.join(" ") }]),
    listed(words.technologies, told.technologies, words.unsaid),
    {
      ...listed(words.environment, environment, unknown),
      ...(environment.length > 0 && { sentences: [{ text: words.environmentIntro }] }),
    },
    listed(words.tools, told.tools, unknown),
    sample.length > 0
      ? {
          ...part(
            words.sample,
            [],
            sample.map(({ label, url }) => ({ text: "", label, url })),
          ),
          level: 3,
          own: true,
        }
      : listed(words.sample, [], unknown),
  ];
}

function contact({ told, site, language, who }: Told): StatementPart {
  const words = statementWords(language);
  const { name = who, email = site.email, form, phone, address } = told.contact;
  const ways: Sentence[] = [
    ...(email === undefined ? [] : [{ text: words.contactEmail, label: email, url: `mailto:${email}` }]),
    ...(form === undefined ? [] : [{ text: "", label: words.contactForm, url: form }]),
    ...(phone === undefined ? [] : [{ text: words.contactPhone(phone) }]),
    ...(address === undefined ? [] : [{ text: words.contactAddress(address) }]),
  ];
  const intro = { text: words.contactIntro(name) };
  return part(words.contact, ways.length > 0 ? [intro] : [intro, { text: words.contactNobody }], ways);
}

function remedies({ language }: Told): StatementPart {
  const words = statementWords(language);
  const ways = [...words.remedyLinks, { text: words.remedyPost }, { text: words.remedyPhone }];
  return part(words.remedies, [{ text: words.remediesIntro }], ways);
}

/** A part one level down: a list, or the text that replaces an empty one. */
function listed(title: string, items: readonly string[], empty: string): StatementPart {
  return {
    title,
    level: 3,
    sentences: items.length > 0 ? [] : [{ text: empty }],
    items: items.map((text) => ({ text })),
    ...(items.length > 0 && { own: true as const }),
  };
}
