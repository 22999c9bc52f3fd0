// Messages about sentences that a sign of their layout turns into code, a heading or a list.
// Each says what readers will see, then what to write.
import { code, message, toWrite } from "./message.ts";

/** What a line became that goes on with the sentence above it. */
const BECAME = {
  heading: { fr: "un titre", en: "a heading" },
  list: { fr: "une liste", en: "a list" },
  quotation: { fr: "une citation", en: "a quotation" },
  definition: { fr: "une définition", en: "a definition" },
};

export const misreadMessages = {
  "misread-text/indented": message<{ found: string; count: number; isList: boolean }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.found} » est affiché comme du code, sur une ligne qui ne se coupe pas : le texte commence par une tabulation ou par quatre espaces.`,
      `Effacez ce qui précède le premier ${p.isList ? "signe" : "mot"}${p.count > 1 ? ", ici et aux lignes suivantes" : ""}. Si c’est du code, placez-le entre deux lignes \`\`\``,
    ],
    en: (p) => [
      `“${p.found}” is shown as code, on a line that does not wrap: the text begins with a tab or with four spaces.`,
      `Delete what comes before the first ${p.isList ? "sign" : "word"}${p.count > 1 ? ", here and on the following lines" : ""}. If it is code, put it between two lines \`\`\``,
    ],
  }),
  "misread-text/underlined": message<{ found: string; line: number; isRule: boolean }>({
    severity: "warn",
    fr: (p) => [
      `Tout ce paragraphe, « ${p.found} », est affiché comme un titre : une ligne de tirets ou de signes égal le suit.`,
      p.isRule
        ? `Laissez une ligne vide avant la ligne ${String(p.line)} pour en faire un trait, ou effacez-la.`
        : `Effacez la ligne ${String(p.line)}, ou mettez-y ${code("---")} après une ligne vide pour en faire un trait.`,
    ],
    en: (p) => [
      `This whole paragraph, “${p.found}”, is shown as a heading: a line of hyphens or equal signs follows it.`,
      p.isRule
        ? `Leave an empty line before line ${String(p.line)} to draw a rule, or delete it.`
        : `Delete line ${String(p.line)}, or write ${code("---")} there after an empty line to draw a rule.`,
    ],
  }),
  "misread-text/framed": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `Le titre « ${p.found} » est affiché avec la ligne de signes égal qui le précède : seule celle qui le suit en fait un titre.`,
      `À la place de ces trois lignes, écrivez ${code(p.fix)}`,
    ],
    en: (p) => [
      `The title “${p.found}” is shown with the line of equal signs before it: only the one after it makes it a heading.`,
      `In place of these three lines, write ${code(p.fix)}`,
    ],
  }),
  "misread-text/row": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.found} » est affiché dans le tableau, comme une ligne de plus : rien ne l’en sépare.`,
      "Laissez une ligne vide avant. Si c’est bien une ligne du tableau, commencez-la par une barre : |",
    ],
    en: (p) => [
      `“${p.found}” is shown in the table, as one more row: nothing sets it apart.`,
      "Leave an empty line before it. If it is a row of the table, begin it with a bar: |",
    ],
  }),
  "misread-text/plus": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.found} » est affiché avec une puce à la place du signe plus.`,
      `Écrivez ${code(p.fix)}, et de même pour les lignes semblables ; s’il s’agit bien d’une puce, ${code(`- ${p.fix.slice(3)}`)}`,
    ],
    en: (p) => [
      `“${p.found}” is shown with a bullet in place of the plus sign.`,
      `Write ${code(p.fix)}, and likewise on similar lines; if a bullet was meant, ${code(`- ${p.fix.slice(3)}`)}`,
    ],
  }),
  "misread-text/year": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `« ${p.found} » est affiché comme une liste numérotée : un nombre et un point commencent la ligne.`,
    en: (p) => `“${p.found}” is shown as a numbered list: a number and a full stop begin the line.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "misread-text/cut": message<{ found: string; sign: string; fix: string; into: keyof typeof BECAME }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.found} » est affiché comme ${BECAME[p.into].fr}, et semble la suite de la ligne précédente : ${code(p.sign)} commence la ligne.`,
      `Remontez ${code(p.sign)} à la fin de la ligne précédente${p.into === "definition" ? "" : `, ou écrivez ${code(p.fix)} à sa place`}. Si c’est bien ${BECAME[p.into].fr}, laissez une ligne vide avant.`,
    ],
    en: (p) => [
      `“${p.found}” is shown as ${BECAME[p.into].en}, and seems to continue the line before it: ${code(p.sign)} begins the line.`,
      `Move ${code(p.sign)} to the end of the line before${p.into === "definition" ? "" : `, or write ${code(p.fix)} instead of it`}. If ${BECAME[p.into].en} was meant, leave an empty line before it.`,
    ],
  }),
  "literal-list/escaped": message<{ found: string; fix: string; count: number }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} et ${p.count < 3 ? "la ligne suivante" : `les ${String(p.count - 1)} suivantes`} ne font pas une liste : ${code("\\")} devant un signe l’affiche tel quel.`,
      `Écrivez ${code(p.fix)}, et de même pour ${p.count < 3 ? "l’autre" : "les autres"}.`,
    ],
    en: (p) => [
      `${code(p.found)} and the next ${p.count < 3 ? "line" : String(p.count - 1)} do not form a list: ${code("\\")} before a sign shows it as it is.`,
      `Write ${code(p.fix)}, and likewise for ${p.count < 3 ? "the other" : "the others"}.`,
    ],
  }),
  "literal-markup/escaped": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel, sans faire un trait de séparation : ${code("\\")} devant un signe l’affiche.`,
      `Écrivez ${code("---")}, entre deux lignes vides.`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is, and draws no separating line: ${code("\\")} before a sign shows it.`,
      `Write ${code("---")}, between two empty lines.`,
    ],
  }),
  "literal-markup/break": message<{ alone: boolean }>({
    severity: "warn",
    fr: (p) => [
      `${code("\\")} est affiché${p.alone ? "" : " à la fin de ce texte"} : il ne coupe une ligne que si une autre la suit, sans ligne vide entre elles.`,
      p.alone ? "Effacez cette ligne." : "Effacez-le.",
    ],
    en: (p) => [
      `${code("\\")} is shown${p.alone ? "" : " at the end of this text"}: it only breaks a line that another one follows, without an empty line between them.`,
      p.alone ? "Delete this line." : "Delete it.",
    ],
  }),
  "literal-markup/spaced-break": message({
    severity: "warn",
    fr: () => [
      `${code("\\")} est affiché à la fin de cette ligne, car une espace le suit.`,
      "Pour couper la ligne, effacez l’espace ; sinon, effacez les deux.",
    ],
    en: () => [
      `${code("\\")} is shown at the end of this line, since a space follows it.`,
      "To break the line, delete the space; if not, delete both.",
    ],
  }),
  "misread-text/joined": message<{ found: string; before: string; where: "list" | "quotation" }>({
    severity: "note",
    fr: (p) => [
      `« ${p.found} » est affiché à la suite de « ${p.before} », ${p.where === "list" ? "dans le même point de la liste" : "dans la citation"}.`,
      `Si c’est un paragraphe, laissez une ligne vide avant ; sinon, commencez la ligne par ${p.where === "list" ? "deux espaces" : code(">")}.`,
    ],
    en: (p) => [
      `“${p.found}” is shown right after “${p.before}”, ${p.where === "list" ? "in the same item of the list" : "in the quotation"}.`,
      `If it is a paragraph, leave an empty line before it; if not, begin the line with ${p.where === "list" ? "two spaces" : code(">")}.`,
    ],
  }),
  "misread-text/signature": message<{ found: string }>({
    severity: "note",
    fr: (p) => [
      `« ${p.found} », après un tiret, est affiché comme une liste d’un seul point.`,
      `Pour une signature, écrivez un tiret long : ${code(`— ${p.found}`)}`,
    ],
    en: (p) => [
      `“${p.found}”, after a hyphen, is shown as a list of one item.`,
      `For a signature, write a long dash: ${code(`— ${p.found}`)}`,
    ],
  }),
  "misread-text/rows": message<{ found: string; before: string }>({
    severity: "note",
    fr: (p) => [
      `« ${p.found} » est affiché à la suite de « ${p.before} », sur une même ligne.`,
      `Si c’est une liste, commencez chacune de ces lignes par ${code("- ")}, après une ligne vide ; sinon, finissez-les par ${code("\\")} (une adresse, des vers), ou laissez une ligne vide entre elles.`,
    ],
    en: (p) => [
      `“${p.found}” is shown right after “${p.before}”, on one line.`,
      `If it is a list, begin each of these lines with ${code("- ")}, after an empty line; if not, end them with ${code("\\")} (an address, verses), or leave an empty line between them.`,
    ],
  }),
  "editor-note": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.found} » semble écrit pour plus tard : les lecteurs le verront.`,
      `Complétez l’article et effacez ces mots, ou gardez l’article en brouillon (${code("draft: true")}).`,
    ],
    en: (p) => [
      `“${p.found}” seems to be written for later: readers will see it.`,
      `Complete the text and delete these words, or keep it as a draft (${code("draft: true")}).`,
    ],
  }),
  "literal-emphasis/escaped": message({
    severity: "warn",
    fr: () => [
      `${code("\\*\\*")} affiche deux étoiles contre un mot : un éditeur les a sans doute protégées là où commençait ou finissait du gras.`,
      `Effacez ces quatre signes, ou seulement ${code("\\")} des deux côtés du texte à mettre en gras.`,
    ],
    en: () => [
      `${code("\\*\\*")} shows two asterisks against a word: an editor probably escaped them where bold began or ended.`,
      `Delete these four signs, or only ${code("\\")} on both sides of the text to show in bold.`,
    ],
  }),
  "literal-markup/emoji": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [`${code(p.found)} est affiché tel quel.`, "Collez l’émoji lui-même, ou effacez ce mot."],
    en: (p) => [`${code(p.found)} is shown as it is.`, "Paste the emoji itself, or delete this word."],
  }),
  "literal-markup/shifted": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => `${code(p.found)} est affiché tel quel, avec ses signes.`,
    en: (p) => `${code(p.found)} is shown as it is, with its signs.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
};
