// What the phases share while one text is rendered: its source, the site around it, and what they found, with places.
// markdown-it hands it to its rules as `env`. Each text gets a new one, so that nothing outlives a render.
import { problem, type Fix, type Params, type Place, type Problem } from "../problems.ts";
import { inLanguage, wordsLanguage, type WordsLanguage } from "../strings/languages.ts";
import type { MessageKey } from "../strings/problems.ts";
import { ui, type UiWords } from "../strings/ui.ts";
import { typeset, typographerFor } from "../typography/typographer.ts";
import { fileBeside, textNamed } from "./links.ts";
import type { Highlighter } from "./code.ts";
import { Ids } from "./ids.ts";
import { Positions } from "./positions.ts";
import type { At } from "./tree.ts";
import type { CoverCopy, Heading, MarkdownSite, MarkdownSource, Reference } from "./types.ts";

export class Env {
  /** Read by markdown-it: normalized label → where it leads. */
  references: Record<string, { href: string; title: string } | undefined> = {};

  readonly around: MarkdownSite;
  readonly source: MarkdownSource;
  readonly highlighter: Highlighter | undefined;
  readonly words: UiWords;
  /** Attributes of the language of `words`, and of the text inside these. */
  readonly langs: WordsLanguage;
  readonly positions: Positions;
  readonly ids = new Ids();
  readonly headings: Heading[] = [];
  readonly found: Reference[] = [];
  readonly problems: Problem[] = [];
  readonly frameHosts = new Set<string>();
  /** Hosts of frames that the site does not allow: the line to paste allows all those met so far. */
  readonly refusedHosts = new Set<string>();
  /** Ends of raw HTML that the rest of the text is known not to contain. */
  readonly neverClosed = new Set<RegExp>();
  /** The next closing bracket of the paragraph that was last read; infinity if there is none. */
  bracket = { src: "", at: -1 };
  /** Names of the elements in the text: a pass that finds nothing of its own here need not read the tree. */
  readonly names = new Set<string>();
  /** Running text, piece by piece, for the count of words. */
  readonly texts: string[] = [];
  /** Number of the site's pictures shown so far. */
  pictures = 0;
  /** Sources of the pictures that the text names, including broken ones. */
  readonly named = new Set<string>();
  cover?: CoverCopy;

  constructor(around: MarkdownSite, source: MarkdownSource, highlighter?: Highlighter) {
    this.around = around;
    this.source = source;
    this.highlighter = highlighter;
    this.words = ui(source.lang, around.site.lang);
    this.langs = wordsLanguage(source.lang, around.site.lang);
    this.positions = new Positions(source);
  }

  /** A text of the author's for an attribute, with the typography of its language. */
  typeset(text: string): string {
    const { typography, lang } = this.source;
    return typography === true ? typeset(text, typographerFor(lang)) : text;
  }

  /** A text of `words` as HTML. */
  said(text: string): string {
    return inLanguage(text, this.langs.words);
  }

  placeOf({ span, offset }: At): Place {
    return offset < 0 ? this.positions.line(span.first) : this.positions.at(span, offset);
  }

  report<K extends MessageKey>(key: K, place: Place, params: Params<K>, fix?: Fix): void {
    this.problems.push(problem(key, place, params, fix));
  }

  reference(kind: Reference["kind"], href: string, text: string, place: Place, raw = false): void {
    const { line, column } = place;
    const reference: Reference = { kind, href, text, line, column };
    const beside = kind === "link" || kind === "media" ? fileBeside(href, this) : undefined;
    if (beside !== undefined) reference.beside = beside;
    const to = kind === "link" ? textNamed(href, this) : undefined;
    if (to !== undefined) reference.to = to;
    if (raw) reference.raw = true;
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
