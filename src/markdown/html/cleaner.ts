// Raw HTML of a text, piece by piece → the HTML that may be shown, always balanced; the rest is dropped and reported.
// One cleaner serves one text: what one piece opens another may close, with Markdown between them.
import { escapeHtml } from "../../html.ts";
import type { Place } from "../../problems.ts";
import type { Env } from "../env.ts";
import { addressAsText, checkLinkText } from "../link-text.ts";
import { shownText } from "../pictures.ts";
import { tableRegion } from "../table-region.ts";
import { allowedAttributes, printAttributes, valueOf } from "./attributes.ts";
import { mediaElement, pictureElement, playerElement } from "./embedded.ts";
import { lexHtml, type HtmlEvent } from "./lexer.ts";
import { OpenElements, type OpenElement } from "./open-elements.ts";
import {
  BLOCK,
  BOUNDARIES,
  CLOSED_BY_BLOCK,
  CLOSES,
  DROPPED_WHOLE,
  ELEMENTS,
  REPLACED,
  SOCIAL_SCRIPTS,
  STAYS_OPEN,
  VOID,
} from "./policy.ts";

export type OpenTag = Extract<HtmlEvent, { kind: "open" }>;

/** Where a piece stands. */
export interface Piece {
  /** Gives the place of an offset of the piece. */
  at: (offset: number) => Place;
  /** False inside a paragraph or heading of Markdown, which no block may enter. */
  flow: boolean;
  /** True where the end of the element `name` follows in a later piece of the same line of text. */
  closesLater?: (name: string) => boolean;
  /** Title for a frame that has none. */
  heading: string;
}

export interface Cleaned {
  html: string;
  /** Players that a paragraph cannot hold: they come after it. */
  after: string;
  /** Element whose content, in the pieces that follow, is dropped up to its end. */
  skip?: string;
  /** Names that have no end in the rest of the piece: looked for once, not at every tag. */
  unclosed?: Set<string>;
}

/** More elements open at once than any text needs; beyond, tags are dropped. */
const DEEPEST = 200;
const NONE: ReadonlySet<string> = new Set();

export class Cleaner {
  readonly open = new OpenElements();
  readonly #env: Env;

  constructor(env: Env) {
    this.#env = env;
  }

  /** A block of raw HTML. What may not hold Markdown blocks is closed at its end. */
  block(html: string, piece: Piece): string {
    const depth = this.open.depth;
    const { html: cleaned } = this.piece(html, piece);
    return (
      cleaned +
      this.open.closeFrom(Math.min(depth, this.open.depth), (element) => STAYS_OPEN.has(element.name))
    );
  }

  /** Any piece of raw HTML; what it leaves open stays open. */
  piece(html: string, piece: Piece): Cleaned {
    const events = lexHtml(html);
    const done: Cleaned = { html: "", after: "" };
    for (let i = 0; i < events.length; i++) {
      const event = events[i];
      if (event === undefined) continue;
      if (event.kind === "text") this.#text(event.text, done);
      else if (event.kind === "close") done.html += this.#close(event.name, piece);
      else if (this.#tag(event, piece, done)) i = this.#skip(event.name, i, events, piece, done);
    }
    return done;
  }

  /** Text of Markdown inside raw HTML: links are judged by it. */
  note(text: string): void {
    const link = this.open.inside("a");
    if (link?.text !== undefined) link.text += text;
  }

  #text(text: string, done: Cleaned): void {
    this.note(text);
    this.#env.countWords(text);
    done.html += escapeHtml(text);
  }

