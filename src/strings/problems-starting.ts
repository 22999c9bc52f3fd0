// Messages about what a folder needs before its texts are checked: pages from `carnet init` that nobody has completed, and the
// version of Carnet that it requires.
import { message } from "./message.ts";

export const startingMessages = {
  "stale-install": message({
    severity: "warn",
    fr: () =>
      "Ce fichier demande une autre version de Carnet que celle qui est installée ici : une clé dite inconnue, ou une valeur refusée, y est peut-être admise.",
    en: () =>
      "This file asks for another version of Carnet than the one installed here: a key reported as unknown, or a value refused, may be valid in that version.",
    hint: () => "npm ci",
  }),
};
