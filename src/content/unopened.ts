// A post or page of which an earlier run left all but its words, and whose file stands as it did: it is opened where something
// asks for them, such as the place of a problem.
import { splitFrontMatter } from "./front-matter.ts";
import { looseEntry, type EntryFacts, type Loose } from "./loose-entry.ts";
import { readUtf8 } from "./read.ts";
import type { SourceFile } from "../source-file.ts";
import type { SourceText } from "./types.ts";

export function unopened(
  kind: Loose["kind"],
  source: SourceFile,
  { facts, bodyLine }: { facts: EntryFacts; bodyLine: number },
): Loose {
  const text = new Unopened(source);
  return looseEntry(facts, { kind, source, text, bodyLine, front: text });
}

class Unopened implements SourceText {
  readonly #source: SourceFile;
  #read: SourceText | undefined;

  constructor(source: SourceFile) {
    this.#source = source;
  }

  get head(): string {
    return this.#open().head;
  }

  get body(): Buffer {
    return this.#open().body;
  }

  #open(): SourceText {
    return (this.#read ??= split(this.#source) ?? NOTHING);
  }
}

/** One that vanished meanwhile says nothing. */
const NOTHING: SourceText = { head: "", body: Buffer.alloc(0) };

function split(source: SourceFile): SourceText | undefined {
  const read = readUtf8(source);
  if (!read || "problem" in read) return undefined;
  const cut = splitFrontMatter(source.file, read.bytes);
  return "problem" in cut ? undefined : cut.split;
}
