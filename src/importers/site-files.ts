// Settings, people, tags and redirects → the YAML files of the new site, as a person would write them.
import { CORE_SCHEMA, dump } from "js-yaml";
import { capitalised } from "../text.ts";
import { FRONT_MATTER_KEYS } from "../content/schema.ts";
import { findFrame } from "../embeds/providers.ts";
import { siteSchema, type SiteSettings } from "../site/schema.ts";
import { fieldTypes } from "./front-matter.ts";
import type { OldSite } from "./model.ts";
import { isMap, map, type Data } from "./values.ts";

/** `flowLevel`: the depth from which lists are on one line, as editors write them. */
export const yaml = (data: Data, flowLevel: number): string =>
  dump(data, { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true, quotingType: '"', flowLevel })
    // A no-break space, which js-yaml escapes in quotes, stays one that editors can read.
    .replace(/"(?:\\.|[^"\\])*"/g, (quoted) =>
      quoted.replace(/\\(.)/g, (whole, sign) => (sign === "_" ? "\u00a0" : whole)),
    );

/** A text with its front matter. */
export const withFrontMatter = (head: Data, body: string): string =>
  `---\n${yaml(head, 1)}---\n\n${body.replace(/^\n+/, "").trimEnd()}\n`;

/** Adds what the texts show: the taxonomies that they use, their languages, their other keys, the hosts of their frames. */
export function completeSettings(site: OldSite, heads: readonly Data[], bodies: readonly string[]): void {
  const { settings, lang } = site;
  const frames = bodies.flatMap((body) => [
    ...body.matchAll(/<iframe\b[^>]*?\bsrc\s*=\s*["']([^"']+)["']/gi),
  ]);
  const hosts = new Set(frames.map(([, src = ""]) => refusedHost(src)).filter((host) => host !== ""));
  if (hosts.size > 0) settings["embeds"] = { allow: [...hosts].sort() };
  const declared: Data = { categories: {}, ...map(settings["taxonomies"]) };
  const used = Object.entries(declared).filter(([name]) => heads.some((head) => head[name] !== undefined));
  const labelled = used.map(([name, own]): [string, Data] => {
    const label = name === "categories" && lang === "fr" ? "Catégories" : capitalised(name);
    return [name, { label: label.replaceAll("-", " "), ...map(own) }];
  });
  settings["taxonomies"] = Object.fromEntries(labelled);
  settings["fields"] = fieldTypes(heads, new Set([...FRONT_MATTER_KEYS, ...Object.keys(declared)]));
  const others = site.texts
    .flatMap((text) => text.lang ?? [])
    .filter((item) => ![lang, "fr", "en"].includes(item));
  const translations = Object.fromEntries(others.map((item) => [item, {}]));
  settings["translations"] = { ...translations, ...map(settings["translations"]) };
  settings["lang"] = lang;
  settings["title"] ??= "Blog";
}

/** The host of a frame that Carnet would refuse; empty for a player that it knows. */
function refusedHost(src: string): string {
  const found = findFrame(src.replace(/^http:/, "https:"), []);
  return "refused" in found && found.refused === "host" && /^[\w.-]+\.[a-z]{2,}$/i.test(found.host)
    ? found.host
    : "";
}

/** The settings that a build accepts: those that it would refuse are named in the report. */
export function checkSettings(site: OldSite): SiteSettings {
  const isEmpty = (value: unknown): boolean =>
    value === undefined ||
    (Array.isArray(value) && value.length === 0) ||
    (isMap(value) && Object.keys(value).length === 0);
  site.settings = Object.fromEntries(Object.entries(site.settings).filter(([, value]) => !isEmpty(value)));
  for (const issue of siteSchema.safeParse(site.settings).error?.issues ?? []) {
    const [key = "", name = ""] = issue.path.map(String);
    const own = site.settings[key];
    if (own === undefined) continue;
    site.todo.push({ kind: "value", file: "content/site.yaml", found: `${key}: ${JSON.stringify(own)}` });
    // Of a map, only what is refused goes.
    const names = issue.code === "unrecognized_keys" ? issue.keys : [name];
    const refused = names.filter((item) => isMap(own) && item in own);
    if (refused.length === 0) Reflect.deleteProperty(site.settings, key);
    for (const item of refused) Reflect.deleteProperty(map(own), item);
  }
  return siteSchema.parse({ title: "Blog", ...site.settings });
}

/** In the order of the schema, which is that of its reference. */
export function siteYaml({ settings }: OldSite): string {
  const keys = Object.keys(siteSchema.shape).filter((key) => settings[key] !== undefined);
  return yaml(Object.fromEntries(keys.map((key) => [key, settings[key]])), 3);
}

/** The language of a blog whose settings name none: that of the small words of its texts. */
export function guessLanguage(bodies: readonly string[]): string {
  const sample = bodies.slice(0, 50).join(" ");
  const times = (words: RegExp): number => sample.match(words)?.length ?? 0;
  const french = times(/\b(?:le|la|les|des|une|est|et|dans)\b/gi);
  return french > times(/\b(?:the|of|and|is|in|to|that)\b/gi) ? "fr" : "en";
}
