// Text → how many words it holds, for the reading time.
// A word is a run of characters with a letter or digit in it: a French `:` or `«` between spaces is none.

/** What a character is to a word: neither its beginning nor its end, such as a comma; what begins one; a blank. */
const [OTHER, BEGINS, BLANK] = [0, 1, 2];

/** Characters are copied here before they are counted: a string is asked what it is made of for each of them. */
const MOST = 16_384;
const BYTES = Buffer.alloc(2 * MOST);
const UNITS = new Uint16Array(BYTES.buffer, BYTES.byteOffset, MOST);
/** Buffers are written with the lower half of a character first, whatever the machine reads first. */
const SWAPPED = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;
const KINDS = kinds();

export function countWords(text: string): number {
  let words = 0;
  let last = BLANK;
  for (let start = 0; start < text.length; start += MOST) {
    const part = text.length > MOST ? text.slice(start, start + MOST) : text;
    const units = BYTES.write(part, "utf16le") >> 1;
    if (SWAPPED) BYTES.swap16();
    for (let i = 0; i < units; i++) {
      const kind = KINDS[UNITS[i] ?? 0] ?? OTHER;
      if (kind === OTHER) continue;
      // No comparison: at each end of a word the processor would guess wrong, and that cost more than all else.
      words += kind & (last >> 1);
      last = kind;
    }
  }
  return words;
}

function kinds(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(OTHER);
  table.fill(BEGINS, 0x30, 0x3a).fill(BEGINS, 0x41, 0x5b).fill(BEGINS, 0x61, 0x7b);
  // Past ASCII: letters, but for the signs of Latin-1 and general punctuation.
  table.fill(BEGINS, 0xc0, 0x2000).fill(BEGINS, 0x2070);
  table.fill(BLANK, 0, 0x21).fill(BLANK, 0xa0, 0xa1).fill(BLANK, 0x202f, 0x2030);
  return table;
}
