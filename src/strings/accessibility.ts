// Wording of the accessibility statement and of its mention in the footer. The French wording is the one required by law (law
// 2005-102, article 47; decree 2019-768): what the law puts in quotation marks is kept verbatim.
import type { Conformity } from "../site/accessibility.ts";
import type { UiLang } from "../ui-lang.ts";

export const conformityNames: Record<UiLang, Record<Conformity, string>> = {
  fr: { none: "non conforme", partial: "partiellement conforme", full: "totalement conforme" },
  en: { none: "non-compliant", partial: "partially compliant", full: "fully compliant" },
};

const fr = {
  title: "Déclaration d’accessibilité",
  mention: (state: string) => `Accessibilité : ${state}`,
  description: (site: string) =>
    `${site} : état de conformité, contenus concernés, contact et voies de recours.`,
  commitment: (who: string) =>
    `${who} s’engage à rendre ses services numériques accessibles, comme le demande l’article 47 de la loi n° 2005-102 du 11 février 2005.`,
  plans: "À cette fin, sont publiés :",
  multiYearPlan: "le schéma pluriannuel de mise en accessibilité",
  actionPlan: "le plan d’action de l’année",
  scope: "Cette déclaration s’applique au site",
  state: "État de conformité",
  stateOf: (site: string, state: string, reference: string) =>
    `${site} est ${state} avec le référentiel général d’amélioration de l’accessibilité (${reference})`,
  why: {
    unaudited: ", car aucun audit de conformité n’a encore été mené.",
    low: ", car moins de la moitié des critères sont respectés.",
    faults: ", en raison des non-conformités énumérées plus bas.",
    exemptions: ", en raison des dérogations énumérées plus bas.",
    both: ", en raison des non-conformités et des dérogations énumérées plus bas.",
    full: ".",
  },
  results: "Résultats des tests",
  noResults: "Aucun audit de conformité n’a été mené à ce jour : il n’existe ni taux global, ni taux moyen.",
  audit: (date: string, who: string | undefined) =>
    `L’audit de conformité du ${date}${who === undefined ? "" : `, mené par ${who},`} établit que :`,
  rate: (n: number, reference: string) =>
    `${String(n).replace(".", ",")} % des critères du ${reference} sont respectés ;`,
  averageRate: (n: number) =>
    `le taux moyen de conformité des pages du site est de ${String(n).replace(".", ",")} %.`,
  contents: "Contenus non accessibles",
  contentsUnaudited: "Faute d’audit, les listes qui suivent sont incomplètes.",
  nonConformities: "Non-conformités",
  noNonConformities: "Aucune n’a été relevée.",
  unknownNonConformities: "Elles ne sont pas encore connues.",
  exemptions: "Dérogations pour charge disproportionnée",
  thirdParty: "Contenus non soumis à l’obligation d’accessibilité",
  none: "Aucun à ce jour.",
  noExemptions: "Aucune n’est invoquée à ce jour.",
  statement: "Établissement de cette déclaration d’accessibilité",
  declaredOn: (date: string) => `Cette déclaration a été établie le ${date}.`,
  updatedOn: (date: string) => `Elle a été mise à jour le ${date}.`,
  undated: "La date d’établissement de cette déclaration n’a pas été précisée.",
  technologies: "Technologies utilisées pour la réalisation du site",
  environment: "Environnement de test",
  environmentIntro: "Les restitutions des contenus ont été vérifiées avec les combinaisons suivantes :",
  tools: "Outils pour évaluer l’accessibilité",
  sample: "Pages du site ayant fait l’objet de la vérification de conformité",
  notAudited: "Sans objet : aucun audit n’a encore été mené.",
  unsaid: "Cette information n’a pas été précisée.",
  contact: "Retour d’information et contact",
  contactIntro: (who: string) =>
    `Si vous n’arrivez pas à accéder à un contenu ou à un service, vous pouvez contacter ${who} pour être orienté vers une solution accessible ou obtenir le contenu sous une autre forme.`,
  contactNobody: "Aucun moyen de contact n’a encore été précisé.",
  contactEmail: "Adresse électronique :",
  contactForm: "Formulaire de contact",
  contactPhone: (phone: string) => `Téléphone : ${phone}`,
  contactAddress: (address: string) => `Courrier : ${address}`,
  remedies: "Voies de recours",
  remediesIntro:
    "Si vous avez signalé un défaut d’accessibilité qui vous empêche d’accéder à un contenu ou à un service, et que vous n’avez pas obtenu de réponse satisfaisante, vous pouvez :",
  remedyLinks: [
    {
      text: "écrire un message au",
      label: "Défenseur des droits",
      url: "https://formulaire.defenseurdesdroits.fr/",
    },
    {
      text: "rencontrer, dans votre région, un",
      label: "délégué du Défenseur des droits",
      url: "https://www.defenseurdesdroits.fr/saisir/delegues",
    },
  ],
  remedyPost:
    "envoyer un courrier, gratuit et sans timbre, à : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07",
  remedyPhone: "appeler le 09 69 39 00 00",
};

