// Lines of a YAML list whose hyphen is missing, has no space after it or is a bullet, and those lines corrected. YAML reads
// them as text, as a key or not at all. Only lines where an item would be are reported.
import { indentOf } from "./indentation.ts";
import { BLOCK } from "./open-sign.ts";

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
  const first = firstInList(lines);
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

/** A key without a value on its line. */
const HOLDER = /^[^#"'|>[{]*:\s*(?:#.*)?$/;

/**
 * The first such line below a key without a value, with nothing but items in between; -1 if there is none. In a text of several
 * lines (`description: |`), dashes are the author's own.
 */
function firstInList(lines: readonly string[]): number {
  /** The lines that the next one may be below, each indented further than the one before it. */
  const above: { indent: number; isItem: boolean; isInList: boolean; line: string }[] = [];
  let text = Infinity;
  for (const [i, line] of lines.entries()) {
    const indent = indentOf(line);
    if (/^\s*(?:#|$)/.test(line) || indent > text) continue;
    text = BLOCK.test(line) ? indent : Infinity;
    while ((above.at(-1)?.indent ?? -1) > indent) above.pop();
    const last = above.at(-1);
    const isGlued = GLUED.test(line);
    const isItem = isGlued || line.trimStart().startsWith("-");
    const isNext = last?.indent === indent && last.isItem;
    const isInList = isItem && (isNext ? last.isInList : HOLDER.test(last?.line ?? ""));
    if (isGlued && isInList) return i;
    if (last?.indent === indent) above.pop();
    above.push({ indent, isItem, isInList, line });
  }
  return -1;
}
