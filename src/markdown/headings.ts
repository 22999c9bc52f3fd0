// Headings → headings below the page's own title, without skipped levels, each with an id; and the table of contents.
// Those of Markdown and of raw HTML share one outline.
import type { Env } from "./env.ts";
import { HEADINGS } from "./html/policy.ts";
import { slugOf } from "./ids.ts";
import { alone, isBlank, isElement, onlySeen, type Element, type Node } from "./tree.ts";
import type { Heading } from "./types.ts";

/** The headings of a text, as they are written, in order. */
export function headingsOf(root: Element): Element[] {
  const found: Element[] = [];
  root.each((element) => void (HEADINGS.has(element.name) && found.push(element)));
  return found;
}

/** Written levels → shown ones: from 2 down, never skipping one, in the same order. */
export class Outline {
  readonly #open: { written: number; shown: number }[] = [];
  /** The written level directly under the page's title: `#` if the text uses it, else `##`. */
  readonly #top: number;

  constructor(headings: readonly Element[]) {
    const levels = headings.map(levelOf);
    // A single `#` below headings written with `##` is a slip, and no level of its own.
    const isStray =
      levels.filter((level) => level === 1).length === 1 && levels.slice(0, levels.indexOf(1)).includes(2);
    this.#top = levels.includes(1) && !isStray ? 1 : 2;
  }

  /** The level at which to show a heading, and whether its author skipped a level above it. */
  add(heading: Element): { level: number; isSkipped: boolean } {
    const written = Math.max(levelOf(heading), this.#top);
    while ((this.#open.at(-1)?.written ?? 0) >= written) this.#open.pop();
    const parent = this.#open.at(-1) ?? { written: this.#top - 1, shown: 1 };
    const level = Math.min(6, parent.shown + 1);
    this.#open.push({ written, shown: level });
    return { level, isSkipped: written > parent.written + 1 };
  }

  /** The signs that an author of this text writes for a heading that is shown at a level. */
  signs(level: number): string {
    return "#".repeat(level - 2 + this.#top);
  }
}

export const levelOf = ({ name }: Element): number => Number(name.slice(1));

/** Returns each heading of the table of contents with its element, whose text later phases may set. */
export function makeOutline(root: Element, env: Env): [Heading, Element][] {
  const headings = headingsOf(root);
  const outline = new Outline(headings);
  const listed: [Heading, Element][] = [];
  for (const element of headings) {
    if (!element.raw && element.children.every(isBlank)) {
      // A marker without words: it shows nothing.
      [element.name, element.hidden, element.children] = ["p", true, []];
      continue;
    }
    const { level } = outline.add(element);
    withoutBold(element);
    const text = element.title;
    const written = element.attr("id");
    // Braces took their ids before: those of raw HTML are taken here.
    const isTaken = written !== undefined && !element.raw && env.ids.has(written);
    const id = isTaken ? written : env.ids.take(written ?? slugOf(text));
    if (element.raw) element.attrs = [["id", id], ...element.attrs.filter(([name]) => name !== "id")];
    else element.set("id", id);
    element.name = `h${String(level)}`;
    if (text === "") continue;
    const heading = { level, id, text };
    env.headings.push(heading);
    listed.push([heading, element]);
  }
  return listed;
}

const BOLD = new Set(["strong", "b"]);
const ITALICS = new Set(["em", "i"]);

/** The bold around all of some nodes, or the bold in italics; undefined if a part of them is not bold. */
export const boldAround = (nodes: readonly Node[]): Element | undefined => alone(nodes, BOLD, ITALICS);

/** A heading is bold anyway. Attributes written after the bold, as in `**Title**{#id}`, are those of the heading. */
function withoutBold(heading: Element): void {
  const bold = boldAround(heading.children);
  const outer = onlySeen(heading.children);
  if (bold === undefined || !isElement(outer)) return;
  heading.children = bold.children;
  for (const [name, value] of outer.attrs)
    if (name === "class") heading.addClass(value);
    else heading.set(name, value);
}
