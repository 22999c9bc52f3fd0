// A YAML text that is refused → what it says once the refused lines are written as their messages propose, so that one run
// reports everything else too.
import { parseYaml, type YamlFailure, type YamlMap } from "./parse.ts";

/** More mistakes than these are left to the next run. */
const MOST = 20;

export interface Readings {
  /** All failures, in the order in which they were found. */
  failures: YamlFailure[];
  /** The text without them, line for line. */
  text: string;
  /** Its values; undefined if it still cannot be read. */
  data?: YamlMap | undefined;
}

/** Reads a YAML map, and goes on behind each mistake whose correction is known. */
export function readOn(written: string, longest?: number): Readings {
  const failures: YamlFailure[] = [];
  for (let text = written; ;) {
    const parsed = parseYaml(text, longest);
    if ("data" in parsed) return { failures, text, data: parsed.data };
    const { failure } = parsed;
    // The correction of a line was not enough, or is itself refused.
    if (failures.some(({ line }) => line === failure.line)) return { failures, text };
    failures.push(failure);
    const corrected = failures.length < MOST ? mended(text, failure) : undefined;
    if (corrected === undefined) return { failures, text };
    text = corrected;
  }
}

/** Undefined if no correction is known, or if it would move the lines below. Of two lines with one key, the first stays. */
function mended(text: string, { kind, line, fix = "" }: YamlFailure): string | undefined {
  if (kind !== "duplicate-key" && (fix === "" || fix.includes("\n"))) return undefined;
  const lines = text.split("\n");
  lines[line - 1] = kind === "duplicate-key" ? "" : fix;
  return lines.join("\n");
}
