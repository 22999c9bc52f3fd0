// The description of every key that a site owner or an editor may write, by file and by path in it.
import {
  FRONT_MATTER_SETTINGS,
  PEOPLE_SETTINGS,
  REDIRECTS_SETTINGS,
  TAGS_SETTINGS,
} from "./settings-content.ts";
import { SITE_SETTINGS } from "./settings-site.ts";
import type { Translated } from "../ui-lang.ts";

export type { Translated };

/** Settings files, by name in `content/`, and front matter. */
export type Described = "site" | "people" | "tags" | "redirects" | "post";

const ACCESSIBILITY_SETTINGS: Readonly<Record<string, Translated>> = {
  "accessibility.status": {
    fr: "L’état de conformité, seulement s’il est en deçà de ce que permet l’audit ; sinon il s’en déduit.",
    en: "The compliance status, only if it is lower than the audit allows; by default, it follows from the audit.",
  },
  "accessibility.rate": {
    fr: "La part des critères respectés, en pour cent.",
    en: "The percentage of criteria that are met.",
  },
  "accessibility.averageRate": {
    fr: "Le taux moyen des pages de l’échantillon, en pour cent.",
    en: "The average rate of the pages in the sample, as a percentage.",
  },
  "accessibility.referenceVersion": {
    fr: "Le référentiel de l’audit.",
    en: "The standard used for the audit.",
  },
  "accessibility.auditedOn": { fr: "Le jour de l’audit.", en: "The day of the audit." },
  "accessibility.auditor": { fr: "Qui l’a mené.", en: "Who carried out the audit." },
  "accessibility.organization": {
    fr: "Qui déclare, si ce n’est pas `publisher`.",
    en: "The organisation that makes the statement, if it is not `publisher`.",
  },
  "accessibility.nonConformities": { fr: "Ce qui n’est pas accessible.", en: "What is not accessible." },
  "accessibility.exemptions": {
    fr: "Les dérogations pour charge disproportionnée.",
    en: "Exemptions for a disproportionate burden.",
  },
  "accessibility.thirdParty": {
    fr: "Les contenus que la loi n’oblige pas à rendre accessibles, comme ceux de tiers.",
    en: "Content that the law does not cover, such as that of third parties.",
  },
  "accessibility.declaredOn": { fr: "Le jour de la déclaration.", en: "The day of the statement." },
  "accessibility.updatedOn": { fr: "Le jour de sa mise à jour.", en: "The day the statement was updated." },
  "accessibility.technologies": { fr: "Les technologies du site.", en: "The technologies of the site." },
  "accessibility.environment": {
    fr: "Les navigateurs et lecteurs d’écran de l’audit, un par ligne.",
    en: "The browsers and screen readers used for the audit, one per line.",
  },
  "accessibility.tools": { fr: "Les outils de l’audit.", en: "The tools used for the audit." },
  "accessibility.sample": { fr: "Les pages qui ont été vérifiées.", en: "The pages that were checked." },
  "accessibility.sample.*.label": { fr: "Le nom de la page.", en: "The page’s name." },
  "accessibility.sample.*.url": { fr: "Son adresse.", en: "Its address." },
  "accessibility.contact": {
    fr: "Comment signaler un obstacle, si ce n’est pas à `email`.",
    en: "How to report an obstacle, if not to `email`.",
  },
  "accessibility.contact.name": { fr: "À qui.", en: "The person or team to contact." },
  "accessibility.contact.email": { fr: "Une adresse électronique.", en: "An e-mail address." },
  "accessibility.contact.form": { fr: "L’adresse d’un formulaire.", en: "The address of a form." },
  "accessibility.contact.phone": { fr: "Un téléphone.", en: "A telephone number." },
  "accessibility.contact.address": { fr: "Une adresse postale.", en: "A postal address." },
  "accessibility.multiYearPlan": {
    fr: "L’adresse du schéma pluriannuel, ou une phrase qui dit quand il paraîtra.",
    en: "The address of the multi-year plan, or a sentence that says when it will appear.",
  },
  "accessibility.actionPlan": {
    fr: "L’adresse du plan d’action de l’année, ou une phrase qui dit quand il paraîtra.",
    en: "The address of this year’s action plan, or a sentence that says when it will appear.",
  },
};

export const SETTINGS: Readonly<Record<Described, Readonly<Record<string, Translated>>>> = {
  site: { ...SITE_SETTINGS, ...ACCESSIBILITY_SETTINGS },
  people: PEOPLE_SETTINGS,
  tags: TAGS_SETTINGS,
  redirects: REDIRECTS_SETTINGS,
  post: FRONT_MATTER_SETTINGS,
};
