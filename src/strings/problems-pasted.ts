// Messages about words that were copied along with a text: those of a writing assistant, of a web page, of a social network.
import { code, message } from "./message.ts";

const FROM = {
  assistant: {
    fr: "semble écrit par un assistant de rédaction, à propos de ce texte",
    en: "seems to be what a writing assistant said of this text",
  },
  page: {
    fr: "semble copié d’une page web avec le texte",
    en: "seems to be copied from a web page along with the text",
  },
  network: {
    fr: "semble copié d’un réseau social, qui coupe les messages à cet endroit",
    en: "seems to be copied from a social network, which cuts messages there",
  },
};

export const pastedMessages = {
  "pasted-words": message<{ found: string; from: keyof typeof FROM }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.found} » ${FROM[p.from].fr} : les lecteurs le verront.`,
      p.from === "network" ? "Effacez ces mots, et vérifiez que le texte est entier." : "Effacez ces mots.",
    ],
    en: (p) => [
      `“${p.found}” ${FROM[p.from].en}: readers will see it.`,
      p.from === "network" ? "Delete these words, and check that the text is whole." : "Delete these words.",
    ],
  }),
  "pasted-words/sign": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : LinkedIn copie le mot « hashtag » avec le signe.`,
      `Écrivez ${code(p.fix)}, et de même plus loin, ou effacez ces mots.`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: LinkedIn copies the word “hashtag” with the sign.`,
      `Write ${code(p.fix)}, and likewise further on, or delete these words.`,
    ],
  }),
  "pasted-words/hashtags": message<{ found: string; fix: string }>({
    severity: "note",
    fr: (p) => [
      `« ${p.found} » est affiché tel quel, à la fin du texte, sans lien vers rien.`,
      `Effacez cette ligne ; les mots-clés d’un article s’écrivent dans son en-tête : ${code(p.fix)}`,
    ],
    en: (p) => [
      `“${p.found}” is shown as it is, at the end of the text, with no link to anything.`,
      `Delete this line; the tags of a post are written in its front matter: ${code(p.fix)}`,
    ],
  }),
};
