// Text → its number of words, for the reading time.
// A word is a run of characters that contains a letter or digit: a French `:` or `«` between spaces is not a word.
import { fillUnits, STRIDE, UNITS } from "./units.ts";

/** The role of a character in a word: neither its beginning nor its end, such as a comma; its beginning; whitespace. */
const [OTHER, BEGINS, BLANK] = [0, 1, 2];

const KINDS = kinds();
const STEPS = steps();

export function countWords(text: string): number {
  const [kinds, steps, read] = [KINDS, STEPS, UNITS];
  let words = 0;
  let last = BLANK;
  for (let start = 0, units = 0; (units = fillUnits(text, start)) > 0; start += units) {
    for (let i = 0; i < units; i += STRIDE) {
      // No branches: at each end of a word the processor would mispredict one, which cost more than everything else.
      const step =
        steps[
          (kinds[read[i] ?? 0] ?? 0) |
            ((kinds[read[i + 1] ?? 0] ?? 0) << 2) |
            ((kinds[read[i + 2] ?? 0] ?? 0) << 4) |
            ((kinds[read[i + 3] ?? 0] ?? 0) << 6) |
            (last << 8)
        ] ?? 0;
      words += step >> 2;
      last = step & 3;
    }
  }
  return words;
}

/**
 * For the role of the last character that had one, and those of the next four, each in two bits: the number of words that begin at
 * these, and below it, in two bits, the role of the last of them that has one.
 */
function steps(): Uint8Array {
  return Uint8Array.from({ length: 0x400 }, (_, index) => {
    let [words, last] = [0, index >> 8];
    for (let at = 0; at < STRIDE; at++) {
      const kind = (index >> (2 * at)) & 3;
      if (kind === BEGINS && last === BLANK) words++;
      if (kind !== OTHER) last = kind;
    }
    return (words << 2) | last;
  });
}

function kinds(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(OTHER);
  table.fill(BEGINS, 0x30, 0x3a).fill(BEGINS, 0x41, 0x5b).fill(BEGINS, 0x61, 0x7b);
  // Beyond ASCII: letters, except the signs of Latin-1 and general punctuation.
  table.fill(BEGINS, 0xc0, 0x2000).fill(BEGINS, 0x2070);
  table.fill(BLANK, 0, 0x21).fill(BLANK, 0xa0, 0xa1).fill(BLANK, 0x202f, 0x2030);
  return table;
}
