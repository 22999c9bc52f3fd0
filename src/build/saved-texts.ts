// A prepared site of a process that stays, and texts that were saved since → the same site with their new texts, where
// nothing of it changed but those: no front matter, and nothing that other pages are given of them but the texts themselves.
// A save while one writes is nearly always one of these, and then nothing else is read, planned or checked.
import { isDeepStrictEqual } from "node:util";
import { bodyRemarks } from "../content/entries/body-remarks.ts";
import type { EntryMemory } from "../content/entries/memory.ts";
import { sourceFile } from "../content/tree.ts";
import type { Content, Post, StaticPage } from "../content/types.ts";
import type { Reference } from "../markdown/types.ts";
import type { Problem } from "../problems.ts";
import type { Site } from "../site.ts";
import { codeLanguages, fencesOf, type Fences } from "./texts/code-languages.ts";
import type { Prepared } from "./prepare.ts";
import type { SoundTexts } from "./texts/sound-texts.ts";
import { mediaPaths } from "./site-files.ts";
import type { DigestedText } from "./texts/stored-text.ts";

/** What preparing a site leaves to do it again with other texts. */
export interface Workings {
  content: Content;
  prepared: Prepared;
  /** Those of `prepared`, to be exchanged in place: planned pages ask for them when they are written. */
  texts: Map<string, DigestedText>;
  broken: ReadonlySet<string>;
  /** The languages that the code of each text is in. */
  fences: Fences;
  render: (entries: readonly (Post | StaticPage)[]) => Promise<SoundTexts>;
  /** What was found but in the texts themselves, and by looking at the whole site. */
  others: readonly Problem[];
  ofSite: readonly Problem[];
  checkSite: () => Problem[];
  /** Tells problems of drafts that are left out from those of the site. */
  markDrafts: (problems: readonly Problem[]) => Problem[];
  /** What the words of a text told as they were, where those are no longer known; undefined where it is in doubt. */
  bodyBefore?: (entry: Post | StaticPage) => BodyFacts | undefined;
}

/** What is told of a body, and the languages of its code, which colour that of other texts too. */
export type BodyFacts = readonly [remarks: readonly Problem[], languages: readonly string[]];

export interface Resaved {
  prepared: Prepared;
  content: Content;
  problems: Problem[];
}

/**
 * `files` are paths of sources. Undefined where the site is to be prepared anew; `workings` and `memory` are then worth
 * nothing more to anyone else.
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

/** Gives entries their bodies as they were saved, where nothing else of them was. */
function reread(
  { content, bodyBefore }: Workings,
  memory: Pick<EntryMemory, "reread">,
  files: readonly string[],
): (Post | StaticPage)[] | undefined {
  const wanted = new Set(files);
  const saved = entriesOf(content).filter(({ file }) => wanted.has(file));
  if (saved.length === 0 || saved.length !== wanted.size) return undefined;
  for (const entry of saved) {
    const source = sourceFile(content.site.root, entry.file);
    const read = source && memory.reread(source);
    if (!read) return undefined;
    const before = bodyBefore ? bodyBefore(entry) : bodyFacts(entry, content);
    entry.text = read.text;
    if (!isDeepStrictEqual(bodyFacts(entry, content), before)) return undefined;
  }
  return saved;
}

function bodyFacts(entry: Post | StaticPage, { site }: Content): BodyFacts {
  return [bodyRemarks(entry, site), codeLanguages(fencesOf([entry]))];
}

/** Tells what is wrong with a text's links where they stand now; false where it is to be looked for again. */
function moveProblems(
  workings: Workings,
  { file, bodyLine }: Post | StaticPage,
  before: DigestedText,
  now: DigestedText,
): boolean {
  if (!isDeepStrictEqual(linksOf(before), linksOf(now))) return false;
  const moved = new Map(before.references.map((link, i) => [placeOf(link), now.references[i] ?? link]));
  // Two links that look alike may be seen at one place, and be at two now.
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

export function entriesOf({ posts, pages, withheld }: Content): (Post | StaticPage)[] {
  return [...posts, ...pages, ...withheld];
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

/** Pictures to make, files to publish, the policy of all pages, and what the page shows above its text follow from these. */
function isSameForOthers(before: DigestedText, now: DigestedText, site: Site): boolean {
  const facts = ({ pictures, shown, cover, frameHosts, html }: DigestedText): unknown[] => [
    ...[pictures, shown, cover, frameHosts],
    [...mediaPaths(html, site)],
  ];
  return isDeepStrictEqual(facts(before), facts(now));
}

/** What checks of the whole site read of a text, but for the lines that its links stand on. */
function linksOf({ ids, references }: DigestedText): unknown {
  return [ids, references.map((link: Reference) => ({ ...link, line: 0, column: 0 }))];
}
