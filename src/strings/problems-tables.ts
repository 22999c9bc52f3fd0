// Messages about rows between bars that are not a table, cells that a table does not show, and tables without headings.
// Each says what readers will see, then gives the line to paste and where it goes.
import { code, message } from "./message.ts";

/** Rows that were meant as a table but do not form one. */
export interface LostTable {
  /** The delimiter row that the table needs. */
  dashes: string;
  /** The row of headings to fill in. */
  headings: string;
}

const NO_TABLE = {
  fr: "S’il ne sert qu’à placer des éléments côte à côte, écrivez-les l’un sous l’autre, sans tableau.",
  en: "If it only serves to place things side by side, write them one under the other, without a table.",
};

export const tableMessages = {
  "literal-table/dashes": message<LostTable>({
    severity: "warn",
    fr: (p) => [
      "Ce tableau est affiché tel quel, avec ses barres : la ligne de tirets manque sous celle des titres.",
      `Ajoutez sous cette ligne : ${code(p.dashes)}`,
    ],
    en: (p) => [
      "This table is shown as it is, with its bars: the line of dashes is missing under the line of headings.",
      `Add under this line: ${code(p.dashes)}`,
    ],
  }),
  "literal-table/tabs": message<LostTable & { count: number }>({
    severity: "warn",
    fr: (p) => [
      `Ces ${String(p.count)} lignes dont des tabulations séparent les cases ne font pas un tableau : elles s’affichent à la suite, dans un même paragraphe.`,
      `Mettez des barres à la place des tabulations : ${code(p.headings)}, puis ${code(p.dashes)} sous cette ligne de titres, et de même pour les autres lignes.`,
    ],
    en: (p) => [
      `These ${String(p.count)} lines, whose cells are separated by tabs, are not a table: they are shown one after the other, in one paragraph.`,
      `Write bars in place of the tabs: ${code(p.headings)}, then ${code(p.dashes)} under this line of headings, and likewise for the other lines.`,
    ],
  }),
  "literal-table/pandoc": message<LostTable>({
    severity: "warn",
    fr: (p) => [
      "Ce tableau de Pandoc n’est pas lu comme un tableau : ses lignes s’affichent à la suite, et peuvent devenir des titres.",
      `Écrivez-le entre barres : ${code(p.headings)}, puis ${code(p.dashes)} sous cette ligne de titres, et de même pour les autres lignes ; ou convertissez le document avec ${code("pandoc -t gfm")}, dont tous les tableaux sont lus.`,
    ],
    en: (p) => [
      "This Pandoc table is not read as a table here: its lines are shown one after the other, and may become headings.",
      `Write it between bars: ${code(p.headings)}, then ${code(p.dashes)} under this line of headings, and likewise for the other lines; or convert the document with ${code("pandoc -t gfm")}, whose tables are all read.`,
    ],
  }),
  "literal-table/wrong-dashes": message<LostTable & { found: string; line: number }>({
    severity: "warn",
    fr: (p) => [
      `Ce tableau est affiché tel quel, avec ses barres : à la ligne ${String(p.line)}, « ${p.found} » n’a pas trois tirets entre deux barres pour chacune de ses colonnes.`,
      `À la ligne ${String(p.line)}, écrivez ${code(p.dashes)}`,
    ],
    en: (p) => [
      `This table is shown as it is, with its bars: on line ${String(p.line)}, “${p.found}” does not have three dashes between two bars for each of its columns.`,
      `On line ${String(p.line)}, write ${code(p.dashes)}`,
    ],
  }),
  "literal-table/cells": message<{ headings: number; dashes: number; line: number; at: number; fix: string }>(
    {
      severity: "warn",
      fr: (p) => [
        `Ce tableau est affiché tel quel, avec ses barres : ${p.headings === 1 ? "sa ligne de titres a une case" : `sa ligne de titres a ${String(p.headings)} cases`}, et celle des tirets, à la ligne ${String(p.line)}, en a ${p.dashes === 1 ? "une" : String(p.dashes)}.`,
        `À la ligne ${String(p.at)}, écrivez ${code(p.fix)}`,
      ],
      en: (p) => [
        `This table is shown as it is, with its bars: its line of headings has ${p.headings === 1 ? "one cell" : `${String(p.headings)} cells`}, and the line of dashes, on line ${String(p.line)}, has ${p.dashes === 1 ? "one" : String(p.dashes)}.`,
        `On line ${String(p.at)}, write ${code(p.fix)}`,
      ],
    },
  ),
  "literal-table/headings": message<LostTable>({
    severity: "warn",
    fr: (p) => [
      "Ce tableau est affiché tel quel, avec ses barres : une ligne de titres doit précéder celle des tirets, sans ligne vide entre les deux.",
      `Placez-la au-dessus de cette ligne : ${code(p.headings)}`,
    ],
    en: (p) => [
      "This table is shown as it is, with its bars: a line of headings must come before the line of dashes, without an empty line between them.",
      `Put it above this line: ${code(p.headings)}`,
    ],
  }),
  "literal-table/glued": message({
    severity: "warn",
    fr: () => [
      "Ce tableau est affiché tel quel, avec ses barres : rien ne le sépare de l’élément de liste ou de la citation qui le précède.",
      "Laissez une ligne vide avant cette ligne.",
    ],
    en: () => [
      "This table is shown as it is, with its bars: nothing separates it from the list item or the quotation before it.",
      "Leave an empty line before this one.",
    ],
  }),
  "literal-table/outside": message<{ line: number; before: string }>({
    severity: "warn",
    fr: (p) => [
      "Ce tableau est affiché tel quel, avec ses barres : sa première ligne est dans une liste ou une citation, et les suivantes n’y sont pas.",
      `Commencez la ligne ${String(p.line)} et les suivantes par ${p.before.trim() === "" ? `${String(p.before.length)} espaces` : code(p.before)}`,
    ],
    en: (p) => [
      "This table is shown as it is, with its bars: its first line is in a list or a quotation, and the next ones are not.",
      `Begin line ${String(p.line)} and the next ones with ${p.before.trim() === "" ? `${String(p.before.length)} spaces` : code(p.before)}`,
    ],
  }),
  "literal-table/cut": message({
    severity: "warn",
    fr: () => [
      "Une ligne vide coupe le tableau : ce qui la suit est affiché tel quel, avec ses barres.",
      "Effacez la ligne vide qui précède celle-ci.",
    ],
    en: () => [
      "An empty line cuts the table: what comes after it is shown as it is, with its bars.",
      "Delete the empty line before this one.",
    ],
  }),
  "missing-headers/raw": message({
    severity: "warn",
    fr: () => [
      "Ce tableau n’a aucune case de titre : un lecteur d’écran ne peut pas dire de quoi parle chaque case.",
      `Si sa première ligne donne les titres, écrivez-y ${code("<th>")} à la place de ${code("<td>")}. ${NO_TABLE.fr}`,
    ],
    en: () => [
      "This table has no header cell: a screen reader cannot say what each cell is about.",
      `If its first row gives the headings, write ${code("<th>")} there in place of ${code("<td>")}. ${NO_TABLE.en}`,
    ],
  }),
};
