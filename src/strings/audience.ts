// Wording of the page that says what is counted of visits. It promises what the CNIL requires of a measure without consent:
// docs/publier.md tells the operator how to configure Matomo so that each promise holds.
import type { UiLang } from "../ui-lang.ts";

const fr = {
  title: "Mesure d’audience",
  description: (site: string) =>
    `Ce que compte ${site} de vos visites, ce qu’il n’en sait pas, et comment vous y opposer.`,
  why: (who: string, host: string) =>
    `${who} compte les pages lues, pour savoir lesquelles servent et améliorer ce site. Quand une page s’ouvre, votre navigateur en envoie l’adresse à ${host}, où le logiciel libre Matomo tient les comptes.`,
  consent:
    "Cette mesure se limite à ce que la loi permet sans vous demander votre accord. Vous pouvez vous y opposer ici, à tout moment.",
  sent: "Ce qui est envoyé",
  sentIntro: "Une fois par page ouverte :",
  sentItems: [
    "l’adresse de la page, sans ce qui suit « ? » ou « # », et son titre ;",
    "ce que dit toute connexion : l’adresse IP, le navigateur et les langues qu’il préfère.",
  ],
  unsent: "Ce qui ne l’est pas",
  unsentItems: [
    "Il n’y a ni cookie, ni identifiant : rien n’est lu dans votre navigateur ni écrit pour vous mesurer. Seul votre choix y est gardé.",
    "Les mots que vous cherchez ne sont jamais envoyés, ni ce que vous faites dans une page.",
    "Aucun programme de Matomo, ni d’un autre site, ne s’exécute dans les pages.",
    "Si votre navigateur demande à ne pas être suivi (Global Privacy Control, Do Not Track), rien n’est envoyé.",
  ],
  use: "Ce qui en est fait",
  useSentences: [
    "Les comptes ne servent qu’à nous, pour ce site seulement. Ils ne sont ni rapprochés d’autres fichiers, ni transmis, et sont gardés 25 mois au plus.",
    "L’adresse IP perd ses deux derniers octets avant d’être enregistrée.",
  ],
  rights: "Vos questions, vos droits",
  write: "Pour une question, ou pour faire valoir vos droits, écrivez à",
  complain: "Si la réponse ne vous convient pas, vous pouvez",
  complaint: "adresser une plainte à la CNIL",
};

type AudienceWords = typeof fr;

const en: AudienceWords = {
  title: "Audience measurement",
  description: (site) =>
    `What ${site} counts of your visits, what it does not know of them, and how to object.`,
  why: (who, host) =>
    `${who} counts the pages that are read, to learn which ones are of use and to improve this site. When a page opens, your browser sends its address to ${host}, where Matomo, a free program, keeps count.`,
  consent:
    "This measurement keeps to what French law allows without asking for your consent. You can object to it here, at any time.",
  sent: "What is sent",
  sentIntro: "Once for each page that opens:",
  sentItems: [
    "the address of the page, without what follows “?” or “#”, and its title;",
    "what every connection tells: the IP address, the browser and the languages it prefers.",
  ],
  unsent: "What is not",
  unsentItems: [
    "There is neither cookie nor identifier: nothing is read in your browser or written there to measure you. Only your choice is kept in it.",
    "The words that you search for are never sent, nor what you do on a page.",
    "No program of Matomo’s, nor of any other site, runs in the pages.",
    "If your browser asks not to be tracked (Global Privacy Control, Do Not Track), nothing is sent.",
  ],
  use: "What becomes of it",
  useSentences: [
    "The counts serve only us, for this site only. They are neither joined with other files nor passed on, and are kept for 25 months at most.",
    "The IP address loses its last two bytes before it is recorded.",
  ],
  rights: "Your questions, your rights",
  write: "With a question, or to exercise your rights, write to",
  complain: "If the answer does not satisfy you, you can",
  complaint: "lodge a complaint with the CNIL (French data protection authority)",
};

export function audienceWords(lang: UiLang): AudienceWords {
  return { fr, en }[lang];
}

/** The readers' choice; `states` says what applies in this browser, and the page's script inserts the right one. */
const choiceFr = {
  /** Heading of the choice on its page. */
  choice: "Votre choix",
  object: "Ne pas mesurer mes visites",
  states: {
    yes: "Les pages que vous lisez dans ce navigateur sont comptées.",
    no: "Les pages que vous lisez dans ce navigateur ne sont pas comptées.",
    signal: "Votre navigateur demande à ne pas être suivi : rien n’est compté, il n’y a rien à faire.",
    unkept:
      "Votre navigateur ne permet pas de garder un choix : rien n’est compté, pour ne pas aller contre votre avis.",
    elsewhere: "Cette page n’est pas à l’adresse publique du site : rien n’est compté ici.",
    /** Before the script has run, and permanently without it. */
    before: "Rien n’est compté : il faudrait JavaScript, et le site en ligne.",
  },
};

const choiceEn: typeof choiceFr = {
  choice: "Your choice",
  object: "Do not measure my visits",
  states: {
    yes: "The pages that you read in this browser are counted.",
    no: "The pages that you read in this browser are not counted.",
    signal: "Your browser asks not to be tracked: nothing is counted, and there is nothing to do.",
    unkept:
      "Your browser does not allow a choice to be kept: nothing is counted, so as not to go against yours.",
    elsewhere: "This page is not at the public address of the site: nothing is counted here.",
    before: "Nothing is counted: that needs JavaScript, and the site online.",
  },
};

export const choiceWords = { fr: choiceFr, en: choiceEn };
