// An old blog → a site root that builds, and a report of what was done and what is left to do.
// Everything is computed before anything is written; then the new site is read as a build reads it.
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CORE_SCHEMA, dump } from "js-yaml";
import { addressKey } from "../content/permalinks.ts";
import { FRONT_MATTER_KEYS, schemaOfTexts } from "../content/schema.ts";
import { byCodeUnit } from "../content/text.ts";
import { diskKey } from "../paths.ts";
import { siteSchema, type SiteSettings } from "../site/schema.ts";
import { PEOPLE } from "../site/site.ts";
import type { Generator } from "../strings/import.ts";
import { capitalised } from "../text.ts";
import { decoded, placeTexts } from "./addresses.ts";
import { convertBody } from "./body.ts";
import { readEleventy } from "./eleventy.ts";
import { fieldTypes, newFrontMatter } from "./front-matter.ts";
import { readHugo } from "./hugo.ts";
import { readJekyll } from "./jekyll.ts";
import { createLinks, redirectLists, ROOT, settleMenus, settleRedirects } from "./links.ts";
import { languagesOf, type OldSite, type OldText } from "./model.ts";
import { makeReport, type Report } from "./report.ts";
import { findTaxonomies, taxonomySettings } from "./taxonomies.ts";
import { settleErrors, type SiteRead, type WrittenFile } from "./settle.ts";
import type { SourceFiles } from "./source.ts";
import { countsOf, isMap, map, text, timeZone, type Data } from "./values.ts";

export interface ImportOptions {
  files: SourceFiles;
  kind: Generator;
  /** Absolute path of the new site root, an empty folder or none. */
  dest: string;
  /** Address of the site, if its settings do not say it or are wrong. */
  url?: string;
  /** The new site as a build reads it, once it is written. */
  read: () => Promise<SiteRead>;
}

const READERS = { eleventy: readEleventy, jekyll: readJekyll, hugo: readHugo };

/** Undefined if the folder has no text as this generator reads it: then nothing is written. */
export async function importSite({
  files,
  kind,
  dest,
  url,
  read,
}: ImportOptions): Promise<Report | undefined> {
  const site = READERS[kind](files);
  if (site.texts.length === 0) return undefined;
  site.todo.push(...files.todo);
  if (url !== undefined) site.settings["url"] = url.replace(/\/+$/, "");
  if (site.settings["url"] === undefined) site.todo.push({ kind: "no-url", file: "", found: "url" });
  settleLanguages(site);
  const taxonomies = findTaxonomies(site);
  distinctTargets(site);
  const zone = timeZone(site.settings["timeZone"]) ?? "Europe/Paris";

  const links = createLinks(site, files);
  const groups = countsOf(site.texts.flatMap(({ group }) => group ?? []));
  const context = { site, zone, links, groups, languages: languagesOf(site) };
  const heads = new Map(site.texts.map((old) => [old, newFrontMatter(old, context)]));
  const placed = placeTexts(site, heads, zone);
  links.addAddresses(placed);
  for (const person of Object.values(site.people).map(map)) {
    const photo = text(person["photo"]);
    if (photo !== undefined) person["photo"] = links.target(photo, ROOT) ?? photo;
  }
  const bodies = new Map(site.texts.map((old) => [old, convertBody(old, { site, links })]));

  const settings = completeSettings(site, heads);
  const known = redirectLists(site, settings);
  for (const item of placed) if (item.url !== undefined) known.add(addressKey(item.url));
  const redirects = settleRedirects(site, known);
  settleMenus(site, links, known, redirects);

  const written = new Map<string, WrittenFile>();
  const write = (path: string): void => {
    const file = written.get(path);
    if (file === undefined) return;
    file.yaml = yaml(file.data, file.old === undefined ? 3 : 1);
    const body = file.old && (bodies.get(file.old)?.body ?? "").replace(/^\n+/, "").trimEnd();
    const whole = body === undefined ? file.yaml : `---\n${file.yaml}---\n\n${body}\n`;
    mkdirSync(dirname(join(dest, path)), { recursive: true });
    writeFileSync(join(dest, path), whole);
  };
  const settingsFiles = {
    site: site.settings,
    people: site.people,
    tags: site.terms["tags"] ?? {},
    redirects,
  };
  for (const [name, data] of Object.entries(settingsFiles))
    if (Object.keys(data).length > 0) written.set(`content/${name}.yaml`, { data, yaml: "" });
  for (const { old, head } of placed) written.set(old.target, { data: head, yaml: "", old });
  copyFiles(site, dest, files.root, new Set(written.keys()));
  for (const path of written.keys()) write(path);
  const { errors, urls, answers } = await settleErrors({ site, dest, files: written, write, read });
  for (const { file, line, message } of errors)
    site.todo.push({ kind: "left", file, found: `${String(line)}: ${message}` });
  for (const item of placed)
    item.url = item.old.draft ? undefined : decoded(urls.get(item.old.target) ?? "") || undefined;
  return makeReport(site, placed, bodies, {
    files: site.assets.length,
    redirects: Object.keys(redirects).length,
    builds: errors.length === 0,
    taxonomies,
    answers,
  });
}

