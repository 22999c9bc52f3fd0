// Colours of words in a terminal, and the bold of totals. What they say is also said in words.

/** A severity, or something equally pressing; `bold` for totals. */
export type Style = "error" | "warn" | "note" | "bold";

export type Paint = (style: Style, text: string) => string;

const CODES: Readonly<Record<Style, number>> = { error: 31, warn: 33, note: 36, bold: 1 };

/** `color`: true if the text is for a terminal that shows colours. */
export function painter(color: boolean): Paint {
  // Escape codes written by hand: in later Nodes, `styleText` checks the process's own output before it colours.
  return (style, text) => (color ? `\u001B[${String(CODES[style])}m${text}\u001B[0m` : text);
}
