// The schemas of front matter, `people.yaml`, `tags.yaml` and `redirects.yaml`: the only ones, used for validation, types, the CMS
// form and the reference in dist/. `meta` gives keys an example value, in two languages if it contains words.
import * as z from "zod";
import { capitalised } from "../text.ts";
import { flag, numeric } from "../yaml-values.ts";
import { example, LANGUAGE_TAG, termSchema } from "../site/schema.ts";
import { PEOPLE } from "../site/site.ts";
import { inEach, type Translated } from "../ui-lang.ts";

/** In characters. */
export const LONGEST_TITLE = 500;

/** A value to paste, by language if it contains words. */
export type Example = string | Translated;

const text = z.string();
const texts = z.union([z.string(), z.array(z.string())]);
/** A word that YAML may have read as a number, such as a slug `2024`. */
const word = z.union([z.string(), z.number().transform(String)]);
/** Dates are read later, in the site's zone; here they are only text. */
const moment = word;
/** A dash with nothing after it is empty, like a key without a value. */
const signature = z.union([
  z
    .string()
    .nullable()
    .transform((text) => text ?? ""),
  z.strictObject({ id: z.string().optional(), name: z.string().optional(), role: z.string().optional() }),
]);
const signatures = z.union([z.string(), z.array(signature)]);

/** An address that a page may link to: a full one, or a path of this site. */
export const linkAddress = z.union([z.url({ protocol: /^(https?|mailto)$/ }), z.string().regex(/^\/[^/]/)]);

/** What a post announces: a day or days, or hours of them, in the site's zone. */
const eventSchema = z.strictObject({
  start: moment.meta(example("2026-03-10 14:00")),
  end: moment.optional().meta(example("2026-03-10 17:00")),
  place: text.optional().meta(example('"20 avenue de Ségur, Paris"')),
  url: linkAddress.optional().meta(example("https://example.org/")),
});

