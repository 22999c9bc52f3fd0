// Template leftovers of a text → equivalent Markdown; unknown ones stay as they are, and are reported.
// One pass over the tags in order: what a pair encloses is read once, with the pair or by itself.
import { excerpt } from "../../excerpt.ts";
import type { Change, ChangeKind } from "../model.ts";
import { findTags, type Tag } from "../../markdown/other-tools/template-tags.ts";
import { marked } from "./marked-markdown.ts";
import { matchPairs } from "./tag-pairs.ts";

/** What replaces a tag. `block`: on lines of its own; `extra`: words that were not in a tag. */
export interface Meant {
  text: string;
  kind: ChangeKind;
  block?: boolean;
  extra?: string;
}

export interface Around {
  /** What a pair encloses: converted, or as written for code. */
  inner: string;
  raw: string;
  /** True inside a block of raw HTML, where Markdown is not parsed. */
  inHtml: boolean;
  /** True inside an address, in brackets or quotes. */
  inAddress: boolean;
}

export interface Vocabulary {
  language: "liquid" | "shortcode";
  /** True for a text of HTML, in which what becomes Markdown is marked. */
  marks?: boolean;
  /** Pairs whose text is not a template: code, `raw`, comments. */
  verbatim: ReadonlySet<string>;
  mean: (tag: Tag, around: Around) => Meant | undefined;
  /** What a pair shows as a whole, its tags included; undefined if each is to be read by itself. */
  whole?: (tag: Tag, written: string, around: Omit<Around, "inner" | "raw">) => Meant | undefined;
}

export interface Converted {
  body: string;
  changes: Change[];
  unknown: { line: number; found: string }[];
  /** Texts that readers may see besides those of the source: arguments of tags, values looked up. */
  shown: string[];
  /** What tags became, wherever the conversion put it. */
  became: string[];
  /** Pairs that were replaced as a whole, in order: readers may not have seen all their words. */
  replaced: { code: string; shown: string }[];
}

/** Tags have many arguments: a report shows more of them than of a text. */
const SHOWN = 120;

