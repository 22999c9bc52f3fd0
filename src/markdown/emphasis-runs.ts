// A run of `*`, `_` or `~` and the characters around it → whether an author can only have meant emphasis.
// A wrong guess removes a character from code, a formula or a file name, so doubtful cases are rejected.

export interface Run {
  src: string;
  start: number;
  end: number;
  /** Where the text ends: the end of the block, or of the link that contains the run. */
  limit: number;
  /** What CommonMark allows it to do. */
  opens: boolean;
  closes: boolean;
}

/** What may end a phrase that touches the next word: `**Note :**texte`, `**100 %**des`, `_[x](y)_z`. */
const ENDS = /[.,:;!?…%°"`>\p{Pe}\p{Pf}\p{Sc}\p{So}]/u;
/** What may begin a phrase that touches the previous word: `mot**« x »**`. */
const BEGINS = /["\p{Ps}\p{Pi}]/u;
const QUOTES = /["\p{Pi}\p{Pf}]/u;
/** What may precede a phrase: a space, an opening sign, an elision, a dash, another emphasis marker. */
const OUTSIDE = /[\s\p{Ps}\p{Pi}"'’\p{Pd}/*_~]/u;
/** What may follow a phrase that ends with a space before its marker. */
const AFTER = /[\s.,:;!?…)\]»”]/;
const WORD = /[\p{L}\p{N}]/u;
/** Characters that names in code and files do not contain. */
const PROSE = /[\s«»“”!?%€…]|\]\(|[^\0-\x7f]/;
/** The end of a label, with the space inside the markers: `**Durée : **3 mois`. */
const LABEL = /[:!?»]\s{1,2}$/;
/** A line break that an editor put inside the markers: `**Note :\⏎**texte`. */
const BREAK = /(?:\\| {2,8})\n$/;
/** Characters examined within a phrase: enough to judge it, and bounded, since phrases nest. */
const LOOK = 80;

/** Whether CommonMark may give this run less than its author meant. Called for every run: keep it cheap. */
export function isDoubtful(run: Run): boolean {
  if (isOrdinary(run)) return false;
  if (run.opens !== run.closes)
    return run.opens ? gluedEnd(run) || blankBefore(run) || endsLabel(run) : gluedBegin(run);
  return !run.opens && (blankBefore(run) || blankAfter(run));
}

/** `mot **gras** mot`: nearly every run, recognised by the characters around it. */
function isOrdinary({ src, start, end, opens, closes }: Run): boolean {
  const after = src.charCodeAt(end);
  if (closes) return !opens && (after === 0x20 || after === 0x2c || after === 0x2e);
  return (
    opens && isLatin(after) && src.charCodeAt(start - 1) === 0x20 && !mayEndLabel(src.charCodeAt(start - 2))
  );
}

const isLatin = (code: number): boolean =>
  ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || (code >= 0xc0 && code < 0x250);

/** Includes spaces, of which a label may have two, and any character unusual in plain prose. */
const mayEndLabel = (code: number): boolean =>
  code <= 0x21 ||
  code === 0x3a ||
  code === 0x3f ||
  (code > 0x7a && code < 0xc0 && code !== 0xab) ||
  code >= 0x250;

/**
 * A blank of a form (`Fait à ____, le __/__/____`), which nothing but spaces and punctuation surrounds: emphasis has a word or a
 * sign of its own on one side.
 */
export function isBlank(run: Run): boolean {
  const length = run.end - run.start;
  if (length < 2 || run.src[run.start] !== "_") return false;
  // Two signs are one only beside another blank.
  if (length === 2 && !/^[/.-]_/.test(run.src.slice(run.end, run.end + 2)) && !isAfterBlank(run))
    return false;
  return /^$|[\s(/:.-]/.test(before(run)) && /^$|[\s.,:;!?…()/-]/.test(after(run)) && !isBeforeRemark(run);
}

const isAfterBlank = ({ src, start }: Run): boolean =>
  /^_[/.-]$/.test(src.slice(Math.max(0, start - 2), start));

/** `___(text)___`: the parenthesis is inside, unless it holds another blank. */
const isBeforeRemark = ({ src, end }: Run): boolean => src[end] === "(" && src[end + 1] !== "_";

export const mayOpen = (run: Run): boolean => run.opens || gluedBegin(run) || blankAfter(run);

/** `next` is the following run of the same character: if it can only close, a run with a word after it opens. */
export function mayClose(run: Run, next: Run | undefined): boolean {
  if (run.closes || gluedEnd(run) || blankBefore(run)) return true;
  return (endsLabel(run) || endsWord(run)) && !(next !== undefined && next.closes && !next.opens);
}

/** Whether the text between two runs of the same marker is clearly a phrase that they emphasise. */
export function isPlain(begin: Run, end: Run): boolean {
  const sign = begin.src[begin.start];
  const single = begin.end - begin.start === 1;
  if (begin.end - begin.start > 3 || (single && sign === "~")) return false;
  if (!begin.opens && blankAfter(begin)) return isSpaced(begin, end, sign, single);
  if (!end.closes && (blankBefore(end) || endsLabel(end) || endsWord(end)))
    return isSpaced(begin, end, sign, single);
  const [start, stop] = [after(begin), before(end)];
  // `(a)**2`, `2**(a)`: a power.
  if (/[)\]]/.test(stop) && /\d/.test(after(end))) return false;
  if (begin.opens) return isPhrase(begin, end, single);
  if (!/\p{L}/u.test(before(begin))) return false;
  if (QUOTES.test(start) && QUOTES.test(stop)) return true;
  return !single && sign !== "_" && ENDS.test(stop) && !WORD.test(after(end));
}

/** `**Note :**texte`: a correct start, and an end that touches the next word. */
function isPhrase(begin: Run, end: Run, single: boolean): boolean {
  const outside = isOutside(before(begin));
  const text = begin.src.slice(begin.end, Math.min(end.start, begin.end + LOOK));
  if (!single) return outside || (/[\p{L}.,:;!?…»”]/u.test(before(begin)) && PROSE.test(text));
  if (!outside || !/[\p{L}\p{N}\p{Ps}\p{Pi}"']/u.test(text[0] ?? "")) return false;
  const code = begin.src[begin.start] === "_" && before(end) === ".";
  return PROSE.test(text) || (!code && /^\p{Lu}\p{Ll}/u.test(text));
}

/** `** gras **`, `_mot _`: a space inside the markers, which must then be separate from the words around them. */
function isSpaced(begin: Run, end: Run, sign: string | undefined, single: boolean): boolean {
  if (sign === "~" || (single && sign === "*")) return false;
  if (!isOutside(before(begin))) return false;
  if (end.end < end.limit && !AFTER.test(after(end)) && !endsLabel(end) && !endsWord(end)) return false;
  if (end.start - begin.end > 2 * LOOK) return false;
  const text = begin.src.slice(begin.end, end.start).replace(BREAK, " ");
  if (text.includes("\n") || /^\s*[\d,.;:!?/)]/.test(text)) return false;
  const both = /^\s/.test(text) && /\s$/.test(text);
  if (!both) return /\p{L}/u.test(text);
  // `a ** bc ** d`, `2 ** n ** 3`: a formula.
  const operand = /(?:^|[\s(])[\p{L}\p{N})]\s*$/u.test(
    begin.src.slice(Math.max(0, begin.start - 4), begin.start),
  );
  return !single && !operand && /\p{L}{2}/u.test(text);
}

function gluedEnd(run: Run): boolean {
  const last = before(run);
  if (!run.opens || run.closes || !ENDS.test(last) || !WORD.test(after(run))) return false;
  // A straight quotation mark closes only if something precedes it.
  return last !== '"' || !isOutside(charBefore(run.src, run.start - 1));
}

const gluedBegin = (run: Run): boolean =>
  run.closes && !run.opens && BEGINS.test(after(run)) && WORD.test(before(run));

const blankBefore = (run: Run): boolean =>
  !run.closes && run.start > 0 && /\s/.test(before(run)) && (run.end >= run.limit || AFTER.test(after(run)));

const endsLabel = (run: Run): boolean =>
  run.opens &&
  !run.closes &&
  LABEL.test(run.src.slice(Math.max(0, run.start - 3), run.start)) &&
  WORD.test(after(run));

/** `**gras **suite`: a run that could only open, used to close a pending one. */
export const endsWord = (run: Run): boolean =>
  run.opens &&
  !run.closes &&
  run.end - run.start === 2 &&
  run.src[run.start] === "*" &&
  /\s/.test(before(run)) &&
  WORD.test(after(run));

const blankAfter = (run: Run): boolean =>
  !run.opens && !run.closes && run.end < run.limit && /\s/.test(after(run)) && isOutside(before(run));

const isOutside = (char: string): boolean => char === "" || OUTSIDE.test(char);

const before = (run: Run): string => charBefore(run.src, run.start);

const after = (run: Run): string => (run.end < run.limit ? charAt(run.src, run.end) : "");

const charAt = (src: string, index: number): string => String.fromCodePoint(src.codePointAt(index) ?? 0x20);

/** The character before `index`, surrogate pairs included; empty at the beginning. */
function charBefore(src: string, index: number): string {
  const low = src.charCodeAt(index - 1);
  return low >= 0xdc00 && low <= 0xdfff
    ? src.slice(Math.max(0, index - 2), index)
    : src.slice(Math.max(0, index - 1), index);
}
