// The line of a broken YAML map that does not begin where its neighbours do, and that line in its place.
// It is offered only where the whole map then reads.
import { loadStrict } from "./strict-yaml.ts";

export interface ShiftedLine {
  /** A key of the map itself with a blank before it, or a line of a list beside the others. */
  kind: "indent" | "align";
  /** From 1. */
  line: number;
  fix: string;
}

const INDENTED_KEY = /^ +(?=[\p{L}][\p{L}\p{N}_-]*:(?:\s|$))/u;
const ITEM = /^( *)(- +)\S/;

/** Trials read the whole map, each. */
const MOST_LINES = 200;

export function shiftedLine(text: string): ShiftedLine | undefined {
  const lines = text.split("\n");
  const reads = (line: number, fix: string): boolean => {
    try {
      const value = loadStrict(lines.with(line, fix).join("\n"));
      return typeof value === "object" && value !== null && !Array.isArray(value);
    } catch {
      return false;
    }
  };
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

/** Where an item, or a key within one, would begin, by the item before it. */
function indentOfPeers(lines: readonly string[], line: number): number | undefined {
  const written = lines[line] ?? "";
  if (!ITEM.test(written) && !INDENTED_KEY.test(written)) return undefined;
  for (const one of lines.slice(0, line).reverse()) {
    const [, blank = "", dash = ""] = ITEM.exec(one) ?? [];
    if (dash !== "") return blank.length + (ITEM.test(written) ? 0 : dash.length);
    if (/^\S/.test(one)) return undefined;
  }
  return undefined;
}
