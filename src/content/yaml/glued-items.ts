// Lines of a YAML list whose hyphen is missing, has no space after it or is a bullet, and those lines corrected. YAML reads
// them as text, as a key or not at all. Only lines where an item would be are reported.
import { indentOf } from "./indentation.ts";

export interface GluedItems {
  /** What is wrong: the hyphen, or the indentation. */
  kind: "glued-item" | "align";
  /** The first such line, from 1. */
  line: number;
  /** That line corrected, with those right after it that have the same fault. */
  fix: string;
}

/**
 * A hyphen before a digit may be a negative number, and two hyphens are a fence or a dash. An asterisk before a blank is not an
 * alias.
 */
const GLUED = /^([ \t]*)(?:-(?=[^\s\d.-])|-[\u00a0\u202f]+|[•·▪◦‣–—][ \t\u00a0]*|\*[ \t]+)(?=\S)/;
const ANY = new RegExp(GLUED.source, "m");

export function gluedItems(text: string): GluedItems | undefined {
  return withoutSpace(text) ?? withoutHyphen(text) ?? tooDeep(text);
}

function withoutSpace(text: string): GluedItems | undefined {
  if (!ANY.test(text)) return undefined;
  const lines = text.split("\n");
  const first = lines.findIndex((line, i) => GLUED.test(line) && isInList(lines, i));
  if (first < 0) return undefined;
  const after = lines.findIndex((line, i) => i > first && !GLUED.test(line));
  const all = lines.slice(first, after < 0 ? lines.length : after);
  return {
    kind: "glued-item",
    line: first + 1,
    fix: all.map((line) => line.replace(GLUED, "$1- ")).join("\n"),
  };
}

/** Keys whose value may be a list. The name of a person, as text, may continue on the next line. */
const LIST = /^(?:tags|authors?|aliases|redirect_from|related):[ \t]*(?![ \t"'[{|>#&*!])(.*)$/;

/**
 * A list that begins beside its key or has no hyphens, such as `tags: a` above an indented `- b`: YAML makes one text of all
 * its lines. A text with commas is already a list.
 */
function withoutHyphen(text: string): GluedItems | undefined {
  if (!/\n[ \t]+\S/.test(text)) return undefined;
  const lines = text.split("\n");
  for (const [i, line] of lines.entries()) {
    const beside = LIST.exec(line)?.[1]?.trim();
    if (beside === undefined) continue;
    let end = i + 1;
    while (/^[ \t]+\S/.test(lines[end] ?? "")) end++;
    const below = lines.slice(i + 1, end).map((one) => one.trim());
    const hyphens = below.filter((one) => one.startsWith("- ")).length;
    if (hyphens === 0 ? isPlainList(line, beside, below) : beside !== "" && hyphens === below.length) {
      if (beside === "")
        return { kind: "glued-item", line: i + 2, fix: below.map((one) => `  - ${one}`).join("\n") };
      const items = [beside, ...below.map((one) => one.replace(/^- +/, ""))];
      return {
        kind: "glued-item",
        line: i + 1,
        fix: `${keyOf(line)}\n${items.map((one) => `  - ${one}`).join("\n")}`,
      };
    }
  }
  return undefined;
}

/** An item whose text YAML would continue on a line that is indented further: ` - b` would become the end of ` - a`. */
const ITEM = /^[ \t]*- +(?![ "'[{|>#&*!%@`-])(?!.*:(?: |$))/;

function tooDeep(text: string): GluedItems | undefined {
  if (!/\n[ \t]+- /.test(text)) return undefined;
  const lines = text.split("\n");
  // True below a key whose value is a list, as long as items follow.
  let isListed = false;
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1] ?? "";
    if (!/^[ \t]*- /.test(line)) isListed = LIST.exec(line)?.[1] === "";
    else if (isListed && ITEM.test(line) && ITEM.test(above) && indentOf(line) > indentOf(above))
      return aligned(lines, i);
  }
  return undefined;
}

/** Aligns items that are indented further than the one above them. */
function aligned(lines: readonly string[], first: number): GluedItems {
  const indent = indentOf(lines[first - 1] ?? "");
  let end = first;
  while (ITEM.test(lines[end] ?? "") && indentOf(lines[end] ?? "") > indent) end++;
  const all = lines.slice(first, end).map((line) => " ".repeat(indent) + line.trimStart());
  return { kind: "align", line: first + 1, fix: all.join("\n") };
}

const keyOf = (line: string): string => line.slice(0, line.indexOf(":") + 1);

/** True for words one below the other, none of which can be anything but text. */
function isPlainList(line: string, beside: string, below: readonly string[]): boolean {
  const all = beside === "" ? below : [beside, ...below];
  return (
    all.length > 1 &&
    !line.startsWith("author:") &&
    all.every((one) => /^[^-"'[{|>#&*!%@`,:]*$/.test(one) && !JOINED.test(one))
  );
}

/** A word that joins a line to the next or to the previous one: "Anne Roy et", "& Marie Curie". */
const JOINED = /^(?:et|and|&) | (?:et|and|&)$/i;

/** True below a key without a value on its line, with nothing but items in between. */
function isInList(lines: readonly string[], at: number): boolean {
  const indent = indentOf(lines[at] ?? "");
  for (const line of lines.slice(0, at).reverse()) {
    if (/^\s*(?:#|$)/.test(line) || indentOf(line) > indent) continue;
    if (indentOf(line) < indent || !(GLUED.test(line) || line.trimStart().startsWith("-")))
      return /^[^#"'|>[{]*:\s*(?:#.*)?$/.test(line);
  }
  return false;
}
