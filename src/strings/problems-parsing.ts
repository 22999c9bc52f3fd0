// Messages about characters of a text that cannot be intended.
// Control characters are invisible, so their message says where to put the cursor.
import { message } from "./message.ts";

export const parsingMessages = {
  "control-character": message<{ name: string; count: number }>({
    severity: "warn",
    fr: (p) => [
      p.count === 1
        ? `Un caractère de contrôle invisible (${p.name}) se trouve ici : il a été retiré de la page.`
        : `${String(p.count)} caractères de contrôle invisibles (dont ${p.name}) se trouvent sur cette ligne : ils ont été retirés de la page.`,
      "Placez le curseur à cet endroit, effacez les deux caractères voisins, puis retapez-les.",
    ],
    en: (p) => [
      p.count === 1
        ? `There is an invisible control character (${p.name}) here: it was left out of the page.`
        : `There are ${String(p.count)} invisible control characters (${p.name} among them) on this line: they were left out of the page.`,
      "Put the cursor there, delete the characters on both sides of it, and type them again.",
    ],
  }),
  "garbled-text/styled-value": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `« ${p.found} » est écrit avec des lettres mathématiques qui imitent le gras ou l’italique : les lecteurs d’écran les épellent ou les passent.`,
    en: (p) =>
      `“${p.found}” is written in mathematical letters that imitate bold or italics: screen readers spell them or skip them.`,
    hint: (p) => p.fix,
  }),
};
