// What front matter may say: the one schema that validation, types, editor completion, forms and documentation read.
// `meta` gives each key a line to paste; words about keys live with the messages.
import * as z from "zod";
import { flag } from "../flag.ts";

const text = z.string();
const texts = z.union([z.string(), z.array(z.string())]);
/** A word that YAML may have read as a number, such as a slug `2024`. */
const word = z.union([z.string(), z.number().transform(String)]);
/** Dates are read later, in the site's zone; here they are only text. */
const moment = z.union([z.string(), z.number().transform(String)]);
const signature = z.union([
  z.string(),
  z.strictObject({ id: z.string().optional(), name: z.string().optional(), role: z.string().optional() }),
]);
const signatures = z.union([z.string(), z.array(signature)]);

/** Front matter of a post or page. Keys that are absent and keys without a value mean the same. */
export const frontMatterSchema = z.object({
  title: text.meta({ example: 'title: "Bilan : un an après"' }),
  description: text.optional().meta({ example: 'description: "Une phrase qui résume."' }),
  author: signatures.optional().meta({ example: 'author: "Coline Malivel, EIG Link"' }),
  authors: signatures.optional().meta({ example: 'authors: ["Coline Malivel, EIG Link", "Thanh Ha Le"]' }),
  date: moment.optional().meta({ example: "date: 2026-03-02" }),
  updated: moment.optional().meta({ example: "updated: 2026-03-02" }),
  tags: z.unknown().optional().meta({ example: "tags: [design, données]" }),
  image: text.optional().meta({ example: "image: /img/photo.jpg" }),
  imageAlt: text.optional().meta({ example: 'imageAlt: "Deux personnes devant un tableau"' }),
  imageCredit: text.optional().meta({ example: 'imageCredit: "Jeanne Martin, CC BY 4.0"' }),
  twitter: word.optional().meta({ example: "twitter: colinemalivel" }),
  layout: text.optional().meta({ example: "layout: post" }),
  lang: z
    .string()
    .regex(/^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .optional()
    .meta({ example: "lang: en" }),
  translationOf: word.optional().meta({ example: "translationOf: 2026-03-02-titre" }),
  "lang-ref": word.optional().meta({ example: "lang-ref: logiciel-libre" }),
  slug: word.optional().meta({ example: "slug: mon-article" }),
  permalink: text.optional().meta({ example: "permalink: /blog/:year/:month/:day/:slug/" }),
  redirect_from: texts.optional().meta({ example: "redirect_from: [/ancienne-adresse/]" }),
  aliases: texts.optional().meta({ example: "aliases: [/ancienne-adresse/]" }),
  // What a feed calls the entry, from before a move: an address with its scheme, a `tag:`, or a path of this site.
  feedId: z
    .string()
    .regex(/^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/)[^\s<>"]+$/)
    .optional()
    .meta({ example: "feedId: https://blog.example.org/2021/04/01/titre" }),
  draft: flag.optional().meta({ example: "draft: true" }),
  published: flag.optional().meta({ example: "published: false" }),
  publishAt: moment.optional().meta({ example: "publishAt: 2026-03-02 09:00" }),
  expires: moment.optional().meta({ example: "expires: 2027-01-01" }),
  related: texts.optional().meta({ example: "related: [autre-article]" }),
  noindex: flag.optional().meta({ example: "noindex: true" }),
  license: text.optional().meta({ example: "license: CC BY 4.0" }),
  corrections: z
    .array(z.union([z.string(), z.strictObject({ date: moment, text })]))
    .optional()
    .meta({ example: 'corrections: [{ date: 2026-03-05, text: "Chiffre corrigé." }]' }),
  typography: flag.optional().meta({ example: "typography: off" }),
});

export type FrontMatter = z.output<typeof frontMatterSchema>;
export type Signature = z.output<typeof signature>;

export const FRONT_MATTER_KEYS: readonly string[] = Object.keys(frontMatterSchema.shape);

/** A line to paste for a key, where there is one. */
export function exampleOf(key: string): string | undefined {
  const example = Object.entries(frontMatterSchema.shape)
    .find(([name]) => name === key)?.[1]
    .meta()?.["example"];
  return typeof example === "string" ? example : undefined;
}

const link = z.strictObject({ label: z.string(), url: z.string() });

/** One person of `people.yaml`. */
export const personSchema = z.strictObject({
  name: z.string().trim().min(1),
  /** True for a team or an organization. */
  team: flag.optional(),
  role: z.string().optional(),
  description: z.string().optional(),
  photo: z.string().optional(),
  aliases: z.array(z.string()).default([]),
  links: z.array(link).default([]),
  handles: z.record(z.string(), word).default({}),
  since: word.optional(),
  until: word.optional(),
});

/** `people.yaml`: id → person. */
export const peopleSchema = z.record(z.string(), personSchema);
export type KnownPerson = z.output<typeof personSchema>;

const wording = z.strictObject({ label: z.string().optional(), description: z.string().optional() });

/** One term of `tags.yaml`; besides its own keys, any language tag gives that language's wording. */
export const termSchema = z
  .object({
    label: z.string().optional(),
    description: z.string().optional(),
    aliases: z.array(word).default([]),
  })
  .catchall(wording);
export type KnownTerm = z.output<typeof termSchema>;

/** `tags.yaml`: slug → term, beside `closed`. A term may be written as its label alone. */
export const tagsSchema = z.object({ closed: flag.optional() }).catchall(z.union([z.string(), termSchema]));

/** `redirects.yaml`: old path → new path or address. */
export const redirectsSchema = z.record(z.string(), z.string());
