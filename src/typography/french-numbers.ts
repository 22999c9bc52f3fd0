// Numbers in French text → joined to what they count, thousands separated, ordinals raised.
// Years, telephone and account numbers are not thousands: groups of three are joined only if no other digits follow.
import { isDigit, isLetter, isSpace, NARROW, NO_BREAK } from "./characters.ts";
import type { Edit } from "./edits.ts";

const THOUSANDS = /[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d|[ \u00a0\u202f\u2009]\d)/y;
const DIGITS = /\d+(?:,\d+)?/y;

const UNITS =
  "millions?|milliards?|%|‰|€|\\$|£|k€|M€|Md€|euros?|dollars?|centimes?|°C?|km²?|m[²³]?|cm²?|mm|ha|kg|g|mg|t|[lL]|" +
  "cl|ml|h|min|s|ms|ko|Ko|Mo|Go|To|kWh|MWh|kW|MW|W|V|Hz|px|mille|" +
  "ans?|mois|semaines?|jours?|heures?|minutes?|secondes?";
/** The space between a number and what it counts. */
const COUNTED = new RegExp(String.raw`([ \n\u00a0\u202f\u2009]+)(${UNITS})(?![\p{L}\p{M}\p{N}'’])`, "uy");
/** Units that may be followed by what they count, `3 millions €`, or by minutes, `10 h 30`. */
const GOES_ON = /^(?:millions?|milliards?|h)$/;
const MINUTES = /([ \n\u00a0\u202f\u2009]+)\d\d(?!\d)/y;

const ORDINAL =
  /(?:1(ers?|res?|ères?)|2(nde?s?)|\d{1,3}(es?|èmes?|è)|I(er|re|ère)|(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|II|III)(es?|èmes?|è))(?![\p{L}\p{M}\p{N}'’_-])/uy;
/** Characters that make a number part of something else. */
const GLUED = "#.,_/\\@&=+-";

const TITLE = /(?:MM?\.|Mmes?|Mlles?|Dr|Pr)([ \n\u2009]+)(?=\p{Lu})/uy;
const REFERENCE = /(?:^|[^\p{L}\p{N}.])(?:pp?|art|vol|chap|fig)\.[ \n]$/u;
/** A word before a number. Joined to it, a longer one might not fit in a line of a phone; `h` has minutes after it. */
const NUMBERED = /(?<![\p{L}\p{M}])\p{L}{2,12}[ \n]$/u;
const COLON = /[ \u00a0\u202f\u2009]?:(?=\s|$)/y;

/** Adds the changes to the number that begins at `index`; returns where it ends. */
export function number(text: string, index: number, edits: Edit[]): number {
  const before = text.charAt(index - 1);
  ordinal(text, index, edits);
  const isAfter = before === " " || before === "\n";
  if (isAfter && REFERENCE.test(text.slice(Math.max(0, index - 7), index)))
    edits.push({ start: index - 1, end: index, text: NO_BREAK });
  const alone = !".,".includes(before) || before === "";
  const grouped =
    alone && !(isSpace(before) && isDigit(text.charAt(index - 2))) ? matchAt(THOUSANDS, text, index) : null;
  if (grouped !== null) {
    for (const gap of grouped[0].matchAll(/[ \u2009]/g))
      edits.push({ start: index + gap.index, end: index + gap.index + 1, text: NARROW });
  }
  const end = index + (grouped ?? matchAt(DIGITS, text, index) ?? [""])[0].length;
  if (isAfter) numbered(text, index, end, edits);
  counted(text, end, edits);
  return end;
}

/** `Semaine 2 : …`: keeps the number from `start` to `end` on the same line as its word, so that no line begins with `2 :`. */
function numbered(text: string, start: number, end: number, edits: Edit[]): void {
  if (matchAt(COLON, text, end) === null) return;
  if (NUMBERED.test(text.slice(Math.max(0, start - 14), start)))
    edits.push({ start: start - 1, end: start, text: NO_BREAK });
}

/** Raises the "er" of "1er" or the "e" of "XXe", for the number that begins at `index`. */
export function ordinal(text: string, index: number, edits: Edit[]): void {
  const before = text.charAt(index - 1);
  if (isLetter(before) || isDigit(before) || (before !== "" && GLUED.includes(before))) return;
  const found = matchAt(ORDINAL, text, index);
  const ending = found?.slice(1).find(Boolean);
  if (found === null || ending === undefined) return;
  const end = index + found[0].length;
  edits.push({ start: end - ending.length, end, text: ending, raised: true });
}

/** `M. Dupont`: keeps the title that begins at `index` on the same line as the name. */
export function title(text: string, index: number, edits: Edit[]): void {
  const before = text.charAt(index - 1);
  if (isLetter(before) || isDigit(before) || before === ".") return;
  const found = matchAt(TITLE, text, index);
  const end = index + (found?.[0].length ?? 0);
  if (found !== null) edits.push({ start: end - (found[1] ?? "").length, end, text: NO_BREAK });
}

/** `n° 5`: keeps the sign at `index` on the same line as its number. */
export function numberSign(text: string, index: number, edits: Edit[]): void {
  if (!"nN".includes(text.charAt(index - 1)) || index === 0) return;
  const before = text.charAt(index - 2);
  if (isLetter(before) || isDigit(before)) return;
  let end = index + 1;
  while (isSpace(text.charAt(end))) end++;
  const after = text.charAt(end);
  if (!isDigit(after) && (end === index + 1 || !isLetter(after))) return;
  const edit = spaced(text, index + 1, end);
  if (edit !== undefined) edits.push(edit);
}

function counted(text: string, from: number, edits: Edit[]): void {
  const unit = matchAt(COUNTED, text, from);
  if (unit === null) return;
  const [, gap = "", name = ""] = unit;
  const edit = spaced(text, from, from + gap.length);
  if (edit !== undefined) edits.push(edit);
  if (!GOES_ON.test(name)) return;
  const end = from + gap.length + name.length;
  if (name !== "h") counted(text, end, edits);
  else {
    const minutes = matchAt(MINUTES, text, end);
    const more = minutes === null ? undefined : spaced(text, end, end + (minutes[1] ?? "").length);
    if (more !== undefined) edits.push(more);
  }
}

/** A no-break space from `start` to `end`, unless there is one already. */
function spaced(text: string, start: number, end: number): Edit | undefined {
  const there = text.slice(start, end);
  return there === NO_BREAK || there === NARROW ? undefined : { start, end, text: NO_BREAK };
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}
