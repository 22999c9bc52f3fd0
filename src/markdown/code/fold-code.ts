// Code → folded to lower case, to be compared as case-insensitive patterns compare.

/**
 * Folds ASCII letters, and the two other characters that such a pattern treats as ASCII letters: the long s and the Kelvin
 * sign.
 */
export function foldCode(text: string): string {
  return text.toLowerCase().replaceAll("ſ", "s");
}
