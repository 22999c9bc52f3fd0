// A prepared site → what is left of it to the next build, as plain values: names of its texts, and what was told of them.
import { isDeepStrictEqual } from "node:util";
import { keptEntries } from "../content/kept-entries.ts";
import type { Problem } from "../problems.ts";
import type { SourceFile } from "../source-file.ts";
import type { Caches } from "./build-memory.ts";
import { entriesOf, problemsOfTexts, type Workings } from "./saved-texts.ts";

/** What is left of the texts of a site, as plain values. */
export interface LeftTexts {
  texts: NamedTexts;
  /** Languages of code, by file, and the files of texts of which something is said as they are written. */
  fences: Readonly<Record<string, readonly string[]>>;
  remarked: readonly string[];
  /** Pictures that cannot be decoded. */
  broken: readonly string[];
}

/** By source file: the line on which the body begins, and the names of text and front matter in their caches. */
export type NamedTexts = Readonly<
  Record<string, readonly [bodyLine: number, text: string, head?: string | undefined]>
>;

/** What was told, in order. */
export interface LeftProblems {
  others: readonly Problem[];
  ofTexts: readonly Problem[];
  ofSite: readonly Problem[];
}

export interface Left {
  texts: LeftTexts;
  /** Texts that have other names since `texts` was left. */
  renamed: NamedTexts;
  problems: LeftProblems;
  /** What front matter was read to say, as `keptEntries` gave it. */
  entries: () => readonly unknown[] | undefined;
  /** The texts that were saved since: all else of the sources is as it was. */
  saved: readonly string[];
  /** What the sources look like now. */
  sources?: ReadonlyMap<string, SourceFile> | undefined;
}

/** What a build leaves: undefined for what stands as the one before left it. */
export interface Leaving {
  texts?: LeftTexts;
  renamed: NamedTexts;
  problems?: LeftProblems;
  /** Values that can be cloned, to be written one after the other. */
  entries?: Iterable<unknown>;
}

/** Given back once the site is in place: all that is left of it `anew`, or what is no longer as it was taken up. */
export type Leave = (anew: boolean) => Leaving;

/** What that takes until then: nothing of the caches but names, since what they hold is large. */
interface Standing extends Pick<
  Workings,
  "content" | "texts" | "fences" | "broken" | "others" | "ofSite" | "markDrafts"
> {
  names: { heads: ReadonlyMap<string, string>; texts: ReadonlyMap<string, string> };
}

/** `left`: what was taken up. */
export function leaver(workings: Workings, caches: Caches, left?: Left): Leave {
  const { content, texts, fences, broken, others, ofSite, markDrafts } = workings;
  const names = { heads: caches.heads.names, texts: caches.texts.names };
  return leaverOf({ content, texts, fences, broken, others, ofSite, markDrafts, names }, left);
}

/** A function of its own: what it gives would else keep all that the other one was given. */
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

/** More than that, and they are no longer few beside all. */
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
  // What was taken up has not asked for front matter, which is as it was.
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
