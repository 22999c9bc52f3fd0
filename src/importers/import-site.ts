// An old blog → a site root that builds, and a report of what was done and what is left to do.
// Everything is computed before anything is written.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { dayOf } from "../content/dates.ts";
import { addressKey } from "../content/permalinks.ts";
import { byCodeUnit, slugOf } from "../content/text.ts";
import type { SiteSettings } from "../site/schema.ts";
import { addressPattern, langPrefix } from "../site/site.ts";
import type { Generator } from "../strings/generators.ts";
import { decoded, placeTexts, type Placed } from "./addresses.ts";
import { convertBody, wordsOf, type NewBody } from "./body.ts";
import { ELEVENTY_CONFIG, readEleventy } from "./eleventy.ts";
import { newFrontMatter } from "./front-matter.ts";
import { readHugo } from "./hugo.ts";
import { hugoConfigFiles } from "./hugo-config.ts";
import { readJekyll } from "./jekyll.ts";
import { Links } from "./links.ts";
import type { OldList, OldSite, OldText } from "./model.ts";
import { settlePortraits } from "./people.ts";
import { settleRedirects } from "./redirects.ts";
import { makeReport, type Report } from "./report.ts";
import {
  checkSettings,
  completeSettings,
  guessLanguage,
  redirectsYaml,
  siteYaml,
  withFrontMatter,
  yaml,
} from "./site-files.ts";
import type { SourceFiles } from "./source.ts";
import { groupBy, timeZone, type Data } from "./values.ts";

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
  site.todo.unshift(...files.todo);
  if (url !== undefined) site.settings["url"] = url.replace(/\/+$/, "");
  if (site.settings["url"] === undefined) site.todo.unshift({ kind: "no-url", file: "", found: "url" });
  settleLanguages(site);
  distinctTargets(site);
  const zone = timeZone(site.settings["timeZone"]) ?? "Europe/Paris";
  const links = new Links(site, files);

  const groups = groupBy(site.texts, ({ group }) => group);
  const heads = new Map<OldText, Data>();
  for (const old of site.texts)
    heads.set(
      old,
      newFrontMatter(old, {
        site,
        zone,
        picture: (written, of) => links.target(written, of) ?? written,
        isTranslated: ({ group }) => group !== undefined && (groups.get(group)?.length ?? 0) > 1,
        todo: site.todo,
      }),
    );
  const placed = placeTexts(site, heads, zone);
  links.addAddresses(placed);
  settlePortraits(site, (photo) => links.target(photo, PAGE) ?? (links.isServed(photo) ? photo : undefined));
  const bodies = new Map<OldText, NewBody>();
  for (const old of site.texts)
    bodies.set(old, convertBody(old, { site, addressOf: links.textNamed, target: links.target }));

  completeSettings(
    site,
    [...heads.values()],
    [...bodies.values()].map(({ body }) => body),
  );
  const settings = checkSettings(site);
  const known = new Set([
    ...placed.flatMap((one) => addressKey(one.url ?? "/")),
    ...listKeys(site, settings),
  ]);
  addMenus(site, links, known);
  redirectLists(site, settings, placed, known);
  const redirects = settleRedirects(site, known);
  noteEarly(site, placed, dayOf(now, zone));

  const written = new Map<string, string>();
  for (const { old, head } of placed)
    written.set(old.target, withFrontMatter(head, bodies.get(old)?.body ?? ""));
  written.set("content/site.yaml", siteYaml(site));
  for (const [name, data] of [
    ["people", site.people],
    ["tags", site.tags],
  ] as const)
    if (Object.keys(data).length > 0) written.set(`content/${name}.yaml`, yaml(data, 3));
  if (redirects.length > 0) written.set("content/redirects.yaml", redirectsYaml(redirects));
  const copied = writeSite(site, dest, files.root, written);
  return makeReport(site, placed, { bodies, copied, redirects: redirects.length, wordsOf });
}

/** What a portrait or a menu is named from: the root of the old site. */
const PAGE: OldText = {
  ...{
    kind: "page",
    source: "",
    target: "content/pages/x.md",
    data: {},
    inherited: {},
    body: "",
    lang: undefined,
  },
  ...{ draft: false, oldUrl: "/", day: undefined, title: "", aliases: [], terms: {}, names: [] },
} as const;

