// What a finished build stored of its site → the same site prepared again, if only texts were saved since: no other text is
// opened or looked up, and nothing is checked twice. The rest is done as for a save under `carnet dev` (`saved-texts.ts`), and
// given up if more than texts may differ.
import { entriesOf } from "../content/collections.ts";
import type { KnownHeads } from "../content/entries/read.ts";
import type { Loose } from "../content/entries/read.ts";
import { restoreContent } from "../content/restore.ts";
import { sourceFile } from "../content/tree.ts";
import type { Content } from "../content/types.ts";
import { splitFile } from "../content/entries/unopened.ts";
import type { SourceFile } from "../source-file.ts";
import type { Caches } from "./build-memory.ts";
import { codeLanguages } from "./texts/code-languages.ts";
import { leaver, type Left, type NamedTexts } from "./left-texts.ts";
import type { Preparing, PreparedSite } from "./prepare.ts";
import { prepareContent } from "./prepare-content.ts";
import { withSavedTexts, type BodyFacts } from "./saved-texts.ts";
import { StoredText, type DigestedText } from "./texts/stored-text.ts";

/** Returns `undefined` if the site must be prepared from scratch. */
export async function takeUp(left: Left, options: Preparing): Promise<PreparedSite | undefined> {
  const { caches } = options;
  const { fences, remarked, broken } = left.texts;
  const entries = new LeftEntries(left);
  const content = restoreContent({
    ...options,
    builtinLayouts: options.builtin.names,
    remarked,
    isSame: (settings) => entries.begin(caches.heads.under(settings), options.root),
    entries: left.entries,
    sources: left.sources,
  });
  const texts = content && textsOf(content, entries, caches);
  if (!texts) return undefined;
  const { others, ofSite } = left.problems;
  const workings = await prepareContent(content, {
    ...{ ...options, texts: caches.texts, problems: [] },
    known: { texts, others, ofSite, fences: new Map(Object.entries(fences)), broken: new Set(broken) },
  });
  workings.bodyBefore = ({ file }): BodyFacts | undefined =>
    remarked.includes(file) ? undefined : [[], codeLanguages(new Map([[file, fences[file] ?? []]]))];
  const resaved = await withSavedTexts(workings, entries, left.saved);
  if (!resaved) return undefined;
  caches.texts.save();
  return {
    ...resaved,
    resumed: true,
    leave: leaver(workings, caches, left),
  };
}

/** `undefined` if one of them is no longer in the cache. */
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
    texts.set(file, new StoredText(found, found));
  }
  return texts;
}

/** What is known of entries, by their names in the caches. */
class LeftEntries {
  readonly #left: Left;
  #heads: KnownHeads | undefined;

  constructor(left: Left) {
    this.#left = left;
  }

  names(file: string): NamedTexts[string] | [] {
    return this.#left.renamed[file] ?? this.#left.texts.texts[file] ?? [];
  }

  /** Returns false if front matter was saved too: nearly every failure is of this kind, and found before anything is made. */
  begin(heads: KnownHeads, root: string): boolean {
    this.#heads = heads;
    return this.#left.saved.every((file) => {
      const source = sourceFile(root, file);
      return source !== undefined && this.reread(source) !== undefined;
    });
  }

  /** A text that was saved since; `undefined` if more than its body may differ. */
  reread(source: SourceFile): Pick<Loose, "text"> | undefined {
    const { file } = source;
    const [bodyLine, , named] = this.names(file);
    const read = splitFile(source);
    if (!read || read.bodyLine !== bodyLine || named === undefined) return undefined;
    const { head, body } = read;
    const kind = file.startsWith("content/posts/") ? "post" : "page";
    return this.#heads?.nameOf(kind, file, head) === named ? { text: { head, body } } : undefined;
  }
}
