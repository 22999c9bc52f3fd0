// A piece of raw HTML → its tags and texts in order.
// A lexer, not a parser: the HTML of a text comes in pieces with Markdown between them, so build-tree.ts keeps the balance.
import { Tokenizer } from "htmlparser2";

export interface OpenTag {
  kind: "open";
  name: string;
  /** The first of a name counts. */
  attributes: Map<string, string>;
  /** Its offset in the piece. */
  start: number;
}

export interface TextPart {
  kind: "text";
  text: string;
  /** Its offset in the piece, if it is a tag that the end of the piece cuts. */
  cutAt?: number;
}

export type HtmlEvent = OpenTag | { kind: "close"; name: string } | TextPart;

/** Reads a piece of HTML. Comments and declarations produce no event; a tag that the end of the piece cuts is text. */
export function lexHtml(html: string): HtmlEvent[] {
  const events: HtmlEvent[] = [];
  let tag: OpenTag = { kind: "open", name: "", attributes: new Map(), start: 0 };
  let attribute = "";
  let value = "";
  /** End of the last tag or text. */
  let last = 0;
  const addText = (text: string): void => {
    const before = events.at(-1);
    if (before?.kind === "text") before.text += text;
    else events.push({ kind: "text", text });
  };
  const addPart = (start: number, end: number): void => {
    addText(html.slice(start, end));
    last = end;
  };
  const open = (end: number): void => {
    events.push(tag);
    last = end + 1;
  };
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        const name = html.slice(start, end).toLowerCase();
        tag = { kind: "open", name, attributes: new Map(), start: start - 1 };
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        value = "";
      },
      onattribdata: (start, end) => void (value += html.slice(start, end)),
      onattribentity: (codepoint) => void (value += String.fromCodePoint(codepoint)),
      onattribend() {
        if (!tag.attributes.has(attribute)) tag.attributes.set(attribute, value);
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag(start, end) {
        events.push({ kind: "close", name: html.slice(start, end).toLowerCase() });
        const close = html.indexOf(">", end);
        last = close < 0 ? html.length : close + 1;
      },
      ontext: addPart,
      ontextentity(codepoint, end) {
        addText(String.fromCodePoint(codepoint));
        last = end;
      },
      oncdata: addPart,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  const rest = html.slice(last).replace(/<!--[^]*?(?:-->|$)/g, "");
  const cut = rest.search(/<[a-z]/i);
  if (cut >= 0) events.push({ kind: "text", text: rest.slice(cut), cutAt: last + cut });
  return events;
}
