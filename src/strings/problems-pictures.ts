// Messages about pictures, in a text or in front matter.
// Each says what readers will see instead of the picture, then what to write or do.
import type { UiLang } from "../ui-lang.ts";
import { code, message } from "./message.ts";

/**
 * What readers get instead of a picture: its alternative text, its file name, nothing, a person without a portrait, a player
 * or a film without a picture, or the icon that Carnet draws.
 */
export type Instead = "alt" | "name" | "nothing" | "portrait" | "player" | "film" | "letter";

const INSTEAD = {
  fr: {
    alt: "son texte alternatif est affiché à la place",
    name: "le nom du fichier est affiché à la place",
    nothing: "rien n’est affiché à la place",
    portrait: "cette personne n’a pas de portrait",
    player: "le lecteur garde le fond que Carnet dessine",
    film: "le film n’a pas d’image d’attente",
    letter: "le site montre l’icône que Carnet dessine",
  },
  en: {
    alt: "its alternative text is shown instead",
    name: "the file’s name is shown instead",
    nothing: "nothing is shown instead",
    portrait: "this person has no portrait",
    player: "the player keeps the background that Carnet draws",
    film: "the film has no poster",
    letter: "the site shows the icon that Carnet draws",
  },
};

/** Where a link to a picture of another site has no place. */
export const hasNoLink = (instead: Instead | undefined): instead is "player" | "film" =>
  instead === "player" || instead === "film";

/** How a text names a picture beside it: a poster has no description. */
const named = (name: string, instead: Instead, words: string): string =>
  code(hasNoLink(instead) ? `poster="${name}"` : `![${words}](${name})`);

/** `IMG_1.HEIC` → `IMG_1.jpg` */
const asJpeg = (src: string): string => src.replace(/(?:\.\w+)?$/, ".jpg");

/** A picture without alternative text, and words that may describe it, if there are any. */
export interface Undescribed {
  src: string;
  shows: string | undefined;
}

function toDescribe({ src, shows }: Undescribed, lang: UiLang): string {
  const described = (words: string): string => code(`![${shows ?? words}](${src})`);
  const decorative = code(`![](${src}){.decorative}`);
  return {
    fr: `Dites ce que montre l’image : ${described("ce que montre l’image")}. Si elle est décorative : ${decorative}`,
    en: `Say what the picture shows: ${described("what the picture shows")}. If it is decorative: ${decorative}`,
  }[lang];
}

