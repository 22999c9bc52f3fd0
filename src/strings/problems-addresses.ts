// Messages about files that cannot be used, and about addresses that are rejected or taken.
import { message } from "./message.ts";
import type { Translated } from "./translated.ts";

/** Why an address is rejected. */
const REASONS: Record<string, [fr: string, en: string]> = {
  empty: ["elle est vide", "it is empty"],
  "no-slash": ["elle doit commencer par « / »", "it must begin with “/”"],
  absolute: [
    "elle doit être un chemin de ce site, sans nom de domaine",
    "it must be a path of this site, without a host",
  ],
  dots: ["« . » et « .. » sortiraient du site", "“.” and “..” would leave the site"],
  hidden: [
    "un nom qui commence par un point serait un fichier caché",
    "a name that begins with a dot would be a hidden file",
  ],
  reserved: ["ce nom est réservé à un fichier du site", "this name is kept for a file of the site"],
  control: ["elle contient un caractère invisible", "it contains an invisible character"],
  backslash: ["elle contient une barre oblique inverse", "it contains a backslash"],
  "double-slash": ["elle contient deux barres obliques de suite", "it contains two slashes in a row"],
  percent: ["elle contient un code % qui n’est pas une lettre", "it contains a % code that is not a letter"],
  "too-long": ["elle dépasse 250 caractères", "it has more than 250 characters"],
  "below-file": ["un fichier .html ne peut rien contenir", "a .html file cannot contain anything"],
  extension: ["elle doit finir par « / » ou « .html »", "it must end with “/” or “.html”"],
  character: [
    "elle contient un caractère qui n’est pas sûr dans une adresse (espace, ?, #, *…)",
    "it contains a character that is not safe in an address (space, ?, #, *…)",
  ],
  pattern: [
    "un motif (*, :nom) ne peut pas rediriger ; écrivez une ligne par ancienne adresse",
    "a pattern (*, :name) cannot redirect; write a line for each old address",
  ],
  placeholder: [
    "seuls :year, :month, :day, :slug et :title sont remplacés",
    "only :year, :month, :day, :slug and :title are filled in",
  ],
  undated: [
    ":year, :month et :day viennent d’une date, que cette page n’a pas",
    ":year, :month and :day come from a date, which this page does not have",
  ],
  "no-slug": [
    "sans :slug, tous les articles auraient la même adresse",
    "without :slug, all posts would have the same address",
  ],
};

export interface Generated {
  url: string;
  otherUrl: string;
  /** Kind of the generated page, and its title. */
  kind: string;
  name: string;
  /** The site's name for the taxonomy of a term, if it is not a tag. */
  taxonomy?: string;
  /** What has its address. */
  by: "text" | "file" | "generated";
  /** True if a page with exactly this address would introduce it. */
  joins?: boolean;
}

const OTHER_ADDRESS: Record<Generated["by"], [fr: string, en: string]> = {
  text: ["permalink: /autre-adresse/", "permalink: /another-address/"],
  file: ["Renommez ce fichier, ou supprimez-le.", "Rename this file, or delete it."],
  generated: [
    "Donnez à l’une des deux une autre adresse, sous addresses: dans content/site.yaml.",
    "Give one of the two another address, under addresses: in content/site.yaml.",
  ],
};

/** The key that sets another address for a text. */
type AddressKey = "slug" | "permalink";

const OTHER_NAME: Record<AddressKey, [fr: string, en: string]> = {
  slug: ["slug: autre-nom", "slug: another-name"],
  permalink: OTHER_ADDRESS.text,
};

const reason = (code: string, lang: 0 | 1): string => REASONS[code]?.[lang] ?? code;

