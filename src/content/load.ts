// The door of this room: a site root → everything it says, typed, checked, ordered and linked.
// It goes on past every error, since an editor wants all of them at once and the dev server shows what is sound.
import { problem, type Problem } from "../problems.ts";
import { resolveSite, type Site } from "../site.ts";
import { readAddressBook } from "./address-book.ts";
import { checkAccessibility, checkOwnStatement } from "./accessibility-checks.ts";
import { settleArchived } from "./archived.ts";
import { checkMeasured } from "./audience-checks.ts";
import { addAddresses, refuseClashes, type Addressed } from "./addresses.ts";
import { bodyRemarks } from "./body-remarks.ts";
import {
  byDate,
  isWithheld,
  languagesOf,
  linkNeighbours,
  peopleOf,
  unpublishedAs,
  type Showing,
} from "./collections.ts";
import { calendar, dayOf } from "./dates.ts";
import { knownKeys, readEntry, type KnownHeads, type Loose } from "./entries.ts";
import type { EntryMemory } from "./entry-memory.ts";
import { checkIcon } from "./icon-check.ts";
import { nextChange, withChange } from "./next-change.ts";
import { directory, type Directory, type SignedBy } from "./people.ts";
import { makePage, makePost, type Making, type Reading } from "./posts.ts";
import { makeRedirects } from "./redirects.ts";
import { linkRelated, nameKey } from "./related.ts";
import { defaultSettings, readSettings, type Settings } from "./settings.ts";
import { MOST_VALUES } from "./tag-values.ts";
import { readAllTags, reportVariants, taxonomiesOf } from "./taxonomies.ts";
import { byCodePoint } from "./text.ts";
import { linkTranslations, type Translatable } from "./translations.ts";
import { readTree, type Tree } from "./tree.ts";
import { typesetSettings } from "./typeset.ts";
import type { SourceFile } from "../source-file.ts";
import type { Content, Day, Post, StaticPage } from "./types.ts";

export interface LoadOptions {
  /** Absolute path of the site root. */
  root: string;
  now: Date;
  /** True where `now` was named, and is not the clock's. */
  pretended?: boolean | undefined;
  /** Show drafts and expired posts too. */
  drafts?: boolean;
  /** Show posts whose day has not come too. */
  future?: boolean;
  url?: string;
  basePath?: string;
  /** Names of Carnet's own layouts, without extension. */
  builtinLayouts: readonly string[];
  /** What the same process read before. */
  memory?: EntryMemory | undefined;
  /** What an earlier process read, under the settings that are named. */
  heads?: ((settings: string) => KnownHeads) | undefined;
}

/**
 * Loads a site root. `content` is missing only where there is no `site.yaml` that can be read;
 * with errors in some entries it holds the others.
 */
export function loadContent(options: LoadOptions): Promise<{ content?: Content; problems: Problem[] }> {
  const tree = readTree(options.root);
  const problems = [...tree.problems];
  if (!tree.hasContent) {
    const place = { file: "content", line: 1, column: 1 };
    return Promise.resolve({ problems: [...problems, problem("no-content", place, {})] });
  }
  const settings = readSettings(tree.settings);
  problems.push(...settings.problems);
  const { root, url, basePath, drafts, future } = options;
  const resolved = resolveSite(typesetSettings(settings.site ?? defaultSettings()), {
    root,
    preview: drafts === true || future === true,
    ...(url === undefined ? {} : { url }),
    ...(basePath === undefined ? {} : { basePath }),
  });
  const noIcon = checkIcon(resolved, tree.publicFiles, settings.placeOf);
  const sound = noIcon.length > 0 ? { ...resolved, icon: undefined } : resolved;
  const today = dayOf(options.now, sound.timeZone);
  const { site, next, problems: ill } = settleArchived(sound, today, settings.placeOf);
  problems.push(...noIcon, ...ill, ...checkAccessibility(site, today, settings));
  problems.push(...checkMeasured(site, settings.placeOf));
  const made = assemble(tree, settings, site, options, problems);
  const content = withChange(made, next);
  return Promise.resolve(settings.site === undefined ? { problems } : { content, problems });
}

function assemble(
  tree: Tree,
  settings: Settings,
  site: Site,
  options: LoadOptions,
  problems: Problem[],
): Content {
  if (tree.posts.length === 0)
    problems.push(problem("no-posts", { file: "content/posts", line: 1, column: 1 }, {}));
  const layouts = [...new Set([...options.builtinLayouts, ...tree.layouts])].sort(byCodePoint);
  const dates = calendar(site.timeZone);
  const entries = readEntries(tree, site, options, dates, problems);
  const addressed = refuseClashes(addAddresses(entries, site, problems), tree.publicFiles, problems);
  const made = makeAll(addressed, settings, { site, dates, layouts: new Set(layouts), problems });
  const showing: Showing = {
    now: options.now,
    drafts: options.drafts ?? false,
    future: options.future ?? false,
  };
  const { posts, pages, withheld } = sortOut(made, showing);
  linkAll(made, posts, pages, problems);
  problems.push(...checkOwnStatement(pages, site));
  const published = [...posts, ...pages];
  const next = nextChange(made.keys(), options.now);
  const today = options.pretended === true ? undefined : dayOf(options.now, site.timeZone);
  for (const entry of [...published, ...withheld]) {
    problems.push(...bodyRemarks(entry, site));
    if (today !== undefined) reportLateUpdate(entry, today, problems);
  }
  return {
    site,
    layouts,
    posts,
    pages,
    withheld,
    languages: languagesOf(published, site.lang),
    people: peopleOf(posts),
    redirects: makeRedirects(settings.redirects, published, site, problems),
    book: readAddressBook(tree.settings.get("addresses"), problems),
    ...(next === undefined ? {} : { nextChange: next }),
    ...(made.size < tree.posts.length + tree.pages.length && { incomplete: true as const }),
    refused: refusedOf(tree, made),
    ...(settings.unsettled && { unsettled: true as const }),
    settingLinks: settings.links,
    ...(site.theme.logo !== undefined && { logoPlace: settings.placeOf(["theme", "logo"]) }),
    files: [...tree.publicFiles, ...tree.beside],
  };
}

