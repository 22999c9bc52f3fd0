// Markers of emphasis that stayed text (`**`, `_`, `*`) → warnings with the text to write.
// The text is printed as it is: nothing is changed here.
import type { Token } from "markdown-it";
import type { Env } from "./env.ts";
import type { Span } from "./positions.ts";
import type { TextCursor } from "./text-cursor.ts";

/** A piece of text of a block, and the tokens beside it on its line. */
export interface Piece {
  text: string;
  before: Token | undefined;
  after: Token | undefined;
  span: Span;
}

/** A pair of markers around text; the text of a token never contains markup that worked. */
const PAIRS = new RegExp(
  [
    // Longer runs of underscores are the blanks of a form.
    String.raw`(\*\*|(?<!_)__(?!_))([^*_\n]{1,200}?)\1(?!_)`,
    String.raw`(?<![\p{L}\p{N}_])_([^_\n]{1,200}?)_`,
    String.raw`_([^_\n]{1,200}?)_(?![\p{L}\p{N}_])`,
    // A star has many uses: only a space before the second one, or a comma and a space around the first, indicates a pair.
    String.raw`(?<![\p{L}\p{N}*])\*(\p{L}[^*\n]{0,80}[^\s*]\s)\*(?=[\s.,;:!?)»\p{L}]|$)`,
    String.raw`(?<=[,;:])\*(\s\p{L}[^*\n]{0,200}[^\s*])\*(?=[\s.,;:!?)»]|$)`,
    // Around a whole line, it is one however long the line is.
    String.raw`(?<=^|\n)\*(\p{L}[^*\n]{80,1000}[^\s*]\s)\*(?=\n|$)`,
  ].join("|"),
  "gu",
);
/** Between two markers: an operand of a formula, or part of an identifier or of a path. */
const CODE = /^\s+(?:\p{L}|[^\p{L}]+)\s+$|^[a-z][\w.\\/-]*[.\\/][\w.\\/-]*$/u;
const PUNCTUATION = /^[\p{P}\s]+$/u;
/** Unpaired markers, with the letter that they touch: `2 ** 3` is arithmetic, and `docs/**`, `**.pdf` are file patterns. */
const LONE = /[^\s\d*/]\*\*(?![*/]|\.\w)|(?<!\/)\*\*(?!\.\w)[^\s\d*/]/;
/** The same beside a link, a picture or code, which are not in the text. */
const LONE_BEFORE = /(?<![\d*/])\*\*$/;
const LONE_AFTER = /^\*\*(?![*/.\d])/;
/** One underscore at an end of a line, if no other is near: names begin and end with one in code. */
const OPENING = /(?<=^|\n)_(?=[\p{Lu}«“"])/u;
const CLOSING = /(?<=(?:^|[\s’'«“"(])[\p{L}’'-]{3,40}(?:[ \u00a0\u202f]?[.!?…»”)]){0,2})_(?=\n|$)/u;

/**
 * Whether the text after the apparent closing marker begins with the same word as the text inside: both markers begin a name.
 */
function isSameName(sign: string, inner: string, rest: string): boolean {
  const [first = ""] = /^[\p{L}\p{N}-]+/u.exec(inner) ?? [];
  return sign === "_" && first !== "" && /\s$/.test(inner) && rest.startsWith(first);
}

/** A star that italics or bold left over: `*mot**`, `**mot*`. After bold, it marks a note. */
const LEFT_BEFORE = /(?<!\*)\*$/;
const LEFT_AFTER = /^\*(?!\*)/;

/** Cheap enough to run on every text with one of the signs. */
export const mayHoldEmphasis = (text: string): boolean =>
  text.includes("_") || (text.includes("*") && /\*\*|\s\*|[,;:]\*\s|^\*|\*$/.test(text));

/** Reports pairs of markers; if there is none, a marker that is alone. */
export function reportEmphasis(piece: Piece, cursor: TextCursor, env: Env): void {
  if (!reportPairs(piece.text, cursor, env) && !reportUneven(piece, cursor, env))
    reportLone(piece, cursor, env);
}

/** Passages with more signs on one side than on the other. */
function reportUneven({ text, before, after }: Piece, cursor: TextCursor, env: Env): boolean {
  const isBefore = (after?.type === "em_open" || after?.type === "strong_open") && LEFT_BEFORE.test(text);
  const isAfter = before?.type === "em_close" && before.markup === "*" && LEFT_AFTER.test(text);
  if (!isBefore && !isAfter) return false;
  const beside = isBefore ? text.slice(-NEAR) : text.slice(0, NEAR);
  const place = cursor.find(beside, isBefore ? beside.length - 1 : 0);
  if (place !== undefined) env.report("literal-emphasis/uneven", place, {});
  return true;
}

/** Characters that tell a star from the others of its block. */
const NEAR = 20;

/** True if there was a pair. */
function reportPairs(text: string, cursor: TextCursor, env: Env): boolean {
  let paired = false;
  for (const match of text.matchAll(PAIRS)) {
    const sign = match[1] ?? match[0][0] ?? "";
    const inner = match.slice(2).find(Boolean) ?? "";
    if (inner.trim() === "" || CODE.test(inner)) continue;
    // A blank, which touches no word, and what follows it: `Monsieur __ , né à __`.
    if (sign === "__" && /^\s*[,.;:!?/)-]/.test(inner) && /^\s?$/.test(text.charAt(match.index - 1)))
      continue;
    // Two names that begin with the marker: "_posts and _posts/en".
    if (isSameName(sign, inner, text.slice(match.index + match[0].length))) continue;
    const place = cursor.find(match[0]);
    if (place === undefined) continue;
    paired = true;
    const [before = ""] =
      /(?:[\p{L}\p{N}]{1,30}|[,;:])$/u.exec(text.slice(Math.max(0, match.index - 30), match.index)) ?? [];
    const end = match.index + match[0].length;
    const [after = ""] = /^[\p{L}\p{N}]{1,30}/u.exec(text.slice(end, end + 30)) ?? [];
    // The words and commas that touch it are part of the replacement.
    const found = `${before}${match[0]}${after}`;
    const fix = mended({ before, sign, inner, after });
    const column = place.column - before.length;
    if (PUNCTUATION.test(inner)) {
      const bare = `${before}${after === "" ? inner.trimEnd() : inner}${after}`;
      env.report("literal-emphasis/empty", { ...place, column }, { found, fix: bare });
      continue;
    }
    // If the fix is equal, the markup is valid, and a character before it disables it.
    env.report("literal-emphasis", { ...place, column }, { found, fix: fix === found ? undefined : fix });
  }
  return paired;
}

/** The end of a word that stayed outside (`_mot_s`, `_à l'é_cole`): stars mark a part of a word, which underscores cannot. */
const isCut = (inner: string, after: string): boolean => after.length === 1 || /['’]\p{L}{1,3}$/u.test(inner);

function mended(typed: { before: string; sign: string; inner: string; after: string }): string {
  const { before, sign, inner, after } = typed;
  if (sign === "_" && before === "" && after !== "" && isCut(inner, after)) return `*${inner}*${after}`;
  return `${before === "" ? "" : `${before} `}${sign}${inner.trim()}${sign}${after === "" ? "" : ` ${after}`}`;
}

function reportLone({ text, before, after, span }: Piece, cursor: TextCursor, env: Env): void {
  const lone = LONE.exec(text)?.[0] ?? besideOthers(text, before, after);
  if (lone !== undefined) {
    const place = cursor.find(lone, lone.indexOf("**"));
    if (place !== undefined) env.report("literal-emphasis", place, { found: "**" });
    return;
  }
  const opens = before === undefined && OPENING.test(text);
  const closes = after === undefined && CLOSING.test(text);
  if ((!opens && !closes) || span.content.indexOf("_") !== span.content.lastIndexOf("_")) return;
  const place = cursor.find("_");
  if (place !== undefined) env.report("literal-emphasis", place, { found: "_" });
}

/** A marker with the sign of the link beside it, if any, as it is in the source. */
function besideOthers(text: string, before: Token | undefined, after: Token | undefined): string | undefined {
  if (after !== undefined && LONE_BEFORE.test(text)) return after.type === "link_open" ? "**[" : "**";
  if (before !== undefined && LONE_AFTER.test(text)) return before.type === "link_close" ? ")**" : "**";
  return undefined;
}
