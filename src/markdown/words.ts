// Text → its number of words, for the reading time.
// A word is a run of characters that contains a letter or digit: a French `:` or `«` between spaces is not a word.
import { fillUnits, UNITS } from "./units.ts";

/** The role of a character in a word: neither its beginning nor its end, such as a comma; its beginning; whitespace. */
const [OTHER, BEGINS, BLANK] = [0, 1, 2];

const KINDS = kinds();

export function countWords(text: string): number {
  let words = 0;
  let last = BLANK;
  for (let start = 0, units = 0; (units = fillUnits(text, start)) > 0; start += units) {
    for (let i = 0; i < units; i++) {
      // No branches: at each end of a word the processor would mispredict one, which cost more than everything else.
      const kind = KINDS[UNITS[i] ?? 0] ?? OTHER;
      words += kind & (last >> 1);
      last = kind | (last & ((kind - 1) >> 31));
    }
  }
  return words;
}

function kinds(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(OTHER);
  table.fill(BEGINS, 0x30, 0x3a).fill(BEGINS, 0x41, 0x5b).fill(BEGINS, 0x61, 0x7b);
  // Beyond ASCII: letters, except the signs of Latin-1 and general punctuation.
  table.fill(BEGINS, 0xc0, 0x2000).fill(BEGINS, 0x2070);
  table.fill(BLANK, 0, 0x21).fill(BLANK, 0xa0, 0xa1).fill(BLANK, 0x202f, 0x2030);
  return table;
}
