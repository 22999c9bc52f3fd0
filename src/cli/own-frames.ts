// The stack of an error → the places in the site's folder that it names, with paths as an editor writes them.
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Place } from "../problems.ts";

/** A frame ends in a path or an address, its line and its column: `at name (file:///blog/_data/a.mjs?v=2:3:9)`. */
const FRAME = /^ +at (?:.*\()?((?:file:|\/|[A-Za-z]:\\).*?)(?:\?[^:)]*)?:(\d+):(\d+)\)?$/gm;

/**
 * Innermost first; `root` is the absolute path of the site root. Modules have addresses, in which spaces and accents are escaped;
 * other scripts have paths.
 */
export function framesIn(stack: string, root: string): Place[] {
  return Array.from(stack.matchAll(FRAME), ([, at = "", line, column]) => ({
    file: relative(root, pathOf(at)).replaceAll("\\", "/"),
    line: Number(line),
    column: Number(column),
  })).filter(({ file }) => !file.startsWith("../"));
}

function pathOf(at: string): string {
  if (!at.startsWith("file:")) return at;
  try {
    return fileURLToPath(at);
  } catch {
    // An address of another machine.
    return at;
  }
}
