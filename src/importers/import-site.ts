// An old blog → a site root that builds, and a report of what was done and left.
// All is worked out before anything is written, so that a conflict leaves the destination as it was.
import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { looksOther } from "../content/language.ts";
import { addressKey, oldAddress } from "../content/permalinks.ts";
import { dayOf } from "../content/dates.ts";
import { createMarkdown } from "../markdown/render.ts";
import { resolveSite, siteSchema } from "../site.ts";
import { proposeElsewhere } from "./elsewhere.ts";
import { readEleventy } from "./eleventy.ts";
import { readHugo } from "./hugo.ts";
import { readJekyll } from "./jekyll.ts";
import type { Manual, OldRedirect, OldSite, SourceEntry, SourceKind } from "./model.ts";
import { newEntry, newHead, type EntryRules, type NewEntry } from "./new-entry.ts";
import { decoded } from "./new-address.ts";
import { listAddresses } from "./old-addresses.ts";
import { reportHtml } from "./report-html.ts";
import { countRepairs, type EntryReport, type ImportOutcome, type ImportReport } from "./report.ts";
import { dataYaml, redirectsYaml, siteYaml } from "./site-files.ts";
import type { SourceFiles } from "./source-files.ts";
import { surveySite, type Survey } from "./survey.ts";
import { usedFiles } from "./used-files.ts";
import { map, text } from "./values.ts";
import { compareWords } from "./words.ts";
import {
  findConflicts,
  outputFile,
  put,
  REPORT,
  writeOutput,
  type OutputFile,
  type Written,
} from "./write.ts";

export interface ImportOptions {
  files: SourceFiles;
  kind: SourceKind;
  /** Absolute path of the new site root. */
  dest: string;
  now: Date;
  lang: "fr" | "en";
  builtin: { folder: string; names: readonly string[] };
  onProgress: (step: "texts" | "files" | "check", done: number, total: number) => Promise<void> | void;
}

const READERS = { jekyll: readJekyll, hugo: readHugo, eleventy: readEleventy };

export async function importSite(options: ImportOptions): Promise<ImportOutcome> {
  const { files, dest, kind, onProgress, lang } = options;
  const site = READERS[kind](files);
  settle(site);
  const plan = await makeAll(site, options);
  const { output, alsoServed } = writeAll(site, plan, files);
  const conflicts = findConflicts(dest, output);
  if (conflicts.edited.length > 0 || conflicts.foreign.length > 0) return { stopped: conflicts, site };
  const written = await writeOutput(dest, output, (done, total) => onProgress("files", done, total));
  const survey = await surveySite({
    root: dest,
    now: options.now,
    lang,
    builtin: options.builtin,
    onProgress: (done, total) => void onProgress("check", done, total),
  });
  const report = reportOf(site, plan, survey, { written, alsoServed });
  put(join(dest, REPORT), Buffer.from(reportHtml(report, lang)));
  return { done: report };
}

/** What the configuration does not say: the language, by the texts themselves; translations, by their groups. */
function settle(site: OldSite): void {
  if (site.lang === "") {
    const other = site.entries.filter(({ text: { body } }) => looksOther(body, "en") === "fr").length;
    const english = site.entries.filter(({ text: { body } }) => looksOther(body, "fr") === "en").length;
    site.lang = english > other ? "en" : "fr";
  }
  const own = site.lang.toLowerCase();
  const languages = new Map<string, Set<string>>();
  for (const entry of site.entries) {
    if (
      entry.lang !== undefined &&
      (own === entry.lang.toLowerCase() || own.startsWith(`${entry.lang.toLowerCase()}-`))
    )
      entry.lang = site.lang;
    if (entry.group === undefined) continue;
    const group = languages.get(entry.group) ?? new Set<string>();
    languages.set(entry.group, group.add(entry.lang ?? site.lang));
  }
  for (const entry of site.entries)
    if (entry.group !== undefined && (languages.get(entry.group)?.size ?? 0) < 2) delete entry.group;
  if (site.kind === "hugo" && site.settings["postsPerPage"] === undefined) site.settings["postsPerPage"] = 10;
  distinctTargets(site.entries);
}

