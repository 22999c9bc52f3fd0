// Messages about the footnotes of a text.
import { code, message } from "./message.ts";

/** A line with more characters is not quoted in full. */
const LONG = 200;

export const footnoteMessages = {
  "literal-footnote/undefined": message<{ label: string }>({
    severity: "warn",
    fr: (p) => [
      `L’appel de note ${code(`[^${p.label}]`)} est affiché tel quel : la note n’est écrite nulle part.`,
      `Ajoutez, sur une ligne à part : ${code(`[^${p.label}]: le texte de la note`)}`,
    ],
    en: (p) => [
      `The footnote mark ${code(`[^${p.label}]`)} is shown as it is: the note is not written anywhere.`,
      `Add, on a line of its own: ${code(`[^${p.label}]: the text of the note`)}`,
    ],
  }),
  "literal-footnote/space": message<{ label: string; text: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(`[^${p.label}] :`)} est affiché tel quel : une espace sépare le crochet des deux-points, et la note n’est pas reconnue.`,
      p.text.length > LONG
        ? `Commencez la ligne par ${code(`[^${p.label}]:`)}`
        : `Écrivez ${code(`[^${p.label}]: ${p.text || "le texte de la note"}`)}`,
    ],
    en: (p) => [
      `${code(`[^${p.label}] :`)} is shown as it is: a space stands between the bracket and the colon, and the note is not recognised.`,
      p.text.length > LONG
        ? `Begin the line with ${code(`[^${p.label}]:`)}`
        : `Write ${code(`[^${p.label}]: ${p.text || "the text of the note"}`)}`,
    ],
  }),
  "literal-footnote/colon": message<{ label: string; text: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(`[^${p.label}]`)} est affiché tel quel au début de cette ligne : il y manque les deux-points d’une note.`,
      p.text.length > LONG
        ? `Commencez la ligne par ${code(`[^${p.label}]:`)}`
        : `Écrivez ${code(`[^${p.label}]: ${p.text || "le texte de la note"}`)}`,
    ],
    en: (p) => [
      `${code(`[^${p.label}]`)} is shown as it is at the beginning of this line, which lacks the colon of a note.`,
      p.text.length > LONG
        ? `Begin the line with ${code(`[^${p.label}]:`)}`
        : `Write ${code(`[^${p.label}]: ${p.text || "the text of the note"}`)}`,
    ],
  }),
  "literal-footnote/twice": message<{ label: string; free: string }>({
    severity: "warn",
    fr: (p) => [
      `La note ${code(`[^${p.label}]`)} est écrite plusieurs fois : seule la dernière est affichée.`,
      `Donnez à celle-ci un autre repère, tel que ${code(`[^${p.free}]`)}, ici et là où le texte l’appelle ; si c’est la même note, supprimez-la ici.`,
    ],
    en: (p) => [
      `The note ${code(`[^${p.label}]`)} is written more than once: only the last one is shown.`,
      `Give this one another mark, such as ${code(`[^${p.free}]`)}, here and where the text refers to it; if it is the same note, delete it here.`,
    ],
  }),
  "literal-footnote/unused": message<{ label: string }>({
    severity: "warn",
    fr: (p) => [
      `La note ${code(`[^${p.label}]`)} n’est appelée nulle part : elle n’est pas affichée.`,
      `Placez ${code(`[^${p.label}]`)} dans le texte, là où la note s’applique.`,
    ],
    en: (p) => [
      `Nothing in the text refers to the note ${code(`[^${p.label}]`)}: it is not shown.`,
      `Put ${code(`[^${p.label}]`)} in the text, where the note belongs.`,
    ],
  }),
  "literal-footnote/alt": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.found)} est dans le texte alternatif d’une image, qui ne peut pas avoir de note : rien ne mène à celle-ci.`,
      `Placez ${code(p.found)} après l’image, ou dans sa légende : ${code(`![…](…) _Une légende${p.found}_`)}`,
    ],
    en: (p) => [
      `${code(p.found)} is in a picture’s alternative text, which cannot have a note: nothing leads to this one.`,
      `Put ${code(p.found)} after the picture, or in its caption: ${code(`![…](…) _A caption${p.found}_`)}`,
    ],
  }),
  "literal-footnote/uncalled": message<{ label: string }>({
    severity: "warn",
    fr: (p) => [
      `La note ${code(`[^${p.label}]`)} n’est appelée que par une note qui n’est pas affichée : rien n’y mène.`,
      `Placez ${code(`[^${p.label}]`)} dans le texte, là où la note s’applique, ou appelez la note qui l’appelle.`,
    ],
    en: (p) => [
      `Only a note that is not shown refers to the note ${code(`[^${p.label}]`)}: nothing leads there.`,
      `Put ${code(`[^${p.label}]`)} in the text, where the note belongs, or refer to the note that refers to it.`,
    ],
  }),
};
