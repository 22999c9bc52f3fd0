// A prepared site of a process that keeps running, and the texts saved since → the same site with its new texts, if nothing
// else changed: no front matter, and nothing that other pages show of these texts except the texts themselves.
// Nearly every save while someone writes is of this kind; nothing else is then read, planned or checked.
import { isDeepStrictEqual } from "node:util";
import { entriesOf } from "../content/collections.ts";
import { bodyRemarks } from "../content/entries/body-remarks.ts";
import type { EntryMemory } from "../content/entries/memory.ts";
import { sourceFile } from "../content/tree.ts";
import type { Content, Entry } from "../content/types.ts";
import type { Reference } from "../markdown/types.ts";
import type { Problem } from "../problems.ts";
import type { Site } from "../site/site.ts";
import { codeLanguages, fencesOf, type Fences } from "./texts/code-languages.ts";
import type { Prepared } from "./prepare.ts";
import type { SoundTexts } from "./texts/sound-texts.ts";
import { mediaPaths } from "./site-files.ts";
import type { DigestedText } from "./texts/stored-text.ts";

/** What remains after preparing a site, to do it again with other texts. */
export interface Workings {
  content: Content;
  prepared: Prepared;
  /** Those of `prepared`, to be replaced in place: planned pages read them when they are written. */
  texts: Map<string, DigestedText>;
  broken: ReadonlySet<string>;
  /** The languages of the code in each text. */
  fences: Fences;
  render: (entries: readonly Entry[]) => Promise<SoundTexts>;
  /** Problems found neither in rendered texts nor by checks of the whole site; then those of these checks. */
  others: readonly Problem[];
  ofSite: readonly Problem[];
  checkSite: () => Problem[];
  /** Marks the problems of drafts that are left out of the site. */
  markDrafts: (problems: readonly Problem[]) => Problem[];
  /** What the body of a text was found to say before, if that body is no longer known; `undefined` if in doubt. */
  bodyBefore?: (entry: Entry) => BodyFacts | undefined;
}

/** Problems of a body, and the languages of its code, which affect the colours of other texts too. */
export type BodyFacts = readonly [remarks: readonly Problem[], languages: readonly string[]];

export interface Resaved {
  prepared: Prepared;
  content: Content;
  problems: Problem[];
}

/**
 * `files` are paths of sources. Returns `undefined` if the site must be prepared from scratch; `workings` and `memory` must
 * then not be used any more.
 */
export async function withSavedTexts(
  workings: Workings,
  memory: Pick<EntryMemory, "reread">,
  files: readonly string[],
): Promise<Resaved | undefined> {
  const saved = reread(workings, memory, files);
  if (!saved) return undefined;
  const { texts, broken } = await workings.render(saved);
  if ([...broken].some((file) => !workings.broken.has(file))) return undefined;
  let sameLinks = true;
  for (const entry of saved) {
    const before = workings.texts.get(entry.file);
    const now = texts.get(entry.file);
    if (!before || !now || !isSameForOthers(before, now, workings.content.site)) return undefined;
    sameLinks &&= moveProblems(workings, entry, before, now);
    workings.texts.set(entry.file, now);
  }
  if (!sameLinks) workings.ofSite = workings.checkSite();
  const { content, prepared } = workings;
  return { prepared, content, problems: problemsOf(workings) };
}

/** Gives entries their saved bodies, if nothing else of them has changed. */
function reread(
  { content, bodyBefore }: Workings,
  memory: Pick<EntryMemory, "reread">,
  files: readonly string[],
): Entry[] | undefined {
  const wanted = new Set(files);
  const saved = entriesOf(content).filter(({ file }) => wanted.has(file));
  if (saved.length === 0 || saved.length !== wanted.size) return undefined;
  for (const entry of saved) {
    const source = sourceFile(content.site.root, entry.file);
    const read = source && memory.reread(source);
    if (!read) return undefined;
    const before = bodyBefore ? bodyBefore(entry) : bodyFacts(entry);
    entry.text = read.text;
    if (!isDeepStrictEqual(bodyFacts(entry), before)) return undefined;
  }
  return saved;
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

export function problemsOf(workings: Workings): Problem[] {
  return [...workings.others, ...problemsOfTexts(workings), ...workings.ofSite];
}

export function problemsOfTexts({
  content,
  texts,
  markDrafts,
}: Pick<Workings, "content" | "texts" | "markDrafts">): Problem[] {
  return markDrafts(entriesOf(content).flatMap(({ file }) => texts.get(file)?.problems ?? []));
}

/**
 * The pictures to make, the files to publish, the policy of all pages, and what the page shows above its text depend on these.
 */
function isSameForOthers(before: DigestedText, now: DigestedText, site: Site): boolean {
  const facts = ({ pictures, shown, cover, frameHosts, html }: DigestedText): unknown[] => [
    ...[pictures, shown, cover, frameHosts],
    [...mediaPaths(html, site)],
  ];
  return isDeepStrictEqual(facts(before), facts(now));
}

/** What checks of the whole site read of a text, except the places of its links. */
function linksOf({ ids, references }: DigestedText): unknown {
  return [ids, references.map((link: Reference) => ({ ...link, line: 0, column: 0 }))];
}
