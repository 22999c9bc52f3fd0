// A key that Carnet does not know → the one that its author meant: a word of another language or tool, or a typing error.
import { nearest } from "../nearest.ts";
import { fold } from "./text.ts";

/** Words that people write for a key, without accents, in small letters. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  title: ["titre"],
  author: ["auteur", "autrice"],
  authors: ["auteurs"],
  description: ["resume", "chapo", "summary", "excerpt"],
  tags: ["tag", "mots cles", "keywords", "categories", "category"],
  image: ["cover", "couverture", "thumbnail", "featured image"],
  imageAlt: ["alt", "image alt"],
  lang: ["langue", "language"],
  date: ["publish date", "created"],
  updated: ["mise a jour", "lastmod", "modified"],
  draft: ["brouillon", "hidden", "private"],
  published: ["publie", "publish", "visible", "en ligne"],
  publishAt: ["publishdate", "publish on", "embargo"],
  expires: ["expiration", "expirydate", "expiry date", "unpublish"],
  permalink: ["url", "adresse"],
  license: ["licence"],
  deadline: ["date limite", "echeance"],
  layout: ["gabarit", "template"],
};

/** True if `key` is `meant` in another spelling, or a word for it; false if it only resembles it. */
export function isWordFor(key: string, meant: string): boolean {
  const word = fold(key);
  return (
    word.replaceAll(" ", "") === fold(meant).replaceAll(" ", "") || (WORDS[meant]?.includes(word) ?? false)
  );
}

/** `known` are the keys that the map may have. */
export function meantKey(key: string, known: readonly string[]): string | undefined {
  const meant = known.find((one) => isWordFor(key, one)) ?? nearest(key, known);
  // `index` is one prefix away from its opposite.
  return meant === `no${fold(key)}` ? undefined : meant;
}
