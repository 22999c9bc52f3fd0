// The texts of a site → the languages that their code is in, which decide what is loaded to colour it.
import type { Entry } from "../content/types.ts";
import { fenceLanguages } from "../markdown/highlighter.ts";

/**
 * Names of the languages that the fences of all texts of a site ask for, each once, in order. Code in one of them may hold
 * some in another, so that what a text becomes depends on all.
 */
export function codeLanguages(entries: readonly Pick<Entry, "text">[]): string[] {
  return [...new Set(entries.flatMap(({ text }) => askedBy(text.body)))].sort();
}

/** Texts without code ask for no language, and decoding all of them takes its time. */
function askedBy(body: Buffer): readonly string[] {
  return mayHoldFences(body) ? fenceLanguages(body.toString()) : [];
}

/** False for a text that is coloured by none. */
export function mayHoldFences(body: Buffer): boolean {
  return body.includes("```") || body.includes("~~~");
}
