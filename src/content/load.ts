// The entry point of this folder: site root → everything it says, typed, checked, sorted and linked.
// It continues past every error, since an editor wants all of them at once, and the dev server shows what is sound.
import { setImmediate as nextTurn } from "node:timers/promises";
import { problem, topOf, type Problem } from "../problems.ts";
import { foldersOf, PEOPLE, resolveSite, type Site } from "../site/site.ts";
import type { KnownTerm } from "../site/schema.ts";
import type { SourceFile } from "../files.ts";
import { readAddressBook } from "./address-book.ts";
import { refuseClashes } from "./permalinks.ts";
import { dayOf, startOfDay } from "./dates.ts";
import { isShown, languagesOf, linkNeighbours, nextChange, peopleOf, sortOut } from "./collections.ts";
import { entryContext, readEntry, type RawEntry, type Readings, type Sort } from "./entry.ts";
import { endsOf } from "./events.ts";
import { withoutContent, withoutSiteYaml } from "./no-site.ts";
import { Directory, readSigners, type SignedBy } from "./people.ts";
import { makePage, makePost, makeTerm, type Making } from "./posts.ts";
import { homeRedirects, makeRedirects } from "./redirects.ts";
import { linkTexts } from "./related.ts";
import { defaultSettings, readSettings, withoutCaused, type Settings } from "./settings.ts";
import { accessibilityProblems } from "./site-checks.ts";
import { TermFiles } from "./term-files.ts";
import { readTerms, Taxonomy, type TermKeys } from "./terms.ts";
import { byCodeUnit, fold } from "./text.ts";
import { readTree, termTexts } from "./tree.ts";
import type { Content, Entry, NextChange } from "./types.ts";
import { typesetSettings } from "./typeset.ts";

/** The options of a run that affect its site. */
export interface RunOptions {
  /** Absolute path of the site root. */
  root: string;
  now: Date;
  /** Also show drafts and expired posts. */
  drafts?: boolean;
  /** Also show future posts. */
  future?: boolean;
  url?: string;
  basePath?: string;
}

export interface LoadOptions extends RunOptions {
  /** Names of Carnet's own layouts, without extension. */
  builtinLayouts: readonly string[];
  /** What earlier runs read. */
  readings?: Readings | undefined;
}

/** The post or page made from each entry. */
export type Made = ReadonlyMap<RawEntry, Entry>;

/** Number of texts read in one turn of the event loop, so that signals and timers are handled meanwhile. */
const BATCH = 200;

/**
 * Loads a site root. `content` is undefined only if there is no `content/`, or no `site.yaml` that can be read. If some entries
 * have errors, it contains the others. `made`: all texts that can be used, also those that this run withholds.
 */
