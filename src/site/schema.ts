// The schema of `content/site.yaml` with its defaults: only what an owner may write, as `strings/settings.ts` describes it. `site.ts`
// adds what a run decides.
import * as z from "zod";
import { flag, numeric } from "../yaml-values.ts";
import { decodeAddress } from "../urls.ts";
import type { Translated } from "../ui-lang.ts";
import { ADDRESS_NAMES, OFF } from "./default-addresses.ts";

/** A value to paste, in two languages if it contains words. */
export const example = (fr: string, en = fr): { example: string | Translated } => ({
  example: fr === en ? fr : { fr, en },
});

/** A language tag as Carnet writes it: `fr`, `fr-CA`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const languageTag = z.string().regex(LANGUAGE_TAG);
const text = z.string().optional();
const words = z.string().trim().min(1);
const said = words.optional();
const day = z.iso.date();

/** Label and description in another language. */
const wording = z.strictObject({ label: text, description: text });
const taxonomyWording = wording.extend({ plural: text });

const ownTerm = z.object({
  label: text,
  description: text,
  /** YAML may read an alias as a number, such as `2024`. */
  aliases: z.array(z.union([z.string(), z.number().transform(String)])).default([]),
});
/** Besides its own keys, a term may have any language tag as a key, for the wording in that language. */
const wholeTerm = ownTerm.catchall(wording);
/** A term of `tags.yaml` or of a taxonomy. */
export type KnownTerm = z.output<typeof wholeTerm>;

const isForeign = (key: string): boolean => !Object.hasOwn(ownTerm.shape, key) && !LANGUAGE_TAG.test(key);

/** A term as written: its label alone is enough, and a key without a value declares the term. */
export const termSchema = z.preprocess(
  (value, { issues }) => {
    const { data: input = {} } = z.record(z.string(), z.unknown()).safeParse(value);
    const keys = Object.keys(input).filter(isForeign);
    if (keys.length === 0) return value ?? {};
    // `catchall` would take such a key for a language, and require a wording.
    issues.push({ code: "unrecognized_keys", keys, input });
    return Object.fromEntries(Object.entries(input).filter(([key]) => !isForeign(key)));
  },
  z.union([z.string().transform((label) => wholeTerm.parse({ label })), wholeTerm]),
);

/** The old pattern of post addresses; the site's old address, with or without that pattern after it. */
const FORM = String.raw`/(?=\S*:(?:slug|title)\b)(?:[^\s:]|:(?:year|month|day|slug|title)\b)*`;
const OLD_FORM = new RegExp(`^${FORM}$`);
const OLD_HOME = new RegExp(String.raw`^https?://(?:[^\s:/]+(?::\d+)?(?:/[^\s:]*)?|[^\s/]+${FORM})$`);

const feedIds = z.union([
  z.enum(["address", "jekyll"]),
  z.string().regex(OLD_HOME),
  z.string().regex(OLD_FORM),
]);

/** Ways of sharing a post: plain links, and a button that copies its address. */
const NETWORKS = ["mail", "mastodon", "bluesky", "linkedin", "x"] as const;
export type Network = (typeof NETWORKS)[number];

const FORGES = ["github", "gitlab", "forgejo"] as const;
export type Forge = (typeof FORGES)[number];

