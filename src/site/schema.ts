// The schema of `content/site.yaml` with its defaults: only what an owner may write. `site.ts` adds what a run decides.
import * as z from "zod";
import { flag } from "../flag.ts";
import { numeric } from "../numeric.ts";
import { decodeAddress } from "../percent-codes.ts";
import { accessibilitySchema } from "./accessibility.ts";
import { adminSchema } from "./admin-schema.ts";
import { archivedSchema } from "./archived.ts";
import { audienceSchema } from "./audience-schema.ts";
import { ADDRESS_NAMES } from "./default-addresses.ts";
import { noticeSchema } from "./notice.ts";
import { LANGUAGE_TAG, wording, writtenTermSchema } from "./term-schema.ts";

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
  terms: z.record(z.string(), writtenTermSchema).default({}),
});

/** `content/site.yaml`. */
export const siteSchema = z.strictObject({
  title: z.string().trim().min(1),
  description: z.string().trim().default(""),
  /** As in a browser's address bar: the file name of the home page is not part of it. */
  url: z
    .url({ protocol: /^https?$/ })
    .check(({ value, issues }) => {
      if (URL.canParse(value) && decodeAddress(value) === undefined)
        issues.push({ code: "invalid_format", format: "url", input: value });
    })
    .transform((url) => url.replace(/\/index\.html?$/i, "/"))
    .optional(),
  lang: z.string().regex(LANGUAGE_TAG).default("fr"),
  timeZone: z.string().default("Europe/Paris"),
  permalink: z.string().default("/blog/:year/:month/:day/:slug/"),
  postsPerPage: numeric(z.int().min(1).max(100)).default(8),
  addresses: z.partialRecord(z.enum(ADDRESS_NAMES), z.string()).default({}),
  alsoServed: z.array(path).default([]),
  /** What identifies the entries of a feed: their address, or their id from before a move. */
  feeds: z.strictObject({ ids: feedIds.default("address") }).default({ ids: "address" }),
  taxonomies: z.record(z.string().regex(/^[a-zA-Zé-ü][\wà-ü-]*$/), taxonomySchema).default({}),
  fields: z.record(z.string(), fieldSchema).default({}),
  embeds: z
    .strictObject({
      allow: z.array(z.string()).default([]),
      load: z.enum(["click", "lazy"]).default("click"),
    })
    .default({ allow: [], load: "click" }),
  /** Whether spaces, quotation marks and apostrophes follow the typographic rules of each text's language. */
  typography: flag.default(true),
  checks: z.record(z.string(), severity).default({}),
  theme: z
    .strictObject({
      /** Colour of links and buttons on light paper; the one for dark paper is computed unless it is given. */
      accent: colour.optional(),
      accentDark: colour.optional(),
      /** Site path of a picture in `public/`, shown before the site's title. */
      logo: path.optional(),
      /** What the logo says that the title does not; empty if it is only decorative. */
      logoAlt: z.string().trim().default(""),
      /** Height of the logo in CSS pixels, that of the header by default; a mark with small words needs more. */
      logoHeight: numeric(z.int().min(24).max(120)).default(44),
    })
    .default({ logoAlt: "", logoHeight: 44 }),
  nav: z.array(link).optional(),
  footer: z.array(link).optional(),
  social: z.array(z.strictObject({ label: z.string(), url: z.string() })).default([]),
  email: z.email().optional(),
  twitter: z
    .string()
    .transform((handle) => handle.replace(/^@/, ""))
    .optional(),
  publisher: z.string().optional(),
  license: z.string().optional(),
  newsletter: z.url().optional(),
  /** Address of the repository, or of a folder in it. */
  repository: z.url({ protocol: /^https?$/ }).optional(),
  /** Branch of the repository in which readers are invited to suggest a correction. */
  branch: z
    .string()
    .regex(/^[^\s?#]+$/)
    .default("main"),
  /** What serves the repository; detected on the usual hosts. */
  forge: z.enum(FORGES).optional(),
  /** A form at `/admin/` in which editors write without Git. */
  admin: adminSchema.optional(),
  /** What serves the site, if it needs `_redirects` in a form of its own. */
  host: z.enum(["netlify"]).optional(),
  /** Where a post offers to be shared, in this order; as a flag, everywhere or nowhere. */
  share: z
    .union([
      z.array(z.enum(NETWORKS)),
      flag.transform((isOffered): Network[] => (isOffered ? [...NETWORKS] : [])),
    ])
    .default([...NETWORKS]),
  /** A square picture in `public/`, SVG or PNG; without it, one is drawn from the site's first letter. */
  icon: z
    .string()
    .regex(/^\/(?!\/)\S+\.(?:[sS][vV][gG]|[pP][nN][gG])$/)
    .optional(),
  /** Content of the accessibility statement; without it, the site has neither statement nor mention. */
  accessibility: accessibilitySchema.optional(),
  /** Who counts page views, and how; without it, nobody does. */
  audience: audienceSchema.optional(),
  /** When the programme ended: every page says so, and nothing else changes. */
  archived: archivedSchema.optional(),
  /** The notice above the content of every page, until a given day. */
  notice: noticeSchema.optional(),
  translations: z
    .record(
      z.string(),
      z.strictObject({
        title: z.string().optional(),
        description: z.string().optional(),
        /** The words for taxonomies, by their name in `taxonomies`. */
        taxonomies: z.record(z.string(), wording).default({}),
      }),
    )
    .default({}),
});

export type SiteSettings = z.output<typeof siteSchema>;