function distinctTargets(entries: readonly SourceEntry[]): void {
  const taken = new Set<string>();
  for (const entry of entries) {
    const wanted = entry.target;
    for (let n = 2; taken.has(entry.target.toLowerCase()); n++)
      entry.target = wanted.replace(/(\/index)?\.md$/, `-${String(n)}$1.md`);
    taken.add(entry.target.toLowerCase());
  }
}

interface Made {
  entries: { made: NewEntry; words: EntryReport["words"] }[];
  redirects: OldRedirect[];
  old: string[];
}

async function makeAll(site: OldSite, options: ImportOptions): Promise<Made> {
  const rules = rulesOf(site, options.files);
  const published = new Set(
    site.entries.flatMap(({ oldUrl }) => (oldUrl === undefined ? [] : [addressKey(oldUrl)])),
  );
  for (const entry of site.entries)
    entry.aliases = entry.aliases.filter(
      (alias) => "url" in oldAddress(alias) && !published.has(addressKey(alias)),
    );
  const heads = new Map<SourceEntry, ReturnType<typeof newHead>>();
  const taken = new Map<string, SourceEntry>();
  for (const entry of site.entries) heads.set(entry, placed(entry, site, rules, taken));
  const addressOf = directory(heads);
  const markdown = createMarkdown({
    site: resolveSite(siteSchema.parse({ title: "x", typography: false }), { root: options.dest }),
    picture: () => ({ found: false }),
    has: () => false,
  });
  const done: Made = { entries: [], redirects: [...site.redirects], old: [] };
  let count = 0;
  for (const [entry, head] of heads) {
    const made = newEntry(entry, head, site, addressOf(entry));
    await options.onProgress("texts", ++count, heads.size);
    if ("refused" in made) {
      site.manual.push(made.refused);
      continue;
    }
    const words = compareWords(
      markdown,
      { body: entry.text.body, shortcodes: site.kind === "hugo" },
      made.body,
      made.shown,
    );
    if (words.lost.length > 0)
      made.manual.push({
        kind: "words-lost",
        file: entry.source,
        line: 0,
        found: words.lost.slice(0, 12).join(" "),
      });
    if (words.added.length > 0)
      made.manual.push({
        kind: "words-added",
        file: entry.source,
        line: 0,
        found: words.added.slice(0, 12).join(" "),
      });
    done.entries.push({ made, words });
    const { oldUrl } = entry;
    if (oldUrl !== undefined && made.url !== undefined && addressKey(oldUrl) !== addressKey(made.url))
      done.redirects.push({ from: decoded(oldUrl), to: made.url, file: entry.source, line: 0 });
  }
  const lists = listAddresses(
    site,
    done.entries.map(({ made }) => made.entry).filter(({ oldUrl }) => oldUrl !== undefined),
  );
  done.old = lists.old.map(({ url }) => url);
  done.redirects = soundRedirects([...done.redirects, ...lists.redirects], site, done);
  return done;
}

function rulesOf(site: OldSite, files: SourceFiles): Omit<EntryRules, "addressOf"> {
  const zone = text(site.settings["timeZone"]) ?? "Europe/Paris";
  const served = new Set(site.assets.map(({ target }) => target.replace(/^public/, "")));
  const others = site.entries.flatMap(({ lang }) => (lang === undefined ? [] : [lang.toLowerCase()]));
  const languages = new Set([
    "fr",
    "en",
    site.lang.toLowerCase(),
    ...Object.keys(translationsOf(site, others)),
  ]);
  return {
    head: {
      zone,
      lang: site.lang,
      languages,
      fileDay: (file) => dayOf(lstatSync(join(files.root, file)).mtime, zone),
      isServed: (path) => served.has(path),
    },
    addresses: {
      permalink: text(site.settings["permalink"]) ?? "/blog/:year/:month/:day/:slug/",
      lang: site.lang,
      languages,
    },
  };
}

/** A language that folders name needs a place in `translations`, else its folder is one like any other. */
function translationsOf(site: OldSite, used: readonly string[]): Record<string, unknown> {
  const before = site.settings["translations"];
  const known: Record<string, unknown> = typeof before === "object" && before !== null ? { ...before } : {};
  for (const lang of used)
    if (lang !== site.lang.toLowerCase() && lang !== "fr" && lang !== "en" && !Object.hasOwn(known, lang))
      known[lang] = {};
  if (Object.keys(known).length > 0) site.settings["translations"] = known;
  return known;
}

