// Text → how many words it holds, for the reading time.
// A word is a run of characters with a letter or digit in it: a French `:` or `«` between spaces is none.

export function countWords(text: string): number {
  // Each sign is looked for at the speed of memory, and most pieces of prose hold none of these.
  const others = text.includes("\u00a0") || text.includes("\u202f") || /[\0-\x1f]/.test(text);
  return others ? countSlowly(text) : countBetweenSpaces(text);
}

/** From space to space: most words are known by their first character, and the others need not be read. */
function countBetweenSpaces(text: string): number {
  let words = 0;
  for (let start = 0; start < text.length;) {
    const space = text.indexOf(" ", start);
    const end = space < 0 ? text.length : space;
    while (start < end && !isWordCharacter(text.charCodeAt(start))) start++;
    if (start < end) words++;
    start = end + 1;
  }
  return words;
}

function countSlowly(text: string): number {
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