/** Front matter of a post or page. An absent key and a key without a value mean the same. */
export const frontMatterSchema = z.object({
  title: text.meta(example('"Bilan : un an après"', '"A review: one year on"')),
  description: text.optional().meta(example('"Une phrase qui résume."', '"A sentence that sums it up."')),
  author: signatures.optional().meta(example('"Ana Diallo, designer"')),
  authors: signatures.optional().meta(example('["Ana Diallo, designer", "Léo Martin"]')),
  date: moment.optional().meta(example("2026-03-02")),
  updated: moment.optional().meta(example("2026-03-02")),
  tags: z.unknown().optional().meta(example("[design, données]", "[design, data]")),
  image: text.optional().meta(example("/img/photo.jpg")),
  imageAlt: text
    .optional()
    .meta(example('"Deux personnes devant un tableau"', '"Two people in front of a board"')),
  imageCredit: text.optional().meta(example('"Jeanne Martin, CC BY 4.0"')),
  twitter: word.optional().meta(example("anadiallo")),
  layout: text.optional().meta(example("post")),
  lang: z
    .string()
    .regex(/^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .optional()
    .meta(example("en")),
  translationOf: word.optional().meta(example("2026-03-02-titre", "2026-03-02-title")),
  "lang-ref": word.optional().meta(example("logiciel-libre", "free-software")),
  slug: word.optional().meta(example("mon-article", "my-post")),
  permalink: text.optional().meta(example("/blog/:year/:month/:day/:slug/")),
  redirect_from: texts.optional().meta(example("[/ancienne-adresse/]", "[/old-address/]")),
  aliases: texts.optional().meta(example("[/ancienne-adresse/]", "[/old-address/]")),
  // Identifier of the entry in feeds, from before a move: an address with its scheme, a `tag:`, or a path of this site.
  feedId: z
    .string()
    .regex(/^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/)[^\s<>"]+$/)
    .optional()
    .meta(example("https://blog.example.org/2021/04/01/titre", "https://blog.example.org/2021/04/01/title")),
  draft: flag.optional().meta(example("true")),
  published: flag.optional().meta(example("false")),
  publishAt: moment.optional().meta(example("2026-03-02 09:00")),
  expires: moment.optional().meta(example("2027-01-01")),
  event: eventSchema
    .optional()
    .meta(example("{ start: 2026-03-10 14:00, end: 2026-03-10 17:00, place: Paris }")),
  deadline: moment.optional().meta(example("2026-03-03")),
  related: texts.optional().meta(example("[autre-article]", "[another-post]")),
  noindex: flag.optional().meta(example("true")),
  license: text.optional().meta(example("CC BY 4.0")),
  corrections: z
    .array(z.union([z.string(), z.strictObject({ date: moment, text })]))
    .optional()
    .meta(
      example(
        '[{ date: 2026-03-05, text: "Chiffre corrigé." }]',
        '[{ date: 2026-03-05, text: "A figure was corrected." }]',
      ),
    ),
  typography: flag.optional().meta(example("off")),
});

export type Signature = z.output<typeof signature>;

export const FRONT_MATTER_KEYS: readonly string[] = Object.keys(frontMatterSchema.shape);

/** The example line of a front matter key, of any text, if it has one. */
export function exampleOf(key: string): Example | undefined {
  const schema = Object.entries(personFileSchema.shape).find(([name]) => name === key)?.[1];
  const example = schema?.meta()?.["example"] as Example | undefined;
  return example === undefined ? undefined : lineOf(key, example);
}

/** The line of a key with an example as its value. */
export function lineOf(key: string, example: Example): Example {
  return typeof example === "string" ? `${key}: ${example}` : inEach((lang) => `${key}: ${example[lang]}`);
}

const link = z.strictObject({ label: z.string(), url: z.string() });

/** Links of a person: with labels, or by network. */
const links = z.union([
  z.array(link),
  z
    .record(z.string(), z.string())
    .transform((all) => Object.entries(all).map(([name, url]) => ({ label: capitalised(name), url }))),
]);

/** One person of `people.yaml`. */
const personSchema = z.strictObject({
  name: z.string().trim().min(1).meta(example("Ana Diallo")),
  /** True for a team or an organization. */
  team: flag.optional(),
  role: z.string().optional(),
  description: z.string().optional(),
  photo: z.string().optional(),
  aliases: z.array(z.string()).default([]),
  links: links.default([]).meta(example("[{ label: Blog, url: https://blog.example.org }]")),
  handles: z.record(z.string(), word).default({}).meta(example('{ mastodon: "@equipe@social.example.org" }')),
  /** Role and description in other languages. */
  translations: z
    .record(
      z.string().regex(LANGUAGE_TAG),
      z.strictObject({ role: z.string().optional(), description: z.string().optional() }),
    )
    .optional()
    .meta(example("{ en: { role: designer } }")),
});

/** Front matter of the file of a term: what a page takes, and its place before the order of the index. */
export const termFileSchema = frontMatterSchema.extend({
  weight: numeric(z.number()).optional().meta(example("10")),
});

/** Front matter of the file of a person. */
export const personFileSchema = termFileSchema.extend({
  name: text.optional().meta(example("Ana Diallo")),
  /** They left: shown after the others. */
  former: flag.optional().meta(example("true")),
  photo: text.optional().meta(example("ana.jpg")),
  team: flag.optional().meta(example("true")),
  role: text.optional().meta(example("designer")),
  links: links.optional().meta(example("{ linkedin: https://www.linkedin.com/in/ana }")),
  handles: z.record(z.string(), word).optional().meta(example('{ mastodon: "@ana@social.example.org" }')),
});

/** Front matter of any text: only a term has `weight`, only a person what a person has. */
export type FrontMatter = z.output<typeof frontMatterSchema> & Partial<z.output<typeof personFileSchema>>;

/** The keys that front matter of a text may have, by the taxonomy of which the text is a term; without one, of posts and pages. */
export function schemaOfTexts(taxonomy: string | undefined): z.ZodType<FrontMatter> & { shape: object } {
  if (taxonomy === undefined) return frontMatterSchema;
  return taxonomy === PEOPLE ? personFileSchema : termFileSchema;
}

export type KnownPerson = z.output<typeof personSchema>;
export const PERSON_KEYS = Object.keys(personSchema.shape) as readonly (keyof KnownPerson)[];

/** `people.yaml`: id → person. */
export const peopleSchema = z.record(
  z.string(),
  personSchema.meta(example("{ name: Ana Diallo, role: designer }")),
);

/** `tags.yaml`: slug → term, beside `closed`. */
export const tagsSchema = z
  .object({ closed: flag.optional().meta(example("true")) })
  .catchall(termSchema.meta(example("{ label: Design, aliases: [conception] }")));

/** `redirects.yaml`: old path → new path or address. */
export const redirectsSchema = z.record(
  z.string(),
  z.string().meta(example("/nouvelle-adresse/", "/new-address/")),
);
