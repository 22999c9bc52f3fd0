// Messages about markup of other tools (WordPress, MDX, SPIP…) that Carnet prints as text.
// Each says what to write instead, using what was found in it.
import { code, message, toWrite } from "./message.ts";

/** What a WordPress shortcode showed on the page. */
export type ShortcodeKind = "picture" | "player" | "video" | "audio" | "code" | "link";

export interface ShortcodeParams {
  found: string;
  kind: ShortcodeKind;
  /** The address in it; empty if there is none. */
  address: string;
}

const FENCE = "```";
const player = (name: "video" | "audio", address: string, example: string): string =>
  code(`<${name} controls src="${address || example}"></${name}>`);

const shortcodeHints = {
  fr: {
    picture: () =>
      `Écrivez ${code("![ce que montre l’image](photo.jpg)")} puis, sur la ligne suivante, sa légende en italique : ${code("*La légende*")}`,
    player: (address) =>
      `Écrivez seulement l’adresse de la vidéo, sur une ligne à part : ${code(address || "https://…")}`,
    video: (address) => `Écrivez ${player("video", address, "/media/film.mp4")}`,
    audio: (address) => `Écrivez ${player("audio", address, "/media/son.mp3")}`,
    code: () => `Placez le code entre deux lignes ${FENCE}, la première suivie du nom du langage.`,
    link: (address) => `Écrivez plutôt un lien : ${code(`[le titre de la page](${address || "https://…"})`)}`,
  },
  en: {
    picture: () =>
      `Write ${code("![what the picture shows](photo.jpg)")} then, on the next line, its caption in italics: ${code("*The caption*")}`,
    player: (address) =>
      `Write only the address of the video, on a line of its own: ${code(address || "https://…")}`,
    video: (address) => `Write ${player("video", address, "/media/film.mp4")}`,
    audio: (address) => `Write ${player("audio", address, "/media/sound.mp3")}`,
    code: () => `Put the code between two ${FENCE} lines, the first followed by the name of the language.`,
    link: (address) => `Write a link instead: ${code(`[the title of the page](${address || "https://…"})`)}`,
  },
} satisfies Record<string, Record<ShortcodeKind, (address: string) => string>>;

