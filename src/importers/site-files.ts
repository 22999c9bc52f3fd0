// Settings, people, tags and redirects → the YAML files of the new site, as a person would write them.
// Default values are left out, and proposals are written as comments.
import { stringify } from "yaml";
import type * as z from "zod";
import { capitalised } from "../capitalised.ts";
import { findFrame } from "../embeds/providers.ts";
import { FRONT_MATTER_KEYS } from "../content/schema.ts";
import { byCodeUnit } from "../content/text.ts";
import { isMap } from "../content/yaml/parse.ts";
import { siteSchema } from "../site/schema.ts";
import { importWords } from "../strings/import.ts";
import { GENERATOR_NAMES } from "../strings/generators.ts";
import { uiLang } from "../ui-lang.ts";
import type { Manual, OldRedirect, OldSite } from "./model.ts";
import type { NewEntry } from "./new-entry.ts";
import { map } from "./values.ts";

const ORDER = [
  "title",
  "description",
  "url",
  "lang",
  "timeZone",
  "permalink",
  "postsPerPage",
  "addresses",
  "feeds",
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
  "newsletter",
  "repository",
  "translations",
];

export function siteYaml(
  site: OldSite,
  made: readonly NewEntry[],
  proposed: readonly string[],
): { text: string; manual: Manual[] } {
  const lang = uiLang(site.lang, "fr");
  const words = importWords(lang);
  const { fields, manual } = fieldsOf(made, site);
  const hosts = frameHosts(made);
  const addresses = map(site.settings["addresses"]);
  const settings: Record<string, unknown> = {
    ...site.settings,
    lang: site.lang,
    addresses: Object.keys(addresses).length === 0 ? undefined : addresses,
    taxonomies: taxonomiesOf(site, made, words.categories),
    fields: Object.keys(fields).length === 0 ? undefined : fields,
    embeds: hosts.length === 0 ? undefined : { allow: hosts },
  };
  const blocks = ORDER.flatMap((key) => {
    const value = settings[key];
    if (value === undefined) return [];
    if (isRefused(key, value)) {
      manual.push({ kind: "mixed-field", file: "", line: 0, found: `${key}: ${String(value)}` });
      return [];
    }
    return stringify({ [key]: value }, { lineWidth: 0, flowCollectionPadding: false, schema: "core" });
  });
  const proposal =
    proposed.length === 0 ? "" : `\n# ${words.alsoServed}\n# alsoServed: [${proposed.join(", ")}]\n`;
  return {
    text: `# ${words.settingsFrom(GENERATOR_NAMES[site.kind])}\n${blocks.join("")}${proposal}`,
    manual,
  };
}

const SCHEMAS: Readonly<Record<string, z.ZodType>> = siteSchema.shape;

/** True for a text or number with which no build would publish the site: `url: localhost:4000`, 500 posts per page. */
const isRefused = (key: string, value: unknown): value is string | number =>
  (typeof value === "string" || typeof value === "number") &&
  SCHEMAS[key]?.safeParse(value).success === false;

/** Taxonomies of which a text has terms, each with a label: the name of its key, except for categories. */
function taxonomiesOf(
  site: OldSite,
  made: readonly NewEntry[],
  categories: string,
): Record<string, unknown> | undefined {
  const declared = map(site.settings["taxonomies"]);
  const used = [...new Set(["categories", ...Object.keys(declared)])].filter((name) =>
    made.some(({ data }) => Array.isArray(data[name]) || typeof data[name] === "string"),
  );
  if (used.length === 0) return undefined;
  const label = (name: string): string =>
    name === "categories" ? categories : capitalised(name).replaceAll("-", " ");
  return Object.fromEntries(used.map((name) => [name, { ...map(declared[name]), label: label(name) }]));
}

/** Keys of front matter that Carnet does not use, with the type that all their values share. */
function fieldsOf(
  made: readonly NewEntry[],
  site: OldSite,
): { fields: Record<string, { type: string }>; manual: Manual[] } {
  const known = new Set([...FRONT_MATTER_KEYS, ...Object.keys(map(site.settings["taxonomies"]))]);
  const types = new Map<string, { types: Set<string>; file: string }>();
  for (const { data, entry } of made) {
    for (const [key, value] of Object.entries(data)) {
      if (known.has(key) || value === null || value === undefined) continue;
      const seen = types.get(key) ?? { types: new Set<string>(), file: entry.source };
      seen.types.add(typeOf(value));
      types.set(key, seen);
    }
  }
  const fields: Record<string, { type: string }> = {};
  const manual: Manual[] = [];
  for (const [key, seen] of [...types].sort(([a], [b]) => byCodeUnit(a, b))) {
    const kinds = [...seen.types];
    const type =
      kinds.length === 1
        ? kinds[0]
        : kinds.every((one) => one === "string" || one === "number")
          ? "string"
          : undefined;
    if (type === undefined || type === "mixed")
      manual.push({ kind: "mixed-field", file: seen.file, line: 0, found: key });
    else fields[key] = { type };
  }
  return { fields, manual };
}

function typeOf(value: unknown): string {
  if (Array.isArray(value))
    return value.every((one) => typeof one === "string" || typeof one === "number") ? "list" : "mixed";
  if (isMap(value)) return "object";
  return typeof value === "boolean" || typeof value === "number" ? typeof value : "string";
}

/** Hosts of frames that the old site showed, besides the players that Carnet knows. */
function frameHosts(made: readonly NewEntry[]): string[] {
  const hosts = new Set<string>();
  for (const { body } of made) {
    for (const [, frame, directive] of body.matchAll(
      /<iframe\b[^>]{0,2000}?\bsrc\s*=\s*["']([^"']+)["']|^[ \t]*::video[^\n{]*\{url=(\S+?)[\s}]/gim,
    )) {
      const found = findFrame((frame ?? directive ?? "").replace(/^http:/, "https:"), []);
      if ("refused" in found && found.refused === "host" && /^[\w.-]+\.[a-z]{2,}$/i.test(found.host))
        hosts.add(found.host);
    }
  }
  return [...hosts].sort();
}

export function dataYaml(data: Record<string, unknown>): string | undefined {
  return Object.keys(data).length === 0 ? undefined : stringify(data, { lineWidth: 0, schema: "core" });
}

/** Old path → new path, one per line, sorted, each once. */
export function redirectsYaml(redirects: readonly OldRedirect[]): string | undefined {
  const lines = new Map<string, string>();
  for (const { from, to } of redirects) if (!lines.has(from)) lines.set(from, to);
  if (lines.size === 0) return undefined;
  const sorted = Object.fromEntries([...lines].sort(([a], [b]) => byCodeUnit(a, b)));
  return stringify(sorted, { lineWidth: 0, schema: "core" });
}
