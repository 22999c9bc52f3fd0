// How one entry of the catalogue of messages is written.
import type { Severity } from "../problems.ts";

/** What was found and what is allowed; then, optionally, the line to paste or the gesture to make. */
export type Words = [message: string, hint?: string];

export interface Message<P> {
  severity: Severity;
  /** True where the refusal is for safety or soundness: `checks` in `site.yaml` cannot lower it. */
  fixed?: boolean;
  fr: (params: P) => Words;
  en: (params: P) => Words;
}

/** Declares a message; `P` names its parameters once for both languages. */
export function message<P = object>(entry: Message<P>): Message<P> {
  return entry;
}

/** As it would be typed, on one line; a picture pasted into an address is not worth a screen of letters. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return "`" + (line.length > 300 ? `${line.slice(0, 280)}…` : line) + "`";
}
