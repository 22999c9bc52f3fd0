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
  "front-matter/held-back": message<HeldBack>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `La clé « ${p.key} » n’est pas connue : ${p.field === "expires" ? "elle ne retire pas le texte" : "elle ne retient pas le texte, qui serait publié"}.${p.taken ? "" : " Écrivez à sa place :"}`,
      p.taken
        ? `« ${p.field} » est déjà écrit : gardez une seule des deux lignes, sous ce nom.`
        : exampleIn(p.fix, "fr"),
    ],
    en: (p) => [
      `The key “${p.key}” is not known: ${p.field === "expires" ? "it does not take the text away" : "it does not hold back the text, which would be published"}.${p.taken ? "" : " Write in its place:"}`,
      p.taken
        ? `“${p.field}” is written already: keep one of the two lines only, under that name.`
        : exampleIn(p.fix, "en"),
    ],
  }),
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
