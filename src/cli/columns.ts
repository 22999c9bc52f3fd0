// Text → columns of a terminal: how many it takes, and how to fit it into a given number.

const CHARACTERS = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Most titles: characters of one column each. */
const NARROW = /^[\u0020-\u007e\u00a0-\u02ff\u2010-\u202f]*$/;

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;

/** Number of columns that a line takes: two for each ideograph and emoji. */
export function columnsOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of CHARACTERS.segment(text)) columns += widthOf(segment);
  return columns;
}

/** The text in exactly that many columns: cut with “…”, or followed by spaces. */
export function fit(text: string, columns: number): string {
  const taken = columnsOf(text);
  if (taken <= columns) return text + " ".repeat(columns - taken);
  let [kept, used] = ["", 1];
  for (const { segment } of CHARACTERS.segment(text)) {
    used += widthOf(segment);
    if (used > columns) break;
    kept += segment;
  }
  kept = kept.trimEnd();
  return `${kept}…${" ".repeat(Math.max(0, columns - columnsOf(kept) - 1))}`;
}

function widthOf(character: string): number {
  return WIDE.test(character) ? 2 : 1;
}
