// A paragraph that contains only pictures → the same pictures in rows, side by side.
// The rows are chosen here, where sizes are known, because a style could only make them of equal widths or crop (docs/adr/0032).
import type { Token } from "markdown-it";
import type { Env } from "../env.ts";
import { sizeShown, type PlaceInRow } from "./pictures.ts";
import { rowLengths } from "./row-lengths.ts";
import { COLUMN, type Size } from "../wanted-size.ts";
import { isBlankText, isBreak, makeToken } from "../tokens.ts";

/** A picture with the link around it, if there is one. */
interface Item {
  tokens: Token[];
  image: Token;
}

interface Sized extends Item {
  size: Size;
}

export interface Arranged {
  /** Children of the paragraph, with its rows. */
  children: Token[];
  places: ReadonlyMap<Token, PlaceInRow>;
}

/**
 * Arranges the pictures of a paragraph or of a figure; undefined if it contains anything else, if no two pictures come one after
 * the other, or if they are small enough to fit beside each other as they are, such as badges.
 */
export function arrangePictures(children: readonly Token[], env: Env): Arranged | undefined {
  const items = readItems(children);
  if (items === undefined || items.length < 2) return undefined;
  const parts = partsOf(items, env);
  const rows = parts.filter((part) => Array.isArray(part));
  if (rows.every(({ length }) => length < 2) || rows.some(isNarrow)) return undefined;
  const places = new Map<Token, PlaceInRow>();
  const arranged = parts.map((part) => {
    if (!Array.isArray(part)) return part.tokens;
    for (const [image, place] of placesIn(part)) places.set(image, place);
    const open = makeToken("picture_row_open", "span", 1, { attrs: [["class", "picture-row"]] });
    const shown = onLines(part.map(({ tokens }) => tokens));
    return [open, ...shown, makeToken("picture_row_close", "span", -1)];
  });
  return { children: onLines(arranged), places };
}

/** Ends of lines separate pictures in feeds; between the items of a flex container, they show nothing. */
const onLines = (parts: readonly (readonly Token[])[]): Token[] =>
  parts.flatMap((part, i) => (i === 0 ? part : [makeToken("softbreak", "br", 0), ...part]));

/** Undefined if there is anything but pictures, each with its link, blanks and ends of lines. */
function readItems(children: readonly Token[]): Item[] | undefined {
  const items: Item[] = [];
  let link: Token | undefined;
  let tokens: Token[] = [];
  let image: Token | undefined;
  for (const child of children) {
    if (isBreak(child) || isBlankText(child)) continue;
    tokens.push(child);
    if (child.type === "image" && image === undefined && !isStyled(child)) image = child;
    else if (child.type === "link_open" && link === undefined && !isStyled(child)) link = child;
    else if (child.type !== "link_close") return undefined;
    if (link !== undefined && child.type !== "link_close") continue;
    if (image === undefined) return undefined;
    items.push({ tokens, image });
    [link, image, tokens] = [undefined, undefined, []];
  }
  return items;
}

/** With a class of its own, it is arranged by the site's styles; with a size, by its author. */
function isStyled(token: Token): boolean {
  if (token.attrGet("width") !== null || token.attrGet("height") !== null) return true;
  const name = token.attrGet("class");
  return name !== null && name !== "decorative";
}

/** Rows of pictures, and between them the pictures that are not shown: readers get their words instead. */
function partsOf(items: readonly Item[], env: Env): (Sized[] | Item)[] {
  const parts: (Sized[] | Item)[] = [];
  let run: Sized[] = [];
  const endRun = (): void => {
    let start = 0;
    for (const length of rowLengths(run.map(({ size }) => ratioOf(size))))
      parts.push(run.slice(start, (start += length)));
    run = [];
  };
  for (const item of items) {
    const size = sizeShown(item.image.attrGet("src") ?? "", env);
    if (size !== undefined) run.push({ ...item, size });
    else {
      endRun();
      parts.push(item);
    }
  }
  endRun();
  return parts;
}

const ratioOf = ({ width, height }: Size): number => (height > 0 ? width / height : 0);

/** The height that all pictures of a row can have without being enlarged. */
const heightOf = (row: readonly Sized[]): number => Math.min(...row.map(({ size }) => size.height));

/** Width of a row's pictures at their common height. */
const widthOf = (row: readonly Sized[]): number =>
  row.reduce((sum, { size }) => sum + ratioOf(size) * heightOf(row), 0);

const isNarrow = (row: readonly Sized[]): boolean => row.length > 1 && widthOf(row) < COLUMN;

function placesIn(row: readonly Sized[]): [Token, PlaceInRow][] {
  if (row.length < 2) return [];
  const height = heightOf(row);
  const all = widthOf(row);
  const shared = { loadsAtOnce: false };
  return row.map(({ image, size }) => {
    const width = Math.round(ratioOf(size) * height);
    return [image, { width, height, share: width / all, row: shared }];
  });
}
