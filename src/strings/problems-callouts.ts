// Messages about quotations that were meant as callouts, under a name or in a form of another tool.
// Each says what readers will see, then gives the line to paste.
import { code, message } from "./message.ts";
import { opening, titleEn, titleFr } from "./problems-containers.ts";

export const calloutMessages = {
  "literal-callout/name": message<{ found: string; kind?: string; title: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} n’est pas un encadré : le texte est affiché comme une citation. Les encadrés s’appellent NOTE, TIP, IMPORTANT, WARNING et CAUTION.`,
      p.kind === undefined
        ? `Écrivez par exemple ${code("> [!NOTE]")} : le titre s’affiche dans la langue de la page.${titleFr(p.title)}`
        : `Écrivez ${code(`> [!${p.kind}]`)} : le titre s’affiche dans la langue de la page.${titleFr(p.title)}`,
    ],
    en: (p) => [
      `${code(p.found)} is not a callout: the text is shown as a quotation. Callouts are called NOTE, TIP, IMPORTANT, WARNING and CAUTION.`,
      p.kind === undefined
        ? `Write for instance ${code("> [!NOTE]")}: the title is shown in the language of the page.${titleEn(p.title)}`
        : `Write ${code(`> [!${p.kind}]`)}: the title is shown in the language of the page.${titleEn(p.title)}`,
    ],
  }),
  "literal-callout/bold": message<{ name: string; kind: string; rest: string }>({
    severity: "note",
    fr: (p) => [
      `« ${p.name} » en gras, au début d’une citation : à l’écran comme à l’oreille, ce sont les mots de quelqu’un.`,
      `Si c’est un encadré, écrivez ${code(`> [!${p.kind}]`)} et, sur la ligne suivante, ${code(`> ${p.rest}`)}`,
    ],
    en: (p) => [
      `“${p.name}” in bold at the beginning of a quotation: seen or heard, these are someone’s words.`,
      `If it is a callout, write ${code(`> [!${p.kind}]`)} and, on the next line, ${code(`> ${p.rest}`)}`,
    ],
  }),
  "literal-callout/correction": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} n’est pas un encadré : le texte est affiché comme une citation. Une correction se dit dans l’en-tête, et la page la montre avec son jour.`,
      `Effacez cet encadré et ajoutez à l’en-tête, avec le jour de la correction : ${code('corrections: [{ date: 2026-03-05, text: "Ce qui est corrigé." }]')}`,
    ],
    en: (p) => [
      `${code(p.found)} is not a callout: the text is shown as a quotation. A correction belongs in the front matter, and the page shows it with its day.`,
      `Delete this quotation and add to the front matter, with the day of the correction: ${code('corrections: [{ date: 2026-03-05, text: "What is corrected." }]')}`,
    ],
  }),
  "literal-callout/line": message<{ found: string; text: string | undefined }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : un encadré demande ce nom seul sur sa ligne, et son texte sur la suivante.`,
      p.text === undefined
        ? `Écrivez ${code(p.found)}, sans espace ni rien d’autre derrière.`
        : `Écrivez ${code(p.found)} puis, sur la ligne suivante, ${code(`> ${p.text || "…"}`)}`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: a callout needs this name alone on its line, and its text on the next one.`,
      p.text === undefined
        ? `Write ${code(p.found)}, with no space or anything else behind it.`
        : `Write ${code(p.found)} then, on the next line, ${code(`> ${p.text || "…"}`)}`,
    ],
  }),
  "literal-callout/folded": message<{ found: string; title: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} n’est pas un bloc qui se déplie : le texte est affiché comme une citation.`,
      `Écrivez ${opening("DETAILS", p.title)} à la place, une ligne vide, le texte sans ${code("> ")}, une ligne vide et ${code("</details>")}`,
    ],
    en: (p) => [
      `${code(p.found)} is not a block that unfolds: the text is shown as a quotation.`,
      `Write ${opening("DETAILS", p.title)} instead, an empty line, the text without ${code("> ")}, an empty line and ${code("</details>")}`,
    ],
  }),
  "literal-callout/quotation": message<{ found: string; title: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel, au début de la citation.`,
      p.title === ""
        ? "Effacez cette ligne."
        : `Effacez cette ligne ; si elle dit de qui est la citation, écrivez à sa fin ${code(`> — ${p.title}`)}`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is, at the beginning of the quotation.`,
      p.title === ""
        ? "Delete this line."
        : `Delete this line; if it says whose words these are, write at their end ${code(`> — ${p.title}`)}`,
    ],
  }),
};
