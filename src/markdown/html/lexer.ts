// A piece of raw HTML → its tags and texts in order, each with its offset.
// A lexer, not a parser: the HTML of a text comes in pieces with Markdown between them, so the cleaner keeps the balance.
import { QuoteType, Tokenizer, type TokenizerCallbacks } from "htmlparser2";

export interface Attribute {
  name: string;
  value: string;
}

export type HtmlEvent =
  | { kind: "open"; name: string; attributes: Attribute[]; start: number; end: number }
  | { kind: "close"; name: string; start: number; end: number }
  | { kind: "text"; text: string; start: number; end: number };

/** Reads a piece of HTML. Comments and declarations produce no event; a tag that the end of the piece cuts is text. */
export function lexHtml(html: string): HtmlEvent[] {
  const reader = new EventReader(html);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(html);
  tokenizer.end();
  const start = reader.events.at(-1)?.end ?? 0;
  const rest = html.slice(start).replace(/<!--[^]*?(?:-->|$)/g, (comment) => " ".repeat(comment.length));
  const cut = rest.search(/<[a-z]/i);
  if (cut >= 0)
    reader.events.push({ kind: "text", text: rest.slice(cut), start: start + cut, end: html.length });
  return reader.events;
}

/** Makes events of what the tokenizer reports: where each part of a tag begins and ends. */
class EventReader implements TokenizerCallbacks {
  readonly events: HtmlEvent[] = [];
  readonly #html: string;
  /** The tag that is being read. */
  #tag = "";
  #start = 0;
  #attributes: Attribute[] = [];
  /** Names of its attributes: the first of a name counts. */
  readonly #seen = new Set<string>();
  #attribute = "";
  #value = "";
  /** End of the last tag or text: an entity is reported without its beginning. */
  #end = 0;

  constructor(html: string) {
    this.#html = html;
  }

  onopentagname(from: number, end: number): void {
    this.#tag = this.#html.slice(from, end).toLowerCase();
    this.#start = from - 1;
    this.#attributes = [];
    this.#seen.clear();
  }

  onattribname(from: number, end: number): void {
    this.#attribute = this.#html.slice(from, end).toLowerCase();
    this.#value = "";
  }

  onattribdata(from: number, end: number): void {
    this.#value += this.#html.slice(from, end);
  }

  onattribentity(codepoint: number): void {
    this.#value += String.fromCodePoint(codepoint);
  }

  onattribend(quote: QuoteType): void {
    if (this.#seen.has(this.#attribute)) return;
    this.#seen.add(this.#attribute);
    const value = quote === QuoteType.NoValue ? "" : this.#value;
    this.#attributes.push({ name: this.#attribute, value });
  }

  onopentagend(end: number): void {
    this.#end = end + 1;
    this.events.push({
      kind: "open",
      name: this.#tag,
      attributes: this.#attributes,
      start: this.#start,
      end: this.#end,
    });
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end);
  }

  onclosetag(from: number, end: number): void {
    const close = this.#html.indexOf(">", end);
    this.#end = close < 0 ? this.#html.length : close + 1;
    this.events.push({
      kind: "close",
      name: this.#html.slice(from, end).toLowerCase(),
      start: from - 2,
      end: this.#end,
    });
  }

  ontext(from: number, end: number): void {
    this.#addText(this.#html.slice(from, end), from, end);
    this.#end = end;
  }

  ontextentity(codepoint: number, end: number): void {
    this.#addText(String.fromCodePoint(codepoint), this.#end, end);
    this.#end = end;
  }

  oncdata(from: number, end: number): void {
    this.#addText(this.#html.slice(from, end), from, end);
  }

  oncomment(): void {
    // Comments, like declarations, are for the author, not for readers.
  }

  ondeclaration(): void {
    // As above.
  }

  onprocessinginstruction(): void {
    // As above.
  }

  onend(): void {
    // As above.
  }

  #addText(text: string, start: number, end: number): void {
    const last = this.events.at(-1);
    if (last?.kind === "text" && last.end === start) Object.assign(last, { text: last.text + text, end });
    else this.events.push({ kind: "text", text, start, end });
  }
}
