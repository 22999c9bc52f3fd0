// Tokens → lines and columns of the file they come from.
// markdown-it records only the lines of blocks: columns are searched for in the source, and only when needed.
import type { Token } from "markdown-it";
import { lineStarts } from "../lines.ts";
import type { Place } from "../problems.ts";
import type { MarkdownSource } from "./types.ts";

/** A piece of content and the lines of the body that it comes from, counted from 0 as markdown-it does. */
export interface Span {
  content: string;
  /** Absent if markdown-it gives none. */
  first?: number | undefined;
}

export class Positions {
  readonly #source: MarkdownSource;
  #lines: string[] | undefined;
  #offsets: number[] | undefined;
  #content: string | undefined;
  #first: number | undefined;
  #row = 0;
  #starts: number[] = [0];
  #columns: number[] = [];

  constructor(source: MarkdownSource) {
    this.#source = source;
  }

  /** Place of the character at `offset` of a span's content. */
  at(span: Span, offset: number): Place {
    if (this.#content !== span.content || this.#first !== span.first) this.#read(span);
    let low = 0;
    for (let high = this.#starts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const column = (this.#columns[low] ??= this.#indent(this.#row + low, this.#line(low)));
    return this.#place(this.#row + low, column + Math.max(0, offset) - (this.#starts[low] ?? 0));
  }

  /** Place of the character at `offset` of a token's content. A cell of a table has no lines of its own: it needs its span. */
  in(token: Token, offset: number): Place {
    return this.at(spanOf(token), offset);
  }

  /** Place of the first visible character of a block. */
  of(block: Token): Place {
    return this.line(block.map?.[0] ?? 0);
  }

  /** Place of the first visible character of a line, counted from 0 in the body. */
  line(row: number): Place {
    const text = this.#text(row);
    return this.#place(row, text.length - text.trimStart().length);
  }

  lines(): string[] {
    return (this.#lines ??= this.#source.body.split("\n"));
  }

  /** The rest of the source line from a place on. */
  from({ line, column }: Place): string {
    return this.#text(line - this.#source.bodyLine).slice(column - 1);
  }

  /** The source from a place on, over the ends of lines. */
  after({ line, column }: Place, most: number): string {
    const { body, bodyLine } = this.#source;
    const start = ((this.#offsets ??= lineStarts(body))[line - bodyLine] ?? 0) + column - 1;
    return body.slice(start, start + most);
  }

  /** The beginning of another line in the same quotation and the same item as a place, which is where its text begins. */
  before({ line, column }: Place): string {
    // The marker of an item appears once: the rest of the item is indented.
    const start = this.#text(line - this.#source.bodyLine).slice(0, column - 1);
    return start.replace(/[^>\s]/g, " ");
  }

  /** Number of the first line from which `labelIn` reads each label, counted from 0. */
  rowsOf(labelIn: (line: string) => string | undefined): Map<string, number> {
    const rows = new Map<string, number>();
    for (const [row, line] of this.lines().entries()) {
      const label = labelIn(line);
      if (label !== undefined && !rows.has(label)) rows.set(label, row);
    }
    return rows;
  }

  /** A single line: called for each link, so the others are not split. */
  #text(row: number): string {
    const { body } = this.#source;
    const offsets = (this.#offsets ??= lineStarts(body));
    const start = offsets[row];
    const next = offsets[row + 1];
    return start === undefined ? "" : body.slice(start, next === undefined ? undefined : next - 1);
  }

  /** Remembers where the lines of a content begin: a long one may be queried many times. */
  #read({ content, first }: Span): void {
    this.#content = content;
    this.#first = first;
    this.#row = first ?? this.#search(content);
    this.#starts = lineStarts(content);
    this.#columns = [];
  }

  #line(index: number): string {
    const end = this.#starts[index + 1];
    return (this.#content ?? "").slice(this.#starts[index], end === undefined ? undefined : end - 1);
  }

  /** The number of characters in the source line before the part that is in the content. */
  #indent(row: number, kept: string): number {
    const text = this.#text(row);
    if (text.endsWith(kept)) return text.length - kept.length;
    const found = text.lastIndexOf(kept);
    if (found >= 0) return found;
    const loose = text.lastIndexOf(kept.trim());
    return loose >= 0 ? loose - (kept.length - kept.trimStart().length) : 0;
  }

  #search(content: string): number {
    const end = content.indexOf("\n");
    const first = end < 0 ? content : content.slice(0, end);
    const row = this.lines().findIndex((line) => line.includes(first));
    return row < 0 ? 0 : row;
  }

  #place(row: number, column: number): Place {
    return { file: this.#source.file, line: this.#source.bodyLine + row, column: Math.max(0, column) + 1 };
  }
}

/** The span of a token that is not the cell of a table. */
export function spanOf({ content, map }: Token): Span {
  return { content, first: map?.[0] };
}
