// The command's messages under its own name, on standard error.
import type { UiLang } from "../ui-lang.ts";

/** A line: the name, a colon with the spacing of the language, and the message. */
export function said(lang: UiLang, text: string): string {
  return `carnet${{ fr: " :", en: ":" }[lang]} ${text}\n`;
}