const LANGUAGE = /^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** One name for each language: `fr` and `fr-FR` are the same if the site has no other French. */
function settleLanguages(site: OldSite): void {
  if (!LANGUAGE.test(site.lang)) {
    // That of the small words of its texts.
    const sample = site.texts.slice(0, 50).map(({ body }) => body);
    const times = (words: RegExp): number => sample.join(" ").match(words)?.length ?? 0;
    const french = times(/\b(?:le|la|les|des|une|est|et|dans)\b/gi);
    site.lang = french > times(/\b(?:the|of|and|is|in|to|that)\b/gi) ? "fr" : "en";
  }
  const base = (lang: string): string => lang.replace(/-.*/, "").toLowerCase();
  for (const old of site.texts)
    if (old.lang === undefined || !LANGUAGE.test(old.lang) || base(old.lang) === base(site.lang))
      old.lang = site.lang;
}

/** Names that a disk may take for the same get a number. */
function distinctTargets(site: OldSite): void {
  const taken = new Set<string>();
  for (const old of site.texts) {
    const wanted = old.target;
    for (let n = 2; taken.has(diskKey(old.target)); n++)
      old.target = wanted.replace(/(\/index)?\.md$/, `-${String(n)}$1.md`);
    taken.add(diskKey(old.target));
  }
}

/**
 * Adds what the texts show: the taxonomies that they use, their languages, their other keys. Returns the settings that a build
 * accepts: those that it would refuse are named in the report.
 */
function completeSettings(site: OldSite, all: ReadonlyMap<OldText, Data>): SiteSettings {
  const { settings, lang } = site;
  const heads = [...all.values()];
  const declared: Data = { categories: {}, ...map(settings["taxonomies"]) };
  const used = Object.entries(declared).filter(([name]) => heads.some((head) => head[name] !== undefined));
  const labelOf = (name: string): string =>
    name === "categories" && lang === "fr" ? "Catégories" : capitalised(name).replaceAll("-", " ");
  const names = Object.keys(declared);
  const headsOf = (taxonomy?: string): Data[] =>
    [...all].filter(([old]) => old.taxonomy === taxonomy).map(([, head]) => head);
  const ofTerms = (taxonomy: string): Data =>
    taxonomySettings(headsOf(taxonomy), names, new Set(Object.keys(schemaOfTexts(taxonomy).shape)));
  settings["taxonomies"] = Object.fromEntries(
    used.map(([name, own]) => [
      name,
      { label: labelOf(name), ...map(own), ...(map(own)["folder"] !== undefined && ofTerms(name)) },
    ]),
  );
  settings["people"] = headsOf(PEOPLE).length > 0 ? ofTerms(PEOPLE) : {};
  settings["fields"] = fieldTypes(headsOf(), new Set([...FRONT_MATTER_KEYS, ...names]));
  const others = site.texts
    .flatMap((old) => old.lang ?? [])
    .filter((item) => ![lang, "fr", "en"].includes(item));
  const translations = Object.fromEntries(others.map((item) => [item, {}]));
  settings["translations"] = { ...translations, ...map(settings["translations"]) };
  settings["lang"] = lang;
  settings["title"] ??= "Blog";
  for (const [key, value] of Object.entries(settings))
    if (value === undefined || (typeof value === "object" && Object.keys(value ?? {}).length === 0))
      Reflect.deleteProperty(settings, key);
  for (const { path } of siteSchema.safeParse(settings).error?.issues ?? []) {
    // Of a map, only what is refused goes.
    const [key = "", name = ""] = path.map(String);
    const [own, refused] = isMap(settings[key]) && name !== "" ? [settings[key], name] : [settings, key];
    if (own[refused] === undefined) continue;
    const found = `${path.join(".")}: ${JSON.stringify(own[refused])}`;
    site.todo.push({ kind: "value", file: "content/site.yaml", found });
    Reflect.deleteProperty(own, refused);
  }
  return siteSchema.parse({ title: "Blog", ...settings });
}

/** `flowLevel`: the depth from which lists are on one line, as editors write them. */
const yaml = (data: Data, flowLevel: number): string =>
  dump(data, { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true, quotingType: '"', flowLevel })
    // A no-break space, which js-yaml escapes in quotes, stays one that editors can read.
    .replace(/"(?:\\.|[^"\\])*"/g, (quoted) =>
      quoted.replace(/\\(.)/g, (whole, sign) => (sign === "_" ? "\u00a0" : whole)),
    );

/** One file, or two whose names differ in capitals or Unicode form only. */
const isSameFile = (one: string, other: string): boolean =>
  one === other ||
  (statSync(one).size === statSync(other).size && readFileSync(one).equals(readFileSync(other)));

/** Copies the files of the site. What would leave it, or take the place of another file, is named in the report. */
function copyFiles(site: OldSite, dest: string, root: string, texts: ReadonlySet<string>): void {
  const taken = new Map<string, string>();
  site.assets = site.assets
    .toSorted((a, b) => byCodeUnit(a.target, b.target))
    .filter(({ source, target }) => {
      const other = taken.get(diskKey(target));
      if (other !== undefined && isSameFile(join(root, other), join(root, source))) return false;
      if (other !== undefined || texts.has(target) || target.split("/").includes("..")) {
        site.todo.push({ kind: "file", file: source, found: target });
        return false;
      }
      taken.set(diskKey(target), source);
      mkdirSync(dirname(join(dest, target)), { recursive: true });
      copyFileSync(join(root, source), join(dest, target));
      return true;
    });
}
