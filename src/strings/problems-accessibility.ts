// Messages about `accessibility` in site.yaml: what it claims, what its audit allows it to claim, and what it does not say.
import type { Conformity } from "../site/accessibility.ts";
import type { UiLang } from "../ui-lang.ts";
import { conformityNames } from "./accessibility.ts";
import { message } from "./message.ts";

/** What the law requires of a statement, by the key that says it. */
const REQUIRED = {
  declaredOn: { fr: "le jour où elle a été établie", en: "the day it was made" },
  contact: { fr: "comment vous signaler un obstacle", en: "how to report an obstacle to you" },
  nonConformities: { fr: "ce qui n’est pas conforme", en: "what does not comply" },
  environment: {
    fr: "les navigateurs et lecteurs d’écran de l’audit",
    en: "the browsers and screen readers of the audit",
  },
  tools: { fr: "les outils de l’audit", en: "the tools of the audit" },
  sample: { fr: "les pages vérifiées", en: "the pages that were checked" },
};
export type MissingKey = keyof typeof REQUIRED;

const required = (missing: readonly MissingKey[], lang: UiLang): string =>
  missing.map((key) => REQUIRED[key][lang]).join(" ; ");

export const accessibilityMessages = {
  "accessibility/incomplete": message<{ missing: readonly MissingKey[] }>({
    severity: "note",
    fr: ({ missing }) => [
      `La déclaration d’accessibilité ne dit pas tout ce que la loi demande. Il y manque : ${required(missing, "fr")}.`,
      `Ajoutez sous « accessibility » : ${missing.join(", ")}`,
    ],
    en: ({ missing }) => [
      `The accessibility statement does not say all that the law requires. It lacks: ${required(missing, "en").replaceAll(" ;", ";")}.`,
      `Add under “accessibility”: ${missing.join(", ")}`,
    ],
  }),
  "accessibility/flattering": message<{
    found: Conformity;
    allowed: Conformity;
    fix: Record<UiLang, string>;
  }>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `L’état déclaré est « ${conformityNames.fr[p.found]} », mais l’audit décrit ici permet au plus « ${conformityNames.fr[p.allowed]} » (sans date d’audit ou sans taux, ou sous 50 % : non conforme ; à partir de 50 % : partiellement conforme ; à 100 %, sans non-conformité : totalement conforme).`,
    en: (p) =>
      `The declared status is “${conformityNames.en[p.found]}”, but the audit described here allows “${conformityNames.en[p.allowed]}” at most (without the date of an audit or without a rate, or under 50%: non-compliant; from 50%: partially compliant; at 100% with no non-conformity: fully compliant).`,
    hint: (p, lang) => p.fix[lang],
  }),
  "accessibility/expired": message<{ day: string }>({
    severity: "warn",
    fr: (p) => [
      `L’audit d’accessibilité du ${p.day} a plus de trois ans : la loi ne permet plus de s’en prévaloir.`,
      "Faites refaire un audit, puis changez auditedOn et rate ; d’ici là, écrivez : status: non conforme",
    ],
    en: (p) => [
      `The accessibility audit of ${p.day} is more than three years old: the law no longer lets a site rely on it.`,
      "Have a new audit made, then change auditedOn and rate; until then, write: status: non-compliant",
    ],
  }),
  "accessibility/bad-day": message<{ key: string; found: string; fix: string }>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `« ${p.key} » vaut « ${p.found} », qui n’est pas un jour passé : il faut un jour qui existe, aujourd’hui au plus tard.`,
    en: (p) =>
      `“${p.key}” is “${p.found}”, which is not a day of the past: it must be a day that exists, today at the latest.`,
    hint: (p) => p.fix,
  }),
  "accessibility/own-page": message<{ file: string; url: string }>({
    severity: "warn",
    fr: (p) => [
      `Cette page est à l’adresse ${p.url}, où Carnet ferait la déclaration que décrit « accessibility » (content/site.yaml) : elle la remplace, et l’audit n’est dit nulle part.`,
      `Supprimez ${p.file}. Si cette page dit déjà tout de l’audit, supprimez plutôt le bloc accessibility de content/site.yaml.`,
    ],
    en: (p) => [
      `This page is at the address ${p.url}, where Carnet would make the statement that “accessibility” describes (content/site.yaml): it replaces that statement, and the audit appears nowhere.`,
      `Delete ${p.file}. If this page already says all about the audit, delete the accessibility block of content/site.yaml instead.`,
    ],
  }),
};
