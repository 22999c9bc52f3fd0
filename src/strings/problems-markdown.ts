// Messages about the text of a post: its addresses, emphasis and code.
// Each says what was found and what readers will see, then gives the line to paste or the action to take.
import { code, message, toWrite } from "./message.ts";

const FENCE = "```";

export const markdownMessages = {
  "dropped-html/url": message<{ url: string; suggestion?: string }>({
    severity: "warn",
    fr: (p) => [
      `L’adresse ${code(p.url)} n’est pas admise : elle a été retirée, le texte est gardé.`,
      p.suggestion === undefined
        ? `Une adresse commence par ${code("https://")}, ${code("mailto:")}, ${code("tel:")}, ${code("/")} ou ${code("#")}.`
        : `Écrivez ${code(p.suggestion)}`,
    ],
    en: (p) => [
      `The address ${code(p.url)} is not allowed: it was removed, the text is kept.`,
      p.suggestion === undefined
        ? `An address begins with ${code("https://")}, ${code("mailto:")}, ${code("tel:")}, ${code("/")} or ${code("#")}.`
        : `Write ${code(p.suggestion)}`,
    ],
  }),
  "literal-emphasis": message<{ found: string; fix?: string | undefined }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : une espace ou une lettre mal placée empêche la mise en valeur.`,
      p.fix === undefined
        ? `Placez le signe des deux côtés du texte à mettre en valeur, ou ${code("\\")} devant lui.`
        : `Écrivez ${code(p.fix)}`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: a space or a letter in the wrong place prevents the emphasis.`,
      p.fix === undefined
        ? `Put the sign on both sides of the text to emphasise, or ${code("\\")} before it.`
        : `Write ${code(p.fix)}`,
    ],
  }),
  "literal-emphasis/uneven": message({
    severity: "warn",
    fr: () => [
      `Un ${code("*")} est affiché tel quel : la mise en valeur a plus de signes d’un côté que de l’autre.`,
      `Écrivez autant de signes de chaque côté : ${code("*…*")} ou ${code("**…**")} ; pour montrer une étoile, ${code("\\*")}`,
    ],
    en: () => [
      `A ${code("*")} is shown as it is: the emphasis has more signs on one side than on the other.`,
      `Write as many signs on each side: ${code("*…*")} or ${code("**…**")}; to show an asterisk, ${code("\\*")}`,
    ],
  }),
  "literal-emphasis/empty": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : ces signes n’entourent aucun mot à mettre en valeur.`,
      `Effacez-les : ${code(p.fix)}`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: these signs surround no word to emphasise.`,
      `Delete them: ${code(p.fix)}`,
    ],
  }),
  "literal-markup/rule": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : il faut trois signes pour un trait de séparation.`,
      `Écrivez ${code("---")}, entre deux lignes vides.`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: a separating line takes three signs.`,
      `Write ${code("---")}, between two empty lines.`,
    ],
  }),
  "literal-emphasis/mark": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => `${code(p.found)} est affiché tel quel : un texte surligné s’écrit autrement ici.`,
    en: (p) => `${code(p.found)} is shown as it is: highlighted text is written differently here.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  nesting: message({
    severity: "warn",
    fr: () => [
      `Les listes et citations sont imbriquées trop profondément : la suite est affichée comme du texte simple.`,
      `Retirez des signes ${code(">")} ou ${code("-")} au début de la ligne.`,
    ],
    en: () => [
      `Lists and quotations are nested too deeply: what follows is shown as plain text.`,
      `Remove ${code(">")} or ${code("-")} signs at the beginning of the line.`,
    ],
  }),
  "code-beside-fence": message<{ text: string; fence: string; language: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.text)} est écrit à côté de ${p.fence}, où l’on n’attend que le nom d’un langage : ce texte est affiché à la première ligne du code.`,
      `Écrivez-le sur une ligne à lui, sous ${p.fence}${p.language}`,
    ],
    en: (p) => [
      `${code(p.text)} is written beside ${p.fence}, where only the name of a language is expected: this text is shown on the first line of the code.`,
      `Write it on a line of its own, under ${p.fence}${p.language}`,
    ],
  }),
  "unknown-language": message<{ lang: string }>({
    severity: "note",
    fr: (p) => [
      `Le langage de code « ${p.lang} » est inconnu : le code est affiché sans couleurs.`,
      `Par exemple : ${FENCE}python. Si ce mot fait partie du code, écrivez-le à la ligne suivante.`,
    ],
    en: (p) => [
      `The code language “${p.lang}” is unknown: the code is shown without colours.`,
      `For example: ${FENCE}python. If this word is part of the code, write it on the next line.`,
    ],
  }),
  "endless-code": message<{ lang: string }>({
    severity: "error",
    fr: (p) => [
      `Les couleurs du langage « ${p.lang} » ne viennent pas à bout de ce code : il n’est sans doute pas écrit dans ce langage.`,
      `Indiquez celui du code, ou aucun : ${FENCE}text`,
    ],
    en: (p) => [
      `Colouring this code as “${p.lang}” does not come to an end: it is probably not written in that language.`,
      `Name the language of the code, or none: ${FENCE}text`,
    ],
  }),
};
