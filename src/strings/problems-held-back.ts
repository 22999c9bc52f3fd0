// Messages about keys that were meant to keep a text unpublished, or to withdraw it, and do not.
import { message } from "./message.ts";
import { exampleIn, type Example } from "./problems-yaml.ts";

export interface HeldBack {
  key: string;
  /** The key to write. */
  field: string;
  fix: Example;
  /** True if that key exists already. */
  taken: boolean;
}

export const heldBackMessages = {
  "front-matter/no-value": message<{ field: string; fix: Example }>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `« ${p.field} » est vide : rien ne dit s’il faut retenir le texte. Supprimez cette ligne pour le publier ; pour le retenir, écrivez :`,
    en: (p) =>
      `“${p.field}” is empty: nothing says whether to hold the text back. Delete this line to publish it; to hold it back, write:`,
    hint: (p, lang) => exampleIn(p.fix, lang),
  }),
};
