// Keeps posts and pages as read, for a process that reads a site again at each save. A file with the same size and times, on
// the same day and under the same settings, is not opened again.
import type { Problem } from "../../problems.ts";
import type { SourceFile } from "../../files.ts";
import { readEntry, type EntryContext, type Loose, type ReadEntry } from "./read.ts";

interface Known {
  size: number;
  mtimeMs: number;
  ctimeMs: number;
  read: ReadEntry;
  problems: readonly Problem[];
}

export class EntryMemory {
  #settings = "";
  #known = new Map<string, Known>();
  #context: EntryContext | undefined;

  /** Begins a reading. Files that the last one did not ask for are forgotten; if the settings differ, all files are. */
  begin(settings: string): (kind: "post" | "page", source: SourceFile, context: EntryContext) => ReadEntry {
    const before = settings === this.#settings ? this.#known : new Map<string, Known>();
    const now = new Map<string, Known>();
    this.#settings = settings;
    this.#known = now;
    return (kind, source, context) => {
      this.#context = context;
      const { file, size, mtimeMs, ctimeMs } = source;
      const kept = before.get(file);
      const stands = kept?.size === size && kept.mtimeMs === mtimeMs && kept.ctimeMs === ctimeMs;
      const known = stands ? kept : readNew(kind, source, context);
      now.set(file, known);
      context.problems.push(...known.problems);
      return known.read;
    };
  }

  /** Files that were saved since: they are opened at the next reading, although a disk that keeps whole seconds shows no change. */
  forget(files: readonly string[]): void {
    for (const file of files) this.#known.delete(file);
  }

  /**
   * Reads again a file that was saved since. Undefined if more than its body may differ: it was not an entry, is no longer one,
   * or has other front matter.
   */
  reread(source: SourceFile): Pick<Loose, "text"> | undefined {
    const before = this.#known.get(source.file)?.read.entry;
    if (!before || !this.#context) return undefined;
    const known = readNew(before.kind, source, this.#context);
    const { entry } = known.read;
    if (entry?.text.head !== before.text.head || entry.bodyLine !== before.bodyLine) return undefined;
    this.#known.set(source.file, known);
    return entry;
  }
}

function readNew(kind: "post" | "page", source: SourceFile, context: EntryContext): Known {
  const problems: Problem[] = [];
  const { size, mtimeMs, ctimeMs } = source;
  return { size, mtimeMs, ctimeMs, read: readEntry(kind, source, { ...context, problems }), problems };
}
