// A picture, a film or a player and the text in italics under it → one figure, with its credit marked.
// A caption is text entirely in emphasis after what it describes, on the same line, on the next one or in the next paragraph; a
// sentence with one word in italics is not a caption.
import { setCreditApart } from "./credits.ts";
import type { Env } from "./env.ts";
import {
  addClass,
  alone,
  isBlank,
  isElement,
  isText,
  linesOf,
  makeElement,
  makeText,
  onlySeen,
  setAttr,
  textOf,
  type Element,
  type Node,
} from "./tree.ts";

/** A longer paragraph in italics, separated from a picture by a blank line, is treated as text. */
const LONGEST_APART = 300;

const PLAYS = new Set(["video", "audio", "iframe", "video-request"]);
const IN_LINE = new Set(["img", "video", "audio"]);
const IN_BLOCK = new Set([...IN_LINE, ...PLAYS, "blockquote", "table"]);
const EMPHASIS = new Set(["em", "i", "small", "sub"]);
const WRAPPERS = new Set(["p", "div", "section", "figure"]);
/** What follows the emphasis and belongs to the caption: a full stop, a credit. */
const TAIL = /^(?:[.…!?]\s*$|[\s.,;–—-]*[([]?(?:©|Crédits?\b|Credits?\b|Photos?\s?:))/;

export function makeFigures(root: Element, env: Env): void {
  if ([...IN_BLOCK].some((name) => env.names.has(name))) inside(root);
}

function inside(parent: Element): void {
  const out: Node[] = [];
  const nodes = parent.children;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    if (!isElement(node)) {
      if (node !== undefined) out.push(node);
      continue;
    }
    const parts = linesWithCaptions(node) ?? (isMediaBlock(node) ? [{ media: [node] as Node[] }] : undefined);
    if (parts === undefined) {
      // What a raw figure contains is arranged by its author.
      if (node.name !== "figure" && node.name !== "pre") inside(node);
      out.push(node);
      continue;
    }
    const last = parts.at(-1);
    const next = nodes.findIndex((one, at) => at > i && !isBlank(one));
    if (last?.media !== undefined && last.caption === undefined) {
      const caption = captionParagraph(nodes[next], node);
      if (caption !== undefined) {
        last.caption = caption;
        i = isBlank(nodes[next + 1]) ? next + 1 : next;
        out.push(...figures(parts, node), makeText("\n"));
        continue;
      }
    }
    out.push(...(parts.some(({ caption }) => caption !== undefined) ? figures(parts, node) : [node]));
  }
  parent.children = out;
}

/** A part of a paragraph: pictures, with their caption if there is one, or lines of text. */
interface Part {
  media?: Node[];
  caption?: Caption;
  text?: Node[];
}

interface Caption {
  nodes: Node[];
  attrs: [string, string][];
}

const linesWithCaptions = (node: Element): Part[] | undefined =>
  (node.name === "p" && !node.raw) || isPlainWrapper(node) ? partsOf(node) : undefined;

/** Undefined for a paragraph without a picture on a line of its own. */
function partsOf(paragraph: Element): Part[] | undefined {
  if (!paragraph.children.some((node) => isElement(node) && mediaOf(node) !== undefined)) return undefined;
  const parts: Part[] = [];
  for (const line of linesOf(paragraph.children)) {
    const last = parts.at(-1);
    const end = mediaEnd(line);
    const rest = line.slice(end).filter((node) => !isBlank(node));
    const caption = rest.length === 0 ? undefined : captionOf(rest);
    if (end > 0 && (rest.length === 0 || caption !== undefined)) {
      const media = line.slice(0, end);
      // Pictures side by side keep what separates them.
      if (last?.media !== undefined && last.caption === undefined) last.media.push(makeText("\n"), ...media);
      else parts.push({ media });
      const part = parts.at(-1);
      if (part !== undefined && caption !== undefined) part.caption = caption;
    } else if (end === 0 && caption !== undefined && last?.media !== undefined) {
      if (last.caption === undefined) last.caption = caption;
      else last.caption.nodes.push(makeText("\n"), ...caption.nodes);
    } else if (last?.text !== undefined) last.text.push(makeText("\n"), ...line);
    else parts.push({ text: [...line] });
  }
  if (!parts.some(({ text }) => text !== undefined)) return parts;
  if (!parts.some(({ caption }) => caption !== undefined)) return undefined;
  return parts;
}

/** Index after the pictures and films with which a line begins; 0 if there are none. */
function mediaEnd(line: readonly Node[]): number {
  let end = 0;
  for (let i = 0; i < line.length; i++) {
    const node = line[i];
    if (isElement(node) && mediaOf(node) !== undefined) end = i + 1;
    else if (!isBlank(node)) break;
  }
  return end;
}

/** The picture or film that a node is, or that is all there is in a link. */
function mediaOf(node: Element): Element | undefined {
  if (IN_LINE.has(node.name)) return node;
  if (node.name !== "a") return undefined;
  const seen = node.children.filter((one) => !isBlank(one));
  return seen.length > 0 && seen.every((one) => isElement(one, "img")) ? node : undefined;
}

/** Emphasis from the beginning of a line to its end, with a mark of a note, a full stop or a credit behind it. */
function captionOf([first, ...rest]: readonly Node[]): Caption | undefined {
  if (!isElement(first) || !EMPHASIS.has(first.name)) return undefined;
  const tail = rest.filter((node) => node.kind !== "finished");
  const [next] = tail;
  if (next !== undefined && !(isText(next) && TAIL.test(next.text))) return undefined;
  return { nodes: [...first.children, ...rest], attrs: first.attrs };
}

/** A caption in a paragraph of its own, right below `above` or short. */
function captionParagraph(found: Node | undefined, above: Element): Caption | undefined {
  const node = isElement(found) ? unwrapped(found) : undefined;
  if (node === undefined || !(node.name === "p" || (node.raw && EMPHASIS.has(node.name)))) return undefined;
  const lines = node.name === "p" ? linesOf(node.children) : [[node]];
  const [caption, ...others] = lines.map(captionOf).filter((one) => one !== undefined);
  if (caption === undefined || others.length + 1 < lines.length) return undefined;
  for (const other of others) caption.nodes.push(makeText("\n"), ...other.nodes);
  const isNear = above.lines !== undefined && node.lines !== undefined && node.lines[0] <= above.lines[1];
  return isNear || textOf(caption.nodes).length <= LONGEST_APART ? caption : undefined;
}

/** A player, or a block of raw HTML that is a picture, a film, a quotation or a table. */
function isMediaBlock(node: Element): boolean {
  if (node.name === "video-request") return true;
  return node.raw && blockMedia(node) !== undefined;
}

function blockMedia(node: Element): Element | undefined {
  if (IN_BLOCK.has(node.name) || mediaOf(node) !== undefined) return node;
  const seen = WRAPPERS.has(node.name) && node.name !== "figure" ? onlySeen(node.children) : undefined;
  return isElement(seen) && seen.raw ? blockMedia(seen) : undefined;
}

function figures(parts: readonly Part[], paragraph: Element): Node[] {
  return parts.flatMap((part, i): Node[] => {
    const between = i === 0 ? [] : [makeText("\n")];
    if (part.media !== undefined && part.caption !== undefined)
      return [...between, figure(part.media, part.caption, paragraph)];
    const copy = { ...paragraph, children: part.media ?? part.text ?? [] };
    return [...between, copy];
  });
}

function figure(media: Node[], { nodes, attrs }: Caption, source: Element): Element {
  const caption = makeElement("figcaption", source, setCreditApart(nodes), attrs);
  const shown = media.map((node) => (isElement(node) && node.raw ? unwrapped(node) : node));
  const made = makeElement("figure", source, [...shown, caption, makeText("\n")]);
  if (source.name === "p" && !source.raw)
    for (const [name, value] of source.attrs) setAttr(made, name, value);
  made.lines = source.lines;
  if (media.some((node) => isElement(node) && alone([node], PLAYS, WRAPPERS) !== undefined))
    addClass(made, "media");
  return made;
}

/** True for an element of raw HTML that only centres what is in it. */
const isPlainWrapper = (node: Element): boolean =>
  node.raw && (node.name === "p" || node.name === "div") && !node.attrs.some(([name]) => SAYS.has(name));

const SAYS = new Set(["class", "id", "lang"]);

function unwrapped(node: Element): Element {
  const seen = isPlainWrapper(node) ? onlySeen(node.children) : undefined;
  return isElement(seen) ? unwrapped(seen) : node;
}
