// Raw HTML of a text, piece by piece → allowed HTML, always balanced; the rest is dropped and reported.
// One cleaner serves one text: one piece may open what another closes, with Markdown between them.
import { escapeHtml } from "../../html.ts";
import type { Place } from "../../problems.ts";
import type { Env } from "../env.ts";
import { mediaFigure, withoutEmptied } from "../players.ts";
import { endOfDropped } from "./dropped.ts";
import { elementHtml, headingHtml } from "./element.ts";
import { playerElement } from "./embedded.ts";
import { nextCell } from "./header-scope.ts";
import { cutTag, lexHtml, type HtmlEvent } from "./lexer.ts";
import { looseText } from "./loose-text.ts";
import { OpenElements } from "./open-elements.ts";
import type { Cleaned, Piece } from "./piece.ts";
import { PLUGIN_TAGS, Plugins } from "./plugins.ts";
import {
  BLOCK,
  CLOSED_BY_BLOCK,
  DROPPED_WHOLE,
  ELEMENTS,
  HEADINGS,
  REPLACED,
  STAYS_OPEN,
  UNWRAPPED_BLOCKS,
} from "./policy.ts";
import { scriptElement } from "./scripts.ts";

export type OpenTag = Extract<HtmlEvent, { kind: "open" }>;

/** Maximum number of open elements, more than any text needs; tags beyond it are dropped. */
const DEEPEST = 200;

export class Cleaner {
  readonly open = new OpenElements();
  readonly #env: Env;
  readonly #plugins: Plugins;

  constructor(env: Env) {
    this.#env = env;
    this.#plugins = new Plugins(env);
  }

  /** Closing tags for everything that the text left open. */
  end(): string {
    this.#plugins.close();
    for (const { name, at } of this.open.left)
      if (at !== undefined) this.#env.report("dropped-html/left-open", at(), { name });
    return this.open.closeTo(0);
  }

  /** A block of raw HTML. Elements that may not contain Markdown blocks are closed at its end. */
  block(html: string, piece: Piece): string {
    const depth = this.open.depth;
    const { html: cleaned } = this.piece(html, piece);
    return (
      cleaned +
      this.open.closeFrom(Math.min(depth, this.open.depth), (element) => STAYS_OPEN.has(element.name))
    );
  }

  /** Any piece of raw HTML; elements that it leaves open stay open. */
  piece(html: string, piece: Piece): Cleaned {
    const events = lexHtml(html);
    const done: Cleaned = { html: "", after: "" };
    const loose = looseText(events);
    const bold = new Set([...(piece.headings?.values() ?? [])].flatMap((one) => one.bold));
    for (let i = 0; i < events.length; i++) {
      const event = events[i];
      if (event === undefined || bold.has(event.start) || inHeading(event, done)) continue;
      if (piece.flow && this.open.depth === 0 && loose.wraps(i)) this.#paragraph(done);
      if (event.kind === "text") this.#text(event.text, done);
      else if (event.kind === "close") done.html += this.#close(event.name, piece);
      else if (event.name === "br" && this.open.top === "p" && loose.breaks(i) > i) {
        i = loose.breaks(i);
        done.html += this.open.close("p");
        if (loose.follows(i)) this.#paragraph(done);
      } else {
        const beside = event.name === "th" ? nextCell(events, i) : undefined;
        const dropped = this.#tag(event, piece, done, beside);
        // The source of a quotation.
        if (event.name === "footer" && piece.flow && loose.follows(i) && this.open.inside("blockquote"))
          this.#paragraph(done);
        if (dropped !== undefined) i = this.#skip(i, dropped, events, piece, done);
      }
    }
    const cut = cutTag(html, events);
    if (cut !== undefined) this.#env.report("dropped-html/cut", piece.at(cut.at), { opening: cut.found });
    done.html = withoutEmptied(done.html);
    return done;
  }

  /** Records Markdown text inside raw HTML: links are checked by their text. */
  note(text: string): void {
    const link = this.open.inside("a");
    if (link?.text !== undefined) link.text += text;
  }

