// Messages about pages that `carnet init` wrote and that nobody has completed.
import { message } from "./message.ts";

export const startingMessages = {
  "to-complete": message<{ passage: string; whole: string }>({
    severity: "note",
    fr: (p) => [
      `Ce passage du modèle n’est pas rempli, et les lecteurs le voient : « ${p.passage} ».`,
      `Écrivez ce qu’il demande à la place de ${p.whole}`,
    ],
    en: (p) => [
      `This passage of the model is not filled in, and readers see it: “${p.passage}”.`,
      `Write what it asks for in the place of ${p.whole}`,
    ],
  }),
};
