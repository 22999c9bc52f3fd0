// The only shortcut of a build: a site that was prepared before, and texts saved since → the same site with its new texts, if
// nothing else changed: no front matter, and nothing that other pages show of these texts except the texts themselves. Nearly
// every save while someone writes is of this kind. A preview has the site in memory, a build what the last one stored of it.
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { entriesOf } from "../content/collections.ts";
import { bodyRemarks } from "../content/body-remarks.ts";
import { splitFile } from "../content/parse.ts";
import { keptEntries, restoreContent } from "../content/stored-entries.ts";
import { sourceFile } from "../content/tree.ts";
import type { Content, Entry, SourceText } from "../content/types.ts";
import type { Reference } from "../markdown/types.ts";
import type { Problem } from "../problems.ts";
import type { SourceFile } from "../files.ts";
import { digestOf } from "./machine/digest.ts";
import type { Prepared, Preparing } from "./prepare.ts";
import { prepareSite } from "./prepare-site.ts";
import { outputName, type Store } from "./store.ts";
import { codeLanguages, fencesOf, type Fences } from "./texts/renderer.ts";
import { StoredText, type DigestedText } from "./texts/render.ts";

/** What remains after preparing a site, to do it again with other texts. */
export interface Workings {
  content: Content;
  prepared: Prepared;
  /** Those of `prepared`, to be replaced in place: planned pages read them when they are written. */
  texts: Map<string, DigestedText>;
  /** The languages of the code in each text. */
  fences: Fences;
  render: (
    entries: readonly Entry[],
    onProgress?: (done: number, total: number) => void,
  ) => Promise<Map<string, DigestedText>>;
  /** What lint reports of each text, if this run asks for it; `advise` lints some again. */
  advice: ReadonlyMap<string, readonly Problem[]>;
  advise: (entries: readonly Entry[]) => Promise<void>;
  /** Problems found neither in rendered texts nor by checks of the whole site; then those of these checks. */
  others: readonly Problem[];
  ofSite: readonly Problem[];
  checkSite: () => Problem[];
  /** Marks the problems of drafts that are left out of the site. */
  markDrafts: (problems: readonly Problem[]) => Problem[];
  /** What the body of a text was found to say before, if that body is no longer known; `undefined` if in doubt. */
  bodyBefore?: ((entry: Entry) => BodyFacts | undefined) | undefined;
  /** Names of the texts, if they come from the store. */
  stored?: StoredSite | undefined;
}

/** Problems of a body, and the languages of its code, which affect the colours of other texts too. */
type BodyFacts = readonly [remarks: readonly Problem[], languages: readonly string[]];

/** Reads again a text that was saved since; `undefined` if more than its body may differ. */
type Reread = (source: SourceFile) => { text: SourceText } | undefined;

/** Returns false if the site must be prepared from scratch; `workings` must then not be used any more. `saved`: paths of sources. */
export async function renderSaved(
  workings: Workings,
  saved: readonly string[],
  reread: Reread,
): Promise<boolean> {
  const entries = readAgain(workings, saved, reread);
  if (!entries) return false;
  const texts = await workings.render(entries);
  let sameLinks = true;
  for (const entry of entries) {
    const before = workings.texts.get(entry.file);
    const now = texts.get(entry.file);
    if (!before || !now || !isSameForOthers(before, now)) return false;
    sameLinks &&= moveProblems(workings, entry, before, now);
    workings.texts.set(entry.file, now);
  }
  await workings.advise(entries);
  if (!sameLinks) workings.ofSite = workings.checkSite();
  return true;
}

/** Gives entries their saved bodies, if nothing else of them has changed. */
function readAgain(
  { content, bodyBefore }: Workings,
  saved: readonly string[],
  reread: Reread,
): Entry[] | undefined {
  const wanted = new Set(saved);
  const entries = entriesOf(content).filter(({ file }) => wanted.has(file));
  if (entries.length === 0 || entries.length !== wanted.size) return undefined;
  for (const entry of entries) {
    const source = sourceFile(content.site.root, entry.file);
    const read = source && reread(source);
    if (!read) return undefined;
    const before = bodyBefore ? bodyBefore(entry) : bodyFacts(entry);
    entry.text = read.text;
    if (!isDeepStrictEqual(bodyFacts(entry), before)) return undefined;
  }
  return entries;
}

function bodyFacts(entry: Entry): BodyFacts {
  return [bodyRemarks(entry), codeLanguages(fencesOf([entry]))];
}

/** Moves the problems of a text's links to their current places; returns false if the checks must run again. */
function moveProblems(
  workings: Workings,
  { file, bodyLine }: Entry,
  before: DigestedText,
  now: DigestedText,
): boolean {
  if (!isDeepStrictEqual(linksOf(before), linksOf(now))) return false;
  const moved = new Map(before.references.map((link, i) => [placeOf(link), now.references[i] ?? link]));
  // Two links that look alike may have had the same place, and have two now.
  const isTold = (one: Problem): boolean =>
    moved.size === before.references.length && moved.has(placeOf(one));
  const isOfText = (one: Problem): boolean => one.file === file && one.line >= bodyLine;
  if (workings.ofSite.some((one) => isOfText(one) && !isTold(one))) return false;
  workings.ofSite = workings.ofSite.map((one) => {
    if (!isOfText(one)) return one;
    const { line, column } = moved.get(placeOf(one)) ?? one;
    return { ...one, line, column };
  });
  return true;
}

