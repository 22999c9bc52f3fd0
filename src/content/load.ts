// The entry point of this folder: site root → everything it says, typed, checked, sorted and linked.
// It continues past every error, since an editor wants all of them at once, and the dev server shows what is sound.
import { setImmediate as nextTurn } from "node:timers/promises";
import { problem, topOf, type Problem } from "../problems.ts";
import type { Site } from "../site/site.ts";
import type { SourceFile } from "../files.ts";
import { readAddressBook } from "./address-book.ts";
import { addAddress, refuseClashes, type Addressed } from "./addresses.ts";
import { languagesOf, linkNeighbours, peopleOf, sortOut } from "./collections.ts";
import { bodyRemarks } from "./entries/body-remarks.ts";
import type { EntryMemory } from "./entries/memory.ts";
import { entryContext, readEntry, type EntryContext, type Loose } from "./entries/read.ts";
import type { Entries } from "./stored-entries.ts";
import { nextChange, withChanges } from "./next-change.ts";
import { withoutContent, withoutSiteYaml } from "./no-site.ts";
import { Directory, readSigners } from "./people.ts";
import { isKeptOut, makePage, makePost, type Making, type Reading } from "./posts.ts";
import { homeRedirects, makeRedirects } from "./redirects.ts";
import { linkRelated } from "./related.ts";
import { readSettings, withoutCaused, type Settings } from "./settings/settings.ts";
import { settleSite, type RunOptions } from "./settings/settle-site.ts";
import { declaredTerms, readMembers, taxonomiesOf, TagReader } from "./taxonomies.ts";
import { byCodeUnit } from "./text.ts";
import { linkTranslations } from "./translations.ts";
import { readTree, type Tree } from "./tree.ts";
import type { Content, Entry } from "./types.ts";

export interface LoadOptions extends RunOptions {
  /** Names of Carnet's own layouts, without extension. */
  builtinLayouts: readonly string[];
  /** Entries that this process read earlier. */
  memory?: Pick<EntryMemory, "begin"> | undefined;
  /**
   * Called before the first entry is read, with the number of entries. The function that it returns is called with each entry
   * that has its address, long before it is known what the others say.
   */
  onEntries?: ((site: Site, files: readonly SourceFile[], count: number) => OnEntry | undefined) | undefined;
}

type OnEntry = (entry: Addressed) => void;

/** The post or page made from each entry. */
export type Made = ReadonlyMap<Addressed, Entry>;

interface Loaded {
  content?: Content;
  /** All texts that can be used, also those that this run withholds, by what each file says. */
  made?: Made;
  problems: Problem[];
}

/**
 * Loads a site root. `content` is undefined only if there is no `content/`, or no `site.yaml` that can be read. If some entries
 * have errors, it contains the others.
 */
export async function loadContent(options: LoadOptions): Promise<Loaded> {
  const { root, now, drafts = false, future = false } = options;

  // The files and the settings.
  const tree = readTree(root);
  const problems = [...tree.problems];
  if (!tree.hasContent) return { problems: [...problems, withoutContent(root)] };
  if (!tree.settings.has("site")) problems.push(withoutSiteYaml(root));
  const settings = readSettings(tree.settings);
  problems.push(...settings.problems);
  const { site, changes } = settleSite(settings, tree.publicFiles, options, problems);
  if (tree.posts.length === 0) problems.push(problem("no-posts", topOf("content/posts"), {}));

  // Each text by itself.
  const context = entryContext(site, now, problems);
  const { entries, refused, unread } = await readEntries(tree, context, options);
  const isWithheld = ({ draft }: { draft: boolean }): boolean => draft && !drafts;
  refuseClashes(entries, { refused, publicFiles: tree.publicFiles, isWithheld }, problems);

  // All of them together settle who signs and how tags are spelt.
  const layouts = new Set([...options.builtinLayouts.filter(showsText), ...tree.layouts].sort(byCodeUnit));
  const directory = new Directory(settings.people);
  const tags = new TagReader(taxonomiesOf(settings, site), problems);
  const readings = new Map<Addressed, Reading>();
  const read = (post: Addressed): void => {
    readings.set(post, { signed: readSigners(post, directory, problems), tags: tags.read(post) });
  };
  const posts = entries.filter(({ kind }) => kind === "post");
  // The site is published without these: no name and no term on its pages may depend on them.
  const isApart = (post: Addressed): boolean => post.draft && isKeptOut(post, { refused, layouts });
  for (const post of posts) if (!isApart(post)) read(post);
  const membersOf = readMembers(settings.memberships, tags);
  const people = directory.people();
  for (const one of tags.taxonomies) one.settle();
  for (const post of posts) if (isApart(post)) read(post);
  tags.report();

  // Posts and pages, those apart that an error keeps out.
  const { dates } = context;
  const making: Making = {
    site,
    dates,
    now,
    people,
    taxonomies: tags.taxonomies,
    layouts,
    refused,
    problems,
  };
  const made = new Map<Addressed, Entry>();
  const unsound = new Map<Addressed, Entry>();
  for (const entry of entries) {
    const reading = readings.get(entry);
    const one = reading === undefined ? makePage(entry, making) : makePost(entry, reading, making);
    if (one !== undefined) (refused.has(entry) ? unsound : made).set(entry, one);
  }
  const sorted = sortOut(made, { now, drafts, future });
  const published = [...sorted.posts, ...sorted.pages];
  const unreadDrafts = [...unread, ...unsound.keys()].filter(isWithheld).map(({ source }) => source);

  // Links between them. What an error keeps out may still be named by others.
  const shown = new Set<Entry>(published);
  const unreadTexts = textsExcept(tree, [...made.values()]);
  linkNeighbours(sorted.posts);
  linkRelated(made, sorted.posts, unreadTexts, problems);
  linkTranslations(made, { published: shown, unread: unreadTexts }, problems);

  // What their bodies show before they are rendered.
  const remarked: string[] = [];
  for (const entry of [...published, ...sorted.withheld, ...unsound.values()]) {
    const remarks = bodyRemarks(entry);
    if (remarks.length > 0) remarked.push(entry.file);
    problems.push(...remarks);
  }

  const all: Entries = {
    ...sorted,
    unsound: [...unsound.values()],
    members: membersOf(people, languagesOf(published, site.lang)),
    unreadDrafts,
    nextChange: nextChange(made.keys(), now),
  };
  const around = { tree, settings, site, builtinLayouts: options.builtinLayouts, remarked };
  const content = withChanges(contentOf(all, around, problems), changes);
  const reported = withoutCaused(problems, settings.caused);
  return settings.site === undefined ? { problems: reported } : { content, made, problems: reported };
}

