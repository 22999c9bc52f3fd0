// A text as a tree of HTML elements, from Markdown and raw HTML alike. Phases read and change it; it is printed once, at the end.
// What one phase finished (a picture, a player, coloured code) is HTML that later ones do not look into.
import { BLOCK, VOID } from "./html/policy.ts";
import type { Span } from "./positions.ts";

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

export type Node = Text | Finished | Element;

/** The text that something is written in, and its place there; a negative offset stands for the beginning of the line. */
export interface At {
  span: Span;
  offset: number;
}

/** For what is written nowhere. */
export const NOWHERE: At = { span: { content: "", first: 0 }, offset: -1 };

export class Element implements At {
  readonly kind = "element";
  name: string;
  attrs: [name: string, value: string][];
  children: Node[];
  span: Span;
  offset: number;
  /** True if the author wrote it as HTML. */
  raw = false;
  /** True for the paragraph of a tight list, which has no tag on the page. */
  hidden = false;
  /** Lines of the body from which a block comes: the first, and the one after the last. */
  lines: [first: number, end: number] | undefined;
  /** True for a block of code that nothing closes. */
  isUnclosed = false;
  /** True for a link made of a bare address. */
  auto = false;

  /** `at` is where it is written, or what it is made of. */
  constructor(name: string, at: At, children: Node[] = [], attrs: Readonly<Record<string, string>> = {}) {
    this.name = name;
    this.attrs = Object.entries(attrs);
    this.children = children;
    this.span = at.span;
    this.offset = at.offset;
  }

  /** A part of it, with the same attributes. */
  part(children: Node[], lines = this.lines): Element {
    const part = Object.assign(new Element(this.name, this, children), {
      raw: this.raw,
      hidden: this.hidden,
    });
    part.attrs = this.attrs.map(([name, value]) => [name, value]);
    part.lines = lines;
    return part;
  }

  attr(name: string): string | undefined {
    for (const one of this.attrs) if (one[0] === name) return one[1];
    return undefined;
  }

  set(name: string, value: string): void {
    const given = this.attrs.find((one) => one[0] === name);
    if (given === undefined) this.attrs.push([name, value]);
    else given[1] = value;
  }

  addClass(name: string): void {
    const given = this.attr("class");
    this.set("class", given === undefined ? name : `${given} ${name}`);
  }

  /** Its text without markup, on one line, without leading, trailing or repeated whitespace. */
  get title(): string {
    const text = textOf(this.children);
    return /^\s|\s$|\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, " ").trim() : text;
  }

  /** The same, without a no-break space becoming another one. */
  get typesetTitle(): string {
    return textOf(this.children)
      .replace(/[ \t\n]+/g, " ")
      .trim();
  }

  /** Calls `visit` for every element below, in the order of the text; those in which it returns `false` are not entered. */
  each(visit: (element: Element, parent: Element) => unknown): void {
    for (const node of this.children)
      if (node.kind === "element" && visit(node, this) !== false) node.each(visit);
  }

  /** Replaces elements below by what `change` returns; those for which it returns nothing stay, and are entered. */
  replace(change: (element: Element) => readonly Node[] | undefined): void {
    let out: Node[] | undefined;
    for (const [i, node] of this.children.entries()) {
      const changed = node.kind === "element" ? change(node) : undefined;
      if (changed === undefined) {
        if (node.kind === "element") node.replace(change);
        out?.push(node);
      } else {
        out ??= this.children.slice(0, i);
        for (const one of changed) out.push(one);
      }
    }
    this.children = out ?? this.children;
  }
}

export const makeText = (text: string): Text => ({ kind: "text", text });

export const finished = (html: string, text = ""): Finished => ({ kind: "finished", html, text });

export const isElement = (node: Node | undefined, name?: string): node is Element =>
  node?.kind === "element" && (name === undefined || node.name === name);

export const isText = (node: Node | undefined): node is Text => node?.kind === "text";

export const isBlank = (node: Node | undefined): boolean => node?.kind === "text" && node.text.trim() === "";

/** True for an element that stands on its own, between paragraphs. */
export const isBlock = (node: Node): boolean => node.kind === "element" && BLOCK.has(node.name);

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

/** The lines of a paragraph, without what ends them, in the source or on the page; emphasis that spans lines is not split. */
export function linesOf(nodes: readonly Node[]): Node[][] {
  const lines: Node[][] = [[]];
  for (const node of nodes)
    if (node.kind === "text" ? node.text !== "\n" : !isElement(node, "br")) lines.at(-1)?.push(node);
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
    else text += node.name === "img" ? (node.attr("alt") ?? "") : textOf(node.children);
  return text;
}

const FLAGS = new Set(
  "open reversed controls loop muted default download playsinline disabled checked".split(" "),
);

export function print(nodes: readonly Node[]): string {
  let html = "";
  for (const node of nodes) {
    if (node.kind === "text") html += escapeText(node.text);
    else if (node.kind === "finished") html += node.html;
    else if (node.hidden) html += print(node.children);
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

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Apostrophes stay as they are: French has one in every line. */
export function escapeText(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign) : text;
}
