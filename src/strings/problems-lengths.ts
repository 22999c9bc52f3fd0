// Messages about titles and descriptions that search engines and social networks would truncate, or find missing.
import { message } from "./message.ts";

export const lengthMessages = {
  "length/title": message<{ length: number; max: number }>({
    severity: "note",
    fr: (p) => [
      `Le titre a ${String(p.length)} caractères ; au-delà de ${String(p.max)}, les moteurs de recherche et les réseaux sociaux le coupent.`,
      "Raccourcissez-le, si le sens le permet.",
    ],
    en: (p) => [
      `The title has ${String(p.length)} characters; beyond ${String(p.max)}, search engines and social networks cut it.`,
      "Shorten it, if its meaning allows.",
    ],
  }),
  "length/description-missing": message({
    severity: "note",
    fr: () => [
      "Ce texte n’a pas de description : les moteurs de recherche et les réseaux sociaux montreront à sa place un extrait au hasard.",
      "Ajoutez une ou deux phrases : description: De quoi parle cet article, et pour qui",
    ],
    en: () => [
      "This text has no description: search engines and social networks will show an arbitrary passage instead.",
      "Add a sentence or two: description: What this post is about, and for whom",
    ],
  }),
  "length/description-short": message<{ length: number; min: number }>({
    severity: "note",
    fr: (p) => [
      `La description n’a que ${String(p.length)} caractère${p.length < 2 ? "" : "s"} ; il en faut au moins ${String(p.min)} pour donner envie de lire.`,
      "Complétez-la par une phrase.",
    ],
    en: (p) => [
      `The description has only ${String(p.length)} character${p.length === 1 ? "" : "s"}; it takes at least ${String(p.min)} to invite people to read.`,
      "Add a sentence to it.",
    ],
  }),
  "length/description-long": message<{ length: number; max: number }>({
    severity: "note",
    fr: (p) => [
      `La description a ${String(p.length)} caractères ; au-delà de ${String(p.max)}, elle est coupée.`,
      "Gardez l’essentiel dans les premières phrases.",
    ],
    en: (p) => [
      `The description has ${String(p.length)} characters; beyond ${String(p.max)}, it is cut.`,
      "Keep what matters in the first sentences.",
    ],
  }),
};
