// A term of `tags.yaml` or of a taxonomy in `site.yaml`: its label and description in each language.
import * as z from "zod";

/** A language tag as Carnet writes it: `fr`, `fr-CA`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
export const isLanguageTag = (text: string): boolean => LANGUAGE_TAG.test(text);

/** Label and description in another language. */
export const wording = z.strictObject({ label: z.string().optional(), description: z.string().optional() });

const own = z.object({
  label: z.string().optional(),
  description: z.string().optional(),
  /** YAML may read an alias as a number, such as `2024`. */
  aliases: z.array(z.union([z.string(), z.number().transform(String)])).default([]),
});
export const TERM_KEYS: readonly string[] = Object.keys(own.shape);

/** Besides its own keys, a term may have any language tag as a key, for the wording in that language. */
const termSchema = own.catchall(wording);
export type KnownTerm = z.output<typeof termSchema>;

const map = z.record(z.string(), z.unknown());
const isForeign = (key: string): boolean => !TERM_KEYS.includes(key) && !isLanguageTag(key);

/** A term as written: its label alone is enough, and a key without a value declares the term. */
export const writtenTermSchema = z.preprocess(
  (value, { issues }) => {
    const { data: input = {} } = map.safeParse(value);
    const keys = Object.keys(input).filter(isForeign);
    if (keys.length === 0) return value ?? {};
    issues.push({ code: "unrecognized_keys", keys, input });
    // `catchall` would take such a key for a language, and require a wording.
    return Object.fromEntries(Object.entries(input).filter(([key]) => !isForeign(key)));
  },
  z.union([z.string(), termSchema]),
);

export function termOf(written: z.output<typeof writtenTermSchema>): KnownTerm {
  return typeof written === "string" ? termSchema.parse({ label: written }) : written;
}

/** The terms of a taxonomy, by slug. */
export function termsOf(
  written: Readonly<Record<string, z.output<typeof writtenTermSchema>>>,
): Map<string, KnownTerm> {
  return new Map(Object.entries(written).map(([slug, term]) => [slug, termOf(term)]));
}
