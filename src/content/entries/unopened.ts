// The text of an entry that is restored from an earlier run, and whose file is unchanged. The file is opened only if something
// needs the text, such as the place of a problem.
import { splitFrontMatter, type Split } from "../parse.ts";
import { readUtf8 } from "../read.ts";
import type { SourceFile } from "../../source-file.ts";
import type { SourceText } from "../types.ts";

export class UnopenedText implements SourceText {
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
    return (this.#read ??= splitFile(this.#source) ?? NOTHING);
  }
}

/** A file that has vanished since is read as empty. */
const NOTHING: SourceText = { head: "", body: Buffer.alloc(0) };

/** Splits a file of the content into its two parts; undefined if it cannot be read, or has no front matter. */
export function splitFile(source: SourceFile): Split | undefined {
  const read = readUtf8(source);
  if (!read || "problem" in read) return undefined;
  const cut = splitFrontMatter(source.file, read.bytes);
  return "problem" in cut ? undefined : cut.split;
}
