// The third phase: tokens of Markdown, and the raw HTML among them, → one tree, always balanced.
// Raw HTML is lexed here, once; the allow-list decides what stays, and what is dropped is reported. An element that one block of raw
// HTML opens may be closed by a later one, with Markdown between them; it never crosses the bounds of an element of Markdown.
import type { Token } from "markdown-it";
import { findAddresses } from "./autolinks.ts";
import { codeBlock } from "./code.ts";
import type { Env } from "./env.ts";
import { makeNote, noteMark, NOTES_END, notesStart, wayBack } from "./footnotes.ts";
import { lexHtml, type OpenTag } from "./html/lexer.ts";
import {
  allowedAttributes,
  BLOCK,
  CLOSED_BY_BLOCK,
  CLOSES,
  DROPPED_WHOLE,
  ELEMENTS,
  HEADINGS,
  REPLACED,
  STAYS_OPEN,
  VOID,
  WIDGET_SCRIPTS,
} from "./html/policy.ts";
import { CALLOUTS } from "./parser.ts";
import type { Span } from "./positions.ts";
import { Element, finished, makeText, NOWHERE, type Node, type At } from "./tree.ts";

/** Maximum number of open elements, more than any text needs; tags beyond it are dropped. */
const DEEPEST = 200;

export function buildTree(tokens: readonly Token[], env: Env): Element {
  const builder = new Builder(env);
  builder.blocks(tokens);
  return builder.root;
}

class Builder {
  readonly root = new Element("article", NOWHERE);
  readonly #env: Env;
  /** Open elements, the root first. */
  #open: Element[] = [this.root];
  /** The first line of the block that is read. */
  #row = 0;
  /** The paragraph or piece of HTML that is read. */
  #span: Span = { content: "", first: 0 };
  /** How far the paragraph was read: for tokens that have no offset. */
  #cursor = 0;

  constructor(env: Env) {
    this.#env = env;
  }