  #paragraph(done: Cleaned): void {
    this.open.push({ name: "p", close: "</p>" });
    done.html += "<p>";
  }

  #text(text: string, done: Cleaned): void {
    this.note(text);
    this.#env.countWords(text);
    done.html += escapeHtml(text);
  }

  #close(written: string, piece: Piece): string {
    const name = REPLACED.get(written) ?? written;
    if (written === "br") return "<br>";
    if (UNWRAPPED_BLOCKS.has(written)) return this.#unwrapped(piece);
    if (written === "object") this.#plugins.close();
    return HEADINGS.has(written)
      ? this.open.closeImplied(HEADINGS)
      : piece.flow || !BLOCK.has(name)
        ? this.open.close(name)
        : "";
  }

  /** At the start or end of a block whose tags are dropped: ends the paragraph before it. */
  #unwrapped(piece: Piece): string {
    return piece.flow ? this.open.closeImplied(CLOSED_BY_BLOCK) : "";
  }

  /** Handles an opening tag; `beside` is the cell after a header cell. Returns the name of the element to drop up to its end, if any. */
  #tag(tag: OpenTag, piece: Piece, done: Cleaned, beside?: string): string | undefined {
    const place = (): Place => piece.at(tag.start);
    const heading = done.heading ?? piece.heading;
    if (tag.name === "script") {
      const shown = scriptElement(tag, place(), heading, this.#env);
      if (shown !== undefined && "player" in shown) this.#player(shown.player, piece, done);
      else if (shown !== undefined) this.#linkAlone(shown.link, piece, done);
      return tag.name;
    }
    if (tag.name === "iframe") {
      this.#player(playerElement(tag, { place: place(), heading }, this.#env), piece, done);
      return tag.name;
    }
    if (PLUGIN_TAGS.has(tag.name)) {
      const shown = this.#plugins.open(tag, place(), heading);
      if (shown !== undefined) this.#player(shown.player, piece, done);
      return shown?.drop;
    }
    if (DROPPED_WHOLE.has(tag.name)) return tag.name;
    const name = REPLACED.get(tag.name) ?? tag.name;
    if (UNWRAPPED_BLOCKS.has(tag.name)) done.html += this.#unwrapped(piece);
    if (name === "") return undefined;
    if (!ELEMENTS.has(name)) this.#env.report("dropped-html/element", place(), { name: tag.name });
    else if (BLOCK.has(name) && !this.#fits(tag, piece))
      this.#env.report("dropped-html/block", place(), { name: tag.name });
    else if (this.open.depth > DEEPEST) this.#env.report("dropped-html/element", place(), { name: tag.name });
    else if (HEADINGS.has(name)) done.html += this.#heading(tag, piece, place, done);
    else done.html += elementHtml(name, tag, { place, env: this.#env, cleaner: this }, beside);
    return undefined;
  }

  /** A block fits among blocks; a heading, only if the outline knows it. */
  #fits(tag: OpenTag, piece: Piece): boolean {
    return piece.flow && (!HEADINGS.has(tag.name) || piece.headings?.has(tag.start) === true);
  }

  #player(player: string, piece: Piece, done: Cleaned): void {
    const shown = this.open.inside("figure") === undefined ? mediaFigure(player) : player;
    if (piece.flow) done.html += this.open.closeImplied(CLOSED_BY_BLOCK) + shown;
    else done.after += shown;
  }

  /** A link that replaces something, in a paragraph of its own if nothing is open. */
  #linkAlone(link: string, piece: Piece, done: Cleaned): void {
    done.html += piece.flow && this.open.depth === 0 ? `<p>${link}</p>` : link;
  }

  #heading(tag: OpenTag, piece: Piece, place: () => Place, done: Cleaned): string {
    const heading = piece.headings?.get(tag.start);
    if (heading === undefined) return "";
    done.headingEnd = heading.end;
    if (heading.text !== "") done.heading = heading.text;
    return headingHtml(heading, tag, { place, env: this.#env, cleaner: this });
  }

  /** Index of the last event to drop, from an opening tag to the end of an element whose content is not text. */
  #skip(from: number, name: string, events: readonly HtmlEvent[], piece: Piece, done: Cleaned): number {
    const unclosed = (done.unclosed ??= new Set());
    const end = endOfDropped(events, from, name, unclosed);
    if (unclosed.has(name) && piece.closesLater?.(name) === true) done.skip = name;
    if (DROPPED_WHOLE.has(name) && name !== "script") {
      const whole = end > from || done.skip === name;
      this.#env.report(`dropped-html/${whole ? "whole" : "element"}`, piece.at(events[from]?.start ?? 0), {
        name,
      });
    }
    return end;
  }
}

/** True for a block inside a heading: its tags are dropped, its text stays. */
function inHeading(event: HtmlEvent, { headingEnd = 0 }: Cleaned): boolean {
  return (
    event.kind !== "text" &&
    event.start < headingEnd &&
    !HEADINGS.has(event.name) &&
    BLOCK.has(REPLACED.get(event.name) ?? event.name)
  );
}