/** The front matter of a text at an address of its own; a second one at the same address waits as a draft. */
function placed(
  entry: SourceEntry,
  site: OldSite,
  rules: Omit<EntryRules, "addressOf">,
  taken: Map<string, SourceEntry>,
): ReturnType<typeof newHead> {
  const made = newHead(entry, site, rules);
  const key = made.url === undefined ? undefined : addressKey(made.url);
  const first = key === undefined ? undefined : taken.get(key);
  if (key !== undefined && first === undefined) taken.set(key, entry);
  if (first === undefined || made.url === undefined) return made;
  const url = made.url;
  delete entry.oldUrl;
  entry.draft = true;
  entry.draftInPath = false;
  const again = newHead(entry, site, rules);
  let own = "";
  for (let n = 2; own === "" || taken.has(addressKey(own)); n++)
    own = decoded(url).replace(/(\.html|\/)$/, `-${String(n)}$1`);
  taken.set(addressKey(own), entry);
  again.head.set("permalink", own, "address");
  again.manual.push({
    kind: "address-shared",
    file: entry.source,
    line: 0,
    found: `${decoded(url)} (${first.source})`,
  });
  return { ...again, url: own };
}

/** Finds the address of a text by the names that other texts call it by, in the language of the caller first. */
function directory(
  heads: ReadonlyMap<SourceEntry, ReturnType<typeof newHead>>,
): (from: SourceEntry) => (name: string) => string | undefined {
  const named = new Map<string, { lang: string | undefined; url: string }[]>();
  const keyOf = (name: string): string =>
    name
      .toLowerCase()
      .replace(/^\.?\/|\/$/g, "")
      .replace(/(\/_?index)?\.(md|markdown|html)$/, "");
  for (const [{ names, lang }, { url }] of heads) {
    if (url === undefined) continue;
    for (const name of new Set(names.map(keyOf)))
      named.set(name, [...(named.get(name) ?? []), { lang, url }]);
  }
  return (from) => (name) => {
    const [path = "", fragment] = name.split("#", 2);
    const found = named.get(keyOf(path)) ?? [];
    const url = (found.find(({ lang }) => lang === from.lang) ?? found[0])?.url;
    return url === undefined ? undefined : fragment === undefined ? url : `${url}#${fragment}`;
  };
}

/** Redirects that Carnet takes: one for each old address that no page has; the others are named. */
function soundRedirects(redirects: readonly OldRedirect[], site: OldSite, { entries }: Made): OldRedirect[] {
  const pages = new Set(
    entries.flatMap(({ made }) => (made.url === undefined ? [] : [addressKey(made.url)])),
  );
  const prefixes = [
    "",
    ...entries.flatMap(({ made: { entry } }) =>
      entry.lang === undefined || entry.lang === site.lang ? [] : [`/${entry.lang.toLowerCase()}`],
    ),
  ];
  for (const address of ["/", ...Object.values(map(site.settings["addresses"]))])
    if (typeof address === "string" && !address.includes(":"))
      for (const prefix of prefixes) pages.add(addressKey(prefix + address));
  const taken = new Set(entries.flatMap(({ made }) => made.entry.aliases.map(addressKey)));
  const strip = (path: string): string =>
    site.base !== "" && path.startsWith(`${site.base}/`) ? path.slice(site.base.length) : path;
  const sound: OldRedirect[] = [];
  for (const one of redirects) {
    const from = strip(one.from);
    const source = oldAddress(from);
    if (!("url" in source) || (!one.to.startsWith("/") && !/^https?:/.test(one.to))) {
      site.manual.push({
        kind: "redirect-pattern",
        file: one.file,
        line: one.line,
        found: `${one.from} ${one.to}`,
      });
      continue;
    }
    const key = addressKey(from);
    if (pages.has(key) || taken.has(key) || key === addressKey(one.to)) continue;
    taken.add(key);
    sound.push({ ...one, from, to: strip(one.to) });
  }
  return sound;
}

