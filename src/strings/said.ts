// What the command says under its own name, on standard error.

/** A line: the name, a colon as the language sets it, and the words. */
export function said(lang: "fr" | "en", text: string): string {
  return `carnet${lang === "fr" ? " :" : ":"} ${text}\n`;
}
