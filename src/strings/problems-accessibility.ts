// Messages about `accessibility` in site.yaml: what it claims, what its audit allows it to claim, and what it does not say.
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

export const accessibilityMessages = {
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