export const foreignMessages = {
  "literal-markup/chevrons": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => `${code(p.found)} est affiché tel quel : ces signes ne sont pas des guillemets.`,
    en: (p) => `${code(p.found)} is shown as it is: these signs are not quotation marks.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "literal-markup/quotes": message<{ found: string; fix: string; italics: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : ces signes ne font pas des guillemets.`,
      `Écrivez ${code(p.fix)} ; pour des mots en italique, ${code(p.italics)}`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: these signs do not make quotation marks.`,
      `Write ${code(p.fix)}; for words in italics, ${code(p.italics)}`,
    ],
  }),
  "literal-markup/tag": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : la balise n’est pas complète.`,
      `Donnez ses deux guillemets à chaque attribut, et finissez la balise par ${code(">")} ; si elle fait partie du texte, écrivez-la entre accents graves.`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: the tag is not complete.`,
      `Give each attribute both its quotation marks, and end the tag with ${code(">")}; if it is part of the text, write it between backticks.`,
    ],
  }),
  "literal-markup/shortcode": message<ShortcodeParams>({
    severity: "warn",
    fr: (p) => `${code(p.found)} est affiché tel quel : c’est un code court (shortcode) de WordPress.`,
    en: (p) => `${code(p.found)} is shown as it is: it is a WordPress shortcode.`,
    hint: (p, lang) => shortcodeHints[lang][p.kind](p.address),
  }),
  "literal-markup/abbreviation": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : une abréviation ne se définit pas sur une ligne à part.`,
      `Effacez cette ligne et, à la première apparition du mot, écrivez ${code(p.fix)}`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: an abbreviation is not defined on a line of its own.`,
      `Delete this line and, where the word first appears, write ${code(p.fix)}`,
    ],
  }),
  "literal-markup/module": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : c’est une ligne de MDX, dont Carnet n’a pas les composants.`,
      "Effacez ce paragraphe, et remplacez plus bas chaque composant par du Markdown.",
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: it is an MDX line, whose components Carnet does not have.`,
      "Delete this paragraph, and replace each component below with Markdown.",
    ],
  }),
  "literal-markup/wiki-link": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => `${code(p.found)} est affiché tel quel : c’est un lien d’Obsidian, de SPIP ou d’un wiki.`,
    en: (p) => `${code(p.found)} is shown as it is: it is an Obsidian, SPIP or wiki link.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "literal-markup/slack": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => `${code(p.found)} est un lien de Slack : ses signes sont affichés, ou son adresse est fausse.`,
    en: (p) => `${code(p.found)} is a Slack link: its signs are shown, or its address is wrong.`,
    hint: (p, lang) => toWrite(p.fix, lang),
  }),
  "literal-markup/note": message<{ found: string; text: string; label: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : c’est une note de SPIP.`,
      `Écrivez ${code(`[^${p.label}]`)} à sa place et, sur une ligne à part, ${code(`[^${p.label}]: ${p.text}`)}`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: it is a SPIP note.`,
      `Write ${code(`[^${p.label}]`)} in its place and, on a line of its own, ${code(`[^${p.label}]: ${p.text}`)}`,
    ],
  }),
  "literal-markup/document": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : c’est une image ou un document de SPIP.`,
      `Écrivez ${code("![ce que montre l’image](photo.jpg)")} ou, pour un document, ${code("[le titre du document](/docs/document.pdf)")}`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: it is a SPIP picture or document.`,
      `Write ${code("![what the picture shows](photo.jpg)")} or, for a document, ${code("[the title of the document](/docs/document.pdf)")}`,
    ],
  }),
  "literal-markup/span": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => `${code(p.found)} est affiché tel quel : c’est une écriture de Pandoc.`,
    en: (p) => `${code(p.found)} is shown as it is: it is Pandoc syntax.`,
    hint: (p, lang) => (p.fix === "" ? { fr: "Effacez-le.", en: "Delete it." }[lang] : toWrite(p.fix, lang)),
  }),
  "literal-markup/comment": message<{ line: number; hides: boolean }>({
    severity: "warn",
    fr: (p) => [
      `Ce commentaire d’Obsidian est affiché, de ${code("%%")} à ${code("%%")} (ligne ${String(p.line)}) : les lecteurs le verront.`,
      p.hides
        ? `Effacez-le, ou écrivez ${code("<!--")} à la place du premier ${code("%%")} et ${code("-->")} à la place du second.`
        : "Effacez-le.",
    ],
    en: (p) => [
      `This Obsidian comment is shown, from ${code("%%")} to ${code("%%")} (line ${String(p.line)}): readers will see it.`,
      p.hides
        ? `Delete it, or write ${code("<!--")} in place of the first ${code("%%")} and ${code("-->")} in place of the second.`
        : "Delete it.",
    ],
  }),
  "literal-markup/block-name": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : c’est le nom qu’Obsidian donne à un paragraphe.`,
      "Effacez-le.",
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: it is the name that Obsidian gives to a paragraph.`,
      "Delete it.",
    ],
  }),
  "literal-markup/formula": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `La formule ${code(p.found)} est affichée telle quelle, avec ses signes : Carnet ne compose pas de formules.`,
      `Écrivez-la en mots, avec ${code("<sub>")} et ${code("<sup>")}, entre accents graves, ou en image avec son texte alternatif ; de même pour les suivantes.`,
    ],
    en: (p) => [
      `The formula ${code(p.found)} is shown as it is, with its signs: Carnet does not typeset formulas.`,
      `Write it in words, with ${code("<sub>")} and ${code("<sup>")}, between backticks, or as a picture with its alternative text; likewise for those that follow.`,
    ],
  }),
  "literal-markup/source-mark": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : c’est la marque d’une source, laissée par un assistant comme ChatGPT ou Gemini.`,
      "Vérifiez la source et écrivez un lien vers elle à la place, ou effacez la marque ; de même pour les suivantes.",
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: it is the mark of a source, left by an assistant such as ChatGPT or Gemini.`,
      "Check the source and write a link to it instead, or delete the mark; likewise for those that follow.",
    ],
  }),
  "literal-markup/contents": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : le sommaire se fait tout seul.`,
      `Effacez cette ligne${p.found.startsWith("{:") ? " et celle du dessus" : ""} : la page reçoit un sommaire dès qu’elle a trois titres.`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: the table of contents is made automatically.`,
      `Delete this line${p.found.startsWith("{:") ? " and the one above" : ""}: the page gets a table of contents as soon as it has three headings.`,
    ],
  }),
};
