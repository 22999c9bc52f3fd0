// Pieces of a text → lines and columns of the file they come from.
// markdown-it records only the lines of blocks: columns are searched for in the source, and only for what is reported.
import { lineStarts } from "../text.ts";
import type { Place } from "../problems.ts";
import type { MarkdownSource } from "./types.ts";

/** The content of a block, without the signs around it, and the line of the body on which it begins, from 0. */
export interface Span {
  content: string;
  first: number;
}

export class Positions {
  readonly #source: MarkdownSource;
  #lines: readonly string[] | undefined;
  /** The last span asked about, and where its lines begin: a long one may be asked about many times. */
  #span: Span | undefined;
  #starts: readonly number[] = [0];
  /** The number of characters before each of them in its source line. */
  #indents: number[] = [];

  constructor(source: MarkdownSource) {
    this.#source = source;
  }

  /** Place of the character at `offset` of a span's content. */
  at(span: Span, offset: number): Place {
    if (this.#span !== span) {
      this.#span = span;
      this.#starts = lineStarts(span.content);
      this.#indents = [];
    }
    const from = Math.max(0, offset);
    let line = 0;
    for (let high = this.#starts.length; high - line > 1;) {
      const middle = (line + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= from) line = middle;
      else high = middle;
    }
    const [start = 0, next] = this.#starts.slice(line, line + 2);
    const row = span.first + line;
    const part = (): string => span.content.slice(start, next === undefined ? undefined : next - 1);
    const indent = (this.#indents[line] ??= this.#indent(row, part()));
    return this.#place(row, indent + from - start);
  }

  /** Place of the first visible character of a line, counted from 0 in the body. */
  line(row: number): Place {
    const text = this.#text(row);
    return this.#place(row, text.length - text.trimStart().length);
  }

  /** A line of the body, counted from 0. */
  #text(row: number): string {
    this.#lines ??= this.#source.body.split("\n");
    return this.#lines[row] ?? "";
  }

  /** The number of characters in the source line before the part that is in the content. */
  #indent(row: number, part: string): number {
    const text = this.#text(row);
    if (text.endsWith(part)) return text.length - part.length;
    const found = text.lastIndexOf(part);
    if (found >= 0) return found;
    const loose = text.lastIndexOf(part.trim());
    return loose < 0 ? 0 : loose - (part.length - part.trimStart().length);
  }

  #place(row: number, column: number): Place {
    return { file: this.#source.file, line: this.#source.bodyLine + row, column: Math.max(0, column) + 1 };
  }
}
