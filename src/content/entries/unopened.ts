// The words of a post or page of which an earlier run left all else, and whose file stands as it did: it is opened where
// something asks for them, such as the place of a problem.
import { splitFrontMatter, type Split } from "./front-matter.ts";
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

/** One that vanished meanwhile says nothing. */
const NOTHING: SourceText = { head: "", body: Buffer.alloc(0) };

/** A file of the content as its two parts; undefined where it cannot be read, or has no front matter. */
export function splitFile(source: SourceFile): Split | undefined {
  const read = readUtf8(source);
  if (!read || "problem" in read) return undefined;
  const cut = splitFrontMatter(source.file, read.bytes);
  return "problem" in cut ? undefined : cut.split;
}