export const addressMessages = {
  "duplicate-url/same": message<{ url: string; other: string; key: AddressKey }>({
    severity: "error",
    fixed: true,
    fr: (p) => [`Ce fichier et ${p.other} auraient la même adresse, ${p.url}.`, OTHER_NAME[p.key][0]],
    en: (p) => [`This file and ${p.other} would have the same address, ${p.url}.`, OTHER_NAME[p.key][1]],
  }),
  "duplicate-url/near": message<{ url: string; otherUrl: string; other: string; key: AddressKey }>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `L’adresse ${p.url} ne diffère de ${p.otherUrl} (${p.other}) que par des majuscules, ou se confond avec elle sur certains disques.`,
      OTHER_NAME[p.key][0],
    ],
    en: (p) => [
      `The address ${p.url} differs from ${p.otherUrl} (${p.other}) only in case, or is the same on some disks.`,
      OTHER_NAME[p.key][1],
    ],
  }),
  "duplicate-url/public": message<{ url: string; other: string }>({
    severity: "error",
    fixed: true,
    fr: (p) => [`L’adresse ${p.url} est déjà prise par ${p.other}.`, "Renommez l’un des deux."],
    en: (p) => [`The address ${p.url} is already taken by ${p.other}.`, "Rename one of the two."],
  }),
  "redirect/bad-source": message<{ field: string; found: string; reason: string; fix: Translated }>({
    severity: "error",
    fixed: true,
    fr: (p) => `L’ancienne adresse « ${p.found} » (${p.field}) est refusée : ${reason(p.reason, 0)}.`,
    en: (p) => `The old address “${p.found}” (${p.field}) is refused: ${reason(p.reason, 1)}.`,
    hint: (p, lang) => p.fix[lang],
  }),
  "redirect/bad-target": message<{ found: string; fix: Translated }>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `La destination « ${p.found} » est refusée : il faut un chemin de ce site ou une adresse https://.`,
    en: (p) => `The target “${p.found}” is refused: a path of this site or an https:// address is needed.`,
    hint: (p, lang) => p.fix[lang],
  }),
  "redirect/conflict": message<{ from: string; to: string; otherTo: string; other: string }>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `${p.from} redirige vers ${p.to} ici, et vers ${p.otherTo} dans ${p.other}.`,
      "Gardez une seule des deux redirections.",
    ],
    en: (p) => [
      `${p.from} redirects to ${p.to} here, and to ${p.otherTo} in ${p.other}.`,
      "Keep only one of the two redirects.",
    ],
  }),
  "symlink/link": message({
    severity: "error",
    fixed: true,
    fr: () => [
      "C’est un lien symbolique, que Carnet ne suit pas.",
      "Remplacez-le par une copie du fichier ou du dossier.",
    ],
    en: () => [
      "This is a symbolic link, which Carnet does not follow.",
      "Replace it with a copy of the file or folder.",
    ],
  }),
  "symlink/special": message({
    severity: "error",
    fixed: true,
    fr: () => ["Ce n’est ni un fichier ni un dossier ordinaire.", "Supprimez-le de ce dossier."],
    en: () => ["This is neither an ordinary file nor a folder.", "Remove it from this folder."],
  }),
  "file-name": message({
    severity: "error",
    fixed: true,
    fr: () => [
      "Ce nom de fichier contient un caractère invisible ou une barre oblique inverse, ou n’est pas en UTF-8.",
      "Renommez le fichier avec des lettres, des chiffres et des tirets.",
    ],
    en: () => [
      "This file name contains an invisible character or a backslash, or is not UTF-8.",
      "Rename the file with letters, digits and hyphens.",
    ],
  }),
  "script/template-key": message<{ key: string }>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `« ${p.key} » demande de lire cet article comme un programme, ce que Carnet ne fait jamais.`,
      "Supprimez cette ligne.",
    ],
    en: (p) => [
      `“${p.key}” asks to read this post as a program, which Carnet never does.`,
      "Delete this line.",
    ],
  }),
  "too-big/file": message<{ size: string; limit: string }>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `Ce fichier pèse ${p.size.replace(".", ",")} Mo ; ${p.limit} Mo au plus sont permis pour un texte.`,
      "Divisez-le en plusieurs articles, ou sortez-en les images collées dans le texte.",
    ],
    en: (p) => [
      `This file weighs ${p.size} MB; a text may have at most ${p.limit} MB.`,
      "Split it into several posts, or remove pictures pasted into the text.",
    ],
  }),
  "too-big/yaml": message({
    severity: "error",
    fixed: true,
    fr: () => [
      "Cet en-tête ou ce fichier de réglages est trop long pour être lu.",
      "Un en-tête contient quelques lignes ; le texte vient après la seconde ligne « --- ».",
    ],
    en: () => [
      "This front matter or settings file is too long to be read.",
      "Front matter has a few lines; the text comes after the second “---” line.",
    ],
  }),
  "encoding/utf16": message({
    severity: "error",
    fixed: true,
    fr: () => [
      "Ce fichier est encodé en UTF-16 ; il faut de l’UTF-8.",
      "Dans votre éditeur : Enregistrer sous…, encodage UTF-8.",
    ],
    en: () => [
      "This file is encoded in UTF-16; UTF-8 is needed.",
      "In your editor: Save as…, encoding UTF-8.",
    ],
  }),
  "encoding/utf8": message({
    severity: "error",
    fixed: true,
    fr: () => [
      "Un caractère de cette ligne n’est pas en UTF-8 (le fichier est sans doute en Latin-1).",
      "Dans votre éditeur : Enregistrer sous…, encodage UTF-8.",
    ],
    en: () => [
      "A character of this line is not UTF-8 (the file is probably Latin-1).",
      "In your editor: Save as…, encoding UTF-8.",
    ],
  }),
  "encoding/nul": message({
    severity: "error",
    fixed: true,
    fr: () => [
      "Cette ligne contient un caractère nul, qui n’est pas du texte.",
      "Supprimez ce caractère invisible, ou recopiez la ligne.",
    ],
    en: () => [
      "This line contains a NUL character, which is not text.",
      "Delete this invisible character, or type the line again.",
    ],
  }),
  "encoding/binary": message({
    severity: "error",
    fixed: true,
    fr: () => [
      "Ce fichier n’est pas du texte : c’est une image, un PDF ou une archive.",
      "Rendez-lui son extension (.png, .jpg, .pdf…).",
    ],
    en: () => [
      "This file is not text: it is a picture, a PDF or an archive.",
      "Give it back its extension (.png, .jpg, .pdf…).",
    ],
  }),
};
