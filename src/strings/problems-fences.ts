// Messages about the lines of three hyphens around front matter.
import { message } from "./message.ts";

export const fenceMessages = {
  "front-matter/empty-file": message({
    severity: "error",
    fixed: true,
    fr: () => [
      "Ce fichier est vide ; un article commence par un titre entre deux lignes « --- ».",
      '---\ntitle: "Mon titre"\n---',
    ],
    en: () => [
      "This file is empty; a post begins with a title between two “---” lines.",
      '---\ntitle: "My title"\n---',
    ],
  }),
  "front-matter/foreign": message<{ format: string; last: number; fix: string | undefined }>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `Cet en-tête est en ${p.format}, et Carnet ne lit que le YAML. ${p.fix === undefined ? `Récrivez les lignes 1 à ${String(p.last)} entre deux lignes « --- », une clé par ligne.` : `Remplacez les lignes 1 à ${String(p.last)} par celles-ci :`}`,
      p.fix ?? '---\ntitle: "Mon titre"\n---',
    ],
    en: (p) => [
      `This front matter is in ${p.format}, and Carnet reads YAML only. ${p.fix === undefined ? `Write lines 1 to ${String(p.last)} again between two “---” lines, a key a line.` : `Replace lines 1 to ${String(p.last)} with these:`}`,
      p.fix ?? '---\ntitle: "My title"\n---',
    ],
  }),
  "front-matter/opening": message<{ found: string }>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `La première ligne est « ${p.found} » ; seule une ligne de trois tirets exactement ouvre l’en-tête.`,
    en: (p) => `The first line is “${p.found}”; only a line of exactly three hyphens opens the front matter.`,
    hint: () => "---",
  }),
  "front-matter/invisible": message<{ character: string }>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `La première ligne contient un caractère invisible (${p.character}) : elle doit avoir trois tirets et rien d’autre. Effacez-la, puis tapez-la de nouveau.`,
    en: (p) =>
      `The first line contains an invisible character (${p.character}): it must have three hyphens and nothing else. Delete it, then type it again.`,
    hint: () => "---",
  }),
  "front-matter/closing": message<{ found: string }>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `L’en-tête n’est pas fermé : la ligne « ${p.found} » y ressemble, mais seule une ligne de trois tirets exactement le ferme.`,
    en: (p) =>
      `The front matter is not closed: “${p.found}” looks like its end, but only a line of exactly three hyphens closes it.`,
    hint: () => "---",
  }),
  "front-matter/blank-before": message<{ line: number }>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `L’en-tête commence à la ligne ${String(p.line)}, après une ligne vide ; il doit commencer à la première ligne.`,
      "Supprimez les lignes vides avant « --- ».",
    ],
    en: (p) => [
      `The front matter begins on line ${String(p.line)}, after a blank line; it must begin on the first line.`,
      "Delete the blank lines before “---”.",
    ],
  }),
  "front-matter/text-before": message<{ line: number }>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `Du texte précède l’en-tête, qui commence à la ligne ${String(p.line)} ; il doit commencer à la première ligne.`,
      "Déplacez ce texte après l’en-tête.",
    ],
    en: (p) => [
      `Text precedes the front matter, which begins on line ${String(p.line)}; it must begin on the first line.`,
      "Move this text below the front matter.",
    ],
  }),
  "front-matter/no-opening": message<{ found: string }>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `La ligne « --- » qui ouvre l’en-tête manque : ajoutez-la sur la première ligne du fichier, avant « ${p.found} ».`,
    en: (p) =>
      `The “---” line that opens the front matter is missing: add it as the first line of the file, before “${p.found}”.`,
    hint: () => "---",
  }),
  "front-matter/no-fences": message<{ found: string; last: number; fix?: string }>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `Il manque les lignes « --- » autour de l’en-tête : l’une va sur la première ligne du fichier, avant « ${p.found} », l’autre après la ligne ${String(p.last)}.`,
    en: (p) =>
      `The “---” lines around the front matter are missing: one goes on the first line of the file, before “${p.found}”, the other after line ${String(p.last)}.`,
    hint: (p) => p.fix ?? "---",
  }),
};
