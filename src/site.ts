// The site's settings: the schema of `content/site.yaml` with its defaults, and the type the whole house reads.
// Only what an owner may write is here; what is derived (base path, origin) is added by `resolveSite`.
import * as z from "zod";
import { accessibilitySchema } from "./accessibility.ts";
import { archivedSchema } from "./archived.ts";
import { audienceSchema, measureOf, type Measure } from "./audience.ts";
import { ADDRESSES, type AddressName } from "./default-addresses.ts";
import { flag } from "./flag.ts";

/** Where a post may be shared: plain links, and a button that copies its address. */
export const NETWORKS = ["mail", "copy", "mastodon", "bluesky", "linkedin", "x"] as const;
export type Network = (typeof NETWORKS)[number];

const FORGES = ["github", "gitlab", "forgejo"] as const;
export type Forge = (typeof FORGES)[number];

const path = z.string().regex(/^\//);
const severity = z.union([
  z.enum(["error", "warn", "note", "off"]),
  z.literal(false).transform(() => "off" as const),
]);
const link = z.strictObject({ label: z.string(), url: z.string(), lang: z.string().optional() });
/** As people write it: `"#0b5"` or `"#00bb55"`; long and lower-case from here on. */
const colour = z
  .string()
  .trim()
  .regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i)
  .transform((hex) => hex.toLowerCase().replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3"));

export const fieldSchema = z.strictObject({
  type: z.enum(["string", "text", "number", "boolean", "date", "url", "list", "object"]).default("string"),
  label: z.string().optional(),
  description: z.string().optional(),
  required: z.boolean().default(false),
  options: z.array(z.string()).optional(),
});

/** What another language says in the place of the words beside it. */
const wording = z.strictObject({ label: z.string().optional(), description: z.string().optional() });

export const taxonomySchema = z.strictObject({
  label: z.string(),
  description: z.string().optional(),
  /** Address of a term's page; its index is the part before `:slug`. */
  address: path.optional(),
  closed: z.boolean().default(false),
  terms: z
    .record(
      z.string(),
      /** As in `tags.yaml`: besides its own keys, a language tag gives that language's wording. */
      z
        .object({
          label: z.string().optional(),
          description: z.string().optional(),
          aliases: z.array(z.string()).default([]),
        })
        .catchall(wording),
    )
    .default({}),
});

/** `content/site.yaml`. */
export const siteSchema = z.strictObject({
  title: z.string().trim().min(1),
  description: z.string().trim().default(""),
  url: z.url({ protocol: /^https?$/ }).optional(),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .default("fr"),
  timeZone: z.string().default("Europe/Paris"),
  permalink: z.string().default("/blog/:year/:month/:day/:slug/"),
  postsPerPage: z.int().min(1).max(100).default(8),
  addresses: z
    .partialRecord(z.enum(Object.keys(ADDRESSES.fr) as [AddressName, ...AddressName[]]), z.string())
    .default({}),
  alsoServed: z.array(path).default([]),
  /** What identifies a feed's entries: their address, or the id that jekyll-feed gave them before a move. */
  feeds: z
    .strictObject({ ids: z.enum(["address", "jekyll"]).default("address") })
    .default({ ids: "address" }),
  taxonomies: z.record(z.string().regex(/^[a-zA-Zé-ü][\wà-ü-]*$/), taxonomySchema).default({}),
  fields: z.record(z.string(), fieldSchema).default({}),
  embeds: z
    .strictObject({
      allow: z.array(z.string()).default([]),
      load: z.enum(["click", "lazy"]).default("click"),
    })
    .default({ allow: [], load: "click" }),
  /** Whether spaces, quotation marks and apostrophes are set by the rules of each text's language. */
  typography: flag.default(true),
  checks: z.record(z.string(), severity).default({}),
  theme: z
    .strictObject({
      /** Colour of links and buttons on light paper; the one for dark paper is found unless it is given. */
      accent: colour.optional(),
      accentDark: colour.optional(),
      /** Site path of a picture of `public/`, shown in front of the site's title. */
      logo: path.optional(),
      /** What the logo says that the title does not; empty where it only adorns. */
      logoAlt: z.string().trim().default(""),
    })
    .default({ logoAlt: "" }),
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
  repository: z.url({ protocol: /^https?$/ }).optional(),
  /** Of the repository: where readers are sent to suggest a correction. */
  branch: z
    .string()
    .regex(/^[^\s?#]+$/)
    .default("main"),
  /** What serves the repository; known of the usual hosts. */
  forge: z.enum(FORGES).optional(),
  /** What serves the site, where it wants `_redirects` in words of its own. */
  host: z.enum(["netlify"]).optional(),
  /** Where a post offers to be shared, in this order. */
  share: z
    .union([z.array(z.enum(NETWORKS)), z.literal(false).transform((): Network[] => [])])
    .default([...NETWORKS]),
  /** A square picture of `public/`, SVG or PNG; without it, one is drawn from the site's first letter. */
  icon: z
    .string()
    .regex(/^\/(?!\/)\S+\.(?:svg|png)$/i)
    .optional(),
  /** What the accessibility statement says; without it, the site has neither statement nor mention. */
  accessibility: accessibilitySchema.optional(),
  /** Who counts page views, and how; without it, nobody does. */
  audience: audienceSchema.optional(),
  /** Since when the programme has ended: every page says so, and nothing else changes. */
  archived: archivedSchema.optional(),
  translations: z
    .record(
      z.string(),
      z.strictObject({
        title: z.string().optional(),
        description: z.string().optional(),
        /** The words of taxonomies, by their name in `taxonomies`. */
        taxonomies: z.record(z.string(), wording).default({}),
      }),
    )
    .default({}),
});

export type SiteSettings = z.output<typeof siteSchema>;

/** The site's settings, whole, with what this run changes (address, base path). */
export interface Site extends SiteSettings {
  /** Scheme and host, no final slash: `https://blog.example.org`. Empty when the site has no `url`. */
  origin: string;
  /** Path under which the host serves the site, with both slashes: `/`, `/blog/`. */
  basePath: string;
  /**
   * Where the site is: at this run's address, then at the one in `site.yaml`, which authors link to even when a
   * preview stands elsewhere. Empty when the site has no `url`.
   */
  homes: readonly Home[];
  /** Absolute path of the site root. */
  root: string;
  /** What the pages of this run count; absent where they count nothing. */
  measure?: Measure;
}

/** A host, with its port, and the path on it under which the site stands: `/`, `/blog/`. */
export interface Home {
  host: string;
  path: string;
}

/** The language of the interface for a language tag: French for `fr*`, English for `en*`, else the fallback. */
export function uiLang(lang: string, fallback: "fr" | "en" = "en"): "fr" | "en" {
  return /^fr\b/i.test(lang) ? "fr" : /^en\b/i.test(lang) ? "en" : fallback;
}

/**
 * Adds what the run decides. `url` and `basePath` override the settings'; the path of `url` is a base path. A preview
 * counts no visit, and neither does a copy at another address than the one in the settings.
 */
export function resolveSite(
  settings: SiteSettings,
  run: { root: string; url?: string; basePath?: string; preview?: boolean },
): Site {
  const address = run.url ?? settings.url;
  const parsed = address === undefined ? undefined : new URL(address);
  const basePath = withSlashes(run.basePath ?? parsed?.pathname ?? "/");
  const homes = parsed === undefined ? [] : [{ host: parsed.host, path: basePath }];
  if (settings.url !== undefined) {
    const { host, pathname } = new URL(settings.url);
    const path = withSlashes(pathname);
    if (!homes.some((home) => home.host === host && home.path === path)) homes.push({ host, path });
  }
  const measure =
    settings.audience && run.preview !== true
      ? measureOf(settings.audience, settings.url ?? address ?? "")
      : undefined;
  const site = { ...settings, origin: parsed?.origin ?? "", basePath, homes, root: run.root };
  return measure === undefined ? site : { ...site, measure };
}

function withSlashes(path: string): string {
  const trimmed = path.replace(/^\/+|\/+$/g, "");
  return trimmed === "" ? "/" : `/${trimmed}/`;
}

/**
 * What an absolute address on a host of this site says: its path there, the site paths (without base path) that it may
 * mean, and what follows them (`?…`, `#…`). Undefined for other hosts. The scheme of the web and the case of the host
 * do not count.
 */
export function ownAddress(
  homes: readonly Home[],
  href: string,
): { path: string; inside: string[]; end: string } | undefined {
  // Most addresses are another site's, or paths: they need not be taken apart.
  const start = href.indexOf("//") + 2;
  if (start < 2 || start > 8 || !homes.some(({ host }) => isNamed(host, href, start))) return undefined;
  const found = /^(?:https?:)?\/\/([^/?#]*)([^?#]*)(.*)$/is.exec(href);
  if (found === null) return undefined;
  const [, host = "", written = "", end = ""] = found;
  const path = written === "" ? "/" : written;
  const name = host.toLowerCase();
  const inside: string[] = [];
  let isOwn = false;
  for (const home of homes) {
    if (home.host !== name) continue;
    isOwn = true;
    if (path.startsWith(home.path)) inside.push(path.slice(home.path.length - 1));
    else if (`${path}/` === home.path) inside.push("/");
  }
  return isOwn ? { path, inside, end } : undefined;
}

/** True where an address names a host, which is in small letters, at an index. */
function isNamed(host: string, href: string, start: number): boolean {
  return href.startsWith(host, start) || href.slice(start, start + host.length).toLowerCase() === host;
}

/** Prefix of a language's pages: none for the site's own, `/en` for another. */
export function langPrefix(site: SiteSettings, lang: string): string {
  return lang === site.lang ? "" : `/${lang.toLowerCase()}`;
}

/**
 * The address pattern of a kind of page in a language: the owner's under the language's prefix,
 * else the default in that language. `page` has no prefix, since it is appended to another address.
 */
export function addressPattern(site: SiteSettings, name: AddressName, lang: string): string {
  const own = site.addresses[name] ?? ADDRESSES[uiLang(lang, uiLang(site.lang))][name];
  return name === "page" ? own : langPrefix(site, lang) + own;
}

/** What a taxonomy of `site.yaml` is called in a language, and what it is. */
export function taxonomyWords(
  site: Pick<SiteSettings, "taxonomies" | "translations">,
  name: string,
  lang: string,
): { label: string; description: string } {
  const { label = name, description = "" } = site.taxonomies[name] ?? {};
  const own = site.translations[lang]?.taxonomies[name];
  return { label: own?.label ?? label, description: own?.description ?? description };
}

/** A site path as an absolute address; the path alone when the site has no `url`. */
export function absoluteUrl(site: Site, path: string): string {
  return site.origin + withBase(site, path);
}

/** A site path with the base path in front: `/img/x.png` → `/blog/img/x.png`. */
export function withBase(site: Pick<Site, "basePath">, path: string): string {
  return site.basePath.slice(0, -1) + path;
}
