// Colours as `#rrggbb`: their contrast as WCAG defines it, and similar colours of another lightness in OKLCH.
// In OKLCH, hue and strength look unchanged when lightness changes: https://bottosson.github.io/posts/oklab/.

/** Contrast of two colours, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
export function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** Moves the colour's lightness step by step towards black or white until it `passes`; returns black or white if none does. */
export function movedUntil(
  colour: string,
  towards: "black" | "white",
  passes: (hex: string) => boolean,
): string {
  const [lightness, chroma, hue] = toOklch(colour);
  const steps = 400;
  for (let i = 0; i <= steps; i++) {
    const moved =
      towards === "black" ? lightness * (1 - i / steps) : lightness + (1 - lightness) * (i / steps);
    const hex = i === 0 ? colour : fromOklch(moved, chroma, hue);
    if (passes(hex)) return hex;
  }
  return towards === "black" ? "#000000" : "#ffffff";
}

/** The same colour, lighter or darker by `by` (−1 to 1). */
export function shifted(colour: string, by: number): string {
  const [lightness, chroma, hue] = toOklch(colour);
  return fromOklch(Math.min(1, Math.max(0, lightness + by)), chroma, hue);
}

/** `share` (0 to 1) of one colour over another. */
export function mixed(colour: string, ground: string, share: number): string {
  const over = channels(colour);
  return hexOf(channels(ground).map((value, i) => value + ((over[i] ?? 0) - value) * share));
}

/** Red, green and blue, 0 to 1. */
function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
}

function hexOf(values: readonly number[]): string {
  const byte = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 255);
  return `#${values.map((value) => byte(value).toString(16).padStart(2, "0")).join("")}`;
}

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const encoded = (value: number): number =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex).map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function toOklch(hex: string): [lightness: number, chroma: number, hue: number] {
  const [r = 0, g = 0, b = 0] = channels(hex).map(linear);
  const x = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const y = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const z = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * x - 2.428592205 * y + 0.4505937099 * z;
  const bb = 0.0259040371 * x + 0.7827717662 * y - 0.808675766 * z;
  const lightness = 0.2104542553 * x + 0.793617785 * y - 0.0040720468 * z;
  return [lightness, Math.hypot(a, bb), Math.atan2(bb, a)];
}

/** The strongest colour that a screen can show with this lightness and hue, no stronger than `most`. */
function fromOklch(lightness: number, most: number, hue: number): string {
  for (let chroma = most; chroma > 0.001; chroma -= 0.002) {
    const values = toLinear(lightness, chroma * Math.cos(hue), chroma * Math.sin(hue));
    if (values.every((value) => value > -0.0005 && value < 1.0005)) return hexOf(values.map(encoded));
  }
  return hexOf(toLinear(lightness, 0, 0).map((value) => encoded(Math.max(0, value))));
}

function toLinear(lightness: number, a: number, b: number): number[] {
  const x = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const y = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const z = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ];
}
