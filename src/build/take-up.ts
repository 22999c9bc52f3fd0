// What a finished build left of its site → the same site prepared again where nothing but texts was saved since: no other
// text is opened or asked about, and nothing is checked that was checked then. From there on it goes as a save of one's own
// process (`saved-texts.ts`), which gives up where more than texts may differ.
import { readEntry, type EntryContext } from "../content/entries.ts";
import { loadContent } from "../content/load.ts";
import type { Loose } from "../content/loose-entry.ts";
import { sourceFile } from "../content/tree.ts";
import type { Content } from "../content/types.ts";
import { unopened } from "../content/unopened.ts";
import type { SourceFile } from "../source-file.ts";
import type { Caches } from "./build-memory.ts";
import { codeLanguages } from "./code-languages.ts";
import { leaver, type Left, type NamedTexts } from "./left-texts.ts";
import type { Preparing, PreparedSite } from "./prepare.ts";
import { prepareContent } from "./prepare-content.ts";
import { entriesOf, withSavedTexts, type BodyFacts } from "./saved-texts.ts";
import { StoredText, type DigestedText } from "./stored-text.ts";

/** Undefined where the site is to be prepared anew. */
export async function takeUp(left: Left, options: Preparing): Promise<PreparedSite | undefined> {
  const { caches } = options;
  const { fences, remarked, broken } = left.texts;
  const entries = new LeftEntries(left);
  const loaded = caches.texts.load();
  const content = await contentOf(entries, options);
  await loaded;
  const isWhole = caches.texts.check();
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
  // Until then, nobody asks for what the files say.
  if (!(await isWhole)) return undefined;
  const resaved = await withSavedTexts(workings, entries, left.saved);
  if (!resaved) return undefined;
  caches.texts.save();
  return {
    ...resaved,
    resumed: true,
    leave: leaver(workings, caches, left),
  };
}

/** Undefined where front matter was saved too: nearly all that can be in the way, found before anything is made. */
async function contentOf(entries: LeftEntries, options: Preparing): Promise<Content | undefined> {
  try {
    const { content } = await loadContent({
      ...options,
      builtinLayouts: options.builtin.names,
      memory: entries,
      remarked: true,
      heads: (settings) => options.caches.heads.under(settings),
    });
    return content;
  } catch (error) {
    if (error instanceof OtherFrontMatter) return undefined;
    throw error;
  }
}

class OtherFrontMatter extends Error {}

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
    texts.set(file, new StoredText(found, found));
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
      if (!this.#context) {
        this.#context = context;
        if (!this.#left.saved.every((file) => this.#isSame(file))) throw new OtherFrontMatter();
      }
      const [bodyLine, , head] = this.names(source.file);
      const facts = head === undefined ? undefined : context.heads?.named(head, source.file);
      return facts && bodyLine !== undefined
        ? unopened(kind, source, { facts, bodyLine })
        : readEntry(kind, source, context);
    };
  }

  #isSame(file: string): boolean {
    const source = this.#context && sourceFile(this.#context.site.root, file);
    return source !== undefined && this.reread(source) !== undefined;
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
