// Lines of a YAML list whose hyphen has no space after it, or that begin with the bullet of a text, and those lines as they
// should be. YAML reads them as text, as a key or not at all; only what stands where an item would is meant.

export interface GluedItems {
  /** The first of them, from 1. */
  line: number;
  /** That line, and those right after it with the same fault. */
  fix: string;
}

/** A figure may be a negative number, and two hyphens are a fence or a dash. An asterisk alone is no alias. */
const GLUED = /^([ \t]*)(?:-(?=[^\s\d.-])|[•·▪◦‣–—][ \t\u00a0]*|\*[ \t]+)(?=\S)/;
const ANY = new RegExp(GLUED.source, "m");

export function gluedItems(text: string): GluedItems | undefined {
  if (!ANY.test(text)) return undefined;
  const lines = text.split("\n");
  const first = lines.findIndex((line, i) => GLUED.test(line) && isInList(lines, i));
  if (first < 0) return undefined;
  const after = lines.findIndex((line, i) => i > first && !GLUED.test(line));
  const all = lines.slice(first, after < 0 ? lines.length : after);
  return { line: first + 1, fix: all.map((line) => line.replace(GLUED, "$1- ")).join("\n") };
}

/** True below a key without a value of its own, with nothing but items in between. */
function isInList(lines: readonly string[], at: number): boolean {
  const indent = indentOf(lines[at] ?? "");
  for (const line of lines.slice(0, at).reverse()) {
    if (/^\s*(?:#|$)/.test(line) || indentOf(line) > indent) continue;
    if (indentOf(line) < indent || !(GLUED.test(line) || line.trimStart().startsWith("-")))
      return /^[^#"'|>[{]*:\s*(?:#.*)?$/.test(line);
  }
  return false;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
