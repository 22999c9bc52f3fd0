// An old blog → a site root that builds, and a report of what was done and what is left to do.
// Everything is computed before anything is written.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { dayOf } from "../content/dates.ts";
import { addressKey } from "../content/permalinks.ts";
import { byCodeUnit } from "../content/text.ts";
import type { Generator } from "../strings/import.ts";
import { placeTexts } from "./addresses.ts";
import { convertBody, type NewBody } from "./body.ts";
import { ELEVENTY_CONFIG, readEleventy } from "./eleventy.ts";
import { newFrontMatter } from "./front-matter.ts";
import { readHugo } from "./hugo.ts";
import { hugoConfigFiles } from "./hugo-config.ts";
import { readJekyll } from "./jekyll.ts";
import { Links, ROOT } from "./links.ts";
import type { OldSite, OldText } from "./model.ts";
import { listKeys, redirectLists, settleRedirects } from "./redirects.ts";
import { makeReport, type Report } from "./report.ts";
import {
  checkSettings,
  completeSettings,
  guessLanguage,
  siteYaml,
  withFrontMatter,
  yaml,
} from "./site-files.ts";
import type { SourceFiles } from "./source.ts";
import { groupBy, map, text, timeZone, type Data } from "./values.ts";

export interface ImportOptions {
  files: SourceFiles;
  kind: Generator;
  /** Absolute path of the new site root, an empty folder or none. */
  dest: string;
  now: Date;
  /** Address of the site, if its settings do not say it or are wrong. */
  url?: string;
}

const READERS = { jekyll: readJekyll, hugo: readHugo, eleventy: readEleventy };

export function importSite({ files, kind, dest, now, url }: ImportOptions): Report {
  const site = READERS[kind](files);
  site.todo.push(...files.todo);
  if (url !== undefined) site.settings["url"] = url.replace(/\/+$/, "");
  if (site.settings["url"] === undefined) site.todo.push({ kind: "no-url", file: "", found: "url" });
  settleLanguages(site);
  distinctTargets(site);
  const zone = timeZone(site.settings["timeZone"]) ?? "Europe/Paris";

  const links = new Links(site, files);
  const groups = groupBy(site.texts, ({ group }) => group);
  const context = {
    site,
    zone,
    picture: (written: string, of: OldText): string => links.target(written, of) ?? written,
    isTranslated: ({ group }: OldText): boolean => (groups.get(group)?.length ?? 0) > 1,
  };
  const heads = new Map(site.texts.map((old) => [old, newFrontMatter(old, context)]));
  const placed = placeTexts(site, heads, zone);
  links.addAddresses(placed);
  for (const person of Object.values(site.people).map(map)) {
    const photo = text(person["photo"]);
    if (photo !== undefined) person["photo"] = links.target(photo, ROOT) ?? photo;
  }
  const bodies = new Map<OldText, NewBody>();
  for (const old of site.texts)
    bodies.set(old, convertBody(old, { site, addressOf: links.textNamed, target: links.target }));

  completeSettings(
    site,
    [...heads.values()],
    [...bodies.values()].map(({ body }) => body),
  );
  const settings = checkSettings(site);
  const known = new Set(listKeys(site, settings));
  for (const item of placed) if (item.url !== undefined) known.add(addressKey(item.url));
  addMenus(site, links, known);
  redirectLists(site, settings, known);
  const redirects = settleRedirects(site, known);
  const today = dayOf(now, zone);
  for (const { target: file, draft, day: found = "" } of site.texts)
    if (site.showsFuture && !draft && found > today) site.todo.push({ kind: "early", file, found });

  const written = new Map<string, string>([["content/site.yaml", siteYaml(site)]]);
  for (const { old, head } of placed)
    written.set(old.target, withFrontMatter(head, bodies.get(old)?.body ?? ""));
  for (const [name, data] of Object.entries({ people: site.people, tags: site.tags, redirects }))
    if (Object.keys(data).length > 0) written.set(`content/${name}.yaml`, yaml(data, 3));
  const copied = writeSite(site, dest, files.root, written);
  return makeReport(site, placed, { bodies, files: copied, redirects: Object.keys(redirects).length });
}

const LANGUAGE = /^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** One name for each language: `fr` and `fr-FR` are the same if the site has no other French. */
function settleLanguages(site: OldSite): void {
  if (!LANGUAGE.test(site.lang)) site.lang = guessLanguage(site.texts.map(({ body }) => body));
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
    for (let n = 2; taken.has(old.target.toLowerCase()); n++)
      old.target = wanted.replace(/(\/index)?\.md$/, `-${String(n)}$1.md`);
    taken.add(old.target.toLowerCase());
  }
}

/** Writes the menus into the settings; an entry that leads to no page of the new site is named in the report. */
function addMenus(site: OldSite, links: Links, known: ReadonlySet<string>): void {
  for (const place of ["nav", "footer"] as const) {
    const entries = new Map<string, Data>();
    for (const { label, to, lang } of site[place]) {
      const url = links.menuTarget(to, lang, known);
      const own = lang === undefined || lang === site.lang ? {} : { lang };
      if (url === undefined) site.todo.push({ kind: "menu", file: "", found: `${label} → ${to}` });
      else if (!entries.has(url)) entries.set(url, { label, url, ...own });
    }
    if (entries.size > 0) site.settings[place] = [...entries.values()];
  }
}

/** Number of files copied. What would leave the new site, or take the place of another file, is named in the report. */
function writeSite(site: OldSite, dest: string, root: string, texts: ReadonlyMap<string, string>): number {
  const taken = new Map<string, string>();
  for (const { source, target } of site.assets.toSorted((a, b) => byCodeUnit(a.target, b.target))) {
    const other = taken.get(target.toLowerCase());
    if (other === source) continue;
    if (other !== undefined || texts.has(target) || target.split("/").includes("..")) {
      site.todo.push({ kind: "file", file: source, found: target });
      continue;
    }
    taken.set(target.toLowerCase(), source);
    mkdirSync(dirname(join(dest, target)), { recursive: true });
    copyFileSync(join(root, source), join(dest, target));
  }
  for (const [path, content] of texts) {
    if (path.split("/").includes("..")) throw new Error(path);
    mkdirSync(dirname(join(dest, path)), { recursive: true });
    writeFileSync(join(dest, path), content, { flag: "wx" });
  }
  return taken.size;
}

/** The kinds that a folder may be, the most likely first. */
export function detectKinds(files: SourceFiles): Generator[] {
  const some = (pattern: RegExp): boolean => files.files.some((file) => pattern.test(file));
  const hugo = hugoConfigFiles(files);
  // `config.toml` is not only Hugo's name.
  const isNamed = hugo.some((file) => file.startsWith("hugo.") || file.startsWith("config/_default/"));
  const isHugo = isNamed || ((hugo.length > 0 || some(/^archetypes\//)) && some(/^content[\w-]*\//));
  return [
    ...(some(ELEVENTY_CONFIG) || some(/\.11tydata\.([cm]?js|json)$/) ? (["eleventy"] as const) : []),
    ...(some(/^_config\.ya?ml$/) || some(/(^|\/)_posts\//) ? (["jekyll"] as const) : []),
    ...(isHugo ? (["hugo"] as const) : []),
  ];
}
