// Text → how many words it holds, for the reading time.
// A word is a run of characters with a letter or digit in it: a French `:` or `«` between spaces is none.

/** What a character is to a word: neither its beginning nor its end, such as a comma; what begins one; a blank. */
const [OTHER, BEGINS, BLANK] = [0, 1, 2];

/** Characters are copied here before they are counted: a string is asked what it is made of for each of them. */
const MOST = 16_384;
const BYTES = Buffer.alloc(2 * MOST);
const UNITS = new Uint16Array(BYTES.buffer, BYTES.byteOffset, MOST);
/** Buffers hold the lower half of a character first, whatever the machine does. */
const SWAPPED = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  kindOf(SWAPPED ? ((unit & 0xff) << 8) | (unit >> 8) : unit),
);

export function countWords(text: string): number {
  let words = 0;
  let last = BLANK;
  for (let start = 0; start < text.length; start += MOST) {
    const part = text.length > MOST ? text.slice(start, start + MOST) : text;
    const units = BYTES.write(part, "utf16le") >> 1;
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

function kindOf(code: number): number {
  if (code <= 0x20 || code === 0xa0 || code === 0x202f) return BLANK;
  return isWordCharacter(code) ? BEGINS : OTHER;
}

function isWordCharacter(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  // Past ASCII: letters, but for the signs of Latin-1 and general punctuation.
  return code >= 0xc0 && (code < 0x2000 || code > 0x206f);
}
