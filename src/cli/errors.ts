// What was thrown → what to print: for a failure of the machine, one line; for a fault of the site's own layouts and code, a
// problem at the place that Nunjucks, esbuild or the stack names, in their words.
import { existsSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { asMachineError, chainOf } from "../build/machine-error.ts";
import { topOf, type Place } from "../problems.ts";
import type { ShownProblem } from "../shown-problems.ts";
import { machineWords } from "../strings/machine.ts";
import type { UiLang } from "../ui-lang.ts";

/**
 * One line for a system failure; an unknown error keeps its message and stack, so that it can be reported.
 */
export function describeMachineError(error: unknown, lang: UiLang): string {
  const machine = asMachineError(error);
  if (machine) return machineWords(lang).failure(machine);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** `root` is the absolute path of the site root. */
export function layoutProblem(error: unknown, root: string): ShownProblem {
  // The messages of an error and of those inside it, outermost first.
  const messages: string[] = [];
  for (const text of chainOf(error).map(({ message }) => message.trim()))
    if (text !== "" && !messages.some((one) => one.includes(text))) messages.push(text);
  const message = messages.join("\n") || String(error);
  const code = topOf(existsSync(join(root, ".eleventy.ts")) ? ".eleventy.ts" : "layouts/");
  const [frame = code] = chainOf(error).flatMap(({ stack = "" }) => framesIn(stack, root));
  // A compiled `.eleventy.ts` has other lines than its source.
  const place = namedPlace(message, root) ?? (frame.file.startsWith(".cache/") ? code : frame);
  return { ...place, code: "layout", severity: "error", message, hint: "" };
}

/** Whether the site's own code caused a system error, such as a file that does not exist, but never a full disk. */
export function isOwnersFault(error: unknown, root: string): boolean {
  if (asMachineError(error)?.kind !== "other") return false;
  return chainOf(error).some(
    (one) =>
      one.name === "OwnerConfigError" ||
      /^(?:Transform|Preprocessor|Linter) `|Error in Nunjucks (?:Filter|Shortcode)/.test(one.message) ||
      framesIn(one.stack ?? "", root).length > 0,
  );
}

/** Innermost in the message: `(layouts/post.njk) [Line 3, Column 4]` as Nunjucks says it, `.eleventy.ts:3:4` as esbuild does. */
function namedPlace(message: string, root: string): Place | undefined {
  const nunjucks = message.matchAll(
    /\(([^()\n]+)\)(?: \[Line (\d+)(?:, Column (\d+))?\])?\n\s*(\w*Error: )?/g,
  );
  const [, path, line, column, running] = [...nunjucks].at(-1) ?? [];
  if (path !== undefined) {
    // Nunjucks counts lines from 0 when it runs a layout, and from 1 when it parses it.
    const fromOne = Number(line ?? 0) + (running === undefined ? 0 : 1);
    const file = relativeTo(root, path);
    return { file, line: Math.max(1, fromOne), column: Math.max(1, Number(column ?? 1)) };
  }
  // Eleventy's words, where a file of `_data/` cannot be read.
  const [, data] = /\bdata file (\S+)/.exec(message) ?? [];
  if (data !== undefined) return topOf(relativeTo(root, data));
  const [, file, at = "1", column0 = "0"] = /^([^\s:]+):(\d+):(\d+): ERROR: /m.exec(message) ?? [];
  return file === undefined ? undefined : { file, line: Number(at), column: Number(column0) + 1 };
}

/** The places of a stack that are in the site's own code, innermost first: `at name (file:///blog/_data/a.mjs?v=2:3:9)`. */
function framesIn(stack: string, root: string): Place[] {
  const frames = stack.matchAll(
    /^ +at (?:.*\()?((?:file:|\/|[A-Za-z]:\\).*?)(?:\?[^:)]*)?:(\d+):(\d+)\)?$/gm,
  );
  return Array.from(frames, ([, path = "", line, column]) => ({
    file: relativeTo(root, path.startsWith("file:///") ? fileURLToPath(path) : path),
    line: Number(line),
    column: Number(column),
  })).filter(({ file }) => !file.startsWith("../") && !file.includes("node_modules/"));
}

const relativeTo = (root: string, path: string): string =>
  (isAbsolute(path) ? relative(root, path) : path).replaceAll("\\", "/").replace(/^\.\//, "");