function writeAll(
  site: OldSite,
  { entries, redirects }: Made,
  files: SourceFiles,
): { output: Map<string, OutputFile>; alsoServed: string[] } {
  const made = entries.map((one) => one.made);
  const used = usedFiles(site, made, files);
  site.manual.push(...used.manual);
  const own = [
    ...made.flatMap(({ url }) => url ?? []),
    ...used.assets.map(({ target }) => `/${target.replace(/^public\//, "")}`),
    ...redirects.map(({ from }) => from),
  ];
  const alsoServed = proposeElsewhere(site, made, redirects, own);
  const settings = siteYaml(site, made, alsoServed);
  site.manual.push(...settings.manual);
  const output = new Map<string, OutputFile>();
  const add = (file: string, content: string | undefined): void => {
    if (content !== undefined)
      output.set(
        file,
        outputFile(() => Buffer.from(content)),
      );
  };
  add("content/site.yaml", settings.text);
  add("content/people.yaml", dataYaml(site.people));
  add("content/tags.yaml", dataYaml(site.tags));
  add("content/redirects.yaml", redirectsYaml(redirects));
  for (const { target, written } of made) add(target, written);
  for (const { source, target } of used.assets)
    output.set(
      target,
      outputFile(() => readFileSync(join(files.root, source))),
    );
  return { output, alsoServed };
}

function reportOf(
  site: OldSite,
  { entries, old }: Made,
  survey: Survey,
  more: { written: Written; alsoServed: string[] },
): ImportReport {
  const reports = entries.map(({ made, words }): EntryReport => {
    const { entry, changes, manual, data, target } = made;
    const at = survey.urls.get(target) ?? null;
    const before = entry.oldUrl === undefined ? null : decoded(entry.oldUrl);
    return {
      kind: entry.kind,
      source: entry.source,
      file: target,
      title: text(data["title"]) ?? entry.title,
      draft: entry.draft,
      old: before,
      new: at === null ? null : decoded(at),
      sameAddress: before !== null && at !== null && addressKey(before) === addressKey(at),
      changes,
      manual,
      words,
    };
  });
  const addresses = [
    ...new Set([
      ...reports.flatMap((one) => one.old ?? []),
      ...old.map(decoded),
      ...entries.flatMap(({ made }) => made.entry.aliases.map(decoded)),
      ...site.assets.map(({ target }) => target.replace(/^public/, "")),
    ]),
  ];
  const total = (of: (words: EntryReport["words"]) => number): number =>
    reports.reduce((sum, { words }) => sum + of(words), 0);
  const problems: Record<string, { severity: string; count: number }> = {};
  for (const { code, severity } of survey.problems)
    problems[code] = { severity, count: (problems[code]?.count ?? 0) + 1 };
  const feeds: unknown = site.settings["feeds"];
  return {
    kind: site.kind,
    entries: reports,
    repairs: countRepairs(reports),
    words: {
      before: total((one) => one.before),
      after: total((one) => one.after),
      lost: total((one) => one.lost.length),
      added: total((one) => one.added.length),
    },
    manual: sorted(site.manual),
    unanswered: unansweredOf(
      [...new Set([...addresses, ...survey.redirects.map(({ from }) => decoded(from))])],
      survey,
      more.alsoServed,
    ),
    redirected: survey.redirects,
    missingPictures: survey.missingPictures,
    alsoServed: more.alsoServed,
    feeds: {
      path: text(map(site.settings["addresses"])["feed"]) ?? "/feed.xml",
      ids: feeds === undefined ? "address" : "jekyll",
    },
    written: more.written,
    problems,
    errors: survey.problems.filter(({ severity }) => severity === "error"),
  };
}

/** Addresses that nothing answers, or that lead to one that nothing answers, here or on another site of the host. */
function unansweredOf(
  addresses: readonly string[],
  { answer }: Survey,
  alsoServed: readonly string[],
): string[] {
  const elsewhere = (path: string): boolean =>
    !path.startsWith("/") || alsoServed.some((folder) => path.startsWith(folder));
  return addresses
    .filter((url) => {
      const found = answer(url);
      if (found === undefined) return true;
      return found !== "same" && !elsewhere(found.to) && answer(found.to.replace(/#.*$/, "")) === undefined;
    })
    .sort();
}

const sorted = (manual: readonly Manual[]): Manual[] =>
  [...manual].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
