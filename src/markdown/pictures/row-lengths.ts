// Pictures in order, by their proportions → how many each row holds.
// The same rows are shown in every window, so a row holds what can still be recognised on a phone of 360 pixels.

/**
 * A row is full at this sum of weights: two landscapes, three squares, a landscape and two portraits. Weights are in tenths, so
 * that nearly equal proportions count as equal.
 */
const FULL = 31;
/** Weight of a landscape, which needs half of the column, and of a logo, which is recognised at a third of it. */
const HALF = 15;
const THIRD = 10;
const MOST = 3;
/** From this proportion on, a picture is a banner, a panorama or a logo. */
const WIDE = 2;
/** Of a wide picture and others, the others must not become too low: the limit of the sum of their proportions. */
const WIDEST = 4.5;

/**
 * Number of pictures in each row, given their widths divided by their heights. There are as few rows as can be, as even as can be;
 * of two such choices, the first rows are the shorter: one of three photos leads the two others.
 */
export function rowLengths(ratios: readonly number[]): number[] {
  // The best arrangement of the pictures from each index on.
  const best: Arrangement[] = [];
  for (let from = ratios.length - 1; from >= 0; from--) best[from] = bestFrom(from, ratios, best);
  const lengths: number[] = [];
  for (let from = 0, row = best[0]; row !== undefined; row = best[from]) {
    lengths.push(row.first);
    from += row.first;
  }
  return lengths;
}

interface Arrangement {
  rows: number;
  /** Sum of the squares of the rows' weights: with the same number of rows, the least is the most even. */
  unevenness: number;
  /** Number of pictures in its first row. */
  first: number;
}

const NONE: Arrangement = { rows: 0, unevenness: 0, first: 0 };

function bestFrom(from: number, ratios: readonly number[], best: readonly Arrangement[]): Arrangement {
  let found = after(best[from + 1], ratios.slice(from, from + 1));
  for (let first = 2; first <= MOST && from + first <= ratios.length; first++) {
    const row = ratios.slice(from, from + first);
    if (!fits(row)) break;
    const other = after(best[from + first], row);
    if (other.rows < found.rows || (other.rows === found.rows && other.unevenness < found.unevenness))
      found = other;
  }
  return found;
}

/** A row, and the best arrangement of the pictures after it. */
function after(rest: Arrangement | undefined, row: readonly number[]): Arrangement {
  const { rows, unevenness } = rest ?? NONE;
  return { rows: rows + 1, unevenness: unevenness + weightOf(row) ** 2, first: row.length };
}

const fits = (row: readonly number[]): boolean =>
  weightOf(row) <= FULL && (row.every(isWide) || sum(row) <= WIDEST);

const isWide = (ratio: number): boolean => ratio > WIDE;

const weightOf = (row: readonly number[]): number =>
  sum(row.map((ratio) => (isWide(ratio) ? THIRD : Math.min(Math.round(ratio * 10), HALF))));

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
