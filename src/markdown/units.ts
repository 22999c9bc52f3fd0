// A text's characters as numbers in a buffer: a string checks its representation at each character, a buffer does not.
// One buffer serves all texts; its content is valid until the next text is written.

/** Maximum length written at once; longer texts are read in parts. */
const MOST = 16_384;
/**
 * Readers take this many characters in each turn of a loop, from local variables: once a turn the engine does work of its own, and
 * in the bundled program it finds the tables of a module anew. Both took longer than reading a character.
 */
export const STRIDE = 4;
/** What follows the last character, for the last turn: it is no sign, and neither begins nor ends a word. */
const FILLER = 0x2c;
const BYTES = Buffer.alloc(2 * (MOST + STRIDE));
/** Buffers are written little-endian, whatever the byte order of the machine. */
const SWAPPED = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

/** UTF-16 units that the last call of `fillUnits` wrote. */
export const UNITS = new Uint16Array(BYTES.buffer, BYTES.byteOffset, MOST + STRIDE);

/** Writes `text` from `start` into `UNITS`, as far as it fits; returns the number of units, 0 at the end of the text. */
export function fillUnits(text: string, start: number): number {
  const part = start === 0 && text.length <= MOST ? text : text.slice(start, start + MOST);
  const units = BYTES.write(part, "utf16le") >> 1;
  if (SWAPPED) BYTES.swap16();
  for (let i = units; i < units + STRIDE; i++) UNITS[i] = FILLER;
  return units;
}
