// The texts of an old blog → new ones, each at its own address, compared with the old ones.
import { lstatSync } from "node:fs";
import { join, posix } from "node:path";
import { dayOf } from "../content/dates.ts";
import { addressKey } from "../content/permalinks.ts";
import { createMarkdown, type Markdown } from "../markdown/render.ts";
import { siteSchema } from "../site/schema.ts";
import { resolveSite } from "../site/site.ts";
import { reportDifferences } from "./differences.ts";
import { rendered, type Comparison } from "./comparison.ts";
import { addresses } from "./directory.ts";
import { filePlaces, servedPaths } from "./file-places.ts";
import type { Change, OldRedirect, OldSite, SourceEntry } from "./model.ts";
import { decoded } from "./new-address.ts";
import { newEntry, newHead, type EntryRules, type NewEntry, type NewHead } from "./new-entry.ts";
import { anchorsOf, withAnchors } from "./old-anchors.ts";
import { listAddresses } from "./old-addresses.ts";
import type { SourceFiles } from "./source-files.ts";
import { soundAliases, soundRedirects } from "./sound-redirects.ts";
import { map, text } from "./values.ts";

export interface Made {
  entries: { made: NewEntry; compared: Comparison }[];
  redirects: OldRedirect[];
  old: string[];
  /** The address of what a menu of a language names. */
  addressOf: ReturnType<typeof addresses>;
}

export interface MakeOptions {
  files: SourceFiles;
  /** Absolute path of the new site root. */
  dest: string;
  onProgress: (done: number, total: number) => Promise<void> | void;
}

export async function makeEntries(site: OldSite, options: MakeOptions): Promise<Made> {
  const rules = rulesOf(site, options.files);
  soundAliases(site);
  const heads = new Map<SourceEntry, NewHead>();
  const taken = new Map<string, SourceEntry>();
  for (const entry of site.entries) heads.set(entry, placed(entry, site, rules, taken));
  const addressOf = addresses(site, heads);
  const fileOf = filePlaces(site, options.files);
  const markdown = plainMarkdown(options.dest);
  const done: Made = { entries: [], redirects: [...site.redirects], old: [], addressOf };
  let count = 0;
  for (const [entry, head] of heads) {
    const made = newEntry(entry, head, site, {
      address: addressOf(entry.lang),
      file: fileOf(entry),
      isBeside: (path) => options.files.has(posix.join(posix.dirname(entry.source), path)),
    });
    await options.onProgress(++count, heads.size);
    if ("refused" in made) {
      site.manual.push(made.refused);
      continue;
    }
    done.entries.push({ made, compared: reportDifferences(markdown, site, made) });
    const { oldUrl } = entry;
    if (oldUrl !== undefined && made.url !== undefined && addressKey(oldUrl) !== addressKey(made.url))
      done.redirects.push({ from: decoded(oldUrl), to: made.url, file: entry.source, line: 0 });
  }
  keepAnchors(done.entries, heads, markdown);
  const made = done.entries.map((one) => one.made);
  const published = made.map(({ entry }) => entry).filter(({ oldUrl }) => oldUrl !== undefined);
  const lists = listAddresses(site, published);
  done.old = lists.old.map(({ url }) => url);
  done.redirects = soundRedirects([...done.redirects, ...lists.redirects], site, made);
  return done;
}

/** What Carnet assumes where `site.yaml` says nothing, but without typography, which would change the words to compare. */
const DEFAULTS = siteSchema.parse({ title: "x", typography: false });

/** The time zone of the new site. */
export const zoneOf = ({ settings }: OldSite): string => text(settings["timeZone"]) ?? DEFAULTS.timeZone;

const plainMarkdown = (root: string): Markdown =>
  createMarkdown({
    site: resolveSite(DEFAULTS, { root }),
    picture: () => ({ found: false }),
    has: () => false,
  });

/** Updates links to headings, once the ids of headings in the new texts are known. */
function keepAnchors(
  entries: Made["entries"],
  heads: ReadonlyMap<SourceEntry, NewHead>,
  markdown: Markdown,
): void {
  const anchors = anchorsOf(
    entries.flatMap(({ made: { entry, body, url } }) =>
      url === undefined
        ? []
        : {
            addresses: [...entry.aliases, ...(entry.oldUrl === undefined ? [] : [entry.oldUrl]), url],
            read: () => rendered(markdown, body),
          },
    ),
  );
  for (const { made } of entries) {
    const { body, changes } = withAnchors(made.body, made.url ?? "/", anchors);
    if (changes.length === 0) continue;
    made.body = body;
    made.written = heads.get(made.entry)?.head.write(body) ?? made.written;
    made.changes.push(...changes.map(({ from, to }): Change => ({ kind: "anchor", line: 0, from, to })));
  }
}

function rulesOf(site: OldSite, files: SourceFiles): EntryRules {
  const zone = zoneOf(site);
  const served = servedPaths(site);
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
      emojiInTitles: site.emoji === "texts-and-titles",
      // Categories are read together with their singular key, for every generator.
      taxonomies: Object.keys(map(site.settings["taxonomies"])).filter((name) => name !== "categories"),
    },
    addresses: {
      permalink: text(site.settings["permalink"]) ?? DEFAULTS.permalink,
      lang: site.lang,
      languages,
    },
  };
}

/** A language that folders are named after needs an entry in `translations`; otherwise its folder is an ordinary one. */
function translationsOf(site: OldSite, used: readonly string[]): Record<string, unknown> {
  const before = site.settings["translations"];
  const known: Record<string, unknown> = typeof before === "object" && before !== null ? { ...before } : {};
  for (const lang of used)
    if (lang !== site.lang.toLowerCase() && lang !== "fr" && lang !== "en" && !Object.hasOwn(known, lang))
      known[lang] = {};
  if (Object.keys(known).length > 0) site.settings["translations"] = known;
  return known;
}

/** The front matter of a text at its own address; a second text at the same address becomes a draft. */
function placed(
  entry: SourceEntry,
  site: OldSite,
  rules: EntryRules,
  taken: Map<string, SourceEntry>,
): NewHead {
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
