// The schema of front matter: the only one, used for validation, types and the reference in docs/.
// `meta` gives each key an example line, in two languages if it contains words. Descriptions are in
// `strings/settings-content.ts`.
import * as z from "zod";
import { flag } from "../flag.ts";
import { writtenTermSchema } from "../site/term-schema.ts";
import type { Example } from "../strings/problems-yaml.ts";

const text = z.string();
const texts = z.union([z.string(), z.array(z.string())]);
/** A word that YAML may have read as a number, such as a slug `2024`. */
const word = z.union([z.string(), z.number().transform(String)]);
/** Dates are read later, in the site's zone; here they are only text. */
const moment = z.union([z.string(), z.number().transform(String)]);
/** A dash with nothing after it is empty, like a key without a value. */
const signature = z.union([
  z
    .string()
    .nullable()
    .transform((text) => text ?? ""),
  z.strictObject({ id: z.string().optional(), name: z.string().optional(), role: z.string().optional() }),
]);
const signatures = z.union([z.string(), z.array(signature)]);

/** Front matter of a post or page. An absent key and a key without a value mean the same. */
export const frontMatterSchema = z.object({
  title: text.meta({ example: { fr: 'title: "Bilan : un an après"', en: 'title: "A review: one year on"' } }),
  description: text.optional().meta({
    example: {
      fr: 'description: "Une phrase qui résume."',
      en: 'description: "A sentence that sums it up."',
    },
  }),
  author: signatures.optional().meta({ example: 'author: "Ana Diallo, designer"' }),
  authors: signatures.optional().meta({ example: 'authors: ["Ana Diallo, designer", "Léo Martin"]' }),
  date: moment.optional().meta({ example: "date: 2026-03-02" }),
  updated: moment.optional().meta({ example: "updated: 2026-03-02" }),
  tags: z
    .unknown()
    .optional()
    .meta({ example: { fr: "tags: [design, données]", en: "tags: [design, data]" } }),
  image: text.optional().meta({ example: "image: /img/photo.jpg" }),
  imageAlt: text.optional().meta({
    example: {
      fr: 'imageAlt: "Deux personnes devant un tableau"',
      en: 'imageAlt: "Two people in front of a board"',
    },
  }),
  imageCredit: text.optional().meta({ example: 'imageCredit: "Jeanne Martin, CC BY 4.0"' }),
  twitter: word.optional().meta({ example: "twitter: colinemalivel" }),
  layout: text.optional().meta({ example: "layout: post" }),
  lang: z
    .string()
    .regex(/^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .optional()
    .meta({ example: "lang: en" }),
  translationOf: word
    .optional()
    .meta({ example: { fr: "translationOf: 2026-03-02-titre", en: "translationOf: 2026-03-02-title" } }),
  "lang-ref": word
    .optional()
    .meta({ example: { fr: "lang-ref: logiciel-libre", en: "lang-ref: free-software" } }),
  slug: word.optional().meta({ example: { fr: "slug: mon-article", en: "slug: my-post" } }),
  permalink: text.optional().meta({ example: "permalink: /blog/:year/:month/:day/:slug/" }),
  redirect_from: texts.optional().meta({
    example: { fr: "redirect_from: [/ancienne-adresse/]", en: "redirect_from: [/old-address/]" },
  }),
  aliases: texts
    .optional()
    .meta({ example: { fr: "aliases: [/ancienne-adresse/]", en: "aliases: [/old-address/]" } }),
  // Identifier of the entry in feeds, from before a move: an address with its scheme, a `tag:`, or a path of this site.
  feedId: z
    .string()
    .regex(/^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/)[^\s<>"]+$/)
    .optional()
    .meta({
      example: {
        fr: "feedId: https://blog.example.org/2021/04/01/titre",
        en: "feedId: https://blog.example.org/2021/04/01/title",
      },
    }),
  draft: flag.optional().meta({ example: "draft: true" }),
  published: flag.optional().meta({ example: "published: false" }),
  publishAt: moment.optional().meta({ example: "publishAt: 2026-03-02 09:00" }),
  expires: moment.optional().meta({ example: "expires: 2027-01-01" }),
  deadline: moment.optional().meta({ example: "deadline: 2027-01-15" }),
  related: texts
    .optional()
    .meta({ example: { fr: "related: [autre-article]", en: "related: [another-post]" } }),
  noindex: flag.optional().meta({ example: "noindex: true" }),
  license: text.optional().meta({ example: "license: CC BY 4.0" }),
  corrections: z
    .array(z.union([z.string(), z.strictObject({ date: moment, text })]))
    .optional()
    .meta({
      example: {
        fr: 'corrections: [{ date: 2026-03-05, text: "Chiffre corrigé." }]',
        en: 'corrections: [{ date: 2026-03-05, text: "A figure was corrected." }]',
      },
    }),
  typography: flag.optional().meta({ example: "typography: off" }),
});

export type FrontMatter = z.output<typeof frontMatterSchema>;
export type Signature = z.output<typeof signature>;

export const FRONT_MATTER_KEYS: readonly string[] = Object.keys(frontMatterSchema.shape);

/** The example line of a key, if it has one. */
export function exampleOf(key: string): Example | undefined {
  const schema = Object.entries(frontMatterSchema.shape).find(([name]) => name === key)?.[1];
  return schema?.meta()?.["example"] as Example | undefined;
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
  /** Role and description in other languages. */
  translations: z
    .record(z.string(), z.strictObject({ role: z.string().optional(), description: z.string().optional() }))
    .optional(),
});

type PersonSchema = typeof personSchema;
export type KnownPerson = z.output<typeof personSchema>;
export const PERSON_KEYS: readonly string[] = Object.keys(personSchema.shape);

/**
 * `people.yaml`: id → person, who may also have terms of these taxonomies, under their names. A name that is a key of every
 * person (`team`, `role`) keeps its own meaning.
 */
export function peopleSchemaWith(taxonomies: readonly string[]): z.ZodRecord<z.ZodString, PersonSchema> {
  const names = taxonomies.filter((name) => !PERSON_KEYS.includes(name));
  // What is written there is read like the terms of a post, with the same messages.
  const terms = {};
  for (const name of names) Object.assign(terms, { [name]: z.unknown().optional() });
  return z.record(z.string(), personSchema.extend(terms));
}

export const peopleSchema = peopleSchemaWith([]);

/** `tags.yaml`: slug → term, beside `closed`. */
export const tagsSchema = z.object({ closed: flag.optional() }).catchall(writtenTermSchema);

/** `redirects.yaml`: old path → new path or address. */
export const redirectsSchema = z.record(z.string(), z.string());
