// The command's messages under its own name, on standard error.

/** A line: the name, a colon with the spacing of the language, and the message. */
export function said(lang: "fr" | "en", text: string): string {
  return `carnet${lang === "fr" ? " :" : ":"} ${text}\n`;
}
