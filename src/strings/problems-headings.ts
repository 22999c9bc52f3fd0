// Messages about headings: skipped levels, and bold lines used instead of headings.
import { code, message } from "./message.ts";

export interface WrittenHeading {
  /** As shown to readers. */
  text: string;
  /** As typed. */
  source: string;
  /** The signs of the quotation or item that its line begins. */
  before?: string;
}

export interface SkippedHeading extends WrittenHeading {
  found: number;
  shown: number;
  raw?: boolean;
  /** Lines of the other headings that skip the same level. */
  lines: readonly number[];
}

export const headingMessages = {
  "skipped-heading/top": message<WrittenHeading & { underlined: boolean }>({
    severity: "warn",
    fr: (p) => [
      `Le titre « ${p.text} » est le seul de niveau 1 (${p.underlined ? "une ligne de ==== le suit" : "#"}), après des titres de niveau 2 : ceux d’un texte commencent à ##.`,
      `${p.underlined ? "À la place de ses lignes, écrivez" : "Écrivez"} ${code(`${p.before ?? ""}## ${p.source}`)}`,
    ],
    en: (p) => [
      `The heading “${p.text}” is the only one of level 1 (${p.underlined ? "a line of ==== follows it" : "#"}), after headings of level 2: those of a text begin at ##.`,
      `${p.underlined ? "In place of its lines, write" : "Write"} ${code(`${p.before ?? ""}## ${p.source}`)}`,
    ],
  }),
  "empty-heading": message<{ signs: string }>({
    severity: "warn",
    fr: (p) => [
      `Ce titre n’a pas de texte : rien n’est affiché à sa place.`,
      `Écrivez son texte après ${code(p.signs)}, ou supprimez la ligne.`,
    ],
    en: (p) => [
      `This heading has no text: nothing is shown in its place.`,
      `Write its text after ${code(p.signs)}, or delete the line.`,
    ],
  }),
};
