// A text as a tree of HTML elements, from Markdown and raw HTML alike. Passes read and change it; it is printed once, at the end.
// What one pass finished (a picture, a player, coloured code) is HTML that later passes do not look into.
import type { Place } from "../problems.ts";
import type { Env } from "./env.ts";
import { BLOCK, VOID } from "./html/policy.ts";
import type { Span } from "./positions.ts";
import type { Video } from "./players.ts";

export interface Text {
  kind: "text";
  text: string;
}

/** HTML that is printed as it is. */
export interface Finished {
  kind: "finished";
  html: string;
  /** What readers get of it as text: the alternative text of a picture. */
  text: string;
}

export interface Element {
  kind: "element";
  name: string;
  attrs: [name: string, value: string][];
  children: Node[];
  /** True if the author wrote it as HTML. */
  raw: boolean;
  /** True for the paragraph of a tight list, which has no tag on the page. */
  hidden?: boolean;
  /** The text that it is written in, and its place there; a negative offset stands for the beginning of the line. */
  span: Span;
  offset: number;
  /** Lines of the body from which a block comes: the first, and the one after the last. */
  lines?: [first: number, end: number] | undefined;
  /** True for a link that a pass made, whose address is known to be good. */
  isMade?: boolean;
  /** True for a block of code that nothing closes. */
  isUnclosed?: boolean;
  /** True for a link made of a bare address. */
  auto?: boolean;
  /** What a player shows, once it is known. */
  video?: Video;
}

export type Node = Text | Finished | Element;

export const makeText = (text: string): Text => ({ kind: "text", text });

export const finished = (html: string, text = ""): Finished => ({ kind: "finished", html, text });

/** An element made by a pass, at the place of another. */
export function makeElement(
  name: string,
  at: Pick<Element, "span" | "offset">,
  children: Node[] = [],
  attrs: [string, string][] = [],
): Element {
  return { kind: "element", name, attrs, children, raw: false, span: at.span, offset: at.offset };
}

export const isElement = (node: Node | undefined, name?: string): node is Element =>
  node?.kind === "element" && (name === undefined || node.name === name);

export const isText = (node: Node | undefined): node is Text => node?.kind === "text";

export const isBlank = (node: Node | undefined): boolean => node?.kind === "text" && node.text.trim() === "";

/** The end of a line: of the source, or one that the page keeps. */
const isBreak = (node: Node | undefined): boolean =>
  node?.kind === "text" ? node.text === "\n" : isElement(node, "br");

export function attr(element: Element, name: string): string | undefined {
  for (const one of element.attrs) if (one[0] === name) return one[1];
  return undefined;
}

export function setAttr(element: Element, name: string, value: string): void {
  const given = element.attrs.find((one) => one[0] === name);
  if (given === undefined) element.attrs.push([name, value]);
  else given[1] = value;
}

export function addClass(element: Element, name: string): void {
  const given = attr(element, "class");
  setAttr(element, "class", given === undefined ? name : `${given} ${name}`);
}

/** The only thing that readers see of some nodes, if there is just one. */
export function onlySeen(nodes: readonly Node[]): Node | undefined {
  let seen: Node | undefined;
  for (const node of nodes) {
    if (isBlank(node)) continue;
    if (seen !== undefined) return undefined;
    seen = node;
  }
  return seen;
}

/** The element that is all there is of some nodes, inside elements of other names in `around`; undefined if there is more. */
export function alone(
  nodes: readonly Node[],
  names: ReadonlySet<string>,
  around: ReadonlySet<string>,
): Element | undefined {
  const seen = onlySeen(nodes);
  if (!isElement(seen)) return undefined;
  if (names.has(seen.name)) return seen;
  return around.has(seen.name) ? alone(seen.children, names, around) : undefined;
}

/** The lines of a paragraph, without what ends them; emphasis that spans lines is not split. */
export function linesOf(nodes: readonly Node[]): Node[][] {
  const lines: Node[][] = [[]];
  for (const node of nodes)
    if (!isBreak(node)) lines.at(-1)?.push(node);
    else if (lines.at(-1)?.length !== 0) lines.push([]);
  return lines.filter((line) => line.length > 0);
}

/** Text without markup, alternative texts included. */
export function textOf(nodes: readonly Node[]): string {
  let text = "";
  for (const node of nodes)
    if (node.kind === "text") text += node.text === "\n" ? " " : node.text;
    else if (node.kind === "finished") text += node.text;
    else if (node.name === "br") text += " ";
    else if (node.name === "img") text += attr(node, "alt") ?? "";
    else text += textOf(node.children);
  return text;
}

/** Text on one line, without leading, trailing or repeated whitespace. */
export function tidied(text: string): string {
  return /^\s|\s$|\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, " ").trim() : text;
}

/** Calls `visit` for every element below one, in the order of the text; those in which it returns `false` are not entered. */
export function eachElement(parent: Element, visit: (element: Element, parent: Element) => unknown): void {
  for (const node of parent.children)
    if (node.kind === "element" && visit(node, parent) !== false) eachElement(node, visit);
}

export function placeOf(element: Element, env: Env): Place {
  return element.offset < 0
    ? env.positions.line(element.span.first)
    : env.positions.at(element.span, element.offset);
}

/** True for an element that stands on its own, between paragraphs. */
export const isBlock = (node: Node): boolean => node.kind === "element" && BLOCK.has(node.name);

const FLAGS = new Set(
  "open reversed controls loop muted default download playsinline disabled checked".split(" "),
);

export function print(nodes: readonly Node[]): string {
  let html = "";
  for (const node of nodes) {
    if (node.kind === "text") html += escapeText(node.text);
    else if (node.kind === "finished") html += node.html;
    else if (node.hidden === true) html += print(node.children);
    else {
      html += `<${node.name}`;
      for (const [name, value] of node.attrs) html += printAttribute(name, value);
      html += VOID.has(node.name) ? ">" : `>${print(node.children)}</${node.name}>`;
    }
  }
  return html;
}

export function printAttribute(name: string, value: string): string {
  return FLAGS.has(name) && (value === "" || value === name) ? ` ${name}` : ` ${name}="${escapeText(value)}"`;
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Apostrophes stay as they are: French has one in every line. */
export function escapeText(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign) : text;
}
