// Code → the same with its letters small, as patterns are compared that do not tell small and large ones apart.

/** Each ASCII letter small, and the two other signs that such a pattern takes for one: the long s, and that of Kelvin. */
export function foldCode(text: string): string {
  return text.toLowerCase().replaceAll("ſ", "s");
}
