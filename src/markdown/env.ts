// State that the rules share while one text is rendered: its source, and what they found in it, with positions.
// markdown-it passes it to every rule as `env`. Each text gets a new one, so that nothing outlives a render.
import type { Token } from "markdown-it";
import { problem, type Fix, type Params, type Place, type Problem } from "../problems.ts";
import { inLanguage, wordsLanguage, type WordsLanguage } from "../strings/direction.ts";
import type { MessageKey } from "../strings/problems.ts";
import { ui, type UiWords } from "../strings/ui.ts";
import { fileBeside, textNamed } from "./addresses.ts";
import type { Highlighter } from "./code/highlighter.ts";
import type { RawHeading } from "./html/headings.ts";
import { Ids } from "./ids.ts";
import { countWords } from "./words.ts";
import { Positions } from "./positions.ts";
import type { Signs } from "./signs.ts";
import type { CoverCopy, Heading, MarkdownSite, MarkdownSource, Reference } from "./types.ts";

/** What markdown-it-footnote stores in `env`: `:label` → number of the note, -1 until something refers to it. */
interface Footnotes {
  refs?: Record<string, number>;
  list?: { label?: string; count?: number; content?: string; tokens?: Token[] }[];
}

/** As markdown-it keeps it. */
export interface LinkTarget {
  href: string;
  title: string;
}

export class Env {
  /** Read by markdown-it: normalized label → where it leads. */
  references: Record<string, LinkTarget | undefined> = {};
  footnotes?: Footnotes;

  readonly around: MarkdownSite;
  readonly source: MarkdownSource;
  readonly highlighter: Highlighter | undefined;
  readonly words: UiWords;
  /** Attributes of the language of `words`, and of the text inside these. */
  readonly langs: WordsLanguage;
  readonly ids = new Ids();
  readonly headings: Heading[] = [];
  readonly found: Reference[] = [];
  readonly problems: Problem[] = [];
  readonly frameHosts = new Set<string>();
  /** Hosts of frames that the site does not allow: the last message about one says how to allow all of them. */
  readonly refusedHosts = new Set<string>();
  /** Headings in raw HTML, as the outline decided them, by token and by offset of their tag in it. */
  readonly rawHeadings = new Map<Token, ReadonlyMap<number, RawHeading>>();
  /** Raw HTML tags known to have no end in the rest of the text. */
  readonly neverClosed = new Set<string>();
  readonly positions: Positions;
  /** Number of attempts to read a footnote that failed. */
  failedNotes = 0;
  wordCount = 0;
  /** Number of the site's pictures in the text so far. */
  pictures = 0;
  /** Sources of the pictures that the text names, including broken ones. */
  readonly named = new Set<string>();
  cover?: CoverCopy;
  readonly signs: Signs;

  /** `signs` are the signs of the source's body. */
  constructor(around: MarkdownSite, source: MarkdownSource, signs: Signs, highlighter?: Highlighter) {
    this.around = around;
    this.source = source;
    this.signs = signs;
    this.highlighter = highlighter;
    this.words = ui(source.lang, around.site.lang);
    this.langs = wordsLanguage(source.lang, around.site.lang);
    this.positions = new Positions(source);
  }

  /** A text of `words` as HTML. */
  said(text: string): string {
    return inLanguage(text, this.langs.words);
  }

  /** Whether the source contains a sign: a rule tests this before it searches for what begins with it. */
  holds(sign: string): boolean {
    return this.signs.holds(sign);
  }

  /**
   * Whether one of `[`, `]`, `!`, `<`, `\`, `*` and `_` may be in the text of the finished tokens: a rule that looks for markup that failed
   * tests this before it reads them. False if all of them became links, pictures, emphasis…
   */
  leaves(sign: string): boolean {
    return this.signs.isLeft(sign);
  }

  report<K extends MessageKey>(key: K, place: Place, params: Params<K>, fix?: Fix): void {
    this.problems.push(problem(key, place, params, fix));
  }

  /** Removes the problems reported for these lines of the file. */
  withdraw(lines: ReadonlySet<number>): void {
    let kept = 0;
    for (const one of this.problems) if (!lines.has(one.line)) this.problems[kept++] = one;
    this.problems.length = kept;
  }

  countWords(text: string): void {
    this.wordCount += countWords(text);
  }

  reference(kind: Reference["kind"], href: string, text: string, place: Place, raw?: true): void {
    const beside = kind === "link" || kind === "media" ? fileBeside(href, this) : undefined;
    const { line, column } = place;
    const reference: Reference = { kind, href, text, line, column };
    if (beside !== undefined) reference.beside = beside;
    const to = kind === "link" ? textNamed(href, this) : undefined;
    if (to !== undefined) reference.to = to;
    if (raw) reference.raw = raw;
    this.found.push(reference);
  }
}

/**
 * The `env` of a rule, which markdown-it does not type.
 *
 * @throws if it was not made by `createMarkdown().render`.
 */
export function envOf(env: unknown): Env {
  if (env instanceof Env) return env;
  throw new TypeError("The rules of markdown/ run through createMarkdown().render only.");
}