/** A text that waits for its day may wait for its update too. */
function reportLateUpdate(entry: Post | StaticPage, today: Day, problems: Problem[]): void {
  const { updated } = entry;
  if (updated === undefined || updated <= today || entry.unpublished === "future") return;
  problems.push(problem("late-update", entry.placeOf("updated"), { updated, fix: `updated: ${today}` }));
}

function readEntries(
  tree: Tree,
  site: Site,
  { now, memory, heads }: LoadOptions,
  dates: ReturnType<typeof calendar>,
  problems: Problem[],
): Loose[] {
  const languages = new Set(
    ["fr", "en", site.lang, ...Object.keys(site.translations)].map((lang) => lang.toLowerCase()),
  );
  const today = dayOf(now, site.timeZone);
  // Wherever the site root lies.
  const settings = JSON.stringify([{ ...site, root: "" }, today]);
  const context = {
    ...{ site, dates, languages, today, problems },
    knownKeys: knownKeys(site),
    heads: heads?.(settings),
  };
  const read = memory?.begin(settings) ?? readEntry;
  const posts = tree.posts.flatMap((source) => read("post", source, context) ?? []);
  return [...posts, ...tree.pages.flatMap((source) => read("page", source, context) ?? [])];
}

/** Nearly always none, which the numbers tell. */
function refusedOf({ posts, pages }: Tree, made: Made): SourceFile[] {
  if (made.size === posts.length + pages.length) return [];
  const sound = new Set([...made.keys()].map(({ source }) => source.file));
  return [...posts, ...pages].filter(({ file }) => !sound.has(file));
}

type Made = Map<Addressed, Post | StaticPage>;

function makeAll(
  entries: readonly Addressed[],
  settings: Settings,
  base: Omit<Making, "people" | "taxonomies">,
): Made {
  const who = directory(settings.people);
  const taxonomies = taxonomiesOf(settings, base.site);
  const readings = new Map<Addressed, Reading>();
  for (const entry of entries) {
    if (entry.kind === "post")
      readings.set(entry, {
        signed: signedBy(entry, who, base.problems),
        tags: readAllTags(entry, taxonomies, base.problems),
      });
  }
  const making: Making = { ...base, people: who.people(), taxonomies };
  reportVariants(taxonomies, new Map(entries.map((entry) => [entry.source.file, entry])), base.problems);
  const made: Made = new Map();
  for (const entry of entries) {
    const reading = readings.get(entry);
    const one = reading === undefined ? makePage(entry, making) : makePost(entry, reading, making);
    if (one !== undefined) made.set(entry, one);
  }
  return made;
}

function signedBy(entry: Addressed, who: Directory, problems: Problem[]): SignedBy[] {
  const signed = who.read(entry.data);
  const field = entry.data.authors === undefined ? "author" : "authors";
  for (const one of signed) {
    const meant = who.meant(one);
    if (meant !== undefined)
      problems.push(problem("near-author", entry.placeOf(field), { name: one.name, meant }));
  }
  if (signed.length <= MOST_VALUES) return signed;
  const params = { field, count: signed.length, limit: MOST_VALUES };
  problems.push(problem("front-matter/too-many", entry.placeOf(field), params));
  return [];
}

function sortOut(
  made: Made,
  showing: Showing,
): { posts: Post[]; pages: StaticPage[]; withheld: (Post | StaticPage)[] } {
  const posts: Post[] = [];
  const pages: StaticPage[] = [];
  const withheld: (Post | StaticPage)[] = [];
  for (const [entry, one] of made) {
    const state = unpublishedAs(entry, showing.now);
    if (state !== undefined) one.unpublished = state;
    if (isWithheld(state, showing)) withheld.push(one);
    else if (one.kind === "post") posts.push(one);
    else pages.push(one);
  }
  return { posts: posts.sort(byDate), pages, withheld };
}

function linkAll(
  made: Made,
  posts: readonly Post[],
  pages: readonly StaticPage[],
  problems: Problem[],
): void {
  linkNeighbours(posts);
  const sources = new Map([...made].map(([entry, one]) => [one, entry]));
  const names = new Map([...made].map(([{ name }, one]) => [one, namesOf(name.stem, one)]));
  const byName = new Map<string, Post>();
  for (const post of posts)
    for (const name of names.get(post) ?? []) if (!byName.has(name)) byName.set(name, post);
  linkRelated(posts, (post) => [sources.get(post)?.data.related ?? []].flat(), byName, problems);
  const all = [...made].map(([entry, one]): Translatable => ({
    entry: one,
    langRef: entry.data["lang-ref"],
    translationOf: entry.data.translationOf === undefined ? undefined : nameKey(entry.data.translationOf),
    names: names.get(one) ?? [],
  }));
  linkTranslations(all, new Set<Post | StaticPage>([...posts, ...pages]), problems);
}

/** What others may call an entry by, each once. An address begins with a slash, which no other name holds. */
function namesOf(stem: string, { slug, url }: Post | StaticPage): string[] {
  return stem === slug ? [slug, url] : [stem, slug, url];
}
