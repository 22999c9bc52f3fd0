// The texts of a site → the languages that their code is in, which decide what is loaded to colour it.
import type { Entry } from "../../content/types.ts";
import { fenceLanguages } from "../../markdown/highlighter.ts";

/** Names of the languages that the fences of a text ask for, by file; texts without any are left out. */
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
 * The languages of all texts of a site, each once, in order. Code in one of them may hold some in another, so that what a
 * text becomes depends on all.
 */
export function codeLanguages(fences: Fences): string[] {
  return [...new Set([...fences.values()].flat())].sort();
}

/** Texts without code ask for no language, and decoding all of them takes its time. */
function askedBy(body: Buffer): readonly string[] {
  return mayHoldFences(body) ? fenceLanguages(body.toString()) : [];
}

/** False for a text, as UTF-8, of which nothing is coloured. */
export function mayHoldFences(body: Uint8Array): boolean {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  return bytes.includes("```") || bytes.includes("~~~");
}
