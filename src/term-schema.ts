// A term of `tags.yaml`, or of a taxonomy of `site.yaml`: what it is called and what it says, in each language.
import * as z from "zod";

/** As Carnet writes the code of a language: `fr`, `fr-CA`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
export const isLanguageTag = (text: string): boolean => LANGUAGE_TAG.test(text);

/** What another language says in the place of the words beside it. */
export const wording = z.strictObject({ label: z.string().optional(), description: z.string().optional() });

const own = z.object({
  label: z.string().optional(),
  description: z.string().optional(),
  /** YAML may have read one as a number, such as `2024`. */
  aliases: z.array(z.union([z.string(), z.number().transform(String)])).default([]),
});
export const TERM_KEYS: readonly string[] = Object.keys(own.shape);

/** Besides its own keys, any language tag gives that language's wording. */
const termSchema = own.catchall(wording);
export type KnownTerm = z.output<typeof termSchema>;

const map = z.record(z.string(), z.unknown());
const isForeign = (key: string): boolean => !TERM_KEYS.includes(key) && !isLanguageTag(key);

/** A term as it is written: its label alone says it too, and a key without a value says that the term is there. */
export const writtenTermSchema = z.preprocess(
  (value, { issues }) => {
    const { data: input = {} } = map.safeParse(value);
    const keys = Object.keys(input).filter(isForeign);
    if (keys.length === 0) return value ?? {};
    issues.push({ code: "unrecognized_keys", keys, input });
    // `catchall` would take one for a language, of which it asks for words.
    return Object.fromEntries(Object.entries(input).filter(([key]) => !isForeign(key)));
  },
  z.union([z.string(), termSchema]),
);

export function termOf(written: z.output<typeof writtenTermSchema>): KnownTerm {
  return typeof written === "string" ? termSchema.parse({ label: written }) : written;
}

/** Those of a taxonomy, by the word that makes their address. */
export function termsOf(
  written: Readonly<Record<string, z.output<typeof writtenTermSchema>>>,
): Map<string, KnownTerm> {
  return new Map(Object.entries(written).map(([slug, term]) => [slug, termOf(term)]));
}
