// Messages about tags of other generators (Jekyll, Hugo, Hexo, Zola) that a text shows as they are.
// Each says what to write instead, using what the tag contains: a video's number, a picture's file, a post's name.
import { code, message } from "./message.ts";

/** What a tag showed on the page; `written` is something to write as it is, `text` something unknown. */
type LeftoverKind =
  | "player"
  | "picture"
  | "link"
  | "address"
  | "base"
  | "written"
  | "code"
  | "code-end"
  | "callout"
  | "quote"
  | "end"
  | "attributes"
  | "text";

export interface LeftoverParams {
  found: string;
  kind: LeftoverKind;
  /** The address, file or line to write, if the tag contains it. */
  fix?: string;
  /** For a picture. */
  alt?: string;
  caption?: string;
}

const FENCE = "```";
type Hints = Record<LeftoverKind, (p: LeftoverParams) => string>;

const picture = ({ fix, alt }: LeftoverParams, shows: string): string =>
  code(`![${alt === undefined || alt === "" ? shows : alt}](${fix ?? "photo.jpg"})`);

const hints = {
  fr: {
    player: ({ fix }) =>
      `Écrivez seulement l’adresse de la vidéo, sur une ligne à part : ${code(fix ?? "https://…")}`,
    picture: (p) =>
      `Écrivez ${picture(p, "ce que montre l’image")}` +
      (p.caption === undefined
        ? ""
        : ` puis, sur la ligne suivante, sa légende en italique : ${code(`*${p.caption}*`)}`),
    link: ({ fix }) => `Écrivez plutôt un lien : ${code(`[le titre de la page](${fix ?? "https://…"})`)}`,
    address: ({ fix }) => `Écrivez à la place l’adresse seule : ${code(fix ?? "…")}`,
    base: () => `Effacez-le, et gardez l’adresse qui le suit : Carnet y ajoute lui-même ce qu’il faut.`,
    written: ({ fix }) => `Écrivez ${code(fix ?? "…")}`,
    code: () => `Remplacez-le par une ligne ${FENCE} suivie du nom du langage.`,
    "code-end": () => `Remplacez-le par une ligne ${FENCE}`,
    callout: ({ fix }) =>
      `Écrivez ${code(fix ?? "> [!NOTE]")} à la place, ${code("> ")} au début de chaque ligne du texte, et effacez la balise qui le ferme.`,
    quote: () =>
      `Écrivez ${code("> ")} au début de chaque ligne de la citation, et effacez les deux balises.`,
    end: () => `Effacez-le.`,
    attributes: () => `Effacez-le.`,
    text: () => `Effacez-le, ou écrivez-le entre accents graves s’il fait partie du texte.`,
  },
  en: {
    player: ({ fix }) =>
      `Write only the address of the video, on a line of its own: ${code(fix ?? "https://…")}`,
    picture: (p) =>
      `Write ${picture(p, "what the picture shows")}` +
      (p.caption === undefined
        ? ""
        : ` then, on the next line, its caption in italics: ${code(`*${p.caption}*`)}`),
    link: ({ fix }) => `Write a link instead: ${code(`[the title of the page](${fix ?? "https://…"})`)}`,
    address: ({ fix }) => `Write the address alone in its place: ${code(fix ?? "…")}`,
    base: () => `Delete it, and keep the address that follows: Carnet adds to it what it takes.`,
    written: ({ fix }) => `Write ${code(fix ?? "…")}`,
    code: () => `Replace it with a ${FENCE} line followed by the name of the language.`,
    "code-end": () => `Replace it with a ${FENCE} line.`,
    callout: ({ fix }) =>
      `Write ${code(fix ?? "> [!NOTE]")} instead, ${code("> ")} at the beginning of each line of the text, and delete the tag that ends it.`,
    quote: () =>
      `Write ${code("> ")} at the beginning of each line of the quotation, and delete the two tags.`,
    end: () => `Delete it.`,
    attributes: () => `Delete it.`,
    text: () => `Delete it, or write it between backticks if it belongs to the text.`,
  },
} satisfies Record<string, Hints>;

export const leftoverMessages = {
  "template-leftover": message<LeftoverParams>({
    severity: "warn",
    fr: (p) =>
      `${code(p.found)} est affiché tel quel : les articles n’ont pas de langage de gabarit. C’est sans doute un reste de Jekyll, de Hugo, d’Eleventy ou de SPIP.`,
    en: (p) =>
      `${code(p.found)} is shown as it is: posts have no template language. It is probably left over from Jekyll, Hugo, Eleventy or SPIP.`,
    hint: (p, lang) => hints[lang][p.kind](p),
  }),
  "literal-markup/attributes": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : les attributs d’un paragraphe s’écrivent à sa fin.`,
      "Laissez une ligne vide après ces attributs, ou effacez-les.",
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: the attributes of a paragraph are written at its end.`,
      "Leave an empty line after these attributes, or delete them.",
    ],
  }),
  "literal-markup/size": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est affiché tel quel : ce n’est pas ainsi que se donne la taille d’une image.`,
      `Écrivez ${code(p.fix)} juste après l’image.`,
    ],
    en: (p) => [
      `${code(p.found)} is shown as it is: this is not how the size of a picture is given.`,
      `Write ${code(p.fix)} right after the picture.`,
    ],
  }),
};