  blocks(tokens: readonly Token[]): void {
    for (const [i, token] of tokens.entries()) {
      if (token.map !== null) this.#row = token.map[0];
      if (token.type === "inline") this.#inline(token.children ?? [], token.content);
      else if (token.type === "html_block") this.#rawBlock(token);
      else if (token.nesting < 0) this.#close(token);
      else this.#block(token, tokens[i - 1], tokens[i + 1]);
    }
    this.#closeTo(1);
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

  #block(token: Token, before: Token | undefined, next: Token | undefined): void {
    const { type, map, hidden, nesting } = token;
    if (before?.hidden === true && !hidden) this.#text("\n");
    if (type === "footnote_block_open") {
      this.#closeTo(1);
      this.#add(finished(notesStart(this.#env)));
      return;
    }
    if (type === "footnote_anchor") {
      this.#add(wayBack(token, this.#env));
      return;
    }
    if (type === "footnote_open") {
      const note = makeNote(token, this.#env);
      this.#add(note);
      this.#open.push(note);
      return;
    }
    const isCode = type === "fence" || type === "code_block";
    const at = { span: { content: "", first: this.#row }, offset: -1 };
    const element = isCode ? codeBlock(token, at, this.#env) : new Element(token.tag, at);
    if (!isCode) element.attrs = token.attrs ?? [];
    element.lines = map ?? undefined;
    element.hidden = hidden;
    if (type === "alert_open") {
      element.name = "section";
      element.attrs = [
        ["class", `callout callout-${token.markup}`],
        ["role", "note"],
      ];
    } else if (type === "alert_title") {
      element.name = "p";
      element.attrs = [["class", "callout-title"]];
      const kind = CALLOUTS.find((one) => one === token.markup) ?? "note";
      element.children.push(finished(this.#env.said(this.#env.words.callouts[kind])));
    } else if (type === "th_open" || type === "td_open") {
      // Alignment is a class: the site's policy allows no inline style.
      const side = /text-align:\s*(left|center|right)/.exec(element.attr("style") ?? "")?.[1];
      element.attrs = side === undefined ? [] : [["class", `align-${side}`]];
    }
    this.#add(element);
    if (nesting > 0) {
      this.#open.push(element);
      const isEmpty = next?.nesting === -1 && next.tag === token.tag;
      if (hidden || isEmpty || next?.type === "inline" || next?.hidden === true) return;
    }
    this.#text("\n");
  }

  /** Closes the innermost element of Markdown, and the raw ones in it. */
  #close(token: Token): void {
    if (token.type === "footnote_block_close") {
      this.#add(finished(NOTES_END));
      return;
    }
    this.#closeTo(this.#floor - 1);
    if (!token.hidden) this.#text("\n");
  }

  // Markdown inside a line.

  #inline(children: readonly Token[], content: string): void {
    const depth = this.#open.length;
    this.#span = { content, first: this.#row };
    this.#cursor = 0;
    this.#top.span = this.#span;
    const never = new Set<string>();
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (child === undefined) continue;
      if (child.type !== "html_inline") {
        this.#child(child);
        continue;
      }
      const parent = this.#open[this.#floor - 1];
      const isFlow = parent?.hidden === true || parent?.name === "td" || parent?.name === "th";
      const dropped = this.#raw(child.content, child.map?.[0] ?? 0, isFlow);
      if (dropped === undefined || never.has(dropped)) continue;
      const tag = new RegExp(`^</${dropped}[\\s>]`, "i");
      const end = indexAfter(children, i, (one) => one.type === "html_inline" && tag.test(one.content));
      if (end < 0) never.add(dropped);
      else i = end;
    }
    this.#closeTo(depth);
  }

  #child(token: Token): void {
    const { type, content, nesting } = token;
    const at = { span: this.#span, offset: token.map?.[0] ?? (nesting > 0 ? this.#cursor : 0) };
    if (type === "text") this.#words(content);
    else if (type === "softbreak") this.#text("\n");
    else if (type === "hardbreak") {
      this.#add(new Element("br", at));
      this.#text("\n");
    } else if (type === "code_inline") {
      this.#env.texts.push(content);
      this.#add(new Element("code", at, [makeText(content)]));
    } else if (type === "image") {
      const image = new Element("img", at);
      image.attrs = (token.attrs ?? []).filter(([name]) => name !== "alt");
      image.attrs.splice(1, 0, ["alt", altOf(token.children ?? []).trim()]);
      this.#add(image);
    } else if (type === "footnote_ref") this.#add(noteMark(token, this.#env));
    else if (nesting < 0) this.#closeTo(this.#floor - 1);
    else {
      const element = new Element(type === "s_open" ? "del" : token.tag, at);
      element.attrs = token.attrs ?? [];
      element.auto = token.info === "auto";
      // A link inside a link of raw HTML: only its text is kept.
      const isDropped = this.#open.length > DEEPEST || (element.name === "a" && this.#inside("a", true));
      if (isDropped) Object.assign(element, { name: "", children: this.#top.children });
      else this.#add(element);
      this.#open.push(element);
    }
  }

  /** A text, with a link for each bare address that is in no link yet. */
  #words(content: string): void {
    if (content === "") return;
    this.#env.texts.push(content);
    const at = this.#span.content.indexOf(content, this.#cursor);
    if (at >= 0) this.#cursor = at + content.length;
    let end = 0;
    const addresses = findAddresses(content);
    for (const one of addresses.length === 0 || this.#inside("a", true) ? [] : addresses) {
      if (one.start > end) this.#text(content.slice(end, one.start));
      const text = makeText(content.slice(one.start, one.end));
      const place = { span: this.#span, offset: Math.max(0, at) + one.start };
      const link = new Element("a", place, [text], { href: one.href });
      link.auto = true;
      this.#add(link);
      end = one.end;
    }
    if (end < content.length) this.#text(content.slice(end));
  }

  // Raw HTML.

  #rawBlock({ content, map }: Token): void {
    this.#span = { content, first: this.#row };
    const parent = this.#top;
    const [depth, first] = [this.#open.length, parent.children.length];
    this.#raw(content, 0, true);
    for (const node of parent.children.slice(first))
      if (node.kind === "element") node.lines ??= map ?? undefined;
    const from = Math.min(depth, this.#open.length);
    const ends = this.#open.findIndex((one, at) => at >= from && !STAYS_OPEN.has(one.name));
    if (ends >= 0) this.#closeTo(ends);
    const last = this.#top.children.at(-1);
    if (!(last?.kind === "text" && last.text.endsWith("\n"))) this.#text("\n");
  }

  /**
   * Adds a piece of HTML that begins at an offset of the span. `isFlow` is true where blocks may stand. Returns the name of an element
   * whose content is dropped, if its end is not in the piece.
   */
  #raw(html: string, offset: number, isFlow: boolean): string | undefined {
    const events = lexHtml(html);
    const never = new Set<string>();
    for (let i = 0; i < events.length; i++) {
      const event = events[i];
      if (event === undefined) continue;
      if (event.kind === "text") {
        if (event.cutAt !== undefined) this.#reportCut(event.text, offset + event.cutAt);
        this.#env.texts.push(event.text);
        this.#text(event.text);
      } else if (event.kind === "close") this.#closeRaw(event.name, isFlow);
      else {
        const dropped = this.#openRaw(event, { span: this.#span, offset: offset + event.start }, isFlow);
        if (dropped === undefined || never.has(dropped)) continue;
        const end = indexAfter(events, i, (one) => one.kind === "close" && one.name === dropped);
        if (end >= 0) i = end;
        else if (isFlow && (dropped === "script" || dropped === "style")) return undefined;
        else if (i === events.length - 1) return dropped;
        else never.add(dropped);
      }
    }
    return undefined;
  }

  /** A tag whose end is missing, mostly because a quotation mark is, is shown as text. */
  #reportCut(text: string, offset: number): void {
    const [found = ""] = text.split("\n", 1);
    const fix = found.replace(/^(<[^<>"]*="[^<>"]*)>/, '$1">');
    const at = this.#env.placeOf({ span: this.#span, offset });
    this.#env.report("literal-markup", at, { found }, fix === found ? undefined : fix);
  }

  /** Returns the name of the element if its content is dropped with it. */
  #openRaw(tag: OpenTag, at: At, isFlow: boolean): string | undefined {
    for (const [name, value] of tag.attributes) {
      if (!SWALLOWING.test(value)) continue;
      const found = `<${tag.name} ${name}="${value.slice(0, 40).trim()}…`;
      this.#env.report("dropped-html/open-quote", this.#env.placeOf(at), { found });
      tag.attributes.delete(name);
    }
    const page = tag.name === "script" ? pageOfScript(tag.attributes) : undefined;
    if (tag.name === "iframe" || page !== undefined) {
      this.#addRaw("iframe", page === undefined ? [...tag.attributes] : [["src", page]], at);
      return tag.name;
    }
    if (tag.name === "script") this.#dropScript(tag, at);
    else if (DROPPED_WHOLE.has(tag.name)) this.#drop(tag.name, at);
    if (DROPPED_WHOLE.has(tag.name)) return tag.name;
    const name = REPLACED.get(tag.name) ?? tag.name;
    if (name === "") return undefined;
    // A source of a film outside of it.
    const isLost =
      (name === "source" || name === "track") && !this.#inside("video") && !this.#inside("audio");
    const isPossible = ELEMENTS.has(name) && (isFlow || !BLOCK.has(name)) && this.#open.length <= DEEPEST;
    if (!isPossible) this.#drop(tag.name, at);
    else if (!isLost && !(name === "a" && this.#inside("a", true))) this.#openElement(name, tag, at);
    return undefined;
  }

  /** The script of a known widget only styles what works without it; any other is an error. */
  #dropScript({ attributes }: OpenTag, at: At): void {
    const src = addressOf(attributes);
    const host = URL.canParse(src) ? new URL(src).host : "";
    // Mastodon's widget comes from each server's own host; no other script has this attribute.
    const isWidget = WIDGET_SCRIPTS.has(host) || (host !== "" && attributes.has("data-allowed-prefixes"));
    if (isWidget) this.#drop(`script src="${src}"`, at);
    else this.#env.report("script", this.#env.placeOf(at), { found: "<script>" });
  }

  #openElement(written: string, tag: OpenTag, at: At): void {
    // A caption outside of a figure is a text like any other.
    const name = written === "figcaption" && !this.#inside("figure") ? "div" : written;
    const implied = CLOSES.get(name);
    if (implied !== undefined) this.#closeImplied(implied.closed, implied.upTo);
    if (BLOCK.has(name)) this.#closeImplied(CLOSED_BY_BLOCK);
    const attrs = allowedAttributes(name, tag.attributes, (found) => {
      this.#drop(`${tag.name} ${found}`, at);
    });
    const element = this.#addRaw(name, attrs, at);
    if (!VOID.has(name)) this.#open.push(element);
  }

  #addRaw(name: string, attrs: Element["attrs"], at: At): Element {
    const element = new Element(name, at);
    [element.attrs, element.raw] = [attrs, true];
    this.#add(element);
    return element;
  }

  #drop(found: string, at: At): void {
    this.#env.report("dropped-html", this.#env.placeOf(at), { found: `<${found}>` });
  }

  #closeRaw(written: string, isFlow: boolean): void {
    const name = REPLACED.get(written) ?? written;
    if (name === "br") this.#addRaw("br", [], this.#top);
    else if (HEADINGS.has(name)) this.#closeImplied(HEADINGS);
    else if (isFlow || !BLOCK.has(name)) {
      const at = this.#open.findLastIndex((one, depth) => depth >= this.#floor && one.name === name);
      if (at >= 0) this.#closeTo(at);
    }
  }

  /** Closes the outermost of the named elements inside the nearest boundary. */
  #closeImplied(closed: ReadonlySet<string>, upTo?: ReadonlySet<string>): void {
    let at = -1;
    for (let depth = this.#open.length - 1; depth >= this.#floor; depth--) {
      const { name = "" } = this.#open[depth] ?? {};
      if (upTo?.has(name)) break;
      if (closed.has(name)) at = depth;
    }
    if (at >= 0) this.#closeTo(at);
  }

  /** `anywhere`: also beyond the elements of Markdown around. */
  #inside(name: string, anywhere = false): boolean {
    const from = anywhere ? 0 : this.#floor;
    return this.#open.some((one, depth) => depth >= from && one.name === name);
  }
}

/** A value that lacks its second quote contains tags, and ends where the value in the last of them begins. */
const SWALLOWING = /^[^<>]*>[^]*<[a-z][^<>]*[\w-]\s*=\s*$/i;

const addressOf = (attributes: ReadonlyMap<string, string>): string =>
  (attributes.get("src") ?? "").trim().replace(/^\/\//, "https://");

/** The page of a deck or of code that only a script shows: a frame of it is a player, or a link. */
function pageOfScript(attributes: ReadonlyMap<string, string>): string | undefined {
  const src = addressOf(attributes);
  const deck =
    src.startsWith("https://speakerdeck.com/") && /^[\w-]{1,64}$/.exec(attributes.get("data-id") ?? "");
  if (deck) return `https://speakerdeck.com/player/${deck[0]}`;
  return /^(https:\/\/(?:gist\.github\.com|asciinema\.org)\/[\w-]+\/[\w-]+)\.js(?:[?#].*)?$/.exec(src)?.[1];
}

/** Index of the first item behind an index that passes a test; -1 if there is none. */
function indexAfter<T>(items: readonly T[], from: number, test: (item: T) => boolean): number {
  for (let i = from + 1; i < items.length; i++) if (test(items[i] as T)) return i;
  return -1;
}

function altOf(children: readonly Token[]): string {
  let text = "";
  for (const { type, content, nesting, children: inner } of children)
    if (type === "image") text += altOf(inner ?? []);
    else if (type === "softbreak" || type === "hardbreak") text += "\n";
    else if (nesting === 0) text += content;
  return text;
}
