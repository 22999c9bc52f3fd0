// Settings, people, tags and redirects → the YAML files of the new site, as a person would write them.
import { CORE_SCHEMA, dump } from "js-yaml";
import { capitalised } from "../capitalised.ts";
import { findFrame } from "../embeds/providers.ts";
import { FRONT_MATTER_KEYS } from "../content/schema.ts";
import { byCodeUnit } from "../content/text.ts";
import { siteSchema, type SiteSettings } from "../site/schema.ts";
import { fieldTypes } from "./front-matter.ts";
import type { OldRedirect, OldSite } from "./model.ts";
import { isMap, map, type Data } from "./values.ts";

const ORDER = [
  ...["title", "description", "url", "lang", "timeZone", "permalink", "postsPerPage", "addresses", "feeds"],
  ...[
    "taxonomies",
    "fields",
    "embeds",
    "nav",
    "footer",
    "social",
    "email",
    "twitter",
    "publisher",
    "license",
  ],
  ...["newsletter", "translations"],
];

/** `flowLevel`: lists of words on one line, as editors write them. */
export const yaml = (data: Data, flowLevel = -1): string =>
  dump(data, { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true, quotingType: '"', flowLevel })
    // A no-break space, which js-yaml escapes in quotes, stays one that editors can read.
    .replace(/"(?:\\.|[^"\\])*"/g, (quoted) =>
      quoted.replace(/\\(.)/g, (whole, sign) => (sign === "_" ? "\u00a0" : whole)),
    );

/** The settings that a build accepts: those that it would refuse are named in the report. */
export function checkSettings(site: OldSite): SiteSettings {
  site.settings["title"] ??= "Blog";
  site.settings["lang"] = site.lang;
  const shown = Object.entries(site.settings).filter(([, value]) => !isEmpty(value));
  site.settings = Object.fromEntries(shown);
  const checked = siteSchema.safeParse(withLabels(site.settings));
  if (checked.success) return checked.data;
  for (const key of new Set(checked.error.issues.map((issue) => String(issue.path[0])))) {
    const found = `${key}: ${JSON.stringify(site.settings[key])}`;
    site.todo.push({ kind: "value", file: "content/site.yaml", found });
    Reflect.deleteProperty(site.settings, key);
  }
  return siteSchema.parse({ title: "Blog", lang: site.lang, ...withLabels(site.settings) });
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (isMap(value) && Object.keys(value).length === 0);

/** Each taxonomy needs a label: the name of its key, until someone writes another. */
function withLabels(settings: Data): Data {
  const { lang } = settings;
  const taxonomies = Object.entries(map(settings["taxonomies"])).map(([name, own]) => [
    name,
    {
      label: name === "categories" && lang === "fr" ? "Catégories" : capitalised(name).replaceAll("-", " "),
      ...map(own),
    },
  ]);
  return taxonomies.length === 0 ? settings : { ...settings, taxonomies: Object.fromEntries(taxonomies) };
}

/** Adds what the texts show: the taxonomies that they use, their other keys, the hosts of their frames. */
export function completeSettings(site: OldSite, heads: readonly Data[], bodies: readonly string[]): void {
  const { settings } = site;
  const declared: Data = { categories: {}, ...map(settings["taxonomies"]) };
  const used = Object.entries(declared).filter(([name]) => heads.some((head) => head[name] !== undefined));
  settings["taxonomies"] = Object.fromEntries(used);
  settings["fields"] = fieldTypes(heads, new Set([...FRONT_MATTER_KEYS, ...Object.keys(declared)]));
  const hosts = frameHosts(bodies);
  if (hosts.length > 0) settings["embeds"] = { allow: hosts };
  const own = new Set([site.lang, "fr", "en", ...Object.keys(map(settings["translations"]))]);
  const others = site.texts.flatMap(({ lang }) =>
    lang === undefined || own.has(lang) ? [] : [[lang, {}] as const],
  );
  settings["translations"] = { ...Object.fromEntries(others), ...map(settings["translations"]) };
}

/** Hosts of frames that the old site showed, besides the players that Carnet knows. */
function frameHosts(bodies: readonly string[]): string[] {
  const hosts = new Set<string>();
  for (const body of bodies)
    for (const [, src = ""] of body.matchAll(/<iframe\b[^>]*?\bsrc\s*=\s*["']([^"']+)["']/gi)) {
      const found = findFrame(src.replace(/^http:/, "https:"), []);
      if ("refused" in found && found.refused === "host" && /^[\w.-]+\.[a-z]{2,}$/i.test(found.host))
        hosts.add(found.host);
    }
  return [...hosts].sort();
}

export function siteYaml(site: OldSite): string {
  const settings = withLabels(site.settings);
  const blocks = ORDER.filter((key) => settings[key] !== undefined).map((key) =>
    yaml({ [key]: settings[key] }, 3),
  );
  return blocks.join("");
}

/** Old path → new path, sorted. */
export const redirectsYaml = (redirects: readonly OldRedirect[]): string =>
  yaml(
    Object.fromEntries(
      redirects.map(({ from, to }) => [from, to] as const).sort(([a], [b]) => byCodeUnit(a, b)),
    ),
  );

/** A text with its front matter. */
export const withFrontMatter = (head: Data, body: string): string =>
  `---\n${yaml(head, 1)}---\n\n${body.replace(/^\n+/, "").trimEnd()}\n`;

/** The language of a blog whose settings name none: that of the small words of its texts. */
export function guessLanguage(bodies: readonly string[]): string {
  const sample = bodies.slice(0, 50).join(" ");
  const times = (words: RegExp): number => sample.match(words)?.length ?? 0;
  return times(/\b(?:le|la|les|des|une|est|et|dans)\b/gi) > times(/\b(?:the|of|and|is|in|to|that)\b/gi)
    ? "fr"
    : "en";
}
