// Messages about dates that cannot be read.
import { message } from "./message.ts";
import { exampleIn, type Example } from "./problems-yaml.ts";

export interface UnreadDate {
  field: string;
  found: string;
  /** The line to paste, or its form. */
  fix: Example;
}

export const dateMessages = {
  "bad-date/form": message<UnreadDate>({
    severity: "error",
    fixed: true,
    fr: (p) => `« ${p.found} » n’est pas une date : il faut l’année, le mois et le jour, avec des tirets.`,
    en: (p) => `“${p.found}” is not a date: year, month and day are needed, with hyphens.`,
    hint: (p, lang) => exampleIn(p.fix, lang),
  }),
  "bad-date/hour": message<UnreadDate>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `« ${p.found} » n’est pas une date : il faut l’année, le mois et le jour, avec des tirets, puis l’heure, avec un deux-points.`,
    en: (p) =>
      `“${p.found}” is not a date: year, month and day are needed, with hyphens, then the hour, with a colon.`,
    hint: (p, lang) => exampleIn(p.fix, lang),
  }),
  "bad-date/ambiguous": message<UnreadDate>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `« ${p.found} » peut se lire de deux façons ; écrivez l’année, le mois puis le jour, avec des tirets.`,
    en: (p) => `“${p.found}” can be read in two ways; write year, month, then day, with hyphens.`,
    hint: (p, lang) => exampleIn(p.fix, lang),
  }),
  "bad-date/impossible": message<UnreadDate>({
    severity: "error",
    fixed: true,
    fr: (p) => `« ${p.found} » n’existe pas : ce jour ou cette heure manque au calendrier.`,
    en: (p) => `“${p.found}” does not exist: the calendar has no such day or hour.`,
    hint: (p, lang) => exampleIn(p.fix, lang),
  }),
};
