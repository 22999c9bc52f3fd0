// The entry point of this folder: site root → everything it says, typed, checked, sorted and linked.
// It continues past every error, since an editor wants all of them at once, and the dev server shows what is sound.
import { setImmediate as nextTurn } from "node:timers/promises";
import { problem, topOf, type Problem } from "../problems.ts";
import type { Site } from "../site/site.ts";
import { checkOwnStatement } from "./settings/accessibility-checks.ts";
import { addAddress, refuseClashes, type Addressed } from "./addresses.ts";
import { bodyRemarks } from "./entries/body-remarks.ts";
import { languagesOf, sortOut, type Showing } from "./collections.ts";
import { dayOf } from "./dates.ts";
import { readEntry, type EntryContext, type KnownHeads } from "./entries/read.ts";
import { entryContext } from "./entries/context.ts";
import type { EntryMemory } from "./entries/memory.ts";
import { folderRemarks, interfaceRemarks } from "./language-remarks.ts";
import { linkEntries } from "./link-entries.ts";
import type { Loose } from "./entries/loose-entry.ts";
import { makeEntries, type Made } from "./make-entries.ts";
import { nextChange, withChanges } from "./next-change.ts";
import { withoutContent, withoutSiteYaml } from "./no-site.ts";
import { latePosts } from "./settings/archived.ts";
import { readSettings, type Settings } from "./settings/settings.ts";
import { filesOf, layoutsOf, settleContent, textsBut } from "./settle-content.ts";
import { byCodeUnit } from "./text.ts";
import { settleSite, type Asked } from "./settings/settle-site.ts";
import { readTree, type Tree } from "./tree.ts";
import type { SourceFile } from "../source-file.ts";
import { tellUnheardHours } from "./unheard-hours.ts";
import type { Content, Day, Entry } from "./types.ts";
import { withoutCaused, withoutSettings } from "./without-settings.ts";

export interface LoadOptions extends Asked {
  /** True if `now` was given instead of read from the clock. */
  pretended?: boolean | undefined;
  /** Names of Carnet's own layouts, without extension. */
  builtinLayouts: readonly string[];
  /** Entries that this process read earlier. */
  memory?: Pick<EntryMemory, "begin"> | undefined;
  /** Front matter that an earlier process read under the given settings. */
  heads?: ((settings: string) => KnownHeads) | undefined;
  /**
   * Called before the first entry is read, with the number of entries. The function that it returns is called with each entry
   * that has its address, long before it is known what the others say.
   */
  onEntries?: ((site: Site, files: readonly SourceFile[], count: number) => OnEntry | undefined) | undefined;
}

interface Loaded {
  content?: Content;
  /** All texts that can be used, also those that this run withholds, by what each file says. */
  made?: Made;
  problems: Problem[];
}

/** Number of texts read in one turn of the event loop: a fraction of a second's work. */
const BATCH = 200;

type OnEntry = (entry: Addressed) => void;

/**
 * Loads a site root. `content` is undefined only if there is no `content/`, or no `site.yaml` that can be read. If some entries
 * have errors, it contains the others.
 */
export async function loadContent(options: LoadOptions): Promise<Loaded> {
  const tree = readTree(options.root);
  const problems = [...tree.problems];
  if (!tree.hasContent) return { problems: [...problems, withoutContent(options.root)] };
  if (!tree.settings.has("site")) problems.push(withoutSiteYaml(options.root));
  const settings = readSettings(tree.settings);
  problems.push(...settings.problems);
  const { site, changes } = settleSite(settings, tree.publicFiles, options, problems);
  const { made, ...assembled } = await assemble(tree, settings, site, options, problems);
  const content = withChanges(assembled.content, changes);
  return settings.site !== undefined
    ? { content, made, problems: withoutCaused(problems, settings.caused) }
    : { problems: withoutSettings(problems, settings.caused) };
}

