// An error of Nunjucks, of Eleventy or of the site's own code → a problem at the place that it names, in its own words.
import { existsSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { asMachineError, chainOf } from "../build/machine/machine-error.ts";
import { OwnerConfigError } from "../eleventy/owner-config.ts";
import { topOf, type Place } from "../problems.ts";
import type { ShownProblem } from "../shown-problems.ts";

/** `root` is the absolute path of the site root. */
export function layoutProblem(error: unknown, root: string): ShownProblem {
  const message = messagesOf(error);
  const place = namedPlace(message, root) ?? stackPlace(error, root) ?? topOf(fileOfCode(root));
  return { ...place, code: "layout", severity: "error", message, hint: "" };
}

/** Whether the site's own code caused a system error, such as a file that does not exist, but never a full disk. */
export function isOwnersFault(error: unknown, root: string): boolean {
  if (asMachineError(error)?.kind !== "other") return false;
  return chainOf(error).some(
    (one) =>
      one instanceof OwnerConfigError ||
      /^(?:Transform|Preprocessor|Linter) `|Error in Nunjucks (?:Filter|Shortcode)/.test(one.message) ||
      framesIn(one.stack ?? "", root).length > 0,
  );
}

/** The messages of an error and of those inside it, outermost first, without stacks. */
function messagesOf(error: unknown): string {
  const messages: string[] = [];
  for (const { message } of chainOf(error)) {
    const text = message.trim();
    if (text !== "" && !messages.some((one) => one.includes(text))) messages.push(text);
  }
  return messages.length === 0 ? String(error) : messages.join("\n");
}

/** Innermost in the message: `(layouts/post.njk) [Line 3, Column 4]` as Nunjucks says it, `.eleventy.ts:3:4` as esbuild does. */
function namedPlace(message: string, root: string): Place | undefined {
  const nunjucks = [
    ...message.matchAll(/\(([^()\n]+)\)(?: \[Line (\d+)(?:, Column (\d+))?\])?\n\s*(\w*Error: )?/g),
  ];
  const [, path, line, column, running] = nunjucks.at(-1) ?? [];
  if (path !== undefined) {
    // Nunjucks counts lines from 0 when it runs a layout, and from 1 when it parses it.
    const fromOne = Number(line ?? 0) + (running === undefined ? 0 : 1);
    const file = relativeTo(root, path);
    return { file, line: Math.max(1, fromOne), column: Math.max(1, Number(column ?? 1)) };
  }
  const [, file, at = "1", column0 = "0"] = /^([^\s:]+):(\d+):(\d+): ERROR: /m.exec(message) ?? [];
  return file === undefined ? undefined : { file, line: Number(at), column: Number(column0) + 1 };
}

/** Where in the site's code the error was thrown; a compiled `.eleventy.ts` has other lines than its source. */
function stackPlace(error: unknown, root: string): Place | undefined {
  const [frame] = chainOf(error).flatMap(({ stack = "" }) => framesIn(stack, root));
  return frame?.file.startsWith(".cache/") ? topOf(fileOfCode(root)) : frame;
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

function relativeTo(root: string, path: string): string {
  return (isAbsolute(path) ? relative(root, path) : path).replaceAll("\\", "/").replace(/^\.\//, "");
}

function fileOfCode(root: string): string {
  return existsSync(join(root, ".eleventy.ts")) ? ".eleventy.ts" : "layouts/";
}
