// A paragraph that contains only pictures → the same pictures in rows, side by side.
// The rows are chosen here, where sizes are known: a style could only make them of equal widths or crop. The same rows are shown in
// every window, so a row holds what can still be recognised on a phone of 360 pixels.
import { viewOf } from "../images/variants.ts";
import type { Env } from "./env.ts";
import { COLUMN, type Size } from "./picture-size.ts";
import { findPicture, isUnfit } from "./pictures.ts";
import { Element, isBlank, isElement, makeText, onlySeen, type Node } from "./tree.ts";

/** Where a picture stands in a row of pictures that have the same height. */
export interface PlaceInRow extends Size {
  /** Share of the row's width. */
  share: number;
}

/** A picture, with the link around it if there is one; its size is 0 × 0 if it is not known. */
interface Item {
  node: Element;
  image: Element;
  size: Size;
}

/** True for an element that arranges what it contains. */
export const isArranging = ({ name, raw }: Element): boolean =>
  raw ? /^(?:div|figure|table|ul|ol|dl)$/.test(name) : /^(?:[uod]l|li|d[td]|table|t[hd]|h\d)$/.test(name);

/**
 * Arranges the pictures of a paragraph or of a figure; undefined if it contains anything else, if no two pictures come one after
 * the other, or if they are small enough to fit beside each other as they are, such as badges.
 */
export function arrangePictures(
  block: Element,
  env: Env,
): { children: Node[]; places: ReadonlyMap<Element, PlaceInRow> } | undefined {
  const { name, raw, children } = block;
  // With a class of its own, the site's styles arrange it.
  if ((name !== "p" && name !== "figure") || raw || block.attr("class") !== undefined) return undefined;
  const caption = children.findIndex((node) => isElement(node, "figcaption"));
  const end = caption < 0 ? children.length : caption;
  const items = itemsOf(children.slice(0, end), env);
  const rows = items === undefined ? [] : rowsOf(items);
  if (rows.every(({ length }) => length < 2) || rows.some(isNarrow)) return undefined;
  const places = new Map<Element, PlaceInRow>();
  const arranged: Node[] = [];
  for (const row of rows) {
    // Ends of lines separate pictures in feeds; between the items of a flex container, they show nothing.
    if (arranged.length > 0) arranged.push(makeText("\n"));
    const shown = row.flatMap(({ node }, i): Node[] => (i === 0 ? [node] : [makeText("\n"), node]));
    arranged.push(new Element("span", block, shown, { class: "picture-row" }));
    if (row.length < 2) continue;
    const [height, all] = [heightOf(row), widthOf(row)];
    for (const item of row) {
      const width = Math.round(ratioOf(item) * height);
      places.set(item.image, { width, height, share: width / all });
    }
  }
  return { children: [...arranged, ...children.slice(end)], places };
}

/** Undefined if there is anything but pictures that are shown, each with its link, blanks and ends of lines. */
function itemsOf(nodes: readonly Node[], env: Env): Item[] | undefined {
  const items: Item[] = [];
  for (const node of nodes) {
    if (isBlank(node) || (isElement(node, "br") && !node.raw)) continue;
    const image = isElement(node, "a") && !isStyled(node) ? onlySeen(node.children) : node;
    if (!isElement(node) || !isElement(image, "img") || image.raw || isStyled(image)) return undefined;
    const src = image.attr("src") ?? "";
    const finding = isUnfit(src) ? undefined : findPicture(src, env);
    if (finding?.found !== true) return undefined;
    items.push({ node, image, size: { width: 0, height: 0, ...viewOf(finding.picture, "content", "") } });
  }
  return items;
}

/** With a class of its own, it is arranged by the site's styles; with a size, by its author. */
function isStyled(element: Element): boolean {
  const name = element.attr("class") ?? "decorative";
  return name !== "decorative" || element.attrs.some(([key]) => key === "width" || key === "height");
}

function rowsOf(items: readonly Item[]): Item[][] {
  let from = 0;
  return rowLengths(items.map(ratioOf)).map((length) => items.slice(from, (from += length)));
}

const ratioOf = ({ size }: Item): number => (size.height > 0 ? size.width / size.height : 0);

/** The height that all pictures of a row can have without being enlarged. */
const heightOf = (row: readonly Item[]): number => Math.min(...row.map(({ size }) => size.height));

/** Width of a row's pictures at their common height. */
const widthOf = (row: readonly Item[]): number => sum(row.map((item) => ratioOf(item) * heightOf(row)));

const isNarrow = (row: readonly Item[]): boolean => row.length > 1 && widthOf(row) < COLUMN;

/**
 * A row is full at this sum of weights: two landscapes, three squares, a landscape and two portraits. Weights are in tenths, so
 * that nearly equal proportions count as equal.
 */
const FULL = 31;
/** Weight of a landscape, which needs half of the column, and of a logo, which is recognised at a third of it. */
const HALF = 15;
const THIRD = 10;
const MOST = 3;
/** From this proportion on, a picture is a banner, a panorama or a logo. */
const WIDE = 2;
/** Of a wide picture and others, the others must not become too low: the limit of the sum of their proportions. */
const WIDEST = 4.5;

/**
 * Number of pictures in each row, given their widths divided by their heights. There are as few rows as can be, as even as can be;
 * of two such choices, the first rows are the shorter: one of three photos leads the two others.
 */
export function rowLengths(ratios: readonly number[]): number[] {
  // The best arrangement of the pictures from each index on; with the same number of rows, the least sum of squares is the most even.
  const best: { rows: number; unevenness: number; first: number }[] = [];
  best[ratios.length] = { rows: 0, unevenness: 0, first: 0 };
  for (let from = ratios.length - 1; from >= 0; from--)
    for (let first = 1; first <= MOST && from + first <= ratios.length; first++) {
      const row = ratios.slice(from, from + first);
      const rest = best[from + first];
      if (rest === undefined || (first > 1 && !fits(row))) break;
      const made = { rows: rest.rows + 1, unevenness: rest.unevenness + weightOf(row) ** 2, first };
      const known = best[from];
      if (
        known === undefined ||
        made.rows < known.rows ||
        (made.rows === known.rows && made.unevenness < known.unevenness)
      )
        best[from] = made;
    }
  const lengths: number[] = [];
  for (let from = 0; from < ratios.length; from += lengths.at(-1) ?? 1) lengths.push(best[from]?.first ?? 1);
  return lengths;
}

const isWide = (ratio: number): boolean => ratio > WIDE;

const fits = (row: readonly number[]): boolean =>
  weightOf(row) <= FULL && (row.every(isWide) || sum(row) <= WIDEST);

const weightOf = (row: readonly number[]): number =>
  sum(row.map((ratio) => (isWide(ratio) ? THIRD : Math.min(Math.round(ratio * 10), HALF))));

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