/** Number of texts read in one turn of the event loop: a fraction of a second's work. */
const BATCH = 200;

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
  const sources = [
    ...tree.posts.map((source) => ["post", source] as const),
    ...tree.pages.map((source) => ["page", source] as const),
  ];
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
  for (const [i, [kind, source]] of sources.entries()) {
    if (i % BATCH === BATCH - 1) await nextTurn();
    take(kind, source);
  }
  problems.push(...ofAddresses);
  return { entries, refused, unread };
}

/** Carnet's other layouts show a list, or data that no text has: with them, a text would be published without its words. */
const showsText = (layout: string): boolean => layout === "page" || layout === "post";

export interface Around {
  tree: Tree;
  settings: Settings;
  site: Site;
  builtinLayouts: readonly string[];
  /** Files of the texts in which a problem was found as they were written. */
  remarked: readonly string[];
}

/** The posts and pages of a site, made and linked, and the rest of the site → its content. */
export function contentOf(
  { posts, pages, withheld, unsound, members, unreadDrafts: unread = [], nextChange: next }: Entries,
  { tree, settings, site, builtinLayouts, remarked }: Around,
  problems: Problem[],
): Content {
  const published = [...posts, ...pages];
  const notRead = textsExcept(tree, [...published, ...withheld]);
  const drafts = new Set(unread.map(({ file }) => file));
  // A site without its drafts is complete.
  const refused = notRead.filter(({ file }) => !drafts.has(file));
  const unreadDrafts = notRead.filter(({ file }) => drafts.has(file));
  const languages = languagesOf(published, site.lang);
  const files = filesOf(tree);
  const { placeOf } = settings;
  const roots = homeRedirects(site, languages, files, () => placeOf(["addresses", "home"]));
  return {
    ...{ site, posts, pages, withheld, unsound, refused, languages, files, members },
    layouts: [...new Set([...builtinLayouts, ...tree.layouts])].sort(byCodeUnit),
    people: peopleOf(posts),
    redirects: makeRedirects(settings.redirects, published, { homes: site.homes, roots }, problems),
    book: readAddressBook(tree.settings.get("addresses"), problems),
    declaredTerms: declaredTerms(settings, site),
    settingLinks: settings.links,
    ...(next !== undefined && { nextChange: next }),
    ...(refused.length > 0 && { incomplete: true as const }),
    ...(unreadDrafts.length > 0 && { unreadDrafts }),
    ...(settings.caused.size > 0 && { caused: settings.caused }),
    ...(settings.unsettled && { unsettled: true as const }),
    ...(settings.tags.closed && { closedTags: settings.tags.terms }),
    ...(site.theme.logo !== undefined && { logoPlace: placeOf(["theme", "logo"]) }),
    ...(site.icon !== undefined && { iconPlace: placeOf(["icon"]) }),
    ...(remarked.length > 0 && { remarked }),
  };
}

/** Files, other than pages, that a text may show or link to. */
function filesOf({ publicFiles, beside }: Tree): SourceFile[] {
  return [...publicFiles, ...beside];
}

/** The texts of a site but those that are known. */
function textsExcept({ posts, pages }: Tree, known: readonly { file: string }[]): SourceFile[] {
  const files = new Set(known.map(({ file }) => file));
  return [...posts, ...pages].filter(({ file }) => !files.has(file));
}
