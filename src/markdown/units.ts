// A text's characters as numbers in a buffer: a string is asked what it is made of for each of them, a buffer is not.
// One buffer serves all texts; what stands in it is worth something until the next text is put there.

/** Longer texts are read in parts. */
const MOST = 16_384;
const BYTES = Buffer.alloc(2 * MOST);
/** Buffers are written with the lower half of a character first, whatever the machine reads first. */
const SWAPPED = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

/** UTF-16 units of the part of a text that `fillUnits` was last asked for. */
export const UNITS = new Uint16Array(BYTES.buffer, BYTES.byteOffset, MOST);

/** Puts what `text` holds from `start` on into `UNITS`, as far as it goes: how many units; none at the end of the text. */
export function fillUnits(text: string, start: number): number {
  const part = start === 0 && text.length <= MOST ? text : text.slice(start, start + MOST);
  const units = BYTES.write(part, "utf16le") >> 1;
  if (SWAPPED) BYTES.swap16();
  return units;
}
