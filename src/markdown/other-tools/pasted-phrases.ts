// What is copied along with a text, each as a pattern for a whole paragraph or its beginning: what a writing assistant says of its
// work, and the buttons and dates of a web page. A person may well write nearly the same, so each needs words that only they have.
// Each space stands for whitespace of any kind, since tidying every paragraph first takes four times as long; it is bounded, so that
// a hostile run of it is not read again and again.
import { addTo } from "../../group.ts";

/** Patterns by the words that a text may begin with: to compile all of them takes longer than ten texts, and few need one. */
type Phrases = ReadonlyMap<string, readonly RegExp[]>;

const [APOSTROPHE, BLANK] = ["['’]", "\\s{0,9}"];
/** Stands for all numbers among first words. */
const NUMBER = "0";

/** `end` is that of each pattern. */
function phrases(written: readonly (readonly [firstWords: string, pattern: string])[], end = ""): Phrases {
  const found = new Map<string, RegExp[]>();
  for (const [words, source] of written) {
    const blanks = source.replace(/ (\??)/g, (_, maybe) => (maybe === "" ? "\\s{1,9}" : BLANK));
    const pattern = new RegExp(`^(?:${blanks})${end}`, "u");
    for (const word of words.split(" ")) addTo(found, word, pattern);
  }
  return found;
}