const path = z.string().regex(/^\//);
const PERMALINK = "/blog/:year/:month/:day/:slug/";
const BRANCH = /^[^\s?#]+$/;
const ICON = /^\/(?!\/)\S+\.(?:[sS][vV][gG]|[pP][nN][gG])$/;
const severity = z.union([
  z.enum(["error", "warn", "note", "off"]),
  z.literal(false).transform(() => "off" as const),
]);
const link = z.strictObject({ label: z.string(), url: z.string(), lang: text });
/** Written as `"#0b5"` or `"#00bb55"`; long and in lower case from here on. */
export const colour = z
  .string()
  .trim()
  .regex(/^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/)
  .transform((hex) => hex.toLowerCase().replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3"));

/** The name of a host, with its port if it has one: no address, no pattern. */
const HOST = /^(?:[^\s/:*?#@]+\.[^\s/:*?#@.]+|localhost)(?::\d+)?$/;
/** Hosts as a content security policy names them: nothing in them can end one of its directives. */
const origins = z
  .array(
    z
      .string()
      .trim()
      .regex(/^https:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d+)?\/?$/i)
      .transform((url) => new URL(url).origin),
  )
  .default([])
  .meta(example("[https://plausible.io]"));

/** Hosts of others from which layouts load something, by what they load. */
export const policySchema = z
  .strictObject({ scripts: origins, connect: origins, images: origins, frames: origins })
  .default({ scripts: [], connect: [], images: [], frames: [] });

/** The look of a site; a text alone is the name of a theme. */
const themeSchema = z.strictObject({
  /** One that Carnet brings, a folder (`./mine`), or an installed package. */
  name: said,
  accent: colour.optional().meta(example('"#55269b"')),
  accentDark: colour.optional(),
  logo: path.optional(),
  logoAlt: z.string().trim().default(""),
  /** Height of the logo in CSS pixels, that of the header by default; a mark with small words needs more. */
  logoHeight: numeric(z.int().min(24).max(120)).default(44).meta(example("80")),
  /** What the theme's own `theme.yaml` declares. */
  settings: z.record(z.string(), z.unknown()).default({}),
});

const LINKS = example('[{ label: "À propos", url: /a-propos/ }]', "[{ label: About, url: /about/ }]");

/** `archive`, as people say it, is the address of the archives. */
function withArchives(written: unknown): unknown {
  if (typeof written !== "object" || written === null || !("archive" in written)) return written;
  const { archive, ...others } = written;
  return { archives: archive, ...others };
}

/** A value that a site declares for its texts, or a theme for its sites. */
export const fieldSchema = z.strictObject({
  type: z.enum(["string", "text", "number", "boolean", "date", "url", "list", "object"]).default("string"),
  label: text,
  description: text,
  required: flag.default(false),
  options: z.array(z.union([z.string(), z.number().transform(String)])).optional(),
});

const fieldsSchema = z.record(z.string(), fieldSchema).default({});

/** How the index of terms with files is grouped (by a taxonomy or a field of theirs) and ordered. */
const indexSchema = z
  .strictObject({ group: text, order: z.enum(["title", "newest"]).default("title") })
  .default({ order: "title" });

/** A folder of `content/`, whose texts are the terms of a taxonomy. */
const FOLDER = /^(?!(?:posts|pages|people)$)[a-z\d][\w-]*$/i;

const taxonomySchema = z.strictObject({
  label: z.string(),
  plural: text,
  description: text,
  folder: z.string().regex(FOLDER).optional().meta(example("defis", "projects")),
  fields: fieldsSchema,
  index: indexSchema,
  address: path.optional(),
  closed: flag.default(false),
  terms: z.record(z.string(), termSchema).default({}),
});

/** The Matomo server that counts page views. */
export const audienceSchema = z.strictObject({
  /** Address of the Matomo server, which may have a path; `content/site-checks.ts` checks the rest. */
  matomo: z.url({ protocol: /^https?$/ }),
  siteId: numeric(z.int().min(1)),
  /** So little is counted that French law requires no consent. Nothing else can be asked for. */
  consent: z.literal("exempt").optional(),
});
export type Audience = z.output<typeof audienceSchema>;

/** How an owner may write a state of conformity: in the words of the law, or in English. */
const STATES = {
  "non conforme": "none",
  "partiellement conforme": "partial",
  "totalement conforme": "full",
  "non-compliant": "none",
  "partially compliant": "partial",
  "fully compliant": "full",
} as const;

const inSmallLetters = (written: unknown): unknown =>
  typeof written === "string" ? written.trim().toLowerCase() : written;
const rate = numeric(z.number().min(0).max(100));
const address = z.string().regex(/^(?:https?:\/\/\S+|\/(?!\/)\S*)$/);
/** A published document, or words that say when it will be published. */
const document = z.union([address, words]);

const form = address.optional();
// Of its own, since it has another form in the schema for text editors.
const phone = words.optional();
const contact = z.strictObject({ name: said, email: z.email().optional(), form, phone, address: said });

/** The audit from which `accessibility.ts` derives what French law requires a site to declare. */
export const accessibilitySchema = z.strictObject({
  /** Only if it is lower than what the audit allows; otherwise it is derived. */
  status: z
    .preprocess(inSmallLetters, z.enum(Object.keys(STATES) as (keyof typeof STATES)[]))
    .transform((written) => STATES[written])
    .optional(),
  rate: rate.optional(),
  averageRate: rate.optional(),
  referenceVersion: words.default("RGAA 4.1.2"),
  auditedOn: day.optional(),
  auditor: said,
  organization: said,
  nonConformities: z.array(words).default([]),
  exemptions: z.array(words).default([]),
  thirdParty: z.array(words).default([]),
  declaredOn: day.optional(),
  updatedOn: day.optional(),
  technologies: z.array(words).default(["HTML", "CSS", "JavaScript"]),
  environment: z.array(words).default([]),
  tools: z.array(words).default([]),
  sample: z.array(z.strictObject({ label: words, url: address })).default([]),
  contact: contact.default({}),
  multiYearPlan: document.optional(),
  actionPlan: document.optional(),
});
export type Accessibility = z.output<typeof accessibilitySchema>;

/** How the form for editors signs them in to the forge that holds the texts; without either, they paste a token. */
const fullAdmin = z.strictObject({
  application: said,
  signIn: z.url({ protocol: /^https$/ }).optional(),
});
const adminSchema = z.union([
  flag.transform((isOn): z.output<typeof fullAdmin> | undefined => (isOn ? {} : undefined)),
  fullAdmin,
]);

/** `content/site.yaml`. */
export const siteSchema = z.strictObject({
  title: words.meta(example("Le carnet du programme", "The programme’s notebook")),
  description: z.string().trim().default(""),
  /** As in a browser's address bar: the file name of the home page is not part of it. */
  url: z
    .url({ protocol: /^https?$/ })
    .check(({ value, issues }) => {
      if (URL.canParse(value) && decodeAddress(value) === undefined)
        issues.push({ code: "invalid_format", format: "url", input: value });
    })
    .transform((url) => url.replace(/\/index\.html?$/i, "/"))
    .optional()
    .meta(example("https://blog.example.org")),
  lang: languageTag.default("fr").meta(example("fr")),
  timeZone: z.string().default("Europe/Paris").meta(example("Europe/Paris")),
  permalink: z.string().default(PERMALINK).meta(example(PERMALINK)),
  postsPerPage: numeric(z.int().min(1).max(100)).default(8).meta(example("8")),
  addresses: z
    .preprocess(
      withArchives,
      z.partialRecord(z.enum(ADDRESS_NAMES), z.union([z.string(), z.literal(false).transform(() => OFF)])),
    )
    .default({})
    .meta(example("{ blog: /blog/, person: off }")),
  alsoServed: z.array(path).default([]).meta(example("[/defis/]", "[/challenges/]")),
  feeds: z
    .strictObject({ ids: feedIds.default("address").meta(example(PERMALINK)) })
    .default({ ids: "address" })
    .meta(example("{ ids: address }")),
  taxonomies: z
    .record(z.string().regex(/^[a-zA-Zé-ü][\wà-ü-]*$/), taxonomySchema)
    .default({})
    .meta(example("{ promotion: { label: Promotion } }", "{ cohort: { label: Cohort } }")),
  people: z
    .strictObject({ label: text, plural: text, fields: fieldsSchema, index: indexSchema })
    .default({ fields: {}, index: { order: "title" } })
    .meta(example("{ plural: Communauté }", "{ plural: Community }")),
  fields: fieldsSchema.meta(
    example("{ defi: { type: string, label: Défi } }", "{ challenge: { type: string, label: Challenge } }"),
  ),
  embeds: z
    .strictObject({
      allow: z.array(z.string().regex(HOST)).default([]).meta(example("[speakerdeck.com]")),
      load: z.enum(["click", "lazy"]).default("click").meta(example("click")),
    })
    .default({ allow: [], load: "click" })
    .meta(example("{ allow: [speakerdeck.com], load: click }")),
  /** Hosts of others from which the owner's layouts load something, by what they load. */
  policy: policySchema.meta(example("{ scripts: [https://plausible.io], connect: [https://plausible.io] }")),
  typography: flag.default(true).meta(example("off")),
  /** A code that Carnet no longer has is accepted: its check is off. */
  checks: z
    .record(z.string(), severity.meta(example("warn")))
    .default({})
    .meta(example("{ vague-link: off }")),
  theme: z
    .union([themeSchema, words.transform((name) => themeSchema.parse({ name }))])
    .default(themeSchema.parse({}))
    .meta(example('{ accent: "#55269b" }')),
  /** The sections of the home page, in order; `content/site-checks.ts` knows their names. */
  home: z.array(z.string()).optional().meta(example("[intro, lead, tags, posts, partners]")),
  partners: z
    .array(z.strictObject({ name: words, logo: path.optional(), url: address.optional() }))
    .default([])
    .meta(
      example(
        '[{ name: "Le ministère", logo: /img/ministere.svg }]',
        '[{ name: "The ministry", logo: /img/ministry.svg }]',
      ),
    ),
  /** A link of the menu may have a second level. */
  nav: z
    .array(link.extend({ links: z.array(link.omit({ lang: true })).optional() }))
    .optional()
    .meta(LINKS),
  footer: z.array(link).optional().meta(LINKS),
  social: z
    .array(z.strictObject({ label: z.string(), url: z.string() }))
    .default([])
    .meta(example('[{ label: "Mastodon", url: "https://social.example.org/@programme" }]')),
  email: z.email().optional().meta(example("contact@example.org")),
  twitter: text,
  publisher: text,
  license: text,
  newsletter: z.url().optional(),
  repository: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta(example("https://github.com/programme/blog")),
  branch: z.string().regex(BRANCH).default("main").meta(example("main")),
  forge: z.enum(FORGES).optional().meta(example("gitlab")),
  admin: adminSchema.optional().meta(example("oui", "yes")),
  host: z.enum(["netlify"]).optional().meta(example("netlify")),
  /** Where a post offers to be shared, in this order; as a flag, everywhere or nowhere. */
  share: z
    .union([
      z.array(z.enum(NETWORKS)),
      flag.transform((isOffered): Network[] => (isOffered ? [...NETWORKS] : [])),
    ])
    .default([...NETWORKS])
    .meta(example("[mail, mastodon, bluesky, linkedin, x]")),
  icon: z.string().regex(ICON).optional().meta(example("/img/icone.svg", "/img/icon.svg")),
  accessibility: accessibilitySchema
    .optional()
    .meta(example("{ status: non conforme }", "{ status: non-compliant }")),
  audience: audienceSchema.optional().meta(example("{ matomo: https://stats.example.org/, siteId: 12 }")),
  /** The day from which every page says that the site is archived. */
  archived: day.optional().meta(example("2026-06-30")),
  translations: z
    .record(
      languageTag,
      z.strictObject({
        title: text,
        description: text,
        taxonomies: z.record(z.string(), taxonomyWording).default({}),
      }),
    )
    .default({})
    .meta(example('{ en: { title: "The notebook" } }', '{ fr: { title: "Le carnet" } }')),
});

export type SiteSettings = z.output<typeof siteSchema>;