type StatementWords = typeof fr;

const en: StatementWords = {
  title: "Accessibility statement",
  mention: (state) => `Accessibility: ${state}`,
  description: (site) =>
    `How far ${site} complies, which content does not, whom to contact, and how to seek redress.`,
  commitment: (who) =>
    `${who} undertakes to make its digital services accessible, as article 47 of French law no. 2005-102 of 11 February 2005 requires.`,
  plans: "To that end, the following are published:",
  multiYearPlan: "the multi-year accessibility plan",
  actionPlan: "this year’s action plan",
  scope: "This statement applies to the site",
  state: "Compliance status",
  stateOf: (site, state, reference) =>
    `${site} is ${state} with the French general accessibility improvement framework (${reference})`,
  why: {
    unaudited: ", since no conformity audit has been carried out yet.",
    low: ", since fewer than half of the criteria are met.",
    faults: ", owing to the non-conformities listed below.",
    exemptions: ", owing to the exemptions listed below.",
    both: ", owing to the non-conformities and exemptions listed below.",
    full: ".",
  },
  results: "Test results",
  noResults:
    "No conformity audit has been carried out to date: there is neither an overall rate nor an average rate.",
  audit: (date, who) =>
    `The conformity audit of ${date}${who === undefined ? "" : `, carried out by ${who},`} finds that:`,
  rate: (n, reference) => `${String(n)}% of the criteria of ${reference} are met;`,
  averageRate: (n) => `the average compliance rate of the pages of the site is ${String(n)}%.`,
  contents: "Content that is not accessible",
  contentsUnaudited: "Without an audit, the following lists are incomplete.",
  nonConformities: "Non-conformities",
  noNonConformities: "None was found.",
  unknownNonConformities: "They are not known yet.",
  exemptions: "Exemptions for a disproportionate burden",
  thirdParty: "Content that the law does not cover",
  none: "None to date.",
  noExemptions: "None is claimed to date.",
  statement: "How this statement was made",
  declaredOn: (date) => `This statement was made on ${date}.`,
  updatedOn: (date) => `It was updated on ${date}.`,
  undated: "The date of this statement has not been given.",
  technologies: "Technologies used to make the site",
  environment: "Test environment",
  environmentIntro: "The content was checked with the following combinations:",
  tools: "Tools used to assess accessibility",
  sample: "Pages of the site that were checked",
  notAudited: "Not applicable: no audit has been carried out yet.",
  unsaid: "This has not been given.",
  contact: "Feedback and contact",
  contactIntro: (who) =>
    `If you cannot access content or a service, you can write to ${who} to be directed to an accessible alternative, or to receive the content in another form.`,
  contactNobody: "No means of contact has been given yet.",
  contactEmail: "E-mail:",
  contactForm: "Contact form",
  contactPhone: (phone) => `Telephone: ${phone}`,
  contactAddress: (address) => `Post: ${address}`,
  remedies: "Enforcement procedure",
  remediesIntro:
    "If you have reported an accessibility fault that prevents you from accessing content or a service, and have received no satisfactory answer, you can:",
  remedyLinks: [
    {
      text: "write to the",
      label: "Défenseur des droits (French ombudsman)",
      url: "https://formulaire.defenseurdesdroits.fr/",
    },
    {
      text: "meet, in your region, a",
      label: "delegate of the Défenseur des droits",
      url: "https://www.defenseurdesdroits.fr/saisir/delegues",
    },
  ],
  remedyPost:
    "send a letter, free of charge and without a stamp, to: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07, France",
  remedyPhone: "call +33 9 69 39 00 00",
};

export function statementWords(lang: UiLang): StatementWords {
  return { fr, en }[lang];
}
