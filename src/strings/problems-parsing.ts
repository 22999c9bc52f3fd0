// Messages about characters of a text that cannot be intended.
// Control characters are invisible, so their message says where to put the cursor.
import { code, message } from "./message.ts";

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
  "garbled-text": message<{ found: string; fix: string; count: number }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.found} » s’affiche tel quel : un autre logiciel a lu ce texte dans un mauvais encodage, puis l’a enregistré ainsi.`,
      `Écrivez « ${p.fix} »${p.count > 1 ? `. Ce texte a ${String(p.count)} passages à reprendre : s’il en existe un original, copiez-le de nouveau` : ""}.`,
    ],
    en: (p) => [
      `“${p.found}” is shown as it is: another program read this text in the wrong encoding, then saved it so.`,
      `Write “${p.fix}”${p.count > 1 ? `. This text has ${String(p.count)} such places: if there is an original, copy it again` : ""}.`,
    ],
  }),
  "garbled-text/styled": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.found} » est écrit avec des lettres mathématiques qui imitent le gras ou l’italique : les lecteurs d’écran les épellent ou les passent.`,
      `Écrivez ${code(p.fix)}, et de même pour les mots semblables.`,
    ],
    en: (p) => [
      `“${p.found}” is written in mathematical letters that imitate bold or italics: screen readers spell them or skip them.`,
      `Write ${code(p.fix)}, and likewise for similar words.`,
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
