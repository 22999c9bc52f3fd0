// A number of bytes → the size of a file for readers: `1,2 Mo`, `340 kB`. Units are decimal, as in the SI.
// `Intl` is not used: what it writes depends on the ICU of the machine.

/** How a language writes sizes: the units, from bytes to gigabytes, and the decimal mark. */
interface Writing {
  units: readonly [string, string, string, string];
  point: string;
}

const THOUSAND = 1000;

/** One decimal below ten, none above: more would not help anyone to decide whether to download. */
function fileSize(bytes: number, { units, point }: Writing): string {
  const amountIn = (power: number): number => bytes / THOUSAND ** power;
  // Rounded as it will be shown: 999,600 bytes are 1 MB, not 1000 kB.
  const power = units.findIndex((_, i) => Math.round(amountIn(i)) < THOUSAND);
  const [unit, amount] = power < 0 ? [units[3], amountIn(3)] : [units[power] ?? "", amountIn(power)];
  const tenths = Math.round(amount * 10);
  const decimal = tenths < 100 && tenths % 10 > 0 ? `${point}${String(tenths % 10)}` : "";
  const whole = tenths < 100 ? Math.floor(tenths / 10) : Math.round(amount);
  return `${String(whole)}${decimal}\u00a0${unit}`;
}

export const fileSizeFr = (bytes: number): string =>
  fileSize(bytes, { units: ["o", "ko", "Mo", "Go"], point: "," });
export const fileSizeEn = (bytes: number): string =>
  fileSize(bytes, { units: ["B", "kB", "MB", "GB"], point: "." });
