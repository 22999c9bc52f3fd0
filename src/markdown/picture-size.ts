// The size that an author gave a picture, `width="200"` or `{width=50%}` → the pixels in which it is shown.
// Only a size below that of the column says something: as wide as the column or wider, a picture has the size of its place.
import type { Element } from "./tree.ts";

export interface Size {
  width: number;
  height: number;
}

/** Pixels of the column of a text (40rem), as in images/variants.ts. */
export const COLUMN = 640;

/** Pixels, or a share of the column. What word processors write, inches and centimetres, is the size of their own page. */
const LENGTH = /^\s*(\d{1,4}(?:[.,]\d{1,9})?)\s?(px|%)?\s*$/i;

/** True if a written length says at which size a picture is shown. */
export const isLength = (written: string): boolean => LENGTH.test(written);

/** What Pandoc, Typora and kramdown write in the style of a picture or a column. */
const SIDE = /^\s*(?:(?:width|height|zoom)\s*:[^:]*)?$/i;

/** True of a style that only says a size. */
export const isOnlySize = (style: string): boolean => style.split(";").every((one) => SIDE.test(one));

/** The width or height that a style says. */
export const sideInStyle = (style: string, side: keyof Size): string | undefined =>
  style
    .split(";")
    .find((one) => one.trim().startsWith(side))
    ?.split(":")[1];

/**
 * The size in which a picture of a given size is shown: in its own proportions, within what the author wrote. Undefined if that
 * does not make it smaller, and narrower than the column; a drawing may also be enlarged.
 */
export function wantedSize(image: Element, whole: Size, isDrawing: boolean): Size | undefined {
  const style = image.attr("style") ?? "";
  const written = (side: keyof Size): string => sideInStyle(style, side) ?? image.attr(side) ?? "";
  // A share is one of the column, which has no height.
  const [wide, high] = [pixels(written("width"), COLUMN), pixels(written("height"), NaN)];
  const scale = Math.min(wide / whole.width, high / whole.height);
  const most = Math.min(COLUMN / whole.width, isDrawing ? Infinity : 1);
  if (!(scale > 0 && scale < most)) return undefined;
  const scaled = (side: number): number => Math.max(1, Math.round(side * scale));
  return { width: scaled(whole.width), height: scaled(whole.height) };
}

/** `all` is what a percentage is a share of. Infinite if nothing is written. */
function pixels(written: string, all: number): number {
  const [, figure = "", unit] = LENGTH.exec(written) ?? [];
  const length = Number(figure.replace(",", "."));
  return (unit === "%" ? (length / 100) * all : length) || Infinity;
}
