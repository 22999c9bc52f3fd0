// A term of `tags.yaml`, or of a taxonomy of `site.yaml`: what it is called and what it says, in each language.
import * as z from "zod";

/** What another language says in the place of the words beside it. */
export const wording = z.strictObject({ label: z.string().optional(), description: z.string().optional() });

/** Besides its own keys, any language tag gives that language's wording. */
export const termSchema = z
  .object({
    label: z.string().optional(),
    description: z.string().optional(),
    /** YAML may have read one as a number, such as `2024`. */
    aliases: z.array(z.union([z.string(), z.number().transform(String)])).default([]),
  })
  .catchall(wording);
export type KnownTerm = z.output<typeof termSchema>;

/** A term as it is written: its label alone says it too, and a key without a value says that the term is there. */
export const writtenTermSchema = z.preprocess((value) => value ?? {}, z.union([z.string(), termSchema]));

export function termOf(written: z.output<typeof writtenTermSchema>): KnownTerm {
  return typeof written === "string" ? termSchema.parse({ label: written }) : written;
}

/** Those of a taxonomy, by the word that makes their address. */
export function termsOf(
  written: Readonly<Record<string, z.output<typeof writtenTermSchema>>>,
): Map<string, KnownTerm> {
  return new Map(Object.entries(written).map(([slug, term]) => [slug, termOf(term)]));
}