export function convertLeftovers(body: string, bodyLine: number, vocabulary: Vocabulary): Converted {
  const done: Converted = { body, changes: [], unknown: [], shown: [], became: [], replaced: [] };
  if (!/\{[{%#]/.test(body)) return done;
  const walk = new Walk(body, bodyLine, vocabulary, done);
  done.body = walk.run();
  return done;
}

/** A text in the place of a tag, and the offset at which the source goes on. */
interface Put {
  text: string;
  end: number;
}

class Walk {
  readonly #body: string;
  readonly #vocabulary: Vocabulary;
  readonly #done: Converted;
  readonly #tags: readonly Tag[];
  /** For each opening tag of a pair, the index of its end. */
  readonly #ends: ReadonlyMap<number, number>;
  #line: number;
  #counted = 0;

  constructor(body: string, bodyLine: number, vocabulary: Vocabulary, done: Converted) {
    this.#body = body;
    this.#line = bodyLine;
    this.#vocabulary = vocabulary;
    this.#done = done;
    this.#tags = findTags(body, vocabulary.language);
    this.#ends = matchPairs(this.#tags, vocabulary);
  }

  run(): string {
    return this.#range(0, this.#tags.length, 0, this.#body.length);
  }

  /** The tags from `first` to `last`, in the text from `from` to `to`. */
  #range(first: number, last: number, from: number, to: number): string {
    let out = "";
    let at = from;
    for (let i = first; i < last;) {
      const tag = this.#tags[i];
      if (tag === undefined) break;
      out += this.#body.slice(at, tag.start);
      const endIndex = this.#ends.get(i) ?? i;
      const put = this.#replace(tag, i, endIndex, out);
      out += put.text;
      at = put.end;
      i = endIndex + 1;
    }
    return out + this.#body.slice(at, to);
  }

  /** What a tag or pair becomes, after the text `before`, and where the source goes on. */
  #replace(tag: Tag, index: number, endIndex: number, before: string): Put {
    const line = this.#lineOf(tag.start);
    const isPair = endIndex !== index;
    const end = this.#tags[endIndex] ?? tag;
    const raw = isPair ? this.#body.slice(tag.end, end.start) : "";
    const unknownBefore = this.#done.unknown.length;
    const written = this.#body.slice(tag.start, end.end);
    const whole = isPair ? this.#vocabulary.whole?.(tag, written, this.#context(tag)) : undefined;
    if (whole !== undefined) this.#done.replaced.push({ code: written, shown: whole.text });
    const isRead = !isPair || this.#vocabulary.verbatim.has(tag.name) || whole !== undefined;
    const inner = isRead ? raw : this.#range(index + 1, endIndex, tag.end, end.start);
    const meant = tag.closing
      ? undefined
      : (whole ?? this.#vocabulary.mean(tag, { inner, raw, ...this.#context(tag) }));
    if (meant !== undefined) return this.#put(meant, { line, from: tag.raw, end: end.end }, before);
    // The tag stays; what it encloses may still contain known tags.
    this.#done.unknown.splice(unknownBefore, 0, { line, found: tag.raw });
    if (isPair) this.#done.shown.push(end.raw);
    return { text: isPair ? tag.raw + inner + end.raw : tag.raw, end: end.end };
  }

  #put(meant: Meant, { line, from, end }: { line: number; from: string; end: number }, before: string): Put {
    const { kind, text, extra = "", block } = meant;
    this.#done.changes.push({ kind, line, from: excerpt(from, SHOWN), to: excerpt(text, SHOWN) });
    this.#done.shown.push(from, extra);
    this.#done.became.push(text);
    const put =
      block === true
        ? this.#asBlock(meant, before, end)
        : kind === "code"
          ? this.#asCode(text, before, end)
          : { text, end };
    const isMarked = this.#vocabulary.marks === true && isMarkdown(meant);
    return { text: isMarked ? marked(put.text) : put.text, end: put.end };
  }

  /** Puts a block on lines of its own, with the indentation of its line. */
  #asBlock({ text, kind }: Meant, before: string, end: number): Put {
    const lineStart = before.lastIndexOf("\n") + 1;
    const lead = before.slice(lineStart);
    const indent = /^[ \t]*/.exec(lead)?.[0] ?? "";
    const alone = lead.trim() === "";
    const after = /^[ \t]*(\r?\n|$)/.exec(this.#body.slice(end, end + 200));
    const lines = text.split("\n").map((line, i) => (i === 0 || line === "" ? line : indent + line));
    // A picture and its caption form a figure only if their paragraph contains no other text.
    const figure = /^\[?!\[.*\n\*/.test(text);
    const glued = figure && /\S[ \t]*\r?\n$/.test(before.slice(Math.max(0, lineStart - 300), lineStart));
    const start = alone ? (glued ? `\n${indent}` : "") : `\n\n${indent}`;
    const next = this.#body.slice(end, end + 300);
    // A line directly below would become part of it.
    const isOpen = (figure || kind === "notice") && /^[ \t]*\r?\n[ \t]*\S/.test(next);
    const stop = after === null ? `\n\n${indent}` : isOpen ? "\n" : "";
    return { text: start + lines.join("\n") + stop, end };
  }

  /** What code on lines of its own showed, without empty lines beside others. */
  #asCode(shown: string, before: string, end: number): Put {
    const after = this.#body.slice(end, end + 200);
    const isAfterEmpty = /(?:^|\n)[ \t]*(?:\r?\n)?$/.test(before.slice(-200)) && !/[^\n]\r?\n$/.test(before);
    const text = isAfterEmpty ? shown.replace(/^(?:[ \t]*\r?\n)+/, "") : shown;
    if (text === "" && isAfterEmpty)
      return { text, end: end + (/^[ \t]*\r?\n/.exec(after)?.[0].length ?? 0) };
    const isBeforeEmpty = /^[ \t]*\r?\n[ \t]*(?:\r?\n|$)/.test(after);
    return { text: isBeforeEmpty ? text.replace(/(?:\r?\n[ \t]*)+$/, "") : text, end };
  }

  #context(tag: Tag): { inHtml: boolean; inAddress: boolean } {
    const before = this.#body.slice(Math.max(0, tag.start - 600), tag.start);
    const block = before.split(/\n[ \t]*\r?\n/).at(-1) ?? "";
    return {
      inHtml: /^\s*<\/?[a-z!]/i.test(block.trimStart()),
      inAddress: isInAddress(before),
    };
  }

  /** Called with increasing offsets, except for what a pair encloses, which is counted from its own beginning. */
  #lineOf(offset: number): number {
    for (; this.#counted < offset; this.#counted++)
      if (this.#body.charCodeAt(this.#counted) === 10) this.#line++;
    return this.#line;
  }
}

/** True if an address has begun at the end of this text, in brackets or quotes. */
export const isInAddress = (before: string): boolean =>
  /(?:\]\(<?|(?:href|src|srcset|poster|action)\s*=\s*["']?|\]:\s*|https?:\/\/)[^\s"')>]*$/i.test(before);

/** True for what is Markdown wherever it is put: what is inside HTML begins with a tag. */
const isMarkdown = ({ kind, text }: Meant): boolean =>
  /^(?:image|figure|embed|code-block|notice)$/.test(kind) && !text.startsWith("<");
