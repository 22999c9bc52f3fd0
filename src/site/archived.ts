// `archived` of `site.yaml`: the day from which a site is archived, and the sentence by which its pages say so.
// Most owners write the day alone. A sentence of their own replaces Carnet's, in one language or in each.
import * as z from "zod";

const day = z.iso.date();
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

/** The owner's sentence for pages in `lang`; undefined if there is none, and Carnet's is used. */
export function archivedMessage({ message }: Archived, lang: string, siteLang: string): string | undefined {
  if (typeof message === "string") return lang === siteLang ? message : undefined;
  return message?.[lang];
}