async function assemble(
  tree: Tree,
  settings: Settings,
  site: Site,
  options: LoadOptions,
  problems: Problem[],
): Promise<{ content: Content; made: Made }> {
  if (tree.posts.length === 0) problems.push(problem("no-posts", topOf("content/posts"), {}));
  const layouts = layoutsOf(tree, options.builtinLayouts);
  const context = entryContext(site, options, problems);
  const { now, drafts = false, future = false } = options;
  const showing: Showing = { now, drafts, future };
  const { entries, refused, unread } = await readEntries(tree, context, options);
  const isLeftOut = ({ draft }: { draft: boolean }): boolean => draft && !drafts;
  refuseClashes(entries, { refused, publicFiles: tree.publicFiles, isLeftOut }, problems);
  const { dates } = context;
  const texts = new Set([...options.builtinLayouts.filter(showsText), ...tree.layouts].sort(byCodeUnit));
  const making = { site, dates, now, layouts: texts, refused, problems };
  const { made, unsound, membersIn } = makeEntries(entries, settings, making);
  const { posts, pages, withheld } = sortOut(made, showing);
  const unreadDrafts = [...unread, ...unsound.keys()].filter(isLeftOut).map(({ source }) => source);
  problems.push(...tellUnheardHours(made, now));
  // What an error keeps out may still be named by others.
  linkEntries(made, { posts, pages, unread: textsBut(tree, [...made.values()]) }, problems);
  const published = [...posts, ...pages];
  const languages = languagesOf(published, site.lang);
  const { publicFiles } = tree;
  problems.push(...checkOwnStatement({ pages, publicFiles, languages }, site));
  problems.push(...folderRemarks(entries, site, settings));
  problems.push(...interfaceRemarks(languages, published, site, settings));
  problems.push(...latePosts([...posts, ...withheld], settings.site?.archived));
  const kept = [...unsound.values()];
  const remarked = remarkOn([...published, ...withheld, ...kept], site, options, problems);
  const next = nextChange(made.keys(), now);
  const members = membersIn(languages);
  const all = { posts, pages, withheld, unsound: kept, members, unreadDrafts, nextChange: next };
  return { content: settleContent(all, { tree, settings, site, layouts, remarked }, problems), made };
}

/** Reports problems of texts as written, and returns the files in which any was found. */
function remarkOn(
  entries: readonly Entry[],
  site: Site,
  { now, pretended }: LoadOptions,
  problems: Problem[],
): string[] {
  const today = pretended === true ? undefined : dayOf(now, site.timeZone);
  const files: string[] = [];
  for (const entry of entries) {
    const remarks = bodyRemarks(entry, site);
    if (remarks.length > 0) files.push(entry.file);
    problems.push(...remarks);
    if (today !== undefined) reportLateUpdate(entry, today, problems);
  }
  return files;
}

/** A scheduled text may have a scheduled update too. */
function reportLateUpdate(entry: Entry, today: Day, problems: Problem[]): void {
  const { updated } = entry;
  if (updated === undefined || updated <= today || entry.unpublished === "future") return;
  problems.push(problem("late-update", entry.placeOf("updated"), { updated, fix: `updated: ${today}` }));
}

interface Read {
  /** All texts that can be read, in order. */
  entries: Addressed[];
  /** Those of them that an error of their own keeps out. */
  refused: Set<Addressed>;
  /** The others, with what is known of them. */
  unread: { source: SourceFile; draft: boolean }[];
}

/** Reads every text in order, in batches, one per turn of the event loop, so that signals and timers are handled meanwhile. */
async function readEntries(
  tree: Tree,
  context: EntryContext,
  { memory, onEntries }: Pick<LoadOptions, "memory" | "onEntries">,
): Promise<Read> {
  const { site, settings, problems } = context;
  const read = memory?.begin(settings) ?? readEntry;
  const onEntry = onEntries?.(site, filesOf(tree), tree.posts.length + tree.pages.length);
  const ofAddresses: Problem[] = [];
  const entries: Addressed[] = [];
  const refused = new Set<Addressed>();
  const unread: Read["unread"] = [];
  const take = (kind: Loose["kind"], source: SourceFile): void => {
    const found = read(kind, source, context);
    const before = ofAddresses.length;
    const entry = found.entry && addAddress(found.entry, site, ofAddresses);
    if (!entry) {
      unread.push({ source, draft: (found.entry ?? found).draft });
      return;
    }
    entries.push(entry);
    if (found.sound && ofAddresses.length === before) onEntry?.(entry);
    else refused.add(entry);
  };
  const sources = [
    ...tree.posts.map((source) => ["post", source] as const),
    ...tree.pages.map((source) => ["page", source] as const),
  ];
  for (const [i, [kind, source]] of sources.entries()) {
    if (i % BATCH === BATCH - 1) await nextTurn();
    take(kind, source);
  }
  problems.push(...ofAddresses);
  return { entries, refused, unread };
}

/** Carnet's other layouts show a list, or data that no text has: with them, a text would be published without its words. */
const showsText = (layout: string): boolean => layout === "page" || layout === "post";
