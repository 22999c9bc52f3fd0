// Text → how many words it holds, for the reading time.
// A word is a run of characters with a letter or digit in it: a French `:` or `«` between spaces is none.

/** What a character is to a word: neither its beginning nor its end, such as a comma; what begins one; a blank. */
const [OTHER, BEGINS, BLANK] = [0, 1, 2];
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, code) => kindOf(code));

/** No step depends on a comparison: at each end of a word the processor would guess wrong, and that cost more than all else. */
export function countWords(text: string): number {
  let words = 0;
  let inWord = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = KINDS[text.charCodeAt(i)] ?? OTHER;
    words += kind & ~inWord & BEGINS;
    inWord = (inWord | kind) & ~(kind >> 1) & 1;
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
