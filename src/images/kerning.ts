// A font → by how much the next letter moves nearer or farther: the pairs of its GPOS table
// (https://learn.microsoft.com/typography/opentype/spec/gpos). opentype.js does not find them if lookups are extensions, as
// they are in Carnet's fonts: for it, all pairs are 0.

/** Adjustment between two glyphs, given by their indexes, in units of the font. */
export type Kerning = (left: number, right: number) => number;

const [PAIR_LOOKUP, EXTENSION] = [2, 9];
/** Format of a value that moves the next glyph: the only one in Carnet's fonts, alone and for the left glyph. */
const X_ADVANCE = 4;

/** `sfnt` is one of Carnet's own files, and is not validated. */
export function kerningOf(sfnt: Buffer): Kerning {
  const gpos = tableOf(sfnt, "GPOS");
  const pairs = pairTables(gpos);
  return (left, right) => {
    for (const pair of pairs) {
      const found = valueOf(pair, left, right);
      if (found !== undefined) return found;
    }
    return 0;
  };
}

function tableOf(sfnt: Buffer, tag: string): Buffer {
  for (let entry = 12; entry < 12 + 16 * sfnt.readUInt16BE(4); entry += 16)
    if (sfnt.toString("latin1", entry, entry + 4) === tag) return sfnt.subarray(sfnt.readUInt32BE(entry + 8));
  throw new TypeError(`A font without ${tag}`);
}

/** The pair tables that the feature `kern` names, in order. */
function pairTables(gpos: Buffer): Buffer[] {
  const features = gpos.subarray(gpos.readUInt16BE(6));
  const lookups = gpos.subarray(gpos.readUInt16BE(8));
  const named = new Set<number>();
  for (let entry = 2; entry < 2 + 6 * features.readUInt16BE(0); entry += 6) {
    if (features.toString("latin1", entry, entry + 4) !== "kern") continue;
    const feature = features.subarray(features.readUInt16BE(entry + 4));
    for (const number of numbers(feature, 4, feature.readUInt16BE(2))) named.add(number);
  }
  return [...named]
    .sort((a, b) => a - b)
    .flatMap((number) => {
      const lookup = lookups.subarray(lookups.readUInt16BE(2 + 2 * number));
      return numbers(lookup, 6, lookup.readUInt16BE(4)).flatMap((offset) => {
        const table = lookup.subarray(offset);
        const isExtended = lookup.readUInt16BE(0) === EXTENSION;
        const type = lookup.readUInt16BE(isExtended ? offset + 2 : 0);
        if (type !== PAIR_LOOKUP) return [];
        return [isExtended ? table.subarray(table.readUInt32BE(4)) : table];
      });
    });
}

const numbers = (bytes: Buffer, at: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => bytes.readUInt16BE(at + 2 * i));

/** `undefined` if another table may have the pair. */
function valueOf(table: Buffer, left: number, right: number): number | undefined {
  const row = coverageIndex(table.subarray(table.readUInt16BE(2)), left);
  if (row === undefined) return undefined;
  const hasValue = table.readUInt16BE(4) === X_ADVANCE;
  const size = hasValue ? 2 : 0;
  if (table.readUInt16BE(0) === 1) {
    const set = table.subarray(table.readUInt16BE(10 + 2 * row));
    for (let i = 0; i < set.readUInt16BE(0); i++) {
      const record = 2 + i * (2 + size);
      if (set.readUInt16BE(record) === right) return hasValue ? set.readInt16BE(record + 2) : 0;
    }
    return undefined;
  }
  const first = classOf(table.subarray(table.readUInt16BE(8)), left);
  const second = classOf(table.subarray(table.readUInt16BE(10)), right);
  return hasValue ? table.readInt16BE(16 + 2 * (first * table.readUInt16BE(14) + second)) : 0;
}

/** The index of a glyph in a coverage table. */
function coverageIndex(coverage: Buffer, glyph: number): number | undefined {
  if (coverage.readUInt16BE(0) === 1) {
    const index = numbers(coverage, 4, coverage.readUInt16BE(2)).indexOf(glyph);
    return index < 0 ? undefined : index;
  }
  const range = rangeOf(coverage, glyph);
  return range === undefined ? undefined : range.value + glyph - range.from;
}

/** 0 is the class of glyphs that are not listed. */
function classOf(classes: Buffer, glyph: number): number {
  if (classes.readUInt16BE(0) === 2) return rangeOf(classes, glyph)?.value ?? 0;
  const index = glyph - classes.readUInt16BE(2);
  return index >= 0 && index < classes.readUInt16BE(4) ? classes.readUInt16BE(6 + 2 * index) : 0;
}

/** The range of a glyph: in a coverage table, `value` is the index of its first glyph; in a class table, the class of all. */
function rangeOf(ranges: Buffer, glyph: number): { from: number; value: number } | undefined {
  for (let range = 4; range < 4 + 6 * ranges.readUInt16BE(2); range += 6) {
    const from = ranges.readUInt16BE(range);
    if (from <= glyph && glyph <= ranges.readUInt16BE(range + 2))
      return { from, value: ranges.readUInt16BE(range + 4) };
  }
  return undefined;
}
