// Messages about characters of a text that cannot be intended, found before any rule runs.
// These characters are invisible, so each message says where to put the cursor.
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
};
