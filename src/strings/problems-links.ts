// Messages about links: vague texts, and links that a missing or extra character leaves as text.
// Each says what readers will see, then gives the link to paste.
import { code, message, toWrite } from "./message.ts";

export const linkMessages = {
  "vague-link/words": message<{ text: string; href: string }>({
    severity: "warn",
    fr: (p) => [
      `Le texte du lien « ${p.text} » ne dit pas où il mène.`,
      `Nommez la page d’arrivée : ${code(`[le titre de la page](${p.href})`)}`,
    ],
    en: (p) => [
      `The link text “${p.text}” does not say where it leads.`,
      `Name the page it leads to: ${code(`[the title of the page](${p.href})`)}`,
    ],
  }),
  "mismatched-link": message<{ text: string; href: string }>({
    severity: "warn",
    fr: (p) => [
      `Le texte du lien montre ${code(p.text)}, mais le lien mène à ${code(p.href)}.`,
      "Corrigez celle des deux adresses qui est fausse ; si les deux sont justes, nommez plutôt la page d’arrivée.",
    ],
    en: (p) => [
      `The text of the link shows ${code(p.text)}, but the link leads to ${code(p.href)}.`,
      "Correct whichever address is wrong; if both are right, name the page it leads to instead.",
    ],
  }),
  "vague-link/stray": message<{ href: string }>({
    severity: "warn",
    fr: (p) => [
      `Un lien sans texte, dans un mot, un titre ou contre un autre lien, n’est pas affiché : c’est sans doute un reste de copier-coller.`,
      `Effacez ${code(`[](${p.href})`)}, ou écrivez entre ses crochets le texte du lien.`,
    ],
    en: (p) => [
      `A link without text, in a word, a heading or against another link, is not shown: a paste probably left it.`,
      `Delete ${code(`[](${p.href})`)}, or write the text of the link between its brackets.`,
    ],
  }),
  "literal-link/before": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => `${code(p.found)} est affiché tel quel : rien ne doit séparer le crochet de la parenthèse.`,
    en: (p) =>
      `${code(p.found)} is shown as it is: nothing may stand between the bracket and the parenthesis.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "literal-link/inside": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => `${code(p.found)} est affiché tel quel : une adresse ne contient pas d’espace.`,
    en: (p) => `${code(p.found)} is shown as it is: an address contains no space.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "literal-link/to-come": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : l’adresse du lien n’a pas été écrite.`,
      "Écrivez-la entre les parenthèses ; si la page n’existe pas encore, retirez crochets et parenthèses.",
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: the address of the link was never written.`,
      "Write it between the parentheses; if the page does not exist yet, remove brackets and parentheses.",
    ],
  }),
  "literal-link/quotes": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `${code(p.found)} est affiché tel quel : le titre d’un lien ou d’une image se met entre guillemets droits.`,
    en: (p) =>
      `${code(p.found)} is shown as it is: the title of a link or a picture stands between straight quotes.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "literal-link/title": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `${code(p.found)} est affiché tel quel : un guillemet manque au titre, ou il en contient d’autres.`,
    en: (p) => `${code(p.found)} is shown as it is: the title lacks a quotation mark, or contains others.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "literal-link/definition": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => `${code(p.found)} est affiché tel quel : une espace précède les deux-points.`,
    en: (p) => `${code(p.found)} is shown as it is: a space comes before the colon.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "literal-link/label": message<{
    found: string;
    label: string;
    fix?: string;
    line?: number;
    /** False if the line lacks it; otherwise a space is before it. */
    colon?: boolean;
  }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : aucune ligne ne donne l’adresse de ${code(`[${p.label}]`)}.`,
      p.fix === undefined
        ? `Si c’est un lien, ajoutez après une ligne vide ${code(`[${p.label}]: https://…`)} ; sinon, écrivez ${code(p.found.replace("[", "\\["))}`
        : `${p.line === undefined ? "Écrivez" : `À la ligne ${String(p.line)}, ${p.colon === false ? "avec deux-points après le crochet" : "sans espace avant les deux-points"}, écrivez`} ${code(p.fix)}`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: no line gives the address of ${code(`[${p.label}]`)}.`,
      p.fix === undefined
        ? `If it is a link, add after an empty line ${code(`[${p.label}]: https://…`)}; if not, write ${code(p.found.replace("[", "\\["))}`
        : `${p.line === undefined ? "Write" : `On line ${String(p.line)}, ${p.colon === false ? "with a colon after the bracket" : "without a space before the colon"}, write`} ${code(p.fix)}`,
    ],
  }),
  "literal-link/spaced": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `Dans ${code(p.found)}, rien ne doit séparer les crochets : les premiers sont affichés tels quels, et le repère est pris pour le texte du lien.`,
    en: (p) =>
      `In ${code(p.found)}, nothing may stand between the brackets: the first ones are shown as they are, and the label is taken for the text of the link.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "literal-link/unused": message<{ label: string; fix: string }>({
    severity: "note",
    fr: (p) => [
      `La ligne ${code(`[${p.label}]:`)} n’est pas affichée : elle donne une adresse à un lien, et aucun lien ne l’emploie.`,
      `Pour la montrer, écrivez ${code(p.fix)} ; si elle ne sert plus, supprimez-la.`,
    ],
    en: (p) => [
      `The line ${code(`[${p.label}]:`)} is not shown: it gives a link its address, and no link uses it.`,
      `To show it, write ${code(p.fix)}; if it is no longer of use, delete it.`,
    ],
  }),
  "literal-link/twice": message<{ label: string; line: number; free: string }>({
    severity: "warn",
    fr: (p) => [
      `La ligne ${code(`[${p.label}]:`)} est sans effet : les liens ${code(`[${p.label}]`)} mènent à l’adresse de la ligne ${String(p.line)}.`,
      `Donnez à celle-ci un autre repère, tel que ${code(`[${p.free}]`)}, ici et dans le lien qui doit y mener ; si elle est de trop, supprimez-la.`,
    ],
    en: (p) => [
      `The line ${code(`[${p.label}]:`)} has no effect: the links ${code(`[${p.label}]`)} lead to the address on line ${String(p.line)}.`,
      `Give this one another mark, such as ${code(`[${p.free}]`)}, here and in the link that should lead to it; if it is not needed, delete it.`,
    ],
  }),
  "literal-link/reversed": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `${code(p.found)} est affiché tel quel : le texte d’un lien vient d’abord, entre crochets, puis son adresse, entre parenthèses.`,
    en: (p) =>
      `${code(p.found)} is shown as it is: the text of a link comes first, between brackets, then its address, between parentheses.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "literal-link/unclosed": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => `${code(p.found)} est affiché tel quel : il manque un crochet devant la parenthèse.`,
    en: (p) => `${code(p.found)} is shown as it is: a bracket is missing before the parenthesis.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "literal-link/unopened": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : aucun crochet n’ouvre le texte du lien.`,
      `Placez un crochet devant le premier mot du lien, par exemple ${code(p.fix)}`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: no bracket opens the text of the link.`,
      `Put a bracket before the first word of the link, for instance ${code(p.fix)}`,
    ],
  }),
  "literal-link/split": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : des lignes vides coupent ce lien.`,
      `Écrivez ${code(p.fix)} à la place de ces lignes, depuis ${code("[")}.`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: empty lines cut this link.`,
      `Write ${code(p.fix)} in place of these lines, from ${code("[")} on.`,
    ],
  }),
  "literal-link/double": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => `${code(p.found)} est affiché tel quel : une seule parenthèse précède l’adresse d’un lien.`,
    en: (p) => `${code(p.found)} is shown as it is: only one parenthesis precedes the address of a link.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "literal-link/open": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => `${code(p.found)} est affiché tel quel : il manque la parenthèse qui ferme l’adresse.`,
    en: (p) => `${code(p.found)} is shown as it is: the parenthesis that ends the address is missing.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "literal-link/cut": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `Le lien ou l’image s’affiche tel quel : l’adresse qui commence par ${code(p.found)} est coupée par une fin de ligne.`,
      `Écrivez l’adresse sur une seule ligne : ${code(p.fix)}`,
    ],
    en: (p) => [
      `The link or picture is shown as it is typed: the address that begins with ${code(p.found)} is cut by the end of a line.`,
      `Write the address on one line: ${code(p.fix)}`,
    ],
  }),
  "literal-link/cut-autolink": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `Le lien mène ailleurs : l’adresse qui commence par ${code(p.found)} est coupée par une fin de ligne.`,
      `Écrivez l’adresse sur une seule ligne : ${code(p.fix)}`,
    ],
    en: (p) => [
      `The link leads elsewhere: the address that begins with ${code(p.found)} is cut by the end of a line.`,
      `Write the address on one line: ${code(p.fix)}`,
    ],
  }),
  "literal-link/bang": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `${code(p.found)} est affiché comme un lien, et non comme une image : une espace suit le point d’exclamation.`,
    en: (p) =>
      `${code(p.found)} is shown as a link, and not as a picture: a space follows the exclamation mark.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
};
