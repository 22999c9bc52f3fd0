// The third phase: tokens of Markdown, and the raw HTML among them, → one tree, always balanced.
// Raw HTML is lexed here, once; the allow-list decides what stays, and what is dropped is reported. An element that one block of raw
// HTML opens may be closed by a later one, with Markdown between them; it never crosses the bounds of an element of Markdown.
import type { Token } from "markdown-it";
import { findAddresses } from "./autolinks.ts";
import { codeBlock } from "./code.ts";
import type { VideoDirective } from "./directive.ts";
import type { Env } from "./env.ts";
import { noteMark } from "./footnotes.ts";
import { allowedAttributes } from "./html/attributes.ts";
import { endOf, endOfHeading, giveLines, keepWritten, next } from "./html/events.ts";
import { lexHtml, type HtmlEvent } from "./html/lexer.ts";
import {
  BLOCK,
  BOUNDARIES,
  CLOSED_BY_BLOCK,
  CLOSES,
  DROPPED_WHOLE,
  ELEMENTS,
  HEADINGS,
  REPLACED,
  STAYS_OPEN,
  VOID,
} from "./html/policy.ts";
import { scriptFrame } from "./html/scripts.ts";
import { CALLOUTS } from "./parser.ts";
import type { Span } from "./positions.ts";
import { attr, finished, makeElement, makeText, setAttr, type Element, type Node } from "./tree.ts";

type OpenTag = Extract<HtmlEvent, { kind: "open" }>;

/** Maximum number of open elements, more than any text needs; tags beyond it are dropped. */
const DEEPEST = 200;

export interface Built {
  root: Element;
  /** The content of each note, by its label; that of the last definition, since it replaces any other. */
  notes: ReadonlyMap<string, Node[]>;
  /** The content of inline notes, by number. */
  inlineNotes: ReadonlyMap<number, Node[]>;
}

export function buildTree(tokens: readonly Token[], env: Env): Built {
  const builder = new Builder(env);
  builder.blocks(tokens);
  const inlineNotes = new Map<number, Node[]>();
  for (const [id, note] of (env.footnotes?.list ?? []).entries())
    if (note.tokens !== undefined) inlineNotes.set(id, builder.inlineNote(note.tokens, note.content ?? ""));
  return { root: builder.root, notes: builder.notes, inlineNotes };
}

class Builder {
  readonly root: Element = makeElement("article", { span: { content: "", first: 0 }, offset: -1 });
  readonly notes = new Map<string, Node[]>();
  readonly #env: Env;
  /** Open elements, the root first. */
  #open: Element[] = [this.root];
  #row = 0;

  constructor(env: Env) {
    this.#env = env;
  }

