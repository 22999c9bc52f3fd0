// `archived` of `site.yaml`: the day from which a site is kept as it is, and the words in which its pages say so.
// What an owner writes most is the day alone; a sentence of their own replaces ours, in one language or in each.
import * as z from "zod";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const words = z.string().trim().min(1);

export const archivedSchema = z.union([
  day.transform((date): Archived => ({ date })),
  z.strictObject({
    date: day,
    /** In the site's language, or by language: `{ fr: …, en: … }`. */
    message: z.union([words, z.record(z.string(), words)]).optional(),
  }),
]);

export interface Archived {
  /** `2026-06-30`. */
  date: string;
  message?: string | Record<string, string> | undefined;
}

/** The owner's sentence for pages in `lang`; undefined where there is none, and ours is said. */
export function archivedMessage({ message }: Archived, lang: string, siteLang: string): string | undefined {
  if (typeof message === "string") return lang === siteLang ? message : undefined;
  return message?.[lang];
}
