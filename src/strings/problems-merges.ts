// Messages about the conflict markers that Git leaves in a text when it cannot merge two versions.
import { message, type Words } from "./message.ts";

const KEEP = {
  fr: "Gardez la bonne version, ou un peu des deux, et supprimez les lignes qui commencent par <<<<<<<, ======= et >>>>>>>.",
  en: "Keep the right version, or some of both, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.",
};

/** In front matter, settings files, layouts, `.eleventy.ts` and files that are published as they are. */
const inCode = message({
  severity: "error",
  fixed: true,
  fr: (): Words =>
    "Deux personnes ont changé ces lignes, et Git n’a pas su laquelle suivre : la fusion n’est pas terminée.",
  en: (): Words =>
    "Two people changed these lines, and Git could not tell whom to follow: the merge was not finished.",
  hint: (_p, lang) => KEEP[lang],
});

export const mergeMessages = {
  "front-matter/merge": inCode,
  "settings/merge": inCode,
};
