// The line of a broken YAML map whose indentation differs from its neighbours', and that line corrected.
// It is offered only if the whole map is then valid.
import { readsAsMap } from "./strict.ts";

export interface ShiftedLine {
  /**
   * `indent`: a key of the map itself with a blank before it. `align`: a line that is not aligned with the others of its list, or
   * a key with those of its map.
   */
  kind: "indent" | "align";
  /** From 1. */
  line: number;
  fix: string;
}

const INDENTED_KEY = /^ +(?=[\p{L}][\p{L}\p{N}_-]*:(?:\s|$))/u;
const ITEM = /^( *)(- +)\S/;

/** Each trial parses the whole map. */
const MOST_LINES = 200;
const MOST_TRIALS = 20;

export function shiftedLine(text: string): ShiftedLine | undefined {
  const lines = text.split("\n");
  const reads = (line: number, fix: string): boolean => readsAsMap(lines.with(line, fix).join("\n"));
  if (lines.length <= MOST_LINES) {
    for (const [line, written] of lines.entries()) {
      const indent = indentOfPeers(lines, line);
      const fix = " ".repeat(indent ?? 0) + written.trimStart();
      if (indent !== undefined && fix !== written && reads(line, fix))
        return { kind: "align", line: line + 1, fix };
    }
  }
  const line = lines.findIndex(
    (one, i) => INDENTED_KEY.test(one) && (i === 0 || /^\S[^:]*:\s+[^\s|>#]/.test(lines[i - 1] ?? "")),
  );
  const fix = lines[line]?.trimStart();
  return fix !== undefined && reads(line, fix) ? { kind: "indent", line: line + 1, fix } : undefined;
}

/** A key below a list that it does not belong to: it goes with a key above that list. */
export function keyBelowList(text: string): ShiftedLine | undefined {
  const lines = text.split("\n");
  if (lines.length > MOST_LINES) return undefined;
  const trials = lines.flatMap((written, line) =>
    INDENTED_KEY.test(written) && ITEM.test(lines[line - 1] ?? "")
      ? levelsBefore(lines, line)
          .filter((level) => level < indentOf(written))
          .reverse()
          .map((level) => ({ line, fix: " ".repeat(level) + written.trimStart() }))
      : [],
  );
  const found = trials
    .slice(0, MOST_TRIALS)
    .find(({ line, fix }) => readsAsMap(lines.with(line, fix).join("\n")));
  return found && { kind: "align", line: found.line + 1, fix: found.fix };
}

/** Where an item, or a key within one, should begin, according to the item before it. */
function indentOfPeers(lines: readonly string[], line: number): number | undefined {
  const written = lines[line] ?? "";
  if (!ITEM.test(written) && !INDENTED_KEY.test(written)) return undefined;
  for (const one of lines.slice(0, line).reverse()) {
    const [, blank = "", dash = ""] = ITEM.exec(one) ?? [];
    if (dash !== "") return blank.length + (ITEM.test(written) ? 0 : dash.length);
    if (/^\S/.test(one)) break;
  }
  return indentOfSibling(lines, line);
}

/** Where a key should begin: under the one before it, whose value, on its line, cannot contain it. */
function indentOfSibling(lines: readonly string[], line: number): number | undefined {
  if (!INDENTED_KEY.test(lines[line] ?? "")) return undefined;
  const before = lines.slice(0, line).findLast((one) => /^\s*[^\s#]/.test(one)) ?? "";
  return INDENTED_KEY.test(before) && !OPENS.test(before) ? indentOf(before) : undefined;
}

const OPENS = /:(?:[ \t]+[|>][-+\d]*)?[ \t]*(?:#.*)?$/;

/**
 * A line that begins with tabs or no-break spaces, with the spaces that its place among the lines around it requires. The lines
 * before it have neither.
 */
export function reindented(lines: readonly string[], at: number): string {
  const written = lines[at] ?? "";
  const text = written.trimStart();
  const blank = written.slice(0, written.length - text.length);
  const levels = levelsBefore(lines, at);
  const below = lines.slice(at + 1).find((one) => one.trim() !== "") ?? "";
  // A key is left of what it contains, or at the column of the hyphens of its list.
  const limit = indentOf(below) + (ITEM.test(below) ? 1 : 0);
  const isHolder = OPENS.test(text) && !text.startsWith("- ") && limit > 0 && !/^ *\t/.test(below);
  const open = isHolder ? levels.filter((level) => level < limit) : levels;
  const tabs = blank.split("\t").length - 1;
  const spaces = blank.length - tabs;
  // Next to spaces that match an indentation, the tab is an accident.
  const byTabs = tabs > 0 && !(spaces > 0 && open.includes(spaces));
  const indent = byTabs
    ? open[Math.min(tabs, open.length - 1)]
    : open.filter((level) => level <= spaces).at(-1);
  return " ".repeat(indent ?? 0) + text;
}

/** Columns at which a line may begin, from left to right, according to the lines before it. */
function levelsBefore(lines: readonly string[], at: number): number[] {
  let levels = [0];
  for (const line of lines.slice(0, at)) {
    if (line.trim() === "") continue;
    const [, , dash = ""] = ITEM.exec(line) ?? [];
    const indent = indentOf(line);
    levels = [...levels.filter((level) => level < indent), indent];
    if (dash !== "" && /^ *- +[\w-]+:(?: |$)/.test(line)) levels.push(indent + dash.length);
    if (OPENS.test(line)) levels.push((levels.at(-1) ?? 0) + 2);
  }
  return levels;
}

/** Number of blanks at the beginning of a line. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