  blocks(tokens: readonly Token[]): void {
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (token === undefined) continue;
      if (token.map !== null) this.#row = token.map[0];
      if (token.type === "inline") this.#inline(token.children ?? [], this.#span(token.content));
      else if (token.type === "html_block") this.#rawBlock(token);
      else if (token.nesting < 0) this.#close(token);
      else this.#block(token, tokens, i);
    }
    this.#closeTo(1);
  }

  inlineNote(children: readonly Token[], content: string): Node[] {
    const note = makeElement("p", { span: { content, first: 0 }, offset: -1 });
    this.#open.push(note);
    this.#inline(children, note.span);
    this.#open.pop();
    return [note];
  }

  #span(content: string): Span {
    return { content, first: this.#row };
  }

  /** Raw HTML neither closes nor sees what is open below this depth: the innermost element of Markdown, and those around it. */
  get #floor(): number {
    return this.#open.findLastIndex(({ raw }) => !raw) + 1;
  }

  get #top(): Element {
    return this.#open.at(-1) ?? this.root;
  }

  #add(node: Node): void {
    this.#top.children.push(node);
    if (node.kind === "element") this.#env.names.add(node.name);
  }

  #text(text: string): void {
    const last = this.#top.children.at(-1);
    if (last?.kind === "text" && last.text !== "\n" && text !== "\n") last.text += text;
    else this.#top.children.push(makeText(text));
  }

  #closeTo(depth: number): void {
    if (this.#open.length > depth) this.#open.length = Math.max(1, depth);
  }

  // Markdown's blocks.

  #block(token: Token, tokens: readonly Token[], i: number): void {
    const { type, map } = token;
    if (tokens[i - 1]?.hidden === true && !token.hidden) this.#text("\n");
    if (type === "footnote_reference_open") {
      const note = this.#element(token, "div");
      this.notes.set(labelOf(token), note.children);
      this.#open.push(note);
      return;
    }
    if (type === "fence" || type === "code_block") {
      this.#add({ ...codeBlock(token, this.#env), lines: map ?? undefined });
      this.#text("\n");
      return;
    }
    if (type === "alert_title") {
      const title = this.#element(token, "p", [["class", "callout-title"]]);
      const kind = CALLOUTS.find((one) => one === token.markup) ?? "note";
      title.children.push(finished(this.#env.said(this.#env.words.callouts[kind])));
      this.#add(title);
      this.#text("\n");
      return;
    }
    const attrs: [string, string][] =
      type === "alert_open"
        ? [
            ["class", `callout callout-${token.markup}`],
            ["role", "note"],
          ]
        : type === "video"
          ? []
          : (token.attrs ?? []);
    const name = type === "alert_open" ? "section" : type === "video" ? "video-request" : token.tag;
    const element = this.#element(token, name, attrs);
    if (type === "th_open" || type === "td_open") align(element);
    if (token.hidden) element.hidden = true;
    if (type === "video") element.video = token.meta as VideoDirective;
    this.#add(element);
    if (token.nesting === 0) this.#text("\n");
    else {
      this.#open.push(element);
      const next = tokens[i + 1];
      const isOneLine =
        next?.type === "inline" || next?.hidden === true || (next?.nesting === -1 && next.tag === token.tag);
      if (!isOneLine && !token.hidden) this.#text("\n");
    }
  }

  #element(token: Token, name: string, attrs: [string, string][] = []): Element {
    const element = makeElement(name, { span: this.#span(""), offset: -1 }, [], attrs);
    element.lines = token.map ?? undefined;
    return element;
  }

  /** Closes the innermost element of Markdown, and the raw ones in it. */
  #close(token: Token): void {
    this.#closeTo(this.#floor - 1);
    if (!token.hidden && token.type !== "footnote_reference_close") this.#text("\n");
  }

  // Markdown inside a line.

  #inline(children: readonly Token[], span: Span): void {
    const depth = this.#open.length;
    this.#top.span = span;
    const cursor = { at: 0 };
    const never = new Set<string>();
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (child === undefined) continue;
      if (child.type === "html_inline") {
        const dropped = this.#rawInline(child.content, span, child.map?.[0] ?? 0);
        if (dropped !== undefined && !never.has(dropped)) {
          const end = endOf(children, i, dropped);
          if (end < 0) never.add(dropped);
          else i = end;
        }
      } else this.#child(child, span, cursor);
    }
    this.#closeTo(depth);
  }

  #child(token: Token, span: Span, cursor: { at: number }): void {
    const { type, content } = token;
    if (type === "text") this.#words(content, span, cursor);
    else if (type === "softbreak") this.#text("\n");
    else if (type === "hardbreak") {
      this.#add(makeElement("br", { span, offset: 0 }));
      this.#text("\n");
    } else if (type === "code_inline") {
      this.#env.texts.push(content);
      this.#add(makeElement("code", { span, offset: 0 }, [makeText(content)], token.attrs ?? []));
    } else if (type === "image") this.#image(token, span);
    else if (type === "footnote_ref") this.#add(noteMark(token, this.#env));
    else if (token.nesting > 0) {
      const offset = token.map?.[0] ?? cursor.at;
      const element = makeElement(
        token.type === "s_open" ? "del" : token.tag,
        { span, offset },
        [],
        token.attrs ?? [],
      );
      if (element.name === "a") {
        element.auto = token.info === "auto";
        // A link inside a link of raw HTML: only its text is kept.
        if (this.#inside("a", true)) element.name = "";
      }
      if (this.#open.length > DEEPEST) element.name = "";
      if (element.name !== "") this.#add(element);
      else element.children = this.#top.children;
      this.#open.push(element);
    } else if (token.nesting < 0) this.#closeTo(this.#floor - 1);
  }

  /** A text, with a link for each bare address that is in no link yet. */
  #words(content: string, span: Span, cursor: { at: number }): void {
    if (content === "") return;
    this.#env.texts.push(content);
    const at = span.content.indexOf(content, cursor.at);
    if (at >= 0) cursor.at = at + content.length;
    const addresses = this.#inside("a", true) ? [] : findAddresses(content);
    let end = 0;
    for (const one of addresses) {
      if (one.start > end) this.#text(content.slice(end, one.start));
      const link = makeElement("a", { span, offset: Math.max(0, at) + one.start }, [], [["href", one.href]]);
      link.auto = true;
      link.children.push(makeText(content.slice(one.start, one.end)));
      this.#add(link);
      end = one.end;
    }
    if (end < content.length) this.#text(content.slice(end));
  }

  #image(token: Token, span: Span): void {
    const attrs: [string, string][] = (token.attrs ?? []).filter(([name]) => name !== "alt");
    attrs.splice(1, 0, ["alt", altOf(token.children ?? []).trim()]);
    this.#add(makeElement("img", { span, offset: token.map?.[0] ?? 0 }, [], attrs));
  }

  // Raw HTML.

  #rawBlock(token: Token): void {
    const span = this.#span(token.content);
    const depth = this.#open.length;
    const first = this.#top.children.length;
    const parent = this.#top;
    this.#raw(lexHtml(token.content), span, 0, true);
    giveLines(parent.children.slice(first), token);
    const from = Math.min(depth, this.#open.length);
    const ends = this.#open.findIndex((one, at) => at >= from && !STAYS_OPEN.has(one.name));
    if (ends >= 0) this.#closeTo(ends);
    if (!endsLine(this.#top.children.at(-1))) this.#text("\n");
  }

  /** One tag of a sentence. Returns the name of an element whose content is dropped, up to its end among the following tokens. */
  #rawInline(html: string, span: Span, offset: number): string | undefined {
    const parent = this.#open[this.#floor - 1];
    const flow = parent?.hidden === true || parent?.name === "td" || parent?.name === "th";
    return this.#raw(lexHtml(html), span, offset, flow);
  }

  #raw(events: readonly HtmlEvent[], span: Span, offset: number, flow: boolean): string | undefined {
    const never = new Set<string>();
    let headingEnd = -1;
    for (let i = 0; i < events.length; i++) {
      const event = events[i];
      if (event === undefined) continue;
      if (event.kind === "text") {
        this.#env.texts.push(event.text);
        this.#text(event.text);
        continue;
      }
      // The tags of a block inside a heading are dropped; its text stays.
      if (event.start < headingEnd && BLOCK.has(REPLACED.get(event.name) ?? event.name)) continue;
      if (event.kind === "close") {
        this.#closeRaw(event.name, flow);
        continue;
      }
      if (HEADINGS.has(event.name)) headingEnd = endOfHeading(events, i);
      const dropped = this.#openRaw(event, { span, offset: offset + event.start }, flow);
      if (dropped === undefined || never.has(dropped)) continue;
      const end = next(events, i, (one) => one.kind === "close" && one.name === dropped);
      if (end >= 0) i = end;
      else if (flow && (dropped === "script" || dropped === "style")) return undefined;
      else if (i === events.length - 1) return dropped;
      else never.add(dropped);
    }
    return undefined;
  }

  /** Returns the name of the element whose content is dropped with it. */
  #openRaw(tag: OpenTag, at: Pick<Element, "span" | "offset">, flow: boolean): string | undefined {
    if (tag.name === "script" || tag.name === "iframe") {
      const frame = tag.name === "iframe" ? tag.attributes : scriptFrame(tag, at, this.#env);
      if (frame !== undefined) {
        const attrs = frame.map(({ name, value }): [string, string] => [name, value]);
        this.#add({ ...makeElement("iframe", at, [], attrs), raw: true });
      }
      return tag.name;
    }
    if (DROPPED_WHOLE.has(tag.name)) {
      this.#drop(tag.name, at);
      return tag.name;
    }
    const name = HEADINGS.has(tag.name) ? tag.name : (REPLACED.get(tag.name) ?? tag.name);
    if (name === "" || name === "param") return undefined;
    const isKnown = ELEMENTS.has(name) || HEADINGS.has(name);
    if (!isKnown || (BLOCK.has(name) && !flow) || this.#open.length > DEEPEST) this.#drop(tag.name, at);
    else if (!(name === "a" && this.#inside("a", true)) && !this.#isLost(name)) this.#addRaw(name, tag, at);
    return undefined;
  }

  /** The source of a film outside of it. */
  #isLost(name: string): boolean {
    return (name === "source" || name === "track") && !this.#inside("video") && !this.#inside("audio");
  }

  #addRaw(written: string, tag: OpenTag, at: Pick<Element, "span" | "offset">): void {
    // A caption outside of a figure is a text like any other.
    const name = written === "figcaption" && !this.#inside("figure") ? "div" : written;
    this.#closeImplied(CLOSES.get(name), BOUNDARIES.get(name));
    if (BLOCK.has(name)) this.#closeImplied(CLOSED_BY_BLOCK);
    const attrs = allowedAttributes(name, tag.attributes, (found) => {
      this.#drop(`${tag.name} ${found}`, at);
    });
    if (name === "img") keepWritten(attrs, tag.attributes);
    const element: Element = { ...makeElement(name, at, [], attrs), raw: true };
    this.#add(element);
    if (!VOID.has(name)) this.#open.push(element);
  }

  #drop(found: string, { span, offset }: Pick<Element, "span" | "offset">): void {
    this.#env.report("dropped-html", this.#env.positions.at(span, offset), { found: `<${found}>` });
  }

  #closeRaw(written: string, flow: boolean): void {
    const name = HEADINGS.has(written) ? written : (REPLACED.get(written) ?? written);
    if (written === "br") this.#add({ ...makeElement("br", this.#top), raw: true });
    else if (HEADINGS.has(written)) this.#closeImplied(HEADINGS);
    else if (flow || !BLOCK.has(name)) {
      const at = this.#open.findLastIndex((one, depth) => depth >= this.#floor && one.name === name);
      if (at >= 0) this.#closeTo(at);
    }
  }

  /** Closes the outermost of the named elements inside the nearest boundary. */
  #closeImplied(closed: ReadonlySet<string> = NONE, boundaries: ReadonlySet<string> = NONE): void {
    let at = -1;
    for (let depth = this.#open.length - 1; depth >= this.#floor; depth--) {
      const { name = "" } = this.#open[depth] ?? {};
      if (boundaries.has(name)) break;
      if (closed.has(name)) at = depth;
    }
    if (at >= 0) this.#closeTo(at);
  }

  /** `anywhere`: also beyond the elements of Markdown around. */
  #inside(name: string, anywhere = false): boolean {
    return this.#open.some((one, depth) => one.name === name && (anywhere || depth >= this.#floor));
  }
}

const NONE: ReadonlySet<string> = new Set();

const endsLine = (node: Node | undefined): boolean => node?.kind === "text" && node.text.endsWith("\n");

/** Alignment is a class: the site's policy allows no inline style. */
function align(cell: Element): void {
  const side = /text-align:\s*(left|center|right)/.exec(attr(cell, "style") ?? "")?.[1];
  cell.attrs = cell.attrs.filter(([name]) => name !== "style");
  if (side !== undefined) setAttr(cell, "class", `align-${side}`);
}

function altOf(children: readonly Token[]): string {
  let text = "";
  for (const child of children)
    if (child.type === "image") text += altOf(child.children ?? []);
    else if (child.type === "softbreak" || child.type === "hardbreak") text += "\n";
    else text += child.type === "html_inline" ? child.content : child.nesting === 0 ? child.content : "";
  return text;
}

function labelOf(token: Token): string {
  const meta: unknown = token.meta;
  return typeof meta === "object" && meta !== null && "label" in meta && typeof meta.label === "string"
    ? meta.label
    : "";
}
