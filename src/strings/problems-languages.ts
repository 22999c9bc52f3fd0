// Messages about the languages of a site.
import type { UiLang } from "../ui-lang.ts";
import { message } from "./message.ts";

const FR = { fr: "français", en: "anglais" };
const EN = { fr: "French", en: "English" };

export const languageMessages = {
  "interface-language": message<{ lang: string; name: string; words: UiLang }>({
    severity: "warn",
    fr: (p) => [
      `Carnet n’a pas de mots dans cette langue (${p.name}, ${p.lang}) : autour de ces textes, les dates, les boutons et les titres de listes sont en ${FR[p.words]}.`,
      "Si cela vous convient, écrivez interface-language: off sous « checks » dans content/site.yaml.",
    ],
    en: (p) => [
      `Carnet has no words in this language (${p.name}, ${p.lang}): around these texts, dates, buttons and headings of lists are in ${EN[p.words]}.`,
      "If that suits you, write interface-language: off under “checks” in content/site.yaml.",
    ],
  }),
  "language/folder": message<{ folder: string; name: string; lang: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `Le dossier « ${p.folder} » porte le nom d’une langue (${p.name}) que le site ne déclare pas : ses textes sont publiés dans celle du site (${p.lang}). Si ce nom veut dire autre chose, renommez le dossier ; sinon, écrivez lang: ${p.folder.toLowerCase()} dans l’en-tête de chacun, ou dans content/site.yaml :`,
    en: (p) =>
      `The folder “${p.folder}” has the name of a language (${p.name}) that the site does not declare: its texts are published in that of the site (${p.lang}). If the name means something else, rename the folder; if not, write lang: ${p.folder.toLowerCase()} in the front matter of each, or in content/site.yaml:`,
    hint: (p) => p.fix,
  }),
  "language/notice": message<{ lang: string }>({
    severity: "warn",
    fr: (p) => [
      `L’annonce n’a pas de phrase dans la langue du site (${p.lang}) : les pages de cette langue ne la montrent pas.`,
      `Sous « text », ajoutez cette phrase : ${p.lang}: Une phrase pour tous les lecteurs.`,
    ],
    en: (p) => [
      `The notice has no sentence in the site’s language (${p.lang}): the pages in that language do not show it.`,
      `Under “text”, add that sentence: ${p.lang}: A sentence for all readers.`,
    ],
  }),
};
