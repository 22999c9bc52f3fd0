// A piece of raw HTML → its tags and texts in order, each with its offset.
// A lexer, not a parser: the HTML of a text comes in pieces with Markdown between them, so the cleaner keeps the balance.
import { QuoteType, Tokenizer } from "htmlparser2";

export interface Attribute {
  name: string;
  value: string;
}

export type HtmlEvent =
  | { kind: "open"; name: string; attributes: Attribute[]; start: number; end: number }
  | { kind: "close"; name: string; start: number; end: number }
  | { kind: "text"; text: string; start: number; end: number };

/** Reads a piece of HTML. Comments, declarations and a truncated tag produce no event. */
export function lexHtml(html: string): HtmlEvent[] {
  const events: HtmlEvent[] = [];
  let name = "";
  let attributes: Attribute[] = [];
  /** Names of the attributes of the current tag: the first of a name counts. */
  const seen = new Set<string>();
  let attribute = "";
  let value = "";
  let start = 0;
  const text = (content: string, from: number, end: number): void => {
    const last = events.at(-1);
    if (last?.kind === "text" && last.end === from) Object.assign(last, { text: last.text + content, end });
    else events.push({ kind: "text", text: content, start: from, end });
  };
  let textEnd = 0;
  const open = (end: number): void => {
    events.push({ kind: "open", name, attributes, start, end: end + 1 });
    textEnd = end + 1;
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(from, end) {
        name = html.slice(from, end).toLowerCase();
        attributes = [];
        seen.clear();
        start = from - 1;
      },
      onattribname(from, end) {
        attribute = html.slice(from, end).toLowerCase();
        value = "";
      },
      onattribdata: (from, end) => void (value += html.slice(from, end)),
      onattribentity: (codepoint) => void (value += String.fromCodePoint(codepoint)),
      onattribend(quote) {
        if (seen.has(attribute)) return;
        seen.add(attribute);
        attributes.push({ name: attribute, value: quote === QuoteType.NoValue ? "" : value });
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag(from, end) {
        const close = html.indexOf(">", end);
        events.push({
          kind: "close",
          name: html.slice(from, end).toLowerCase(),
          start: from - 2,
          end: close < 0 ? html.length : close + 1,
        });
      },
      ontext(from, end) {
        text(html.slice(from, end), from, end);
        textEnd = end;
      },
      ontextentity(codepoint, end) {
        text(String.fromCodePoint(codepoint), textEnd, end);
        textEnd = end;
      },
      oncdata(from, end) {
        text(html.slice(from, end), from, end);
      },
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return events;
}

/** A truncated tag, which a piece may contain after its last event. */
const CUT = /<[a-z][^\s<>/]{0,40}/i;
const COMMENT = /<!--[^]*?(?:-->|$)/g;

/** A tag truncated by the end of a piece, as its author began it; undefined if there is none. */
export function cutTag(
  html: string,
  events: readonly HtmlEvent[],
): { found: string; at: number } | undefined {
  const from = events.at(-1)?.end ?? 0;
  if (!html.includes("<", from)) return undefined;
  const rest = html.slice(from).replace(COMMENT, (comment) => " ".repeat(comment.length));
  const found = CUT.exec(rest);
  return found === null ? undefined : { found: found[0], at: from + found.index };
}

function nothing(): void {
  // Comments and declarations are for the author, not for readers.
}
