// Colours as `#rrggbb`: their contrast as WCAG defines it, and mixtures.

/** Contrast of two colours, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
export function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** Mixes ever more of `towards` into a colour until it `passes`; returns `towards` if no mixture does. */
export function movedUntil(colour: string, towards: string, passes: (hex: string) => boolean): string {
  const mixtures = Array.from({ length: 100 }, (_, percent) => mixed(towards, colour, percent / 100));
  return mixtures.find(passes) ?? towards;
}

/** `share` (0 to 1) of one colour over another. */
export function mixed(colour: string, ground: string, share: number): string {
  const over = channels(colour);
  const parts = channels(ground).map((value, i) => value + ((over[i] ?? 0) - value) * share);
  const bytes = parts.map((value) => Math.round(value * 255));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** Red, green and blue, 0 to 1. */
function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
}

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex).map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
