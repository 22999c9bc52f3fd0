// `{width=200}` beside a picture → the size of the picture, wherever around it the braces are: after it or its link, after a space,
// on the next line. Nothing else of a text has a size.
import type { Token } from "markdown-it";
import { isBlankText, isBreak } from "../tokens.ts";
import { isLength, isOnlySize, sideInStyle } from "../wanted-size.ts";

/** The space before braces that begin with a size, which belong to what is before it. */
export const SPACE_BEFORE_SIZE = /^[ \t\u00a0]+(?=\{:?[ \t]*(?:width|height)=)/;

/** Gives an attribute to the picture that `token` is or contains; false if it is no size, or if there is no such picture. */
export function takesSize(token: Token, among: readonly Token[], name: string, value: string): boolean {
  if (name !== "width" && name !== "height" && !(name === "style" && isOnlySize(value))) return false;
  const picture = pictureIn(token, among);
  if (picture === undefined) return false;
  for (const side of ["width", "height"] as const) {
    const length = name === "style" ? sideInStyle(value, side) : name === side ? value : undefined;
    // A size that is not one of a screen is dropped without a word, as in a tag.
    if (length !== undefined && isLength(length)) picture.attrSet(side, length);
  }
  return true;
}

/**
 * The only picture in a link, in emphasis or in a block that shows nothing else. `among` is the content of the block, up to the
 * attributes at least: it is searched from its end, where they are.
 */
export function pictureIn(token: Token, among: readonly Token[]): Token | undefined {
  if (token.type === "image") return token;
  const following = among.slice(among.lastIndexOf(token) + 1);
  const end =
    following.length === among.length ? -1 : following.findIndex(({ level }) => level === token.level);
  const within = end < 0 ? following : following.slice(0, end);
  const pictures = within.filter(({ type }) => type === "image");
  const isAlone = within.every(
    (one) => one.type === "image" || one.nesting !== 0 || isBreak(one) || isBlankText(one),
  );
  return pictures.length === 1 && isAlone ? pictures[0] : undefined;
}