export async function loadContent(
  options: LoadOptions,
): Promise<{ content?: Content; made?: Made; problems: Problem[] }> {
  const { root, now, drafts = false, future = false, builtinLayouts } = options;

  // The files and the settings.
  const tree = readTree(root);
  const { problems } = tree;
  if (!tree.hasContent) return { problems: [...problems, withoutContent(root)] };
  if (!tree.settings.has("site")) problems.push(withoutSiteYaml(root));
  const settings = readSettings(root, tree.settings);
  problems.push(...settings.problems);
  const { site, archived } = settleSite(settings, tree.publicFiles, options, problems);
  if (tree.posts.length === 0) problems.push(problem("no-posts", topOf("content/posts"), {}));
  const folders = foldersOf(site);
  const termsOf = termTexts(tree, folders, settings.site !== undefined);
  for (const [name, { folder = name }] of folders)
    if (name !== PEOPLE && !termsOf.has(name))
      problems.push(problem("no-posts/folder", settings.placeOf(["taxonomies", name, "folder"]), { folder }));

  // Each text by itself. Carnet's other layouts show a list, or data that no text has.
  const showing = ["page", "post"].filter((name) => builtinLayouts.includes(name));
  const ofTheme = settings.theme?.layouts.filter((name) => !builtinLayouts.includes(name)) ?? [];
  const layouts = [...new Set([...showing, ...ofTheme, ...tree.layouts])].sort(byCodeUnit);
  const context = entryContext(site, now, layouts, problems);
  const entries: RawEntry[] = [];
  const refused = new Set<RawEntry>();
  const isWithheld = ({ draft }: { draft: boolean }): boolean => draft && !drafts;
  const unreadDrafts = new Set<SourceFile>();
  const sources: (readonly [Sort, SourceFile])[] = [
    ...tree.posts.map((source) => [{ kind: "post" }, source] as const),
    ...tree.pages.map((source) => [{ kind: "page" }, source] as const),
    ...[...termsOf].flatMap(([taxonomy, texts]) =>
      texts.map((source) => [{ kind: "term", taxonomy }, source] as const),
    ),
  ];
  for (const [i, [sort, source]] of sources.entries()) {
    if (i % BATCH === BATCH - 1) await nextTurn();
    const { entry, ...found } = readEntry(sort, source, context, options.readings);
    if (entry !== undefined) entries.push(entry);
    if (entry !== undefined && !found.sound) refused.add(entry);
    if (entry === undefined && isWithheld(found)) unreadDrafts.add(source);
  }
  refuseClashes(entries, refused, tree.publicFiles, isWithheld, problems);
  for (const { source } of [...refused].filter(isWithheld)) unreadDrafts.add(source);

  // All of them together settle who signs and how terms are spelt, except drafts that an error keeps out: the site is published
  // without these, and no name on its pages may depend on them.
  const settling = entries.filter((entry) => !(entry.draft && refused.has(entry)));
  const shown = { now, drafts, future };
  const files = new Map<string, TermFiles>();
  for (const name of folders.keys()) {
    const own = settling.filter((entry) => entry.taxonomy === name && !refused.has(entry));
    const known = { listed: listedIn(name, settings, site), problems };
    files.set(name, new TermFiles(own, site, (entry) => isShown(entry, shown), known));
  }
  const isRead = (name: string): boolean =>
    (termsOf.get(name)?.length ?? 0) ===
    entries.filter((one) => one.taxonomy === name && !refused.has(one)).length;
  const ofPeople = files.get(PEOPLE);
  const directory = new Directory(settings.people, ofPeople);
  const taxonomies = taxonomiesOf(settings, site, { files, problems, isRead });
  const signed = new Map<RawEntry, readonly SignedBy[]>();
  const terms = new Map<RawEntry, TermKeys>();
  for (const text of settling) {
    if (text.kind === "page") continue;
    if (text.kind === "post") signed.set(text, readSigners(text, directory, problems));
    terms.set(text, readTerms(taxonomies, text));
  }
  const people = directory.people();
  for (const one of taxonomies) one.report();

  // Posts and pages, apart from those that an error keeps out.
  const making: Making = {
    ...{ site, dates: context.dates, people, files: ofPeople, problems },
    links: [...settings.links],
  };
  const made = new Map<RawEntry, Entry>();
  const unsound: Entry[] = [];
  for (const entry of entries) {
    const written: TermKeys = terms.get(entry) ?? new Map();
    const key = files.get(entry.taxonomy ?? "")?.keyOf(entry) ?? entry.slug;
    const person = entry.taxonomy === PEOPLE ? people.get(`id:${key}`) : undefined;
    const one =
      entry.kind === "page"
        ? makePage(entry, making)
        : entry.kind === "term"
          ? makeTerm(entry, { key, ...(person && { person }) }, written, making)
          : makePost(entry, signed.get(entry) ?? [], written, making);
    if (refused.has(entry)) unsound.push(one);
    else made.set(entry, one);
  }
  const sorted = sortOut(made, shown);
  const published = sorted.texts;
  const madeOf = new Set([...made.values()].map(({ file }) => file));

  // Links between them. What an error keeps out may still be named by others.
  const unread = sources.flatMap(([, source]) => (madeOf.has(source.file) ? [] : source));
  linkNeighbours(sorted.posts);
  linkTexts(made, sorted, unread, problems);

  // The rest of the site.
  const languages = languagesOf(published, site.lang);
  // Files, other than pages, that a text may show or link to.
  const others = [...tree.publicFiles, ...tree.beside];
  const { placeOf } = settings;
  const roots = homeRedirects(site, languages, others, () => placeOf(["addresses", "home"]));
  const changes = [...(archived ? [archived] : []), ...sorted.posts.flatMap((post) => endsOf(post, now))];
  const next = nextChange(made.keys(), changes, now);
  const content: Content = {
    ...{ site, now, ...sorted, unsound, languages, files: others },
    // A site without its drafts is complete.
    refused: unread.filter((source) => !unreadDrafts.has(source)),
    unreadDrafts: unread.filter((source) => unreadDrafts.has(source)),
    layouts: [...new Set([...builtinLayouts, ...ofTheme, ...tree.layouts])].sort(byCodeUnit),
    ...(settings.theme && { theme: settings.theme }),
    people: peopleOf(sorted.posts),
    redirects: makeRedirects(settings.redirects, published, { homes: site.homes, roots }, problems),
    book: readAddressBook(tree.settings.get("addresses"), problems),
    settingLinks: making.links,
    refusedSettings: settings.refused,
    ...(next !== undefined && { nextChange: next }),
    ...(settings.tags.closed && { closedTags: settings.tags.terms }),
    ...(site.theme.logo !== undefined && { logoPlace: placeOf(["theme", "logo"]) }),
    ...(site.icon !== undefined && { iconPlace: placeOf(["icon"]) }),
  };
  const reported = withoutCaused(problems, settings.refused);
  return settings.site === undefined ? { problems: reported } : { content, made, problems: reported };
}