  #close(written: string, piece: Piece): string {
    const name = REPLACED.get(written) ?? written;
    if (written === "br") return "<br>";
    return /^h[1-6]$/.test(written)
      ? this.#closeHeading()
      : piece.flow || !BLOCK.has(name)
        ? this.open.close(name)
        : "";
  }

  #closeHeading(): string {
    for (const level of ["h2", "h3", "h4", "h5", "h6"]) {
      const closed = this.open.close(level);
      if (closed !== "") return closed;
    }
    return "";
  }

  /** Handles an opening tag. True where all up to its end is to be dropped. */
  #tag(tag: OpenTag, piece: Piece, done: Cleaned): boolean {
    const place = (): Place => piece.at(tag.start);
    if (tag.name === "script") {
      this.#script(tag, place());
      return true;
    }
    if (tag.name === "iframe") {
      const player = playerElement(tag, place(), piece.heading, this.#env);
      if (piece.flow) done.html += this.open.closeImplied(CLOSED_BY_BLOCK, NONE) + player;
      else done.after += player;
      return true;
    }
    if (DROPPED_WHOLE.has(tag.name)) {
      this.#env.report("dropped-html/element", place(), { name: tag.name });
      return true;
    }
    const name = REPLACED.get(tag.name) ?? tag.name;
    if (name === "") return false;
    if (!ELEMENTS.has(name)) this.#env.report("dropped-html/element", place(), { name: tag.name });
    else if (!piece.flow && BLOCK.has(name))
      this.#env.report("dropped-html/block", place(), { name: tag.name });
    else if (this.open.depth > DEEPEST) this.#env.report("dropped-html/element", place(), { name: tag.name });
    else done.html += this.#element(name, tag, place);
    return false;
  }

  #script(tag: OpenTag, place: Place): void {
    const src = valueOf(tag.attributes, "src") ?? "";
    const url = src.replace(/^\/\//, "https://");
    const host = URL.canParse(url) ? new URL(url).host : "";
    if (SOCIAL_SCRIPTS.has(host)) this.#env.report("dropped-html/social-script", place, { host });
    else this.#env.report("script/refused", place, {});
  }

  #element(name: string, tag: OpenTag, place: () => Place): string {
    const implied =
      this.open.closeImplied(CLOSES.get(name) ?? NONE, BOUNDARIES.get(name) ?? NONE) +
      (BLOCK.has(name) ? this.open.closeImplied(CLOSED_BY_BLOCK, NONE) : "");
    const attributes = allowedAttributes(name, tag, place, this.#env);
    if (name === "img") {
      const link = this.open.inside("a");
      const picture = pictureElement(tag, attributes, place(), link !== undefined, this.#env);
      const alt = valueOf(tag.attributes, "alt")?.trim() ?? "";
      this.note(alt === "" ? shownText(picture) : alt);
      if (link !== undefined) link.picture = true;
      return implied + picture;
    }
    if (name === "a") return this.#link(tag, attributes, place);
    if (name === "video" || name === "audio" || name === "source" || name === "track") {
      return implied + mediaElement(name, attributes, place, this.open, this.#env);
    }
    if (name === "table") return implied + this.#table(attributes);
    if (
      name === "th" &&
      valueOf(attributes, "scope") === undefined &&
      this.open.inside("thead") !== undefined
    ) {
      attributes.push({ name: "scope", value: "col" });
    }
    const shown = /^h[2-6]$/.test(name)
      ? `h${String(this.#env.rawLevels.shift() ?? Number(name.slice(1)))}`
      : name;
    if (!VOID.has(name)) this.open.push({ name: shown, close: `</${shown}>` });
    return `${implied}<${shown}${printAttributes(attributes)}>`;
  }

  #table(attributes: { name: string; value: string }[]): string {
    this.open.push({ name: "table", close: "</table></section>" });
    return `${tableRegion(this.#env, "")}<table${printAttributes(attributes)}>`;
  }

  #link(tag: OpenTag, attributes: { name: string; value: string }[], place: () => Place): string {
    if (this.open.inside("a") !== undefined) return "";
    const written = valueOf(tag.attributes, "href");
    const href = valueOf(attributes, "href");
    // A refused address leaves no link: only its text.
    if (written !== undefined && href === undefined) return "";
    const element: OpenElement = { name: "a", close: "</a>", text: "" };
    if (written !== undefined) {
      const at = place();
      element.onClose = ({ text = "", picture }) => {
        this.#env.reference("link", written, text.trim(), at);
        return checkLinkText(text, written, at, this.#env) ? addressAsText(written, picture === true) : "";
      };
    }
    this.open.push(element);
    return `<a${printAttributes(attributes)}>`;
  }

  /** Index of the last event to drop, from an opening tag whose content is not text. */
  #skip(name: string, from: number, events: readonly HtmlEvent[], piece: Piece, done: Cleaned): number {
    for (let i = from + 1; i < events.length && done.unclosed?.has(name) !== true; i++) {
      const event = events[i];
      if (event?.kind === "close" && event.name === name) return i;
    }
    (done.unclosed ??= new Set()).add(name);
    if (piece.closesLater?.(name) === true) done.skip = name;
    return name === "script" || name === "style" ? events.length : from;
  }
}
