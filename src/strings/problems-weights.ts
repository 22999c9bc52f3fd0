// Messages about files that weigh much on their readers: notes, since only their author knows whether they are worth it.
import { fileSizeEn, fileSizeFr } from "./file-size.ts";
import { code, message } from "./message.ts";

/** A file as a text names it, and its bytes. */
export interface Weight {
  src: string;
  bytes: number;
}

/** `demo.gif` → the player of a film of that name. */
const asFilm = (src: string): string => {
  const name = src.replace(/\.\w+$/, "");
  return code(`<video src="${name}.mp4" poster="${name}.jpg" muted></video>`);
};

export const weightMessages = {
  "heavy-file/animation": message<Weight>({
    severity: "note",
    fr: ({ src, bytes }) => [
      `L’animation ${code(src)} pèse ${fileSizeFr(bytes)} : Carnet la réduit, mais chaque lecteur de la page la reçoit, et elle part seule.`,
      `Faites-en un film, dont rien n’est chargé avant la lecture : ${asFilm(src)}. Sinon, faites-la plus courte ou plus petite.`,
    ],
    en: ({ src, bytes }) => [
      `The animation ${code(src)} weighs ${fileSizeEn(bytes)}: Carnet makes it smaller, but every reader of the page receives it, and it starts by itself.`,
      `Make it a film, which loads nothing before it is played: ${asFilm(src)}. If not, make it shorter or smaller.`,
    ],
  }),
  "heavy-file/drawing": message<Weight>({
    severity: "note",
    fr: ({ src, bytes }) => [
      `L’image ${code(src)} pèse ${fileSizeFr(bytes)}, et un fichier de ce format est publié tel quel.`,
      "Si elle contient une photo, ou des milliers de traits, exportez-la en PNG ou en JPEG : Carnet en fait des copies légères. Sinon, enregistrez-la en « SVG optimisé ».",
    ],
    en: ({ src, bytes }) => [
      `The picture ${code(src)} weighs ${fileSizeEn(bytes)}, and a file of this format is published as it is.`,
      "If it contains a photo, or thousands of lines, export it as PNG or JPEG: Carnet makes light copies of it. If not, save it as “optimised SVG”.",
    ],
  }),
  "heavy-file/media": message<Weight>({
    severity: "note",
    fr: ({ src, bytes }) => [
      `Le fichier ${code(src)} pèse ${fileSizeFr(bytes)} : qui le lance le reçoit tout entier, et Git garde chacune de ses versions.`,
      "Exportez le film en 720p au plus, ou le son en mono ; ou publiez-le sur une plateforme, et collez son adresse dans l’article.",
    ],
    en: ({ src, bytes }) => [
      `The file ${code(src)} weighs ${fileSizeEn(bytes)}: whoever plays it receives all of it, and Git keeps each of its versions.`,
      "Export the film in 720p at most, or the sound in mono; or publish it on a platform, and paste its address into the post.",
    ],
  }),
  "heavy-file/document": message<Weight>({
    severity: "note",
    fr: ({ src, bytes }) => [
      `Le document ${code(src)} pèse ${fileSizeFr(bytes)} : avec une connexion lente, peu de lecteurs l’attendront.`,
      "Exportez-le de nouveau avec des images réduites (150 points par pouce suffisent à l’écran), et donnez l’essentiel dans la page.",
    ],
    en: ({ src, bytes }) => [
      `The document ${code(src)} weighs ${fileSizeEn(bytes)}: few readers with a slow connection will wait for it.`,
      "Export it again with smaller pictures (150 dots per inch are enough for a screen), and give the essentials in the page.",
    ],
  }),
};
