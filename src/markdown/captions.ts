// A picture, a film or a player and the text in italics under it → one figure, with its credit marked, and a name.
// A caption is text entirely in emphasis after what it describes, on the same line, on the next one or in the next paragraph; a
// sentence with one word in italics is not a caption.
import type { Env } from "./env.ts";
import {
  alone,
  Element,
  isBlank,
  isElement,
  isText,
  linesOf,
  makeText,
  onlySeen,
  print,
  textOf,
  type Node,
} from "./tree.ts";

/** A longer paragraph in italics, separated from a picture by a blank line, is treated as text. */
const LONGEST_APART = 300;

const PLAYS = new Set(["video", "audio", "iframe"]);
const IN_LINE = new Set(["img", "video", "audio"]);
const IN_BLOCK = new Set([...IN_LINE, ...PLAYS, "blockquote", "table"]);
const EMPHASIS = new Set(["em", "i", "small", "sub"]);
const WRAPPERS = new Set(["p", "div", "section", "figure"]);
/** What follows the emphasis and belongs to the caption: a full stop, a credit. */
const TAIL = /^(?:[.…!?]\s*$|[\s.,;–—-]*[([]?(?:©|Crédits?\b|Credits?\b|Photos?\s?:))/;

/** A part of a paragraph: pictures, with their caption if there is one, or lines of text. */
interface Part {
  isMedia: boolean;
  nodes: Node[];
  caption?: Caption | undefined;
}

type Caption = Pick<Element, "children" | "attrs">;

export function makeFigures(root: Element, env: Env): void {
  if ([...IN_BLOCK].some((name) => env.names.has(name))) inside(root);
}

function inside(parent: Element): void {
  const out: Node[] = [];
  const nodes = parent.children;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    const parts = isElement(node) ? partsOf(node) : undefined;
    if (!isElement(node) || parts === undefined) {
      // What a raw figure contains is arranged by its author.
      if (isElement(node) && node.name !== "figure" && node.name !== "pre") inside(node);
      if (node !== undefined) out.push(node);
      continue;
    }
    const last = parts.at(-1);
    let next = i + 1;
    while (isBlank(nodes[next])) next++;
    const isBare = last?.isMedia === true && last.caption === undefined;
    const caption = isBare ? captionParagraph(nodes[next], node) : undefined;
    if (last !== undefined && caption !== undefined) {
      last.caption = caption;
      i = isBlank(nodes[next + 1]) ? next + 1 : next;
    }
    if (parts.every((part) => part.caption === undefined)) out.push(node);
    else {
      for (const [at, part] of parts.entries()) {
        if (at > 0) out.push(makeText("\n"));
        out.push(part.caption ? figure(part.nodes, part.caption, node) : node.part(part.nodes));
      }
      if (caption !== undefined) out.push(makeText("\n"));
    }
  }
  parent.children = out;
}

/** A block that can have a caption, in parts; undefined for anything else. */
function partsOf(block: Element): Part[] | undefined {
  const isParagraph = (block.name === "p" && !block.raw) || isPlainWrapper(block);
  const parts = isParagraph ? partsOfParagraph(block) : undefined;
  if (parts !== undefined) return parts;
  const isFrame = block.raw ? blockMedia(block) !== undefined : block.name === "iframe";
  return isFrame ? [{ isMedia: true, nodes: [block] }] : undefined;
}

/** Undefined for a paragraph without a picture on a line of its own, or with text and no caption. */
function partsOfParagraph({ children }: Element): Part[] | undefined {
  if (!children.some((node) => isElement(node) && mediaOf(node) !== undefined)) return undefined;
  const parts: Part[] = [];
  for (const line of linesOf(children)) {
    const last = parts.at(-1);
    const end = mediaEnd(line);
    const rest = line.slice(end).filter((node) => !isBlank(node));
    const caption = captionOf(rest);
    const isMedia = end > 0 && (rest.length === 0 || caption !== undefined);
    const nodes = isMedia ? line.slice(0, end) : line;
    if (end === 0 && caption !== undefined && last?.isMedia === true) {
      last.caption?.children.push(makeText("\n"), ...caption.children);
      last.caption ??= caption;
    } else if (last?.isMedia === isMedia && last.caption === undefined) {
      // Pictures side by side keep what separates them.
      last.nodes.push(makeText("\n"), ...nodes);
      if (isMedia) last.caption = caption;
    } else parts.push({ isMedia, nodes, caption: isMedia ? caption : undefined });
  }
  const isText = parts.some((part) => !part.isMedia) && parts.every((part) => part.caption === undefined);
  return isText ? undefined : parts;
}

/** Index after the pictures and films with which a line begins; 0 if there are none. */
function mediaEnd(line: readonly Node[]): number {
  let end = 0;
  for (const [i, node] of line.entries())
    if (isElement(node) && mediaOf(node) !== undefined) end = i + 1;
    else if (!isBlank(node)) break;
  return end;
}

/** The picture or film that a node is, or the link that has only pictures in it. */
function mediaOf(node: Element): Element | undefined {
  if (IN_LINE.has(node.name)) return node;
  const seen = node.name === "a" ? node.children.filter((one) => !isBlank(one)) : [];
  return seen.length > 0 && seen.every((one) => isElement(one, "img")) ? node : undefined;
}

/** The film, player, quotation or table that a block of raw HTML is. */
function blockMedia(node: Element): Element | undefined {
  if (IN_BLOCK.has(node.name) || mediaOf(node) !== undefined) return node;
  const seen = WRAPPERS.has(node.name) && node.name !== "figure" ? onlySeen(node.children) : undefined;
  return isElement(seen) && seen.raw ? blockMedia(seen) : undefined;
}

/** Emphasis from the beginning of a line to its end, with a mark of a note, a full stop or a credit behind it. */
function captionOf([first, ...rest]: readonly Node[]): Caption | undefined {
  if (!isElement(first) || !EMPHASIS.has(first.name)) return undefined;
  const next = rest.find((node) => node.kind !== "finished");
  if (next !== undefined && !(isText(next) && TAIL.test(next.text))) return undefined;
  return { children: [...first.children, ...rest], attrs: first.attrs };
}

/** A caption in a paragraph of its own, right below `above` or short. */
function captionParagraph(found: Node | undefined, above: Element): Caption | undefined {
  const node = isElement(found) ? unwrapped(found) : undefined;
  if (node === undefined || !(node.name === "p" || (node.raw && EMPHASIS.has(node.name)))) return undefined;
  const lines = node.name === "p" ? linesOf(node.children) : [[node]];
  const captions = lines.map(captionOf).filter((one) => one !== undefined);
  const [caption, ...others] = captions;
  if (caption === undefined || captions.length < lines.length) return undefined;
  for (const other of others) caption.children.push(makeText("\n"), ...other.children);
  const isNear = above.lines !== undefined && node.lines !== undefined && node.lines[0] <= above.lines[1];
  return isNear || textOf(caption.children).length <= LONGEST_APART ? caption : undefined;
}

function figure(media: Node[], { children, attrs }: Caption, source: Element): Element {
  const caption = new Element("figcaption", source, setCreditApart(children));
  caption.attrs = attrs;
  const shown = media.map((node) => (isElement(node) && node.raw ? unwrapped(node) : node));
  const made = new Element("figure", source, [...shown, caption, makeText("\n")]);
  if (source.name === "p" && !source.raw) made.attrs = source.part([]).attrs;
  made.lines = source.lines;
  if (media.some((node) => alone([node], PLAYS, WRAPPERS) !== undefined)) made.addClass("media");
  return made;
}

/** True for an element of raw HTML that only centres what is in it. */
const isPlainWrapper = ({ name, raw, attrs }: Element): boolean =>
  raw && (name === "p" || name === "div") && !attrs.some(([key]) => /^(?:class|id|lang)$/.test(key));

function unwrapped(node: Element): Element {
  const seen = isPlainWrapper(node) ? onlySeen(node.children) : undefined;
  return isElement(seen) ? unwrapped(seen) : node;
}

/**
 * Gives figures of pictures a role, and a name that repeats the caption, as RGAA 4.1 asks (test 1.9.1). Other standards take the
 * caption itself for the name. A player has a name of its own; the picture of a figure inside is not this one's.
 */
export function nameFigures(root: Element, env: Env): void {
  if (env.pictures === 0) return;
  root.each((element) => {
    const caption = element.children.find((node) => isElement(node, "figcaption"));
    if (element.name !== "figure" || !isElement(caption)) return;
    const html = print(element.children);
    if (!html.includes("<img ") || /<figure\b|data-player/.test(html)) return;
    // The mark of a note is no part of it: its number would be heard as a part of the last word.
    const name = caption.typesetTitle;
    if (name === "") return;
    element.set("role", "figure");
    element.set("aria-label", name);
  });
}

const KIND = String.raw`[Pp]hotos?|[Pp]hotograph(?:ies?|y)?|[Ii]mages?|[Ii]llustrations?|[Dd]essins?|[Vv]isuels?|[Vv]idéos?|[Ii]nfographies?|[Pp]ictures?|[Vv]ideos?`;
/** Words that announce a credit even if nothing precedes them. */
const SURE = String.raw`©|\([cC]\)(?=\s+\p{L})|[Cc]opyright\s|[Cc]ourtesy of\s|[Cc]r[ée]dits?(?:\s+(?:${KIND}))?\s?:|(?:${KIND})\s+[Cc]redits?\s?:|[Ss]ources?\s?:|(?:${KIND})\s+(?:by\s+(?=\p{Lu})|©)`;
/** Words that may also begin a description: if nothing precedes them, a name must follow. */
const CREDIT = new RegExp(String.raw`(?:(${SURE})|(?:${KIND})\s?:\s?(?=\S))`, "gu");
/** What may precede a credit in the same caption. */
const BOUNDARY = /(?:^|[.!?…»”"'’)\]([–—\-|/,;:·•\n])\s*$/u;
const NAME = /^(?:(?:\p{Lu}[\p{L}\p{N}'’.-]*|d[eu]s?|la|le|et|and|of|the|van|von|&|\/)[\s,]*){1,10}$/u;
const LONGEST_CREDIT = 140;
/** Another sentence; the full stop of an initial does not end one. */
const GOES_ON = /(?<!(?:^|[^\p{L}])\p{Lu})[.!?…]\s+\p{L}/u;

/**
 * The content of a caption → the same with its credit marked: `Légende. © Nom` → `Légende. <small class="credit">© Nom</small>`.
 * A credit ends a caption and is short. If another sentence follows, it is not a credit, and stays as it is.
 */
function setCreditApart(caption: Node[]): Node[] {
  for (const [i, node] of caption.entries()) {
    const text = isText(node) ? node.text : isElement(node) && node.name !== "code" ? textOf([node]) : "";
    const before = textOf(caption.slice(0, i));
    for (const match of text.matchAll(CREDIT)) {
      const { index } = match;
      // Inside a link or bold, a credit must begin where the link or bold begins.
      if (!isText(node) && text.slice(0, index).trim() !== "") break;
      const rest = text.slice(index) + textOf(caption.slice(i + 1));
      if (!isCredit(before + text.slice(0, index), match, rest)) continue;
      const head = isText(node) ? [makeText(text.slice(0, index))] : [];
      const tail = isText(node) ? makeText(text.slice(index)) : node;
      return apart([...caption.slice(0, i), ...head], [tail, ...caption.slice(i + 1)]);
    }
  }
  return caption;
}

function isCredit(head: string, [sign, sure]: RegExpExecArray, rest: string): boolean {
  if (rest.length > LONGEST_CREDIT || GOES_ON.test(rest)) return false;
  const said = rest.slice(sign.length);
  if (sign === "©" || /^\([cC]\)$/.test(sign)) return /[\p{L}\p{N}]/u.test(said);
  if (!BOUNDARY.test(head)) return false;
  const isFirst = /^[\s([]*$/.test(head) || /[([]\s*$/.test(head);
  return sure !== undefined || !isFirst || NAME.test(said.trim().replace(/[)\].]+$/, ""));
}

function apart(head: Node[], tail: Node[]): Node[] {
  trimEnd(head);
  const bracket = takeEnd(head, /[([]$/);
  // Brackets that contain only the credit are removed; any other opening one is put back.
  if (bracket !== "" && takeEnd(tail, bracket === "(" ? /\)\s*\.?\s*$/ : /\]\s*\.?\s*$/) === "")
    tail.unshift(makeText(bracket));
  // `Légende - © Nom`: the dash has no use once the credit is set apart.
  takeEnd(head, /(?:^|\s)[-–—|/·•]$/u);
  const at = { span: { content: "", first: 0 }, offset: -1 };
  const small = new Element("small", at, tail, { class: "credit" });
  return [...head, ...(head.length === 0 ? [] : [makeText(" ")]), small];
}

/** Removes what a pattern finds at the end of the last text; empty if it finds nothing. */
function takeEnd(nodes: Node[], pattern: RegExp): string {
  const last = nodes.at(-1);
  const found = isText(last) ? pattern.exec(last.text) : null;
  if (!isText(last) || found === null) return "";
  last.text = last.text.slice(0, found.index);
  trimEnd(nodes);
  return found[0].trim().charAt(0);
}

function trimEnd(nodes: Node[]): void {
  for (let last = nodes.at(-1); isText(last); last = nodes.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== "") return;
    nodes.pop();
  }
}
