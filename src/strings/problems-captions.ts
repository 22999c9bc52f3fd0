// Messages about captions of raw HTML, and Markdown directly next to raw HTML, which is then not parsed as Markdown.
// What the build fixes by itself (a caption under a picture) is not reported.
import { code, message } from "./message.ts";

const belowTag = message<{ found: string }>({
  severity: "warn",
  fr: (p) => [
    `« ${p.found} » est affiché avec son signe : juste après une balise HTML, le Markdown n’est pas lu.`,
    "Laissez une ligne vide avant cette ligne.",
  ],
  en: (p) => [
    `“${p.found}” is shown with its sign: directly after an HTML tag, Markdown is not read.`,
    "Leave an empty line before this line.",
  ],
});

/** What to write instead of a caption of raw HTML. */
export const captionHint = {
  fr: `Écrivez la légende en italique, sur la ligne juste après l’image : ${code("_La légende_")}`,
  en: `Write the caption in italics, on the line right after the picture: ${code("_The caption_")}`,
};

export const captionMessages = {
  "literal-heading/html": belowTag,
  "literal-list/html": belowTag,
  "literal-markup/html": belowTag,
  "literal-table/html": belowTag,
  "dropped-html/caption": message({
    severity: "warn",
    fr: () => [
      "`<figcaption>` n’est pas dans une `<figure>` : c’est un texte à part, et non la légende d’une image.",
      captionHint.fr,
    ],
    en: () => [
      "`<figcaption>` is not inside a `<figure>`: it is a text of its own, and not the caption of a picture.",
      captionHint.en,
    ],
  }),
  "literal-emphasis/html": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : le Markdown collé à une balise HTML n’est pas lu.`,
      `Laissez une ligne vide entre la balise et ce texte, ou écrivez ${code(p.fix)}`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: Markdown stuck to an HTML tag is not read.`,
      `Leave an empty line between the tag and this text, or write ${code(p.fix)}`,
    ],
  }),
};
