// A block of raw HTML → its headings, with their words and the bold around them; and its lines that are all bold.
// Headings are read before the text is cleaned: levels and ids are decided in one pass, together with Markdown's headings.
import { tidied } from "../rule.ts";
import { valueOf } from "./attributes.ts";
import { endOfDropped } from "./dropped.ts";
import { lexHtml, type HtmlEvent } from "./lexer.ts";
import { BLOCK, DROPPED_WHOLE, HEADINGS } from "./policy.ts";

export interface FoundHeading {
  /** Offset of its opening tag. */
  start: number;
  /** 1 to 6, as written. */
  written: number;
  /** Text without markup. */
  text: string;
  /** As the author wrote it, in `id` or `name`. */
  id: string | undefined;
  /** Offset of its closing tag, before which no block may close it; `start` if the author left it open. */
  end: number;
  /** Offsets of the tags that make all of it bold. */
  bold: readonly number[];
}

/** A paragraph that is all bold. */
export interface BoldLine {
  start: number;
  text: string;
}

/** What the outline decided for a heading of raw HTML; the cleaner finds it by the offset of its tag. */
export interface RawHeading {
  level: number;
  id: string;
  text: string;
  end: number;
  bold: readonly number[];
}

const LINES = new Set(["p", "div", "center"]);
/** Bold there is that of a table without `<th>`, as Word copies it. */
const CELLS = new Set(["td", "th"]);

export function readHeadings(html: string): { headings: FoundHeading[]; boldLines: BoldLine[] } {
  const headings: FoundHeading[] = [];
  const boldLines: BoldLine[] = [];
  const events = lexHtml(html);
  const unclosed = new Set<string>();
  let inCell = false;
  for (let i = 0; i < events.length; i++) {
    const event = events[i];
    if (event !== undefined && event.kind !== "text" && CELLS.has(event.name)) inCell = event.kind === "open";
    if (event?.kind !== "open") continue;
    if (DROPPED_WHOLE.has(event.name) || event.name === "iframe")
      i = endOfDropped(events, i, event.name, unclosed);
    else if (HEADINGS.has(event.name)) headings.push(heading(event, events, i, unclosed));
    else if (LINES.has(event.name) && !inCell) {
      const inside = contents(events, i, unclosed, lineEnds);
      if (boldAround(inside).length > 0 && !inside.some(isBreak) && !isLink(inside))
        boldLines.push({ start: event.start, text: textOf(inside) });
    }
  }
  return { headings, boldLines };
}

function heading(
  open: OpenEvent,
  events: readonly HtmlEvent[],
  at: number,
  unclosed: Set<string>,
): FoundHeading {
  let next = at + 1;
  while (next < events.length && !isHeading(events[next])) next++;
  const close = events[next];
  const closed = close?.kind === "close";
  const inside = contents(events, at, unclosed, closed ? isHeading : headingEnds);
  const id = valueOf(open.attributes, "id") ?? valueOf(open.attributes, "name");
  return {
    start: open.start,
    written: Number(open.name.slice(1)),
    text: textOf(inside),
    id: id !== undefined && /^\S+$/.test(id) ? id : undefined,
    end: closed ? close.start : open.start,
    bold: boldAround(inside),
  };
}

type OpenEvent = Extract<HtmlEvent, { kind: "open" }>;

const isHeading = (event: HtmlEvent | undefined): boolean =>
  event !== undefined && event.kind !== "text" && HEADINGS.has(event.name);
const headingEnds = (event: HtmlEvent): boolean =>
  event.kind !== "text" && (isHeading(event) || BLOCK.has(event.name));
const lineEnds = (event: HtmlEvent): boolean =>
  event.kind !== "text" && (isHeading(event) || LINES.has(event.name));

/** The events shown between an opening tag and the first event that ends it. */
function contents(
  events: readonly HtmlEvent[],
  at: number,
  unclosed: Set<string>,
  ends: (event: HtmlEvent) => boolean,
): HtmlEvent[] {
  const inside: HtmlEvent[] = [];
  for (let i = at + 1; i < events.length; i++) {
    const event = events[i];
    if (event === undefined || ends(event)) break;
    if (event.kind === "open" && DROPPED_WHOLE.has(event.name))
      i = endOfDropped(events, i, event.name, unclosed);
    else inside.push(event);
  }
  return inside;
}

function textOf(events: readonly HtmlEvent[]): string {
  let text = "";
  for (const event of events) {
    if (event.kind === "text") text += event.text;
    else if (event.kind === "open" && event.name === "br") text += " ";
    else if (event.kind === "open" && event.name === "img") text += valueOf(event.attributes, "alt") ?? "";
  }
  return tidied(text);
}

const isBold = (event: HtmlEvent | undefined): event is Exclude<HtmlEvent, { kind: "text" }> =>
  event !== undefined && event.kind !== "text" && (event.name === "b" || event.name === "strong");

const isBreak = (event: HtmlEvent): boolean => event.kind === "open" && event.name === "br";

/** True if the bold around a line contains one link and nothing else: it calls to act, and is no heading. */
function isLink(inside: readonly HtmlEvent[]): boolean {
  const seen = inside.filter((event) => (event.kind === "text" ? event.text.trim() !== "" : !isBold(event)));
  const links = seen.filter((event) => event.kind === "open" && event.name === "a");
  const last = seen.at(-1);
  return links.length === 1 && links[0] === seen[0] && last?.kind === "close" && last.name === "a";
}

/** Offsets of the bold tags that open first and close last; empty if only a part is bold. */
function boldAround(inside: readonly HtmlEvent[]): number[] {
  const seen = inside.filter((event) => event.kind !== "text" || event.text.trim() !== "");
  const first = seen[0];
  const last = seen.at(-1);
  if (!isBold(first) || !isBold(last) || first.kind !== "open" || last.kind !== "close") return [];
  let depth = 0;
  for (const event of seen) {
    if (!isBold(event)) continue;
    depth += event.kind === "open" ? 1 : -1;
    if (depth === 0 && event !== last) return [];
  }
  return depth === 0 && seen.length > 2 ? [first.start, last.start] : [];
}
