// The schema of `content/site.yaml` with its defaults: only what an owner may write. `site.ts` adds what a run decides.
import * as z from "zod";
import { flag, NO, YES, numeric } from "../yaml-values.ts";
import { decodeAddress } from "../urls.ts";
import { ADDRESS_NAMES, OFF } from "./default-addresses.ts";

/** A language tag as Carnet writes it: `fr`, `fr-CA`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const languageTag = z.string().regex(LANGUAGE_TAG);
const words = z.string().trim().min(1);
const day = z.iso.date();

/** Label and description in another language. */
const wording = z.strictObject({ label: z.string().optional(), description: z.string().optional() });

const ownTerm = z.object({
  label: z.string().optional(),
  description: z.string().optional(),
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
const NETWORKS = ["mail", "copy", "mastodon", "bluesky", "linkedin", "x"] as const;
export type Network = (typeof NETWORKS)[number];

const FORGES = ["github", "gitlab", "forgejo"] as const;
export type Forge = (typeof FORGES)[number];

const path = z.string().regex(/^\//);
const severity = z.union([
  z.enum(["error", "warn", "note", "off"]),
  z.literal(false).transform(() => "off" as const),
]);
const link = z.strictObject({ label: z.string(), url: z.string(), lang: z.string().optional() });
/** Written as `"#0b5"` or `"#00bb55"`; long and in lower case from here on. */
const colour = z
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
  .meta({ example: "[https://plausible.io]" });

const LINKS = {
  fr: '[{ label: "À propos", url: /a-propos/ }]',
  en: "[{ label: About, url: /about/ }]",
};

/** `archive`, as people say it, is the address of the archives. */
function withArchives(written: unknown): unknown {
  if (typeof written !== "object" || written === null || !("archive" in written)) return written;
  const { archive, ...others } = written;
  return { archives: archive, ...others };
}

const fieldSchema = z.strictObject({
  type: z.enum(["string", "text", "number", "boolean", "date", "url", "list", "object"]).default("string"),
  label: z.string().optional(),
  description: z.string().optional(),
  required: flag.default(false),
  options: z.array(z.union([z.string(), z.number().transform(String)])).optional(),
});

const taxonomySchema = z.strictObject({
  label: z.string(),
  description: z.string().optional(),
  /** Address of a term's page; its index is the part before `:slug`. */
  address: path.optional(),
  closed: flag.default(false),
  /** Whether the posts of a term are parts of a whole, to be read from the first to the last. */
  ordered: flag.default(false),
  /** As in `tags.yaml`. */
  terms: z.record(z.string(), termSchema).default({}),
});

/** Who counts page views with a Matomo server, and whether readers are asked first. */
export const audienceSchema = z.strictObject({
  /** Address of the Matomo server, which may have a path; `content/site-checks.ts` checks the rest. */
  matomo: z.url({ protocol: /^https?$/ }),
  /** Identifier of this site in Matomo. */
  siteId: numeric(z.int().min(1)),
  /** `exempt` counts at once, but so little that French law requires no consent. `ask` counts after the reader agrees. */
  consent: z.enum(["exempt", "ask"]).default("exempt"),
});
export type Audience = z.output<typeof audienceSchema>;

/** In the site's language, or by language: `{ fr: …, en: … }`. */
const worded = z.union([words, z.record(languageTag, words)]);
export type Worded = z.output<typeof worded>;

/** `notice: off` does not mean a notice that says “off”. */
const NO_FLAG = new RegExp(`^(?!(?:${[...YES, ...NO].join("|")})$)`, "i");
/** A notice may be its text alone. `until` is the last day on which it is shown. */
const fullNotice = z.strictObject({ text: worded, url: worded.optional(), until: day.optional() });
export type Notice = z.output<typeof fullNotice>;
const noticeSchema = z.union([words.regex(NO_FLAG).transform((text): Notice => ({ text })), fullNotice]);

/** The day from which a site is archived, which most owners write alone, and a sentence that replaces Carnet's. */
const fullArchived = z.strictObject({ date: day, message: worded.optional() });
export type Archived = z.output<typeof fullArchived>;
const archivedSchema = z.union([day.transform((date): Archived => ({ date })), fullArchived]);

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

/** The audit from which `accessibility.ts` derives what French law requires a site to declare. */
export const accessibilitySchema = z.strictObject({
  /** Only if it is lower than what the audit allows; otherwise it is derived. */
  status: z
    .preprocess(inSmallLetters, z.enum(Object.keys(STATES) as (keyof typeof STATES)[]))
    .transform((written) => STATES[written])
    .optional(),
  /** Share of the criteria that are met, in per cent. */
  rate: rate.optional(),
  /** Mean of the rates of the pages in the sample, in per cent. */
  averageRate: rate.optional(),
  referenceVersion: words.default("RGAA 4.1.2"),
  auditedOn: day.optional(),
  auditor: words.optional(),
  organization: words.optional(),
  nonConformities: z.array(words).default([]),
  /** Exemptions for disproportionate burden. */
  exemptions: z.array(words).default([]),
  /** Content that the law does not cover, such as third-party content. */
  thirdParty: z.array(words).default([]),
  declaredOn: day.optional(),
  updatedOn: day.optional(),
  technologies: z.array(words).default(["HTML", "CSS", "JavaScript"]),
  environment: z.array(words).default([]),
  tools: z.array(words).default([]),
  sample: z.array(z.strictObject({ label: words, url: address })).default([]),
  contact: z
    .strictObject({
      name: words.optional(),
      email: z.email().optional(),
      form: address.optional(),
      phone: words.optional(),
      address: words.optional(),
    })
    .default({}),
  /** The plan for several years, and the plan for the year. */
  multiYearPlan: document.optional(),
  actionPlan: document.optional(),
});
export type Accessibility = z.output<typeof accessibilitySchema>;

/** How the form for editors signs them in to the forge that holds the texts; without either, they paste a token. */
const fullAdmin = z.strictObject({
  /** Identifier under which the form is registered as an application in GitLab or Forgejo. */
  application: words.optional(),
  /** Address of the service that signs editors in to GitHub. */
  signIn: z.url({ protocol: /^https$/ }).optional(),
});
const adminSchema = z.union([
  flag.transform((isOn): z.output<typeof fullAdmin> | undefined => (isOn ? {} : undefined)),
  fullAdmin,
]);

/** `content/site.yaml`. */
export const siteSchema = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1)
    .meta({ example: { fr: "Le carnet du programme", en: "The programme’s notebook" } }),
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
    .meta({ example: "https://blog.example.org" }),
  lang: languageTag.default("fr").meta({ example: "fr" }),
  timeZone: z.string().default("Europe/Paris").meta({ example: "Europe/Paris" }),
  permalink: z
    .string()
    .default("/blog/:year/:month/:day/:slug/")
    .meta({ example: "/blog/:year/:month/:day/:slug/" }),
  postsPerPage: numeric(z.int().min(1).max(100)).default(8).meta({ example: "8" }),
  /** `off` for the pages of people, or of the archives: there are none. */
  addresses: z
    .preprocess(
      withArchives,
      z.partialRecord(z.enum(ADDRESS_NAMES), z.union([z.string(), z.literal(false).transform(() => OFF)])),
    )
    .default({})
    .meta({ example: "{ blog: /blog/, person: off }" }),
  alsoServed: z
    .array(path)
    .default([])
    .meta({ example: { fr: "[/defis/]", en: "[/challenges/]" } }),
  /** What identifies the entries of a feed: their address, or their id from before a move. */
  feeds: z
    .strictObject({ ids: feedIds.default("address").meta({ example: "/blog/:year/:month/:day/:slug/" }) })
    .default({ ids: "address" })
    .meta({ example: "{ ids: address }" }),
  taxonomies: z
    .record(z.string().regex(/^[a-zA-Zé-ü][\wà-ü-]*$/), taxonomySchema)
    .default({})
    .meta({ example: { fr: "{ promotion: { label: Promotion } }", en: "{ cohort: { label: Cohort } }" } }),
  fields: z
    .record(z.string(), fieldSchema)
    .default({})
    .meta({
      example: {
        fr: "{ defi: { type: string, label: Défi } }",
        en: "{ challenge: { type: string, label: Challenge } }",
      },
    }),
  embeds: z
    .strictObject({
      allow: z.array(z.string().regex(HOST)).default([]).meta({ example: "[speakerdeck.com]" }),
      load: z.enum(["click", "lazy"]).default("click").meta({ example: "click" }),
    })
    .default({ allow: [], load: "click" })
    .meta({ example: "{ allow: [speakerdeck.com], load: click }" }),
  /** Hosts of others from which the owner's layouts load something, by what they load. */
  policy: z
    .strictObject({ scripts: origins, connect: origins, images: origins, frames: origins })
    .default({ scripts: [], connect: [], images: [], frames: [] })
    .meta({ example: "{ scripts: [https://plausible.io], connect: [https://plausible.io] }" }),
  /** Whether spaces, quotation marks and apostrophes follow the typographic rules of each text's language. */
  typography: flag.default(true).meta({ example: "off" }),
  /** A code that Carnet no longer has is accepted: its check is off. */
  checks: z
    .record(z.string(), severity.meta({ example: "warn" }))
    .default({})
    .meta({ example: "{ vague-link: off }" }),
  theme: z
    .strictObject({
      /** Colour of links and buttons on light paper; the one for dark paper is computed unless it is given. */
      accent: colour.optional().meta({ example: '"#55269b"' }),
      accentDark: colour.optional(),
      /** Site path of a picture in `public/`, shown before the site's title. */
      logo: path.optional(),
      /** What the logo says that the title does not; empty if it is only decorative. */
      logoAlt: z.string().trim().default(""),
      /** Height of the logo in CSS pixels, that of the header by default; a mark with small words needs more. */
      logoHeight: numeric(z.int().min(24).max(120)).default(44).meta({ example: "80" }),
    })
    .default({ logoAlt: "", logoHeight: 44 })
    .meta({ example: '{ accent: "#55269b" }' }),
  nav: z.array(link).optional().meta({ example: LINKS }),
  footer: z.array(link).optional().meta({ example: LINKS }),
  social: z
    .array(z.strictObject({ label: z.string(), url: z.string() }))
    .default([])
    .meta({ example: '[{ label: "Mastodon", url: "https://social.example.org/@programme" }]' }),
  email: z.email().optional().meta({ example: "contact@example.org" }),
  twitter: z
    .string()
    .transform((handle) => handle.replace(/^@/, ""))
    .optional(),
  publisher: z.string().optional(),
  license: z.string().optional(),
  newsletter: z.url().optional(),
  /** Address of the repository, or of a folder in it. */
  repository: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({ example: "https://github.com/programme/blog" }),
  /** Branch of the repository in which readers are invited to suggest a correction. */
  branch: z
    .string()
    .regex(/^[^\s?#]+$/)
    .default("main")
    .meta({ example: "main" }),
  /** What serves the repository; detected on the usual hosts. */
  forge: z.enum(FORGES).optional().meta({ example: "gitlab" }),
  /** A form at `/admin/` in which editors write without Git. */
  admin: adminSchema.optional().meta({ example: { fr: "oui", en: "yes" } }),
  /** What serves the site, if it needs `_redirects` in a form of its own. */
  host: z.enum(["netlify"]).optional().meta({ example: "netlify" }),
  /** Where a post offers to be shared, in this order; as a flag, everywhere or nowhere. */
  share: z
    .union([
      z.array(z.enum(NETWORKS)),
      flag.transform((isOffered): Network[] => (isOffered ? [...NETWORKS] : [])),
    ])
    .default([...NETWORKS])
    .meta({ example: "[mail, copy, mastodon, bluesky, linkedin, x]" }),
  /** A square picture in `public/`, SVG or PNG; without it, one is drawn from the site's first letter. */
  icon: z
    .string()
    .regex(/^\/(?!\/)\S+\.(?:[sS][vV][gG]|[pP][nN][gG])$/)
    .optional()
    .meta({ example: { fr: "/img/icone.svg", en: "/img/icon.svg" } }),
  /** Content of the accessibility statement; without it, the site has neither statement nor mention. */
  accessibility: accessibilitySchema
    .optional()
    .meta({ example: { fr: "{ status: non conforme }", en: "{ status: non-compliant }" } }),
  /** Who counts page views, and how; without it, nobody does. */
  audience: audienceSchema
    .optional()
    .meta({ example: "{ matomo: https://stats.example.org/, siteId: 12, consent: ask }" }),
  /** When the programme ended: every page says so, and nothing else changes. */
  archived: archivedSchema.optional().meta({ example: "2026-06-30" }),
  /** The notice above the content of every page, until a given day. */
  notice: noticeSchema.optional().meta({
    example: {
      fr: "{ text: Une phrase pour tous les lecteurs., until: 2027-01-15 }",
      en: "{ text: A sentence for all readers., until: 2027-01-15 }",
    },
  }),
  translations: z
    .record(
      languageTag,
      z.strictObject({
        title: z.string().optional(),
        description: z.string().optional(),
        /** The words for taxonomies, by their name in `taxonomies`. */
        taxonomies: z.record(z.string(), wording).default({}),
      }),
    )
    .default({})
    .meta({
      example: { fr: '{ en: { title: "The notebook" } }', en: '{ fr: { title: "Le carnet" } }' },
    }),
});

export type SiteSettings = z.output<typeof siteSchema>;