/**
 * The settings and the options of a run → the site as all other code sees it, on the day of this run: archived or not yet, and
 * then the moment at which it will be.
 */
function settleSite(
  settings: Settings,
  publicFiles: readonly SourceFile[],
  { root, now, drafts, future, url, basePath }: RunOptions,
  problems: Problem[],
): { site: Site; archived?: NextChange } {
  const { placeOf } = settings;
  const site = resolveSite(typesetSettings(settings.site ?? defaultSettings()), {
    root,
    preview: drafts === true || future === true,
    ...(url !== undefined && { url }),
    ...(basePath !== undefined && { basePath }),
  });
  if (site.origin === "" && settings.site !== undefined) problems.push(problem("no-url", placeOf([]), {}));
  const { icon } = site;
  if (icon !== undefined && !publicFiles.some(({ file }) => file === `public${icon}`)) {
    // The one that Carnet draws is used.
    problems.push(problem("missing-image", placeOf(["icon"]), { src: icon }));
    site.icon = undefined;
  }
  const today = dayOf(now, site.timeZone);
  problems.push(...accessibilityProblems(site, today, placeOf));
  const { archived: day } = site;
  if (day === undefined || day <= today) return { site };
  site.archived = undefined;
  return { site, archived: { at: startOfDay(day, site.timeZone), file: placeOf([]).file, what: "archived" } };
}

/** Names of the terms, or people, that a settings file describes, with its path. */
function listedIn(taxonomy: string, { people }: Settings, site: Site): Map<string, string> {
  const [file, names] =
    taxonomy === PEOPLE
      ? ["content/people.yaml", Object.entries(people).flatMap(([id, { name }]) => [id, name])]
      : [
          "content/site.yaml",
          Object.entries(site.taxonomies[taxonomy]?.terms ?? {}).flatMap(([slug, { label = slug }]) => [
            slug,
            label,
          ]),
        ];
  return new Map(names.map((name) => [fold(name), file]));
}

/** The taxonomies of a site: tags, and those that `site.yaml` declares, whose terms may have files. */
function taxonomiesOf(
  { tags, refused }: Settings,
  site: Site,
  { files, problems, isRead }: TermReading,
): Taxonomy[] {
  // A refused term is missing from its list, although its author sees it there. Its refusal is reported, which is enough.
  const listed = tags.listed && !refused.has("content/tags.yaml");
  const isWhole = !refused.has("content/site.yaml");
  return [
    new Taxonomy("tags", { ...tags, listed }, site, problems),
    ...Object.entries(site.taxonomies).map(([name, { terms: written, closed }]) => {
      const own = files.get(name);
      const ofFiles = own?.keys().map((key) => [key, own.term(key)] as const) ?? [];
      const terms = new Map<string, KnownTerm>([...ofFiles, ...Object.entries(written)]);
      const isListed = terms.size > 0 && isWhole && isRead(name);
      return new Taxonomy(name, { terms, listed: isListed, closed }, site, problems, own);
    }),
  ];
}

interface TermReading {
  files: ReadonlyMap<string, TermFiles>;
  problems: Problem[];
  /** False if an error keeps a file of a taxonomy out: a term may then be missing, although its author sees its file. */
  isRead: (taxonomy: string) => boolean;
}
