// A block of raw HTML → the picture, video, quotation or table that it shows, and the caption typed beside it.
// Only if it contains nothing else: a block with other text is not a figure, and stays as it is.
import { isClosed, type Range } from "./events.ts";
import { lexHtml, type Attribute, type HtmlEvent } from "./lexer.ts";
import { PHRASES, VOID } from "./policy.ts";

export interface MediaHtml {
  media: Range;
  /** True if it plays: a frame, a video, audio. */
  plays: boolean;
  /** What follows it, if anything. */
  rest?: Range;
  /** True if wrappers that begin before it and end after it must be kept, such as `<div class="…">`. */
  wrapped: boolean;
}

const MEDIA = /<(?:img|iframe|video|audio|picture|blockquote|table|script)[\s>/]/i;
/** Elements kept whole, with their content. */
const WHOLE = new Set(["iframe", "video", "audio", "picture", "blockquote", "table"]);
const WRAPPERS = new Set(["center", "p", "font", "figure", "div", "section"]);

/** Reads a block; undefined if it is not one picture, video, quotation or table, with or without a caption. */
export function readMediaHtml(content: string): MediaHtml | undefined {
  if (!MEDIA.test(content) || /<figcaption[\s>]/i.test(content)) return undefined;
  const events = lexHtml(content);
  const lead = new Wrappers();
  let i = lead.skip(events, 0);
  const first = i;
  let last = -1;
  const middle = new Wrappers();
  let rest = first;
  while ((i = mediaEnd(events, rest)) > rest) {
    last = i - 1;
    middle.clear();
    rest = middle.skip(events, i);
  }
  if (last < 0) return undefined;
  let end = events.length;
  const tail = new Wrappers();
  while (end > rest && tail.take(events[end - 1])) end--;
  if (!events.slice(rest, end).every(isPhrase)) return undefined;
  const media = { start: startOf(events[first]), end: endOf(events[last]) };
  const found = {
    media,
    plays: events.slice(first, last + 1).some(plays) || isScript(events[first]),
    ...(rest < end && { rest: trimmed(content, startOf(events[rest]), endOf(events[end - 1])) }),
  };
  const all = [...lead.met, ...middle.met, ...tail.met.reverse()];
  if (isClosed(all)) {
    if (all.every(isPlain)) return Object.assign(found, { wrapped: false });
    // A wrapper with a class that ends before the caption belongs to the media.
    if (tail.met.length === 0)
      return Object.assign(found, {
        media: trimmed(content, 0, startOf(events[rest], content.length)),
        wrapped: false,
      });
  }
  return middle.met.length === 0 ? Object.assign(found, { wrapped: true }) : undefined;
}

/** The only emphasised phrase of a block, with nothing but wrappers around it: `<center><p><em>…</em></p></center>`. */
export function readCaptionHtml(content: string): Range | undefined {
  if (!/<(?:em|i|small)[\s>]/i.test(content) || /<fig(?:ure|caption)[\s>]/i.test(content)) return undefined;
  const events = lexHtml(content);
  const lead = new Wrappers();
  const first = lead.skip(events, 0);
  let end = events.length;
  const tail = new Wrappers();
  while (end > first && tail.take(events[end - 1])) end--;
  const open = events[first];
  if (open?.kind !== "open" || !/^(?:em|i|small)$/.test(open.name)) return undefined;
  if (closeOf(events, first) !== end - 1 || !events.slice(first, end).every(isPhrase)) return undefined;
  const all = [...lead.met, ...tail.met.reverse()];
  if (!isClosed(all) || !all.every(isPlain)) return undefined;
  return { start: open.start, end: endOf(events[end - 1]) };
}

/** The wrappers, blanks and line breaks skipped. */
class Wrappers {
  met: HtmlEvent[] = [];

  clear(): void {
    this.met = [];
  }

  skip(events: readonly HtmlEvent[], from: number): number {
    let i = from;
    while (this.take(events[i])) i++;
    return i;
  }

  take(event: HtmlEvent | undefined): boolean {
    if (event === undefined) return false;
    if (isBlank(event)) return true;
    if (event.kind === "text" || !WRAPPERS.has(event.name)) return false;
    this.met.push(event);
    return true;
  }
}

const isBlank = (event: HtmlEvent | undefined): boolean =>
  event?.kind === "text" ? event.text.trim() === "" : event?.name === "br";

const plays = (event: HtmlEvent): boolean =>
  event.kind === "open" && (event.name === "iframe" || event.name === "video" || event.name === "audio");

const isScript = (event: HtmlEvent | undefined): boolean => event?.kind === "open" && event.name === "script";

const isPhrase = (event: HtmlEvent): boolean => event.kind === "text" || PHRASES.has(event.name);

/** A wrapper without meaning: it may be dropped. */
const isPlain = (event: HtmlEvent): boolean =>
  event.kind !== "open" || event.name === "p" || event.name === "center" || !event.attributes.some(says);

const says = ({ name }: Attribute): boolean => name === "class" || name === "id" || name === "lang";

/** Index after the picture, video… that begins at an index; that index if there is none. */
function mediaEnd(events: readonly HtmlEvent[], from: number): number {
  const event = events[from];
  if (event?.kind !== "open") return from;
  if (event.name === "img") return from + 1;
  if (event.name === "a") return linkEnd(events, from);
  if (event.name === "script") return isWidget(event.attributes) ? closeOf(events, from) + 1 : from;
  if (!WHOLE.has(event.name)) return from;
  const close = closeOf(events, from);
  return close < 0 ? from : event.name === "blockquote" ? widgetEnd(events, close + 1) : close + 1;
}

/** A link that contains only pictures. */
function linkEnd(events: readonly HtmlEvent[], from: number): number {
  let i = from + 1;
  let pictures = 0;
  for (let event = events[i]; event !== undefined; event = events[i]) {
    if (event.kind === "close" && event.name === "a") return pictures > 0 ? i + 1 : from;
    if (event.kind === "open" && event.name === "img") pictures++;
    else if (!isBlank(event)) break;
    i++;
  }
  return from;
}

const isWidget = (attributes: readonly Attribute[]): boolean =>
  attributes.some(({ name, value }) => name === "src" && /^(?:https?:)?\/\/\S/i.test(value));

/** The script of a quotation's widget follows it. */
function widgetEnd(events: readonly HtmlEvent[], from: number): number {
  let i = from;
  while (isBlank(events[i])) i++;
  const event = events[i];
  if (event?.kind !== "open" || event.name !== "script") return from;
  const close = closeOf(events, i);
  return close < 0 ? from : close + 1;
}

/** Index of the end of the element that begins at an index; -1 if it has none. */
function closeOf(events: readonly HtmlEvent[], from: number): number {
  const open = events[from];
  if (open?.kind !== "open" || VOID.has(open.name)) return -1;
  let depth = 0;
  for (let i = from; i < events.length; i++) {
    const event = events[i];
    if (event === undefined || event.kind === "text" || event.name !== open.name) continue;
    depth += event.kind === "open" ? 1 : -1;
    if (depth === 0) return i;
  }
  return -1;
}

const startOf = (event: HtmlEvent | undefined, none = 0): number => event?.start ?? none;
const endOf = (event: HtmlEvent | undefined): number => event?.end ?? 0;

function trimmed(content: string, start: number, end: number): Range {
  const text = content.slice(start, end);
  return { start: start + text.length - text.trimStart().length, end: start + text.trimEnd().length };
}
