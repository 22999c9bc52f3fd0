// French text → its spaces before punctuation and inside « », guillemets, apostrophes, numbers.
// The spaces are those of the Imprimerie nationale. A sign in what may be code or an address is never changed.
import {
  dashes,
  ellipses,
  isBlank,
  isDigit,
  isLetter,
  isSpace,
  isWithinWord,
  NARROW,
  NO_BREAK,
  OBJECT,
  pairDoubles,
  spacesAfter,
  spacesBefore,
  type Edit,
  type Quote,
  type Rules,
} from "./common.ts";

/** The spaces to use, which depend on the country. */
export interface FrenchSpaces {
  /** Before `;`, `!` and `?`. */
  high: string;
  /** Before `:`. */
  colon: string;
  /** Inside « ». */
  inside: string;
}

/** Its `lastIndex` is just after the sign that may need a change. */
const SIGN = /['‘´"«»;!?:\d°ºIVXMDP]/g;

/** The rules for French, with these spaces. */
export function french(spaces: FrenchSpaces): Rules {
  return (text) => {
    const edits: Edit[] = [];
    const punctuation = new Punctuation(text, spaces);
    // Nearly no character is one of these, so most texts cost only this search.
    SIGN.lastIndex = 0;
    while (SIGN.test(text)) {
      const index = SIGN.lastIndex - 1;
      const char = text.charAt(index);
      if (isDigit(char)) SIGN.lastIndex = number(text, index, edits);
      else if ("IVX".includes(char)) ordinal(text, index, edits);
      else if ("MDP".includes(char)) title(text, index, edits);
      else if ("°º".includes(char)) numberSign(text, index, edits);
      else {
        const edit = punctuation.edit(char, index);
        if (edit !== undefined) edits.push(edit);
      }
    }
    edits.push(...ellipses(text), ...dashes(text, true));
    return edits;
  };
}

/** How many characters of a word are examined: a longer address is recognised before that. */
const WORD = 60;
const CODE =
  /[=&\\@<>{}#|_:;?!\ufffc]|\(\)|^[/.-]|\/.*\/|\.\p{L}|\p{L}\(.*\)$|^(?:https?|ftps?|mailto|file|data|javascript)$/u;

/** The signs of a text and the spaces around them. */
class Punctuation {
  readonly #text: string;
  readonly #spaces: FrenchSpaces;
  readonly #quotes: ReadonlyMap<number, Quote>;

  constructor(text: string, spaces: FrenchSpaces) {
    this.#text = text;
    this.#spaces = spaces;
    this.#quotes = text.includes('"') ? pairDoubles(text) : new Map<number, Quote>();
  }

  edit(char: string, index: number): Edit | undefined {
    if (char === "'") return this.#apostrophe(index);
    if (char === "‘" || char === "´")
      return isWithinWord(this.#text, index) ? { start: index, end: index + 1, text: "’" } : undefined;
    if (char === '"') return this.#quote(index);
    if (char === "«") return this.#afterOpening(index);
    if (char === "»") return this.#beforeClosing(index);
    return char === ":" ? this.#colon(index) : this.#high(index);
  }

  /** Only between an elided word and the next: `'mot'` and `5'` stay. Two signs may end a quotation: `"'mot'"`. */
  #apostrophe(index: number): Edit | undefined {
    const [after, next] = [this.#text.charAt(index + 1), this.#text.charAt(index + 2)];
    const elides =
      isLetter(after) ||
      isDigit(after) ||
      (after !== "" && `${OBJECT}«“‘(`.includes(after)) ||
      (after === '"' && (isLetter(next) || isDigit(next)));
    return elides && isLetter(this.#text.charAt(index - 1))
      ? { start: index, end: index + 1, text: "’" }
      : undefined;
  }

  #quote(index: number): Edit | undefined {
    const found = this.#quotes.get(index);
    if (found === undefined) return undefined;
    const { inside } = this.#spaces;
    const outer = found.open ? `«${inside}` : `${inside}»`;
    return { start: index, end: index + 1, text: found.inner ? (found.open ? "“" : "”") : outer };
  }

  #afterOpening(index: number): Edit | undefined {
    const end = spacesAfter(this.#text, index + 1);
    if (isBlank(this.#text.charAt(end)) || isNoBreak(this.#text.slice(index + 1, end))) return undefined;
    // The guillemet is included in the edit: between two pieces of text, the space must not end up in the second.
    return { start: index, end, text: `«${this.#spaces.inside}` };
  }

  #beforeClosing(index: number): Edit | undefined {
    const start = spacesBefore(this.#text, index);
    const before = this.#text.charAt(start - 1);
    if (isBlank(before) || before === "«" || isNoBreak(this.#text.slice(start, index))) return undefined;
    return { start, end: index, text: this.#spaces.inside };
  }

  /** `;`, `!` and `?`, alone or the first of several. */
  #high(index: number): Edit | undefined {
    const space = this.#spaces.high;
    const start = spacesBefore(this.#text, index);
    const before = this.#text.charAt(start - 1);
    if (isBlank(before) || "([{«“‘\\".includes(before) || this.#opensAt(start - 1)) return undefined;
    // Tested first, so that in a row of signs only the first is scanned to the end of the row.
    const isSpaced = start < index;
    if (!isSpaced && (space === "" || !this.#follows(index, /[\p{L}\p{M}\p{N})\]”’%€$°]/u))) return undefined;
    if (!this.#endsWord(index)) return undefined;
    return isSpaced && this.#text.slice(start, index) === space
      ? undefined
      : { start, end: index, text: space };
  }

  /** `a?b=c`, `!important` and `;)` are not punctuation. */
  #endsWord(index: number): boolean {
    let end = index + 1;
    if (this.#text.charAt(index) === ";") return isBlank(this.#text.charAt(end));
    while ("!?…".includes(this.#text.charAt(end)) && end < this.#text.length) end++;
    const after = this.#text.charAt(end);
    return isBlank(after) || `)]}»”’"'.,`.includes(after);
  }

  #colon(index: number): Edit | undefined {
    if (!isBlank(this.#text.charAt(index + 1))) return undefined;
    const start = spacesBefore(this.#text, index);
    const before = this.#text.charAt(start - 1);
    if (isBlank(before) || "([{«“‘:\\".includes(before) || this.#opensAt(start - 1)) return undefined;
    const isSet =
      start < index ? isNoBreak(this.#text.slice(start, index)) : !this.#follows(index, /[\p{L}\p{M})\]”’]/u);
    return isSet ? undefined : { start, end: index, text: this.#spaces.colon };
  }

  /** True if a sign without a space before it follows a word of ordinary language. */
  #follows(index: number, ending: RegExp): boolean {
    const text = this.#text;
    const before = text.charAt(index - 1);
    // A quotation ends a phrase, whatever its last word looks like.
    if (before === "»" || this.#quotes.get(index - 1)?.open === false) return true;
    if (!ending.test(before)) return false;
    let start = index;
    while (
      start > index - WORD &&
      start > 0 &&
      (!isBlank(text.charAt(start - 1)) || isInside(text, start - 1))
    )
      start--;
    return !CODE.test(text.slice(start, index));
  }

  #opensAt(index: number): boolean {
    return this.#quotes.get(index)?.open === true;
  }
}

/** The space inside a guillemet does not separate words: `f("x")` is still one word after its quotes are replaced. */
const isInside = (text: string, at: number): boolean =>
  isNoBreak(text.charAt(at)) && (text.charAt(at + 1) === "»" || text.charAt(at - 1) === "«");

/** One no-break space is correct, whichever of the two it is. */
const isNoBreak = (spaces: string): boolean => spaces === NO_BREAK || spaces === NARROW;

// Numbers: joined to what they count, thousands separated, ordinals raised. Years, telephone and account numbers are not thousands:
// groups of three are joined only if no other digits follow.

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
function number(text: string, index: number, edits: Edit[]): number {
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
  // `Semaine 2 : …`: the number stays on the line of its word, so that no line begins with `2 :`.
  const isTitle = isAfter && matchAt(COLON, text, end) !== null;
  if (isTitle && NUMBERED.test(text.slice(Math.max(0, index - 14), index)))
    edits.push({ start: index - 1, end: index, text: NO_BREAK });
  counted(text, end, edits);
  return end;
}

/** Raises the "er" of "1er" or the "e" of "XXe", for the number that begins at `index`. */
function ordinal(text: string, index: number, edits: Edit[]): void {
  const before = text.charAt(index - 1);
  if (isLetter(before) || isDigit(before) || (before !== "" && GLUED.includes(before))) return;
  const found = matchAt(ORDINAL, text, index);
  const ending = found?.slice(1).find(Boolean);
  if (found === null || ending === undefined) return;
  const end = index + found[0].length;
  edits.push({ start: end - ending.length, end, text: ending, raised: true });
}

/** `M. Dupont`: keeps the title that begins at `index` on the same line as the name. */
function title(text: string, index: number, edits: Edit[]): void {
  const before = text.charAt(index - 1);
  if (isLetter(before) || isDigit(before) || before === ".") return;
  const found = matchAt(TITLE, text, index);
  const end = index + (found?.[0].length ?? 0);
  if (found !== null) edits.push({ start: end - (found[1] ?? "").length, end, text: NO_BREAK });
}

/** `n° 5`: keeps the sign at `index` on the same line as its number. */
function numberSign(text: string, index: number, edits: Edit[]): void {
  if (!"nN".includes(text.charAt(index - 1)) || index === 0) return;
  const before = text.charAt(index - 2);
  if (isLetter(before) || isDigit(before)) return;
  const end = spacesAfter(text, index + 1);
  const after = text.charAt(end);
  if (!isDigit(after) && (end === index + 1 || !isLetter(after))) return;
  join(text, index + 1, end, edits);
}

function counted(text: string, from: number, edits: Edit[]): void {
  const unit = matchAt(COUNTED, text, from);
  if (unit === null) return;
  const [, gap = "", name = ""] = unit;
  join(text, from, from + gap.length, edits);
  if (!GOES_ON.test(name)) return;
  const end = from + gap.length + name.length;
  if (name !== "h") counted(text, end, edits);
  else {
    const minutes = matchAt(MINUTES, text, end);
    if (minutes !== null) join(text, end, end + (minutes[1] ?? "").length, edits);
  }
}

/** Puts a no-break space from `start` to `end`, unless there is one already. */
function join(text: string, start: number, end: number, edits: Edit[]): void {
  if (!isNoBreak(text.slice(start, end))) edits.push({ start, end, text: NO_BREAK });
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}
