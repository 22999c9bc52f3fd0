// The signs that a text contains, found in one pass over its characters, for the many rules that need to know; and those of them
// that the parser left as text, which are few: most brackets and stars become links and emphasis.
import { fillUnits, STRIDE, UNITS } from "./units.ts";

/** Characters of what rules query, at most 28: each is a bit. Without all of its characters, a text does not contain a sign. */
const ASKED = "|@<{*_#[!`~:%](=?$\\>\t¹“”„w-";
const SUSPECT = 1 << ASKED.length;
const FIXED_SPACE = SUSPECT << 1;
/** Characters that few texts contain share a bit: the last are `【`, the first half of mathematical letters, and one for private use. */
const RARE = "^+ÃÂ€\u3010\ud835\ue200";
const SELDOM = FIXED_SPACE << 1;

const BITS = bits();

export class Signs {
  readonly #text: string;
  readonly #held: number;
  readonly #known = new Map<string, boolean>();
  #left = 0;

  constructor(text: string) {
    const [bits, read] = [BITS, UNITS];
    let held = 0;
    for (let start = 0, units = 0; (units = fillUnits(text, start)) > 0; start += units)
      for (let i = 0; i < units; i += STRIDE)
        held |=
          (bits[read[i] ?? 0] ?? 0) |
          (bits[read[i + 1] ?? 0] ?? 0) |
          (bits[read[i + 2] ?? 0] ?? 0) |
          (bits[read[i + 3] ?? 0] ?? 0);
    this.#text = text;
    this.#held = held;
  }

  /** False if the text certainly contains no control character and no carriage return. */
  get suspect(): boolean {
    return (this.#held & SUSPECT) !== 0;
  }

  /** Whether the text contains a no-break space, wide or narrow. */
  get fixedSpace(): boolean {
    return (this.#held & FIXED_SPACE) !== 0;
  }

  holds(sign: string): boolean {
    let bits = 0;
    for (let i = 0; i < sign.length; i++) bits |= BITS[sign.charCodeAt(i)] ?? 0;
    if ((this.#held & bits) !== bits) return false;
    if (sign.length === 1 && bits !== 0 && bits !== SELDOM) return true;
    let known = this.#known.get(sign);
    if (known === undefined) this.#known.set(sign, (known = this.#text.includes(sign)));
    return known;
  }

  /** Records that the parser left a character as text. */
  leave(code: number): void {
    this.#left |= BITS[code] ?? 0;
  }

  /** Records that it left characters which were not looked at, such as those of a bare address. */
  leaveUnknown(): void {
    this.#left = -1;
  }

  /** Whether the parser may have left a sign of one character as text. */
  isLeft(sign: string): boolean {
    return (this.#left & (BITS[sign.charCodeAt(0)] ?? 0)) !== 0;
  }
}

function bits(): Int32Array {
  const table = new Int32Array(0x10000);
  // All but tab and line feed; from U+FDD0 on, noncharacters and marks such as the byte-order mark.
  table.fill(SUSPECT, 0, 0x09).fill(SUSPECT, 0x0b, 0x20).fill(SUSPECT, 0x7f, 0xa0).fill(SUSPECT, 0xfdd0);
  for (const space of [0xa0, 0x202f]) table[space] = FIXED_SPACE;
  for (let i = 0; i < RARE.length; i++) table[RARE.charCodeAt(i)] = SELDOM;
  for (let i = 0; i < ASKED.length; i++) table[ASKED.charCodeAt(i)] = 1 << i;
  return table;
}
