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

const signOf = ({ raw }: SkippedHeading, level: number): string =>
  raw === true ? `<h${String(level)}>` : "#".repeat(level);

const asHeading = (p: SkippedHeading): string =>
  p.raw === true
    ? `${signOf(p, p.shown)}${p.source}</h${String(p.shown)}>`
    : `${p.before ?? ""}${signOf(p, p.shown)} ${p.source}`;

/** Maximum number of lines in one message. */
const MOST_LINES = 12;

/** “12, 20 and 31”; only the first if there are many. */
function listed(lines: readonly number[], and: string): string {
  const shown = lines.slice(0, MOST_LINES).map(String);
  if (lines.length > MOST_LINES) return `${shown.join(", ")}…`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} ${and} ${shown.at(-1) ?? ""}`;
}

export const headingMessages = {
  "skipped-heading": message<SkippedHeading>({
    severity: "warn",
    fr: (p) => [
      `Le titre « ${p.text} » saute un niveau (${signOf(p, p.found)}) : il est affiché un niveau sous le titre qui le précède.`,
      `Écrivez ${code(asHeading(p))}${p.lines.length === 0 ? "" : ` ; et un titre de même niveau ${p.lines.length === 1 ? "à la ligne" : "aux lignes"} ${listed(p.lines, "et")}`}`,
    ],
    en: (p) => [
      `The heading “${p.text}” skips a level (${signOf(p, p.found)}): it is shown one level under the heading before it.`,
      `Write ${code(asHeading(p))}${p.lines.length === 0 ? "" : `; and a heading of that level on ${p.lines.length === 1 ? "line" : "lines"} ${listed(p.lines, "and")}`}`,
    ],
  }),
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
  "bold-heading": message<WrittenHeading & { level: number }>({
    severity: "warn",
    fr: (p) => [
      `La ligne « ${p.text} » est toute en gras : si c’est un titre, les lecteurs d’écran et le sommaire ne le voient pas.`,
      `Si c’est un titre, écrivez ${code(`${"#".repeat(p.level)} ${p.source}`)}`,
    ],
    en: (p) => [
      `The line “${p.text}” is all bold: if it is a heading, screen readers and the table of contents do not see it.`,
      `If it is a heading, write ${code(`${"#".repeat(p.level)} ${p.source}`)}`,
    ],
  }),
};
