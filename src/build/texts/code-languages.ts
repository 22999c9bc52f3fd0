// The texts of a site → the languages of their code, which decide what is loaded to colour it.
import type { Entry } from "../../content/types.ts";
import { fenceLanguages } from "../../markdown/code/highlighter.ts";

/** Languages named by the code fences of a text, by file; texts without any are left out. */
export type Fences = ReadonlyMap<string, readonly string[]>;

export function fencesOf(entries: readonly Pick<Entry, "file" | "text">[]): Fences {
  const fences = new Map<string, readonly string[]>();
  for (const { file, text } of entries) {
    const asked = askedBy(text.body);
    if (asked.length > 0) fences.set(file, asked);
  }
  return fences;
}

/**
 * The languages of all texts of a site, each once, sorted. Code in one language may contain another, so that the result for a
 * text depends on all of them.
 */
export function codeLanguages(fences: Fences): string[] {
  return [...new Set([...fences.values()].flat())].sort();
}

/** Texts without code ask for no language, and decoding all of them would take time. */
function askedBy(body: Buffer): readonly string[] {
  return mayHoldFences(body) ? fenceLanguages(body.toString()) : [];
}

/** False for a UTF-8 text in which nothing is coloured. */
export function mayHoldFences(body: Uint8Array): boolean {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  return bytes.includes("```") || bytes.includes("~~~");
}
