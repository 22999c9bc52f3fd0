// A prepared site → what is stored of it for the next build, as plain values: names of its texts, and its problems.
import { isDeepStrictEqual } from "node:util";
import { entriesOf } from "../content/collections.ts";
import { keptEntries } from "../content/kept-entries.ts";
import type { Problem } from "../problems.ts";
import type { SourceFile } from "../source-file.ts";
import type { Caches } from "./build-memory.ts";
import { problemsOfTexts, type Workings } from "./saved-texts.ts";

/** What is stored of the texts of a site, as plain values. */
export interface LeftTexts {
  texts: NamedTexts;
  /** Languages of code, by file; files of texts whose source has a problem. */
  fences: Readonly<Record<string, readonly string[]>>;
  remarked: readonly string[];
  /** Pictures that cannot be decoded. */
  broken: readonly string[];
}

/** By source file: the line where the body begins, and the names of text and front matter in their caches. */
export type NamedTexts = Readonly<
  Record<string, readonly [bodyLine: number, text: string, head?: string | undefined]>
>;

/** The problems that were reported, in order. */
export interface LeftProblems {
  others: readonly Problem[];
  ofTexts: readonly Problem[];
  ofSite: readonly Problem[];
}

export interface Left {
  texts: LeftTexts;
  /** Texts whose names have changed since `texts` was stored. */
  renamed: NamedTexts;
  problems: LeftProblems;
  /** Parsed front matter, as `keptEntries` returned it. */
  entries: () => readonly unknown[] | undefined;
  /** The texts that were saved since: no other source has changed. */
  saved: readonly string[];
  /** The current state of the sources. */
  sources?: ReadonlyMap<string, SourceFile> | undefined;
}

/** What a build stores; `undefined` for what is unchanged since the build before. */
interface Leaving {
  texts?: LeftTexts;
  renamed: NamedTexts;
  problems?: LeftProblems;
  /** Values that can be cloned, written one after the other. */
  entries?: Iterable<unknown>;
}

/** Called once the site is published. Returns all there is to store if `anew`, or else what changed since it was reused. */
export type Leave = (anew: boolean) => Leaving;

/** What is held until then: of the caches only names, since their contents are large. */
interface Standing extends Pick<
  Workings,
  "content" | "texts" | "fences" | "broken" | "others" | "ofSite" | "markDrafts"
> {
  names: { heads: ReadonlyMap<string, string>; texts: ReadonlyMap<string, string> };
}

/** `left`: what was reused. */
export function leaver(workings: Workings, caches: Caches, left?: Left): Leave {
  const { content, texts, fences, broken, others, ofSite, markDrafts } = workings;
  const names = { heads: caches.heads.names, texts: caches.texts.names };
  return leaverOf({ content, texts, fences, broken, others, ofSite, markDrafts, names }, left);
}

/** A separate function, because the closure would otherwise keep all of `workings` and `caches` in memory. */
function leaverOf(standing: Standing, left: Left | undefined): Leave {
  return (anew) => (anew || !left ? leavingAll(standing, left) : leavingSince(left, standing));
}

function leavingAll(standing: Standing, left?: Left): Leaving {
  const { content, fences, broken } = standing;
  const files = entriesOf(content).map(({ file }) => file);
  const texts = {
    texts: namesOf(files, standing, left),
    fences: Object.fromEntries(fences),
    remarked: content.remarked ?? [],
    broken: [...broken],
  };
  return { texts, renamed: {}, problems: leftProblems(standing), entries: keptEntries(content) };
}

/** Above this number, everything is stored again. */
const MOST_RENAMED = 300;

function leavingSince(left: Left, standing: Standing): Leaving {
  const renamed = { ...left.renamed, ...namesOf(left.saved, standing, left) };
  if (Object.keys(renamed).length > MOST_RENAMED) return leavingAll(standing, left);
  const problems = leftProblems(standing);
  return isDeepStrictEqual(problems, left.problems) ? { renamed } : { renamed, problems };
}

function leftProblems(standing: Standing): LeftProblems {
  const { others, ofSite } = standing;
  return { others, ofTexts: problemsOfTexts(standing), ofSite };
}

function namesOf(
  files: readonly string[],
  { content, names: { heads, texts } }: Standing,
  left: Left | undefined,
): NamedTexts {
  // A site that was reused did not read front matter, which is unchanged.
  const headOf = (file: string): string | undefined =>
    left ? (left.renamed[file] ?? left.texts.texts[file])?.[2] : heads.get(file);
  const lines = new Map(entriesOf(content).map(({ file, bodyLine }) => [file, bodyLine]));
  return Object.fromEntries(
    files.flatMap((file) => {
      const text = texts.get(file);
      return text === undefined ? [] : [[file, [lines.get(file) ?? 1, text, headOf(file)]]];
    }),
  );
}
