// A prepared site of a process that stays, and texts that were saved since → the same site with their new texts, where
// nothing of it changed but those: no front matter, and nothing that other pages are given of them but the texts themselves.
// A save while one writes is nearly always one of these, and then nothing else is read, planned or checked.
import { isDeepStrictEqual } from "node:util";
import { bodyRemarks } from "../content/body-remarks.ts";
import type { EntryMemory } from "../content/entry-memory.ts";
import { sourceFile } from "../content/tree.ts";
import type { Content, Post, StaticPage } from "../content/types.ts";
import type { Reference } from "../markdown/types.ts";
import type { Problem } from "../problems.ts";
import type { Prepared } from "./prepare.ts";
import type { SoundTexts } from "./sound-texts.ts";
import type { DigestedText } from "./texts.ts";

/** What preparing a site leaves to do it again with other texts. */
export interface Workings {
  content: Content;
  prepared: Prepared;
  /** Those of `prepared`, to be exchanged in place: planned pages ask for them when they are written. */
  texts: Map<string, DigestedText>;
  broken: ReadonlySet<string>;
  render: (entries: readonly (Post | StaticPage)[]) => Promise<SoundTexts>;
  /** What was found but in the texts themselves, and by looking at the whole site. */
  others: readonly Problem[];
  ofSite: readonly Problem[];
  checkSite: () => Problem[];
}

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
  memory: EntryMemory,
  files: readonly string[],
): Promise<Resaved | undefined> {
  if (files.length === 0) return undefined;
  const { content, prepared, texts } = workings;
  const { site } = content;
  const saved: (Post | StaticPage)[] = [];
  for (const entry of entriesOf(content)) {
    if (!files.includes(entry.file)) continue;
    const source = sourceFile(site.root, entry.file);
    const read = source && memory.reread(source);
    if (!read) return undefined;
    const before = bodyRemarks(entry, site);
    entry.body = read.body;
    if (!isDeepStrictEqual(bodyRemarks(entry, site), before)) return undefined;
    saved.push(entry);
  }
  if (saved.length !== files.length) return undefined;
  const made = await workings.render(saved);
  if ([...made.broken].some((file) => !workings.broken.has(file))) return undefined;
  let sameLinks = true;
  for (const { file, bodyLine } of saved) {
    const before = texts.get(file);
    const now = made.texts.get(file);
    if (!before || !now || !isSameForOthers(before, now)) return undefined;
    sameLinks &&= isDeepStrictEqual(linksOf(before), linksOf(now));
    if (sameLinks) {
      const moved = movedLinks(before, now);
      workings.ofSite = workings.ofSite.map((one) =>
        one.file === file && one.line >= bodyLine ? { ...one, ...moved.get(placeOf(one)) } : one,
      );
    }
    texts.set(file, now);
  }
  if (!sameLinks) workings.ofSite = workings.checkSite();
  return { prepared, content, problems: problemsOf(workings) };
}

/** Where each of the same links stands now, by where it stood: what is wrong with one is told at its place. */
function movedLinks(before: DigestedText, now: DigestedText): Map<string, { line: number; column: number }> {
  return new Map(
    before.references.map((link, i) => {
      const { line, column } = now.references[i] ?? link;
      return [placeOf(link), { line, column }];
    }),
  );
}

function placeOf({ line, column }: { line: number; column: number }): string {
  return `${String(line)}:${String(column)}`;
}

export function entriesOf({ posts, pages, withheld }: Content): (Post | StaticPage)[] {
  return [...posts, ...pages, ...withheld];
}

export function problemsOf({ content, texts, others, ofSite }: Workings): Problem[] {
  const ofTexts = entriesOf(content).flatMap(({ file }) => texts.get(file)?.problems ?? []);
  return [...others, ...ofTexts, ...ofSite];
}

/** Pictures to make, files to publish, the policy of all pages, and what the page shows above its text follow from these. */
function isSameForOthers(before: DigestedText, now: DigestedText): boolean {
  const facts = ({ pictures, shown, cover, frameHosts, references }: DigestedText): unknown[] => [
    ...[pictures, shown, cover, frameHosts],
    references.flatMap(({ beside }) => beside ?? []),
  ];
  return isDeepStrictEqual(facts(before), facts(now));
}

/** What checks of the whole site read of a text, but for the lines that its links stand on. */
function linksOf({ ids, references }: DigestedText): unknown {
  return [ids, references.map((link: Reference) => ({ ...link, line: 0, column: 0 }))];
}