/** Whether a text is one of some phrases, or begins with one. */
export function matches(text: string, known: Phrases): boolean {
  const [word = ""] = /[^\s*_'’!,.:-]+/.exec(text) ?? [];
  return known.get(/^\d/.test(word) ? NUMBER : word)?.some((pattern) => pattern.test(text)) === true;
}

const WORK = "(?:version|proposition|ébauche|brouillon|reformulation|traduction|article|billet|texte)";
const YOURS = "(?:votre|ton|ta|vos)";
const REWORK =
  "(?:modifie|adapte|ajuste|reformule|raccourcisse|rallonge|transforme|(?:traduise|génère) (?:ce|cet|cette|le|la|une))";
const REWORKED =
  "(?:expand|adjust|revise|rewrite|rephrase|reformat|shorten|refine|tailor|tweak|modify|make (?:it|this))";
/** What a text is told to be by the one who reworked it. */
const DONE =
  "(?:corrigé|relu|remanié|réécrit|reformulé|traduit|révisé|amélioré|optimisé|raccourci|enrichi|condensé|mis en forme|prêt à)";
const WORK_EN =
  "(?:version|draft|rewrite|translation|revision|summary|outline|post|article|text|paragraph|title|headline|caption)s?";
const AGREED_FR = `(?:Bien sûr|Bien entendu|Certainement|Absolument|Avec plaisir|D${APOSTROPHE}accord|Parfait|Très bien)`;

/** At the beginning of a paragraph. */
export const ASSISTANT = phrases([
  [
    "Bien Certainement Absolument Avec D Parfait Très",
    `${AGREED_FR}${BLANK}[!,.:] Voici (?:\\p{L}{1,15} ){1,3}?${WORK}(?!\\p{L})(?! (?:de |d${APOSTROPHE})?(?:l[ae] |l${APOSTROPHE}|du |des |notre |nos |cette |ce ))`,
  ],
  ["Voici", `Voici ${YOURS} (?:article|billet|texte)(?:${BLANK}[:.]?$| (?:\\p{L}{1,15} )?${DONE}(?!\\p{L}))`],
  [
    "Voici",
    `Voici (?:une|la|un|le) ${WORK} (?:[\\p{L}’'-]+ ){0,4}?(?:de |d${APOSTROPHE}|pour )?${YOURS} (?:article|billet|texte|post|message|paragraphe|contenu)(?!\\p{L})`,
  ],
  [
    "Sure Certainly Of Absolutely Got",
    `(?:Sure|Certainly|Of course|Absolutely|Got it)(?: thing)?[!,.] (?:Here(?:${APOSTROPHE}s| is| are)|Below is) (?:[\\p{L}’'-]+ ){1,4}?${WORK_EN}\\b`,
  ],
  [
    "Here",
    `Here(?:${APOSTROPHE}s| is) (?:an? |the )?(?:[\\w-]+ ){0,3}?(?:version|draft|rewrite|translation|revision) (?:of|for) your `,
  ],
  [
    "N Faites Fais Dites Dis Souhaitez Souhaites Voulez Veux Si",
    `(?:N${APOSTROPHE}hésitez? pas à me (?:le )?(?:dire|faire savoir|demander|indiquer)|(?:Faites|Fais|Dites|Dis)(?:-le)?-moi|Souhaitez-vous|Souhaites-tu|Voulez-vous|Veux-tu|Si (?:vous|tu) (?:souhait|voul|veu)\\p{L}+),? [^.?!\\n]{0,60}que (?:je |j${APOSTROPHE})(?:l[ea] |l${APOSTROPHE})?${REWORK}(?!\\p{L})`,
  ],
  [
    "Would Let",
    `(?:Would you like me to|Let me know if you(?:${APOSTROPHE}d| would) like me to) ${REWORKED}\\b`,
  ],
  ["Let", `Let me know if you(?:${APOSTROPHE}d| would) like any (?:changes|revisions|adjustments|edits)\\b`],
  ["As", `As an AI(?: language)? (?:model|assistant), I\\b|As of my (?:last )?(?:knowledge|training)\\b`],
  [
    "En",
    `En tant (?:que (?:modèle de langage|modèle d${APOSTROPHE}IA|assistant virtuel)|qu${APOSTROPHE}(?:IA|assistant IA|intelligence artificielle))(?: [^.,\\n]{0,40})?, je\\b`,
  ],
]);

const DAY =
  "(?:\\d{1,2}(?:er)? \\p{L}{3,9}\\.? 20\\d\\d|\\d\\d/\\d\\d/20\\d\\d|\\p{L}{3,9}\\.? \\d{1,2}, 20\\d\\d)";
const HOUR = `(?:,? (?:à|at|-) \\d{1,2}${BLANK}[h:]${BLANK}(?:\\d\\d)?(?: ?[ap]\\.?m\\.?)?)?`;
const MINUTES = `\\d{1,2}${BLANK}(?:minutes?|mins?|mn)\\.?`;
const NETWORK = "(?:Facebook|Twitter|X|LinkedIn|Bluesky|Mastodon|WhatsApp|les réseaux sociaux|social media)";

/** A whole paragraph: a person who writes a sentence goes on. */
export const PAGE_PART = phrases(
  [
    [
      "Temps Durée",
      `[*_]{0,3}(?:Temps|Durée) de lecture(?: estimée?| moyenn?e?)?${BLANK}:? (?:environ )?${MINUTES}[*_]{0,3}`,
    ],
    [
      `Estimated Reading reading ${NUMBER}`,
      `(?:Estimated )?[Rr]eading time: ${MINUTES}|${MINUTES} (?:de lecture|read)`,
    ],
    ["Publié Published Posted", `Publié le ${DAY}${HOUR}|(?:Published|Posted) (?:on )?${DAY}${HOUR}`],
    [
      "Partager",
      `Partager(?: (?:(?:cet article|cette page|sur ${NETWORK}|par (?:e-?mail|courriel))${BLANK})+)?${BLANK}:?`,
    ],
    ["Share", `Share(?: (?:this (?:article|post|page)|on ${NETWORK}|via e-?mail))?:?`],
    ["Tweet Tweeter Copier Copy", "Tweet(?:er)?|Copier le lien|Copy link"],
    [
      "Accepter Refuser Gérer Tout Accept Reject Manage",
      "(?:Accepter|Refuser|Gérer) (?:tous )?les cookies|Tout (?:accepter|refuser)|(?:Accept|Reject|Manage) (?:all )?cookies",
    ],
    ["Aller Passer Skip", "(?:Aller|Passer) au contenu(?: principal)?|Skip to (?:main )?content"],
    ["Retour Haut haut Back", "(?:Retour en )?[Hh]aut de (?:la )?page|Retour en haut|Back to top"],
  ],
  "$",
);

/** One of the buttons below “Partager :”. That of a link or a message ends with the word: “le lien entre les équipes” is no button. */
export const BUTTON =
  /(?<!\p{L})(?:Facebook|Twitter|X|LinkedIn|Bluesky|Mastodon|WhatsApp|Telegram|(?:e-?mail|mail|courriel|lien|link)(?=[*_\s]*(?:$|\])))(?!\p{L})/iu;

/** What a social network writes where it cuts a message. */
export const CUT_MESSAGE = /(?:…|\.\.\.) ?(?:voir plus|voir la suite|afficher la suite|see more)$/;
/** LinkedIn copies the name of the sign, which it hides. */
export const NAMED_HASHTAG = /(?<![\p{L}\p{N}_])hashtag#[\p{L}\p{N}_]+/u;
/** A paragraph of hashtags. */
export const HASHTAGS = /^#[\p{L}\p{N}_]+(?:[ ,\n]+#[\p{L}\p{N}_]+)+$/u;
/** Above hashtags, where it says that they are some. */
export const TAG_LABEL =
  /^[\W_]{0,3}(?:(?:hash)?tags?|mots[ -]cl[ée]s|keywords|[ée]tiquettes|libell[ée]s|labels|cat[ée]gories|th[èe]mes|topics)(?!\p{L})/iu;
/** After the sign: the number of an issue, or a colour. */
export const NO_HASHTAG = /^(?:\d+|[\da-f]{3}|[\da-f]{6})$/i;