export const pictureMessages = {
  "missing-image/embedded": message<{ start: string; name: string; instead: Instead }>({
    severity: "warn",
    fr: (p) => [
      `L’image est écrite dans le texte même (${code(p.start)}), comme le font Google Docs ou Word : ${INSTEAD.fr[p.instead]}.`,
      `Enregistrez l’image dans un fichier à côté de l’article, et écrivez ${named(p.name, p.instead, "ce que montre l’image")}`,
    ],
    en: (p) => [
      `The picture is written in the text itself (${code(p.start)}), as Google Docs or Word do: ${INSTEAD.en[p.instead]}.`,
      `Save the picture in a file beside the post, and write ${named(p.name, p.instead, "what the picture shows")}`,
    ],
  }),
  "broken-image/unreadable": message<{ src: string; instead: Instead }>({
    severity: "warn",
    fr: (p) => [
      `Le fichier ${code(p.src)} n’est pas une image lisible : ${INSTEAD.fr[p.instead]}.`,
      `Exportez de nouveau l’image (JPEG, PNG, WebP ou SVG) et remplacez le fichier.`,
    ],
    en: (p) => [
      `The file ${code(p.src)} is not a readable picture: ${INSTEAD.en[p.instead]}.`,
      `Export the picture again (JPEG, PNG, WebP or SVG) and replace the file.`,
    ],
  }),
  "broken-image/document": message<{ src: string; instead: Instead }>({
    severity: "warn",
    fr: (p) => [
      `Le fichier ${code(p.src)} est un document, et non une image : ${INSTEAD.fr[p.instead]}.`,
      p.instead === "portrait"
        ? `Choisissez une photo, ou exportez cette page en JPEG, et écrivez ${code(`photo: ${asJpeg(p.src)}`)}`
        : `Dans le texte, menez-y par un lien, sans point d’exclamation : ${code(`[ce que dit le document](${p.src})`)}`,
    ],
    en: (p) => [
      `The file ${code(p.src)} is a document, and no picture: ${INSTEAD.en[p.instead]}.`,
      p.instead === "portrait"
        ? `Choose a photo, or export this page as JPEG, and write ${code(`photo: ${asJpeg(p.src)}`)}`
        : `In the text, lead to it by a link, without an exclamation mark: ${code(`[what the document says](${p.src})`)}`,
    ],
  }),
  "broken-image/foreign": message<{ src: string; instead: Instead }>({
    severity: "warn",
    fr: (p) => [
      `Le fichier ${code(p.src)} est dans un format que les navigateurs ne montrent pas (HEIC, TIFF, Photoshop…) : ${INSTEAD.fr[p.instead]}.`,
      `Exportez l’image en JPEG, et écrivez ${code(asJpeg(p.src))}`,
    ],
    en: (p) => [
      `The file ${code(p.src)} is in a format that browsers do not show (HEIC, TIFF, Photoshop…): ${INSTEAD.en[p.instead]}.`,
      `Export the picture as JPEG, and write ${code(asJpeg(p.src))}`,
    ],
  }),
  "broken-image/pointer": message<{ src: string; instead: Instead }>({
    severity: "warn",
    fr: (p) => [
      `Le fichier ${code(p.src)} tient la place d’une image que Git LFS n’a pas téléchargée : ${INSTEAD.fr[p.instead]}.`,
      `Lancez ${code("git lfs pull")} ; dans les recettes de GitHub, ajoutez ${code("lfs: true")} sous « with » d’${code("actions/checkout")}.`,
    ],
    en: (p) => [
      `The file ${code(p.src)} stands for a picture that Git LFS has not fetched: ${INSTEAD.en[p.instead]}.`,
      `Run ${code("git lfs pull")}; in the recipes for GitHub, add ${code("lfs: true")} under “with” of ${code("actions/checkout")}.`,
    ],
  }),
  "missing-alt/none": message<Undescribed>({
    severity: "warn",
    fr: (p) => `L’image ${code(p.src)} n’a pas de texte alternatif.`,
    en: (p) => `The picture ${code(p.src)} has no alternative text.`,
    hint: toDescribe,
  }),
  "missing-alt/words": message<Undescribed & { alt: string }>({
    severity: "warn",
    fr: (p) => `Le texte alternatif « ${p.alt} » ne dit pas ce que montre l’image.`,
    en: (p) => `The alternative text “${p.alt}” does not say what the picture shows.`,
    hint: toDescribe,
  }),
  /** `size`: the attributes of that size, if the picture is not to have that of its place. */
  "missing-alt/size": message<Undescribed & { alt: string; shows: string; size: string }>({
    severity: "warn",
    fr: (p) => [
      `Le texte alternatif « ${p.alt} » finit par une taille, que les lecteurs d’écran liront.`,
      `Écrivez ${code(`![${p.shows}](${p.src})${p.size}`)}`,
    ],
    en: (p) => [
      `The alternative text “${p.alt}” ends with a size, which screen readers will read out.`,
      `Write ${code(`![${p.shows}](${p.src})${p.size}`)}`,
    ],
  }),
  "broken-image/size": message<{ src: string; instead: Instead }>({
    severity: "warn",
    fr: (p) => [
      `L’image ${code(p.src)} est trop grande (au plus 100 millions de pixels et 64 Mo) : ${INSTEAD.fr[p.instead]}.`,
      `Réduisez l’image, par exemple à 4000 pixels de large, et remplacez le fichier.`,
    ],
    en: (p) => [
      `The picture ${code(p.src)} is too large (at most 100 million pixels and 64 MB): ${INSTEAD.en[p.instead]}.`,
      `Make the picture smaller, for instance 4000 pixels wide, and replace the file.`,
    ],
  }),
  "broken-image/thin": message<{ src: string; instead: Instead }>({
    severity: "warn",
    fr: (p) => [
      `L’image ${code(p.src)} n’est qu’une ligne (un côté a plus de 16 000 fois la longueur de l’autre) : ${INSTEAD.fr[p.instead]}.`,
      `Recadrez l’image, et remplacez le fichier.`,
    ],
    en: (p) => [
      `The picture ${code(p.src)} is only a line (one side is more than 16,000 times as long as the other): ${INSTEAD.en[p.instead]}.`,
      `Crop the picture, and replace the file.`,
    ],
  }),
  "picture-script": message<{ src: string }>({
    severity: "warn",
    fr: (p) => [
      `Le dessin ${code(p.src)} contient un script : il est montré comme une image, où le script ne s’exécute pas, mais le fichier reste publié.`,
      `Exportez de nouveau le dessin en « SVG simple » ou optimisé, sans script ni animation au clic.`,
    ],
    en: (p) => [
      `The drawing ${code(p.src)} contains a script: it is shown as a picture, where the script does not run, but the file is still published.`,
      `Export the drawing again as “plain” or optimised SVG, without script or click animation.`,
    ],
  }),
};