/** One name for each language: `fr` and `fr-FR` are the same if the site has no other French. */
function settleLanguages(site: OldSite): void {
  if (!/^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(site.lang))
    site.lang = guessLanguage(site.texts.map(({ body }) => body));
  const base = (lang: string): string => lang.replace(/-.*/, "").toLowerCase();
  for (const old of site.texts) {
    if (old.lang === undefined) continue;
    if (base(old.lang) === base(site.lang)) old.lang = site.lang;
    else if (!/^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(old.lang)) old.lang = undefined;
  }
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

const languagesOf = (site: OldSite): string[] => [
  ...new Set([site.lang, ...site.texts.flatMap(({ lang }) => lang ?? [])]),
];

/** Addresses of the lists that the new site has in each language. */
function listKeys(site: OldSite, settings: SiteSettings): string[] {
  const names = ["home", "blog", "tags", "people", "archives", "search", "feed", "jsonFeed"] as const;
  const isUsed = (taxonomy: string, lang: string): boolean =>
    site.texts.some((old) => (old.lang ?? site.lang) === lang && (old.terms[taxonomy] ?? []).length > 0);
  const own = languagesOf(site).flatMap((lang) => [
    ...names.map((name) => addressPattern(settings, name, lang)),
    ...Object.entries(settings.taxonomies)
      .filter(([name]) => isUsed(name, lang))
      .map(([, { address = "/" }]) => langPrefix(settings, lang) + address.replace(/:slug.*$/, "")),
  ]);
  return [...own, "/sitemap.xml"].map(addressKey);
}

/** The new address of an old list; undefined for one of a kind that Carnet does not have. */
function newList(
  { as, lang = "", term }: OldList,
  settings: SiteSettings,
  placed: readonly Placed[],
): string | undefined {
  const own = lang === "" ? settings.lang : lang;
  if (as === "other") return undefined;
  if (term === undefined) return addressPattern(settings, as === "term" ? "tags" : as, own);
  const { taxonomy, name } = term;
  const isUsed = placed.some(
    ({ old }) =>
      old.kind === "post" &&
      !old.draft &&
      (old.lang ?? settings.lang) === own &&
      old.terms[taxonomy]?.includes(name) === true,
  );
  const isPeople = /^authors?$/.test(taxonomy);
  const address = settings.taxonomies[taxonomy]?.address;
  const pattern =
    address === undefined
      ? addressPattern(settings, isPeople ? "person" : "tag", own)
      : langPrefix(settings, own) + address;
  if (!isUsed || (address === undefined && !isPeople && taxonomy !== "tags"))
    return addressPattern(settings, as === "feed" ? "feed" : "blog", own);
  const url = pattern.replace(":slug", slugOf(name));
  return as === "feed" ? `${url.replace(/\.html$/, "/")}feed.xml` : url;
}

function redirectLists(
  site: OldSite,
  settings: SiteSettings,
  placed: readonly Placed[],
  known: Set<string>,
): void {
  for (const list of site.lists) {
    const to = newList(list, settings, placed);
    if (to === undefined) continue;
    // The page of a term has an address that no file or text says.
    if (list.term !== undefined) known.add(addressKey(to));
    if (addressKey(list.url) !== addressKey(to)) site.redirects.push({ from: decoded(list.url), to });
  }
}

function addMenus(site: OldSite, links: Links, known: ReadonlySet<string>): void {
  for (const place of ["nav", "footer"] as const) {
    const entries: Data[] = [];
    for (const { label, to, lang } of site[place]) {
      const url = links.menuTarget(to, lang, known);
      const own = lang === undefined || lang === site.lang ? {} : { lang };
      if (url === undefined) site.todo.push({ kind: "menu", file: "", found: `${label} → ${to}` });
      else if (!entries.some((one) => one["url"] === url)) entries.push({ label, url, ...own });
    }
    if (entries.length > 0) site.settings[place] = entries;
  }
}

/** Carnet publishes on its day what the old site showed before. */
function noteEarly(site: OldSite, placed: readonly Placed[], today: string): void {
  for (const { old } of placed)
    if (site.showsFuture && !old.draft && (old.day ?? "") > today)
      site.todo.push({ kind: "early", file: old.target, found: old.day ?? "" });
}

/** Number of files copied. A path that would leave the new site is not written. */
function writeSite(site: OldSite, dest: string, root: string, texts: ReadonlyMap<string, string>): number {
  const isInside = (path: string): boolean => !path.split("/").includes("..");
  for (const [path, content] of texts) {
    if (!isInside(path)) throw new Error(path);
    mkdirSync(dirname(join(dest, path)), { recursive: true });
    writeFileSync(join(dest, path), content, { flag: "wx" });
  }
  const taken = new Map<string, string>();
  for (const { source, target } of site.assets.toSorted((a, b) => byCodeUnit(a.target, b.target))) {
    const other = taken.get(target.toLowerCase());
    if (other !== undefined || !isInside(target) || texts.has(target)) {
      if (other !== source) site.todo.push({ kind: "file", file: source, found: target });
      continue;
    }
    taken.set(target.toLowerCase(), source);
    mkdirSync(dirname(join(dest, target)), { recursive: true });
    copyFileSync(join(root, source), join(dest, target));
  }
  return taken.size;
}

/** The kinds that a folder may be, the most likely first. */
export function detectKinds(files: SourceFiles): Generator[] {
  const some = (pattern: RegExp): boolean => files.files.some((file) => pattern.test(file));
  const kinds: Generator[] = [];
  if (some(ELEVENTY_CONFIG) || some(/\.11tydata\.([cm]?js|json)$/)) kinds.push("eleventy");
  if (some(/^_config\.ya?ml$/) || some(/(^|\/)_posts\//)) kinds.push("jekyll");
  // `config.toml` is not only Hugo's name.
  const hugo = hugoConfigFiles(files);
  const isNamed = hugo.some((file) => file.startsWith("hugo.") || file.startsWith("config/_default/"));
  if (isNamed || ((hugo.length > 0 || some(/^archetypes\//)) && some(/^content[\w-]*\//))) kinds.push("hugo");
  return kinds;
}
