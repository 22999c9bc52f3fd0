// Wording of the readers' choice on audience measurement: in the region that asks, and on the page that explains it.
// `states` says what applies in this browser; the page's script inserts the right one.

const fr = {
  question: "Pouvons-nous compter les pages que vous lisez ?",
  /** `host` receives the visits. */
  explain: (host: string) =>
    `Leur adresse serait envoyée à ${host}, sans cookie ni identifiant, pour améliorer ce site.`,
  more: "Ce qui est compté",
  accept: "Accepter",
  refuse: "Refuser",
  /** Heading of the choice on its page. */
  choice: "Votre choix",
  /** The action, if nobody is asked first. */
  object: "Ne pas mesurer mes visites",
  states: {
    yes: "Les pages que vous lisez dans ce navigateur sont comptées.",
    no: "Les pages que vous lisez dans ce navigateur ne sont pas comptées.",
    unasked: "Vous n’avez pas encore choisi : rien n’est compté.",
    signal: "Votre navigateur demande à ne pas être suivi : rien n’est compté, il n’y a rien à faire.",
    unkept:
      "Votre navigateur ne permet pas de garder un choix : rien n’est compté, pour ne pas aller contre votre avis.",
    elsewhere: "Cette page n’est pas à l’adresse publique du site : rien n’est compté ici.",
    /** Before the script has run, and permanently without it. */
    before: "Rien n’est compté : il faudrait JavaScript, et le site en ligne.",
  },
};

const en: typeof fr = {
  question: "May we count the pages that you read?",
  explain: (host) =>
    `Their address would be sent to ${host}, with no cookie or identifier, to improve this site.`,
  more: "What is counted",
  accept: "Accept",
  refuse: "Decline",
  choice: "Your choice",
  object: "Do not measure my visits",
  states: {
    yes: "The pages that you read in this browser are counted.",
    no: "The pages that you read in this browser are not counted.",
    unasked: "You have not chosen yet: nothing is counted.",
    signal: "Your browser asks not to be tracked: nothing is counted, and there is nothing to do.",
    unkept:
      "Your browser does not allow a choice to be kept: nothing is counted, so as not to go against yours.",
    elsewhere: "This page is not at the public address of the site: nothing is counted here.",
    before: "Nothing is counted: that needs JavaScript, and the site online.",
  },
};

export const choiceWords = { fr, en };
