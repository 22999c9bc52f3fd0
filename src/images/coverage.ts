// Outlines of letters → how much of each pixel they cover: exactly, and the same on every machine.
// Each edge stores how much more of a pixel it covers than of the one to its left, so that a running sum along a row gives the
// coverage of all pixels.
import type { Pen } from "./typeface.ts";

/** Largest distance between a straight piece and the curve that it replaces, in pixels. */
const CLOSE_ENOUGH = 0.05;

/**
 * A pen on an empty page. Outlines should not leave it: what is beyond is drawn along its edge. Where outlines overlap in the
 * same direction, as those of one font do, they count once.
 */
export class Coverage implements Pen {
  readonly #width: number;
  readonly #height: number;
  readonly #steps: Float32Array;
  /** In each row, the first pixel that an outline has touched, and the last. */
  readonly #left: Int32Array;
  readonly #right: Int32Array;
  #start = { x: 0, y: 0 };
  #at = { x: 0, y: 0 };

  constructor({ width, height }: { width: number; height: number }) {
    this.#width = width;
    this.#height = height;
    // An edge in the last column also adds to the column after it.
    this.#steps = new Float32Array((width + 1) * height);
    this.#left = new Int32Array(height).fill(width);
    this.#right = new Int32Array(height).fill(-1);
  }

  moveTo(x: number, y: number): void {
    this.#start = this.#at = this.#inside(x, y);
  }

  lineTo(x: number, y: number): void {
    const to = this.#inside(x, y);
    const from = this.#at;
    this.#at = to;
    if (from.y < to.y) this.#edge(from, to, 1);
    else if (from.y > to.y) this.#edge(to, from, -1);
  }

  /** A curve with one control point, as straight pieces, which are farthest from it where it bends most. */
  curveTo(cx: number, cy: number, x: number, y: number): void {
    const from = this.#at;
    const bend = Math.abs(from.x - 2 * cx + x) + Math.abs(from.y - 2 * cy + y);
    const pieces = Math.ceil(Math.sqrt(bend / (4 * CLOSE_ENOUGH)));
    for (let i = 1; i < pieces; i++) {
      const t = i / pieces;
      const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
      this.lineTo(a * from.x + b * cx + c * x, a * from.y + b * cy + c * y);
    }
    this.lineTo(x, y);
  }

  close(): void {
    this.lineTo(this.#start.x, this.#start.y);
  }

  /**
   * Calls `put` for each covered pixel, with its index (row after row) and its share from 0 to 1; then the page is empty again.
   */
  take(put: (pixel: number, share: number) => void): void {
    const [steps, width] = [this.#steps, this.#width];
    for (let row = 0; row < this.#height; row++) {
      const [left = 0, right = -1] = [this.#left[row], this.#right[row]];
      const first = row * (width + 1);
      let sum = 0;
      for (let x = left; x <= right; x++) {
        sum += steps[first + x] ?? 0;
        if (sum > TRACE || sum < -TRACE) put(row * width + x, Math.min(1, Math.abs(sum)));
      }
      if (left <= right) steps.fill(0, first + left, first + width + 1);
    }
    this.#left.fill(width);
    this.#right.fill(-1);
  }

  #inside(x: number, y: number): { x: number; y: number } {
    return { x: Math.min(Math.max(x, 0), this.#width), y: Math.min(Math.max(y, 0), this.#height) };
  }

  /** From its upper end to its lower one, row by row; `way` is the direction in which it was drawn. */
  #edge(upper: { x: number; y: number }, lower: { x: number; y: number }, way: 1 | -1): void {
    const slope = (lower.x - upper.x) / (lower.y - upper.y);
    const end = Math.ceil(lower.y);
    let x = upper.x;
    for (let row = Math.floor(upper.y); row < end; row++) {
      const height = Math.min(row + 1, lower.y) - Math.max(row, upper.y);
      // Rounding may move it off the page.
      const next = Math.min(Math.max(x + slope * height, 0), this.#width);
      this.#inRow(row, Math.min(x, next), Math.max(x, next), way * height);
      x = next;
    }
  }

  /** A piece within one row, pixel by pixel: the part of its height in each, divided according to its position in the pixel. */
  #inRow(row: number, left: number, right: number, height: number): void {
    const first = row * (this.#width + 1);
    const steepness = right > left ? height / (right - left) : 0;
    this.#left[row] = Math.min(this.#left[row] ?? 0, Math.floor(left));
    this.#right[row] = Math.max(this.#right[row] ?? 0, Math.min(Math.floor(right) + 1, this.#width - 1));
    for (let pixel = Math.floor(left); ; pixel++) {
      const [from, to] = [Math.max(left, pixel), Math.min(right, pixel + 1)];
      const part = right <= pixel + 1 && left >= pixel ? height : steepness * (to - from);
      const beyond = part * ((from + to) / 2 - pixel);
      this.#add(first + pixel, part - beyond);
      this.#add(first + pixel + 1, beyond);
      if (right <= pixel + 1) return;
    }
  }

  #add(at: number, step: number): void {
    this.#steps[at] = (this.#steps[at] ?? 0) + step;
  }
}

/** Sums below a thousandth of a pixel are rounding errors. */
const TRACE = 0.001;
