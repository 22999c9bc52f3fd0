// Text → how many words it holds, for the reading time.
// A word is a run of characters with a letter or digit in it: a French `:` or `«` between spaces is none.

export function countWords(text: string): number {
  let words = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 0x20 || code === 0xa0 || code === 0x202f) inWord = false;
    else if (!inWord && isWordCharacter(code)) {
      inWord = true;
      words++;
    }
  }
  return words;
}

function isWordCharacter(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  // Past ASCII: letters, but for the signs of Latin-1 and general punctuation.
  return code >= 0xc0 && (code < 0x2000 || code > 0x206f);
}
