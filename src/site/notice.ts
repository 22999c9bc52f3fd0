// `notice` and `archived` of `site.yaml`: messages on all pages, until a given day or from one on.
// A notice may be written as its text alone, or with the address that it links to, the last day, and the text in other languages.
import * as z from "zod";
import { NO, YES } from "../yaml-values.ts";
import { LANGUAGE_TAG } from "./term-schema.ts";

const words = z.string().trim().min(1);
/** In the site's language, or by language: `{ fr: …, en: … }`. */
const worded = z.union([words, z.record(z.string().regex(LANGUAGE_TAG), words)]);

/** `notice: off` does not mean a notice that says “off”. */
const NO_FLAG = new RegExp(`^(?!(?:${[...YES, ...NO].join("|")})$)`, "i");

export const noticeSchema = z.union([
  words.regex(NO_FLAG).transform((text): Notice => ({ text })),
  z.strictObject({
    text: worded,
    url: worded.optional(),
    /** The last day on which it is shown. */
    until: z.iso.date().optional(),
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
 * The notice on pages in `lang`, with the language of its text. A language without a text gets the one in the site's language,
 * since the notice concerns its readers too. Undefined if that is missing too.
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

/**
 * `archived`: the day from which a site is archived, and the sentence by which its pages say so. Most owners write the day alone. A
 * sentence of their own replaces Carnet’s.
 */
export const archivedSchema = z.union([
  z.iso.date().transform((date): Archived => ({ date })),
  z.strictObject({
    date: z.iso.date(),
    /** In the site's language, or by language: `{ fr: …, en: … }`. */
    message: worded.optional(),
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
