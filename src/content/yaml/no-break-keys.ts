// Keys with a no-break space before or after them, as French keyboards and word processors type it. YAML takes it for a letter
// of the key, and nobody can see it.
import { reindented } from "./indentation.ts";
import { someKey } from "./some-key.ts";

export interface NoBreakKey {
  /** From 1. */
  line: number;
  column: number;
  /** The key alone. */
  found: string;
  fix: string;
}

const BEFORE =
  /^[ -]*[\u00a0\u202f][ \u00a0\u202f-]*["']?[\p{L}\p{N}_/][\p{L}\p{N}_/-]*["']?[ \u00a0\u202f]*:(?=\s|$)/mu;
const BEHIND =
  /^(?:[ -]*["']?[\p{L}\p{N}_/][\p{L}\p{N}_/-]*["']?)[ ]*[\u00a0\u202f][ \u00a0\u202f]*:(?=\s|$)/mu;

/** The first such key in a map that YAML can read. */
export function noBreakKey(text: string, value: unknown): NoBreakKey | undefined {
  if (!/[\u00a0\u202f]/.test(text) || !(BEFORE.test(text) || BEHIND.test(text))) return undefined;
  if (!someKey(value, isSpaced)) return undefined;
  const lines = text.split("\n");
  const at = lines.findIndex((line) => BEFORE.test(line) || BEHIND.test(line));
  const line = lines[at] ?? "";
  const column = line.search(/[\u00a0\u202f]/) + 1;
  const key = line.slice(0, line.indexOf(":"));
  const rest = line.slice(key.length);
  const fixed = BEFORE.test(line)
    ? reindented(lines.with(at, key.trimEnd() + rest), at)
    : key.trimEnd() + rest;
  return { line: at + 1, column, found: key.replace(/^[\s-]+/, "").trim(), fix: fixed.replace(/:\s+/, ": ") };
}

/** For the parsed keys: what looks like one in the text may be in a block of text. */
const isSpaced = (key: string): boolean => /^[-\s]*[\u00a0\u202f]|[\u00a0\u202f]$/.test(key);
