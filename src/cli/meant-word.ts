// A word of a command line or of a layout → the known one that was probably meant.
import { nearest } from "../nearest.ts";

export function meantWord(word: string, known: readonly string[]): string | undefined {
  // A truncated word, as other programs allow: `--out`. A single letter has no other suggestion: `-p` is the port.
  const [only, second] = known.filter((name) => name.startsWith(word));
  if (only !== undefined && second === undefined) return only;
  // Names of commands and options are few and unlike: more letters may differ than between two words of a text.
  return word.length < 3 ? undefined : nearest(word, known, Math.max(2, Math.floor(word.length / 3)));
}
