// Messages about blocks that a missing line or character turns into something else: code, callouts, lists, headings.
// Each says what readers will see, then gives the line to paste and where it goes.
import { code, message, toWrite } from "./message.ts";

/** The beginning of a line that the fix gives in full. */
const begun = (line: string): string => (line.length > 80 ? `${line.slice(0, 79)}…` : line);

export const blockMessages = {
  "unclosed-code/open": message<{ fence: string; to: number; line: number }>({
    severity: "warn",
    fr: (p) => [
      `Le code ouvert ici par ${p.fence} n’est jamais refermé : le texte est affiché comme du code jusqu’à la ligne ${String(p.to)}.`,
      `Là où le code finit, sans doute à la ligne ${String(p.line)}, écrivez une ligne ${p.fence}`,
    ],
    en: (p) => [
      `The code block opened here by ${p.fence} is never closed: the text is shown as code up to line ${String(p.to)}.`,
      `Where the code ends, probably on line ${String(p.line)}, write a line ${p.fence}`,
    ],
  }),
  "unclosed-code/closing": message<{ fence: string; to: number; line: number; found: string }>({
    severity: "warn",
    fr: (p) => [
      `Le code ouvert ici par ${p.fence} n’est jamais refermé : le texte est affiché comme du code jusqu’à la ligne ${String(p.to)}. La ligne ${String(p.line)}, « ${p.found} », ne le ferme pas : il y faut les mêmes signes, et rien d’autre.`,
      `À la ligne ${String(p.line)}, écrivez seulement ${p.fence}`,
    ],
    en: (p) => [
      `The code block opened here by ${p.fence} is never closed: the text is shown as code up to line ${String(p.to)}. Line ${String(p.line)}, “${p.found}”, does not close it: that needs the same signs, and nothing else.`,
      `On line ${String(p.line)}, write only ${p.fence}`,
    ],
  }),
  "unclosed-code/outside": message<{ fence: string; line: number; before: string }>({
    severity: "warn",
    fr: (p) => [
      `Le code ouvert ici par ${p.fence} se trouve dans une liste ou une citation, et la ligne ${String(p.line)}, qui devait le refermer, en est sortie : elle ouvre un autre code, et ce qui la suit y passe.`,
      p.before.trim() === ""
        ? `Commencez la ligne ${String(p.line)} par ${p.before.length < 2 ? "une espace" : `${String(p.before.length)} espaces`}, comme la première.`
        : `Commencez la ligne ${String(p.line)} comme la première : ${p.before}${p.fence}`,
    ],
    en: (p) => [
      `The code block opened here by ${p.fence} is in a list or a quotation, and line ${String(p.line)}, which was meant to close it, is outside: it opens another code block, which takes what follows.`,
      p.before.trim() === ""
        ? `Begin line ${String(p.line)} with ${p.before.length < 2 ? "one space" : `${String(p.before.length)} spaces`}, like the first one.`
        : `Begin line ${String(p.line)} like the first one: ${p.before}${p.fence}`,
    ],
  }),
  "unclosed-code/empty": message<{ fence: string }>({
    severity: "warn",
    fr: (p) => [
      `La ligne ${p.fence} ouvre du code, et rien ne la suit : un cadre vide est affiché.`,
      "Effacez cette ligne.",
    ],
    en: (p) => [
      `The line ${p.fence} opens code, and nothing follows it: an empty frame is shown.`,
      "Delete this line.",
    ],
  }),
  "literal-front-matter": message({
    severity: "warn",
    fr: () => [
      "Un second en-tête commence ici : seul le premier est lu, et celui-ci s’affiche dans la page.",
      "Déplacez ses lignes utiles dans le premier, puis effacez-le avec les deux lignes de signes qui l’entourent.",
    ],
    en: () => [
      "A second front matter begins here: only the first one is read, and this one shows on the page.",
      "Move its useful lines into the first one, then delete it with the two lines of signs around it.",
    ],
  }),
  "literal-front-matter/tags": message<{ fix: string }>({
    severity: "warn",
    fr: (p) => [
      "Ces mots-clés, que HackMD lit, sont affichés dans la page comme un titre.",
      `Effacez cette ligne, et ajoutez à l’en-tête ${code(p.fix)}`,
    ],
    en: (p) => [
      "These tags, which HackMD reads, are shown on the page as a heading.",
      `Delete this line, and add to the front matter ${code(p.fix)}`,
    ],
  }),
  "repeated-title": message<{ title: string; underlined: boolean }>({
    severity: "warn",
    fr: (p) => [
      `Le texte commence par son propre titre, que la page montre déjà : « ${p.title} » se lit deux fois.`,
      p.underlined ? "Effacez cette ligne et celle qui la souligne." : "Effacez cette ligne.",
    ],
    en: (p) => [
      `The text begins with its own title, which the page shows already: “${p.title}” reads twice.`,
      p.underlined ? "Delete this line and the one that underlines it." : "Delete this line.",
    ],
  }),
  "literal-list/sign": message<{ found: string; fix: string; count: number }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.found} » et ${p.count < 3 ? "la ligne suivante" : `les ${String(p.count - 1)} suivantes`} ne font pas une liste : les signes sont affichés, et les lignes peuvent se rejoindre.`,
      `Écrivez ${code(p.fix)}, et de même pour ${p.count < 3 ? "l’autre" : "les autres"}.`,
    ],
    en: (p) => [
      `“${p.found}” and the next ${p.count < 3 ? "line" : String(p.count - 1)} do not form a list: their signs are shown, and the lines may run together.`,
      `Write ${code(p.fix)}, and likewise for ${p.count < 3 ? "the other" : "the others"}.`,
    ],
  }),
  "literal-list/space": message<{ found: string; fix: string; count: number }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.found} » et ${p.count < 3 ? "la ligne suivante" : `les ${String(p.count - 1)} suivantes`} ne font pas une liste : il manque une espace après le signe.`,
      `Écrivez ${code(p.fix)}, et de même pour ${p.count < 3 ? "l’autre" : "les autres"}.`,
    ],
    en: (p) => [
      `“${p.found}” and the next ${p.count < 3 ? "line" : String(p.count - 1)} do not form a list: a space is missing after the sign.`,
      `Write ${code(p.fix)}, and likewise for ${p.count < 3 ? "the other" : "the others"}.`,
    ],
  }),
  "literal-list/item": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `« ${p.found} » est affiché dans l’élément qui précède, à la suite de son texte : il manque une espace après le signe.`,
    en: (p) => `“${p.found}” is joined to the item before it: a space is missing after the sign.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "literal-list/box": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `« ${p.found} » est affiché tel quel : une case contient une espace ou un x, et une espace la suit.`,
    en: (p) => `“${p.found}” is shown as it is: a box holds a space or an x, and a space follows it.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "literal-heading/signs": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `La ligne « ${begun(p.found)} » est affichée telle quelle : une espace doit suivre les signes # d’un titre.`,
    en: (p) =>
      `The line “${begun(p.found)}” is shown as it is: a space must follow the # signs of a heading.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "literal-heading/end": message<{ found: string; signs: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `Le titre « ${begun(p.found)} » est affiché avec ${code(p.signs)} à sa fin : rien ne les sépare de son dernier mot.`,
    en: (p) =>
      `The heading “${begun(p.found)}” is shown with ${code(p.signs)} at its end: no space sets them apart from its last word.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "literal-heading/sign": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `La ligne « ${p.found} » est affichée telle quelle : si c’est un titre, une espace doit suivre le signe #.`,
      `Si c’est un titre, écrivez ${code(p.fix)} ; sinon, ${code(`\\${p.found}`)}`,
    ],
    en: (p) => [
      `The line “${p.found}” is shown as it is: if it is a heading, a space must follow the # sign.`,
      `If it is a heading, write ${code(p.fix)}; if not, ${code(`\\${p.found}`)}`,
    ],
  }),
};
