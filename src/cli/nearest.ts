// A word of a command line or of a layout → the known one that was probably meant.
import { distance } from "fastest-levenshtein";

export function nearest(word: string, known: readonly string[]): string | undefined {
  // A truncated word, as other programs allow: `--out`. A single letter has no other suggestion: `-p` is the port.
  const [only, second] = known.filter((name) => name.startsWith(word));
  if (only !== undefined && second === undefined) return only;
  if (word.length < 3) return undefined;
  const [best] = known.map((name) => ({ name, d: distance(word, name) })).sort((a, b) => a.d - b.d);
  return best && best.d <= Math.max(2, Math.floor(word.length / 3)) ? best.name : undefined;
}
