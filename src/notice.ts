// `notice` of `site.yaml`: what all pages say to whoever opens one, until a day. A text alone says it all; what it leads to, the
// last day, and the words of other languages stand beside it.
import * as z from "zod";
import { NO, YES } from "./flag-words.ts";

const words = z.string().trim().min(1);
/** In the site's language, or by language: `{ fr: …, en: … }`. */
const worded = z.union([words, z.record(z.string(), words)]);

/** Whoever writes `notice: off` does not mean to announce “off”. */
const NO_FLAG = new RegExp(`^(?!(?:${[...YES, ...NO].join("|")})$)`, "i");

export const noticeSchema = z.union([
  words.regex(NO_FLAG).transform((text): Notice => ({ text })),
  z.strictObject({
    text: worded,
    url: worded.optional(),
    /** The last day on which it is shown. */
    until: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .optional(),
  }),
]);

type Worded = string | Readonly<Record<string, string>>;

export interface Notice {
  text: Worded;
  url?: Worded | undefined;
  /** `2027-01-15`. */
  until?: string | undefined;
}

/**
 * The notice on pages in `lang`, with the language of its words. A language that has none is told in the site's own: what is
 * announced concerns its readers too. Undefined where that has none either.
 */
export function noticeIn(
  { text, url }: Notice,
  lang: string,
  siteLang: string,
): { text: string; lang: string; url?: string } | undefined {
  const said = typeof text === "string" ? siteLang : [lang, siteLang].find((one) => Object.hasOwn(text, one));
  const own = said === undefined ? undefined : inLanguage(text, said);
  if (said === undefined || own === undefined) return undefined;
  const to = inLanguage(url, lang) ?? inLanguage(url, said);
  return { text: own, lang: said, ...(to !== undefined && { url: to }) };
}

function inLanguage(value: Worded | undefined, lang: string): string | undefined {
  if (typeof value !== "object") return value;
  return Object.hasOwn(value, lang) ? value[lang] : undefined;
}
