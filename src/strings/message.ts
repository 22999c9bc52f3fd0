// The form of an entry in the catalogue of messages.
import type { Severity } from "../problems.ts";
import type { UiLang } from "../ui-lang.ts";

/** What was found and what is allowed; then, optionally, the action to take. */
export type Words = string | [message: string, hint?: string];

/** Each language has a function from the parameters to the words. */
export interface Message<P> extends Readonly<Record<UiLang, (params: P) => Words>> {
  severity: Severity;
  /** True if the error concerns safety or integrity: `checks` in `site.yaml` cannot lower it. */
  fixed?: boolean;
  /** The line to paste, if it does not depend on the words around it. */
  hint?: (params: P, lang: UiLang) => string;
}

/** Declares a message; `P` declares its parameters once for both languages. */
export function message<P = object>(entry: Message<P>): Message<P> {
  return entry;
}

/** As it would be typed, on one line; shortened, so that a picture pasted into an address does not fill the screen. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return "`" + (line.length > 300 ? `${line.slice(0, 280)}…` : line) + "`";
}

/** The hint of a message whose only remedy is to write this instead. */
export function toWrite(text: string, lang: UiLang): string {
  return `${{ fr: "Écrivez", en: "Write" }[lang]} ${code(text)}`;
}