function placeOf({ line, column }: { line: number; column: number }): string {
  return `${String(line)}:${String(column)}`;
}

/**
 * The pictures to make, the files to publish, the policy of all pages, and what the page shows above its text depend on these.
 */
function isSameForOthers(before: DigestedText, now: DigestedText): boolean {
  const facts = ({ pictures, shown, cover, frameHosts, media }: DigestedText): unknown[] => [
    ...[pictures, shown, cover, frameHosts, media],
  ];
  return isDeepStrictEqual(facts(before), facts(now));
}

/** What checks of the whole site read of a text, except the places of its links. */
function linksOf({ ids, references }: DigestedText): unknown {
  return [ids, references.map((link: Reference) => ({ ...link, line: 0, column: 0 }))];
}

export function problemsOf({ content, others, texts, advice, ofSite, markDrafts }: Workings): Problem[] {
  const ofTexts = markDrafts(
    entriesOf(content).flatMap(({ file }) => [
      ...(texts.get(file)?.problems ?? []),
      ...(advice.get(file) ?? []),
    ]),
  );
  return [...others, ...ofTexts, ...ofSite];
}

/** What a build stores of its site; the entries are stored apart, since a saved text changes none. */
export interface StoredSite {
  /** Identifies the stored entries. */
  entries: string;
  /** By source file: the line where the body begins, the digest of the front matter, the key of the rendered text. */
  texts: Readonly<Record<string, readonly [bodyLine: number, head: string, key: string]>>;
  fences: Readonly<Record<string, readonly string[]>>;
  /** Files of texts whose source has a problem. */
  remarked: readonly string[];
  others: readonly Problem[];
  ofSite: readonly Problem[];
}

/** `saved`: the texts that were saved since the site was stored, if it was resumed. */
export function storeSite(store: Store, workings: Workings, output: string, saved: readonly string[]): void {
  const { content, fences, others, ofSite, stored: before } = workings;
  const name = `outputs/${outputName(content.site.root, output)}`;
  const entries = before?.entries ?? randomUUID();
  const isSaved = new Set(saved);
  const texts: Record<string, StoredSite["texts"][string]> = {};
  for (const { file, bodyLine, text } of entriesOf(content)) {
    const [, head] = before?.texts[file] ?? [];
    // The front matter of a text that is restored is not read.
    const known = head !== undefined && !isSaved.has(file) ? head : digestOf(text.head);
    texts[file] = [bodyLine, known, store.texts.keys.get(file) ?? ""];
  }
  const site: StoredSite = {
    ...{ entries, texts, others, ofSite },
    fences: Object.fromEntries(fences),
    remarked: content.remarked,
  };
  if (!before) store.write(`${name}.entries`, [entries, keptEntries(content)]);
  store.write(`${name}.site`, site);
}

/** Source files of the texts that are not as the last build stored them. */
export function changedTexts({ plan, store }: Prepared, output: string): string[] {
  const { content } = plan;
  const name = `outputs/${outputName(content.site.root, output)}.site`;
  const stored = store.read(name) as StoredSite | undefined;
  return entriesOf(content).flatMap(({ file, text }) => {
    const [, head, key] = stored?.texts[file] ?? [];
    return head === digestOf(text.head) && key === store.texts.keys.get(file) ? [] : file;
  });
}

/** The stored site with the texts saved since; `undefined` if it must be prepared from scratch. */
export async function resumeSite(
  options: Preparing,
  output: string,
  { saved, files }: { saved: readonly string[]; files: ReadonlyMap<string, SourceFile> },
): Promise<Workings | undefined> {
  const { store, root } = options;
  const name = `outputs/${outputName(root, output)}`;
  const stored = store.read(`${name}.site`) as StoredSite | undefined;
  if (!stored) return undefined;
  const reread: Reread = (source) => {
    const [bodyLine, head] = stored.texts[source.file] ?? [];
    const read = splitFile(source);
    return read?.bodyLine === bodyLine && read && digestOf(read.head) === head
      ? { text: { head: read.head, body: read.body } }
      : undefined;
  };
  // Nearly every failure is of this kind, and found before anything is made.
  const isSame = saved.every((file) => {
    const source = sourceFile(root, file);
    return source !== undefined && reread(source) !== undefined;
  });
  if (!isSame) return undefined;
  const content = restoreContent({
    ...options,
    builtinLayouts: options.builtin.names,
    ...{ remarked: stored.remarked, sources: files },
    entries: () => {
      const [id, entries] = (store.read(`${name}.entries`) ?? []) as unknown[];
      return id === stored.entries ? entries : undefined;
    },
  });
  if (!content) return undefined;
  const texts = new Map<string, DigestedText>();
  for (const { file } of entriesOf(content)) {
    const found = store.texts.named(file, stored.texts[file]?.[2] ?? "");
    if (!found) return undefined;
    texts.set(file, new StoredText(found.facts, found.details));
  }
  const { others, ofSite, remarked } = stored;
  const fences = new Map(Object.entries(stored.fences));
  const workings = await prepareSite(content, {
    ...{ ...options, problems: [], known: { texts, others, ofSite, fences } },
  });
  workings.stored = stored;
  workings.bodyBefore = ({ file }) =>
    remarked.includes(file) ? undefined : [[], codeLanguages(new Map([[file, fences.get(file) ?? []]]))];
  return (await renderSaved(workings, saved, reread)) ? workings : undefined;
}
