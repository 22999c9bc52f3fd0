// What a finished build leaves of its site → the same site prepared again where nothing but texts was saved since: no other
// text is opened or asked about, and nothing is checked that was checked then. From there on it goes as a save of one's own
// process (`saved-texts.ts`), which gives up where more than texts may differ.
import { isDeepStrictEqual } from "node:util";
import { readEntry, type EntryContext, type Loose } from "../content/entries.ts";
import { loadContent } from "../content/load.ts";
import type { Content } from "../content/types.ts";
import type { SourceFile } from "../source-file.ts";
import { unopened } from "../content/unopened.ts";
import type { Problem } from "../problems.ts";
import type { Caches } from "./build-memory.ts";
import { codeLanguages } from "./code-languages.ts";
import type { Preparing, PreparedSite } from "./prepare.ts";
import { prepareContent } from "./prepare-content.ts";
import { entriesOf, withSavedTexts, type BodyFacts, type Workings } from "./saved-texts.ts";
import { StoredText, type DigestedText } from "./stored-text.ts";

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
  /** The texts that were saved since: all else of the sources is as it was. */
  saved: readonly string[];
}

/** What a build leaves: undefined for what stands as the one before left it. */
export interface Leaving {
  texts?: LeftTexts;
  renamed: NamedTexts;
  problems?: LeftProblems;
}

export function leavingOf(workings: Workings, caches: Caches): Leaving {
  const { content, fences, broken } = workings;
  const files = entriesOf(content).map(({ file }) => file);
  const texts = {
    texts: namesOf(files, workings, caches),
    fences: Object.fromEntries(fences),
    remarked: content.remarked ?? [],
    broken: [...broken],
  };
  return { texts, renamed: {}, problems: leftProblems(workings) };
}

function leftProblems({ content, texts, others, ofSite }: Workings): LeftProblems {
  const ofTexts = entriesOf(content).flatMap(({ file }) => texts.get(file)?.problems ?? []);
  return { others, ofTexts, ofSite };
}

function namesOf(files: readonly string[], { content }: Workings, { heads, texts }: Caches): NamedTexts {
  const lines = new Map(entriesOf(content).map(({ file, bodyLine }) => [file, bodyLine]));
  return Object.fromEntries(
    files.flatMap((file) => {
      const text = texts.names.get(file);
      return text === undefined ? [] : [[file, [lines.get(file) ?? 1, text, heads.names.get(file)]]];
    }),
  );
}

/** More than that, and they are no longer few beside all. */
const MOST_RENAMED = 300;

function leavingSince(left: Left): typeof leavingOf {
  return (workings, caches) => {
    const renamed = { ...left.renamed, ...namesOf(left.saved, workings, caches) };
    if (Object.keys(renamed).length > MOST_RENAMED) return leavingOf(workings, caches);
    const problems = leftProblems(workings);
    return isDeepStrictEqual(problems, left.problems) ? { renamed } : { renamed, problems };
  };
}

/** Undefined where the site is to be prepared anew. */
export async function takeUp(left: Left, options: Preparing): Promise<PreparedSite | undefined> {
  const { caches } = options;
  const { fences, remarked, broken } = left.texts;
  const entries = new LeftEntries(left);
  const { content } = await loadContent({
    ...options,
    builtinLayouts: options.builtin.names,
    memory: entries,
    remarked: true,
    heads: (settings) => caches.heads.under(settings),
  });
  const texts = content && textsOf(content, entries, caches);
  if (!texts) return undefined;
  const { others, ofSite } = left.problems;
  const workings = await prepareContent(
    { ...content, remarked },
    {
      ...{ ...options, texts: caches.texts, problems: [] },
      known: { texts, others, ofSite, fences: new Map(Object.entries(fences)), broken: new Set(broken) },
    },
  );
  workings.bodyBefore = ({ file }): BodyFacts | undefined =>
    remarked.includes(file) ? undefined : [[], codeLanguages(new Map([[file, fences[file] ?? []]]))];
  const resaved = await withSavedTexts(workings, entries, left.saved);
  if (!resaved) return undefined;
  caches.texts.save();
  return {
    ...resaved,
    resumed: true,
    leave: (anew) => (anew ? leavingOf : leavingSince(left))(workings, caches),
  };
}

/** Undefined where one of them is no longer kept. */
function textsOf(
  content: Content,
  entries: LeftEntries,
  { texts: cache }: Caches,
): Map<string, DigestedText> | undefined {
  const texts = new Map<string, DigestedText>();
  for (const { file } of entriesOf(content)) {
    const [, name = ""] = entries.names(file);
    const found = cache.named(name, file);
    if (!found) return undefined;
    texts.set(file, new StoredText(found));
  }
  return texts;
}

/** Entries as they were, of which those that nothing was to be said of are not opened. */
class LeftEntries {
  readonly #left: Left;
  #context: EntryContext | undefined;

  constructor(left: Left) {
    this.#left = left;
  }

  names(file: string): NamedTexts[string] | [] {
    return this.#left.renamed[file] ?? this.#left.texts.texts[file] ?? [];
  }

  begin(): typeof readEntry {
    return (kind, source, context) => {
      this.#context = context;
      const [bodyLine, , head] = this.names(source.file);
      const facts = head === undefined ? undefined : context.heads?.named(head, source.file);
      return facts && bodyLine !== undefined
        ? unopened(kind, source, { facts, bodyLine })
        : readEntry(kind, source, context);
    };
  }

  /** A text that was saved since; undefined where more than its body may differ. */
  reread(source: SourceFile): Pick<Loose, "text"> | undefined {
    const { file } = source;
    const context = this.#context && { ...this.#context, problems: [] };
    const kind = file.startsWith("content/posts/") ? "post" : "page";
    const [bodyLine, , head] = this.names(file);
    const read = context && readEntry(kind, source, context);
    const isSame =
      read?.bodyLine === bodyLine && context?.heads?.nameOf(kind, file, read?.text.head ?? "") === head;
    return isSame ? read : undefined;
  }
}
