// An error of Nunjucks, Eleventy or the site's `.eleventy.ts` → a problem with a file, a line and a plain message.
// Nunjucks counts lines from 0 when it runs a layout and from 1 when it parses it, and names only the outermost layout: the
// place is found by searching the site's own layouts for the name that the error mentions.
import { readFileSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { layoutsIn } from "../build/theme/layout-texts.ts";
import { byCodeUnit } from "../content/text.ts";
import type { Place } from "../problems.ts";
import type { ShownProblem } from "../shown-problems.ts";
import { layoutErrorWords } from "../strings/layout-errors.ts";
import { describeLayoutError } from "./machine.ts";
import { placeInData } from "./data-error.ts";
import { brokenTag } from "./broken-tag.ts";
import { openTag } from "./open-tags.ts";
import { nearest } from "./nearest.ts";
import { ownersProblem } from "./owner-error.ts";

const CONFIG = ".eleventy.ts";

/**
 * `root` is the absolute path of the site root. `behind`: the site's layouts that replace one of Carnet's which has changed
 * since.
 */
export function layoutProblem(
  error: unknown,
  root: string,
  lang: "fr" | "en",
  behind: ReadonlySet<string> = new Set(),
): ShownProblem {
  const text = describeLayoutError(error);
  const owners = ownersProblem(error, text, { root, lang });
  if (owners) return layoutError(owners.place, owners.words);
  const data = placeInData(text, stackOf(error), root);
  if (data) return layoutError(data, layoutErrorWords(lang).data(text.split("\n").at(-1)?.trim() ?? ""));
  const ran = stackOf(error).includes(join(root, ".cache", "config"));
  // If a filter of the site fails in a layout, the error is placed there.
  const config = text.startsWith(`${CONFIG}:`) || (ran && !NAMED.test(text));
  const place = config ? placeInConfig(text) : placeInLayouts(text, root);
  if (config) return layoutError(place, sayConfig(text, lang));
  const open = openBefore(text, place, root);
  if (open) return layoutError({ ...place, ...open.at }, layoutErrorWords(lang).unclosed(open.end));
  const broken = unreadable(text, place, root, lang);
  if (broken) return broken;
  const [message, hint] = sayLayout(text, place, lang);
  // The copy uses something that Carnet no longer has: adding it to the site would keep the copy outdated.
  const isGone =
    behind.has(place.file) && [SAID.filter, SAID.call, SAID.template].some((one) => one.test(text));
  return layoutError(place, [message, isGone ? layoutErrorWords(lang).copyBehind(place.file) : hint]);
}

function layoutError(place: Place, [message, hint]: [string, string]): ShownProblem {
  return { ...place, code: "layout", severity: "error", message, hint };
}

/** The end of a block inside which another one is still open: the open one is at fault. */
function openBefore(
  text: string,
  { file, line }: Place,
  root: string,
): { at: { line: number; column: number }; end: string } | undefined {
  const [, tag = ""] = SAID.tag.exec(text) ?? [];
  const source =
    tag.startsWith("end") && isEnd(tag) ? ownLayouts(root, file).find((one) => one.file === file) : undefined;
  const open = source && openTag(source.lines, line);
  return open && { at: { line: open.line, column: open.column }, end: `end${open.name}` };
}

/** A tag that Nunjucks cannot parse, or a block still open at the end of the file. */
function unreadable(text: string, place: Place, root: string, lang: "fr" | "en"): ShownProblem | undefined {
  const [, , line = "0", column = "1", said = ""] = NAMED.exec(text) ?? [];
  const source = ownLayouts(root, place.file).find(({ file }) => file === place.file);
  if (!source || !UNREADABLE.test(said)) return undefined;
  const { file, lines } = source;
  const words = layoutErrorWords(lang);
  const tag = brokenTag(lines.join("\n"), { line: Number(line), column: Number(column) });
  if (tag) {
    const at = { file, line: tag.line, column: tag.column };
    return layoutError(
      at,
      tag.found ? words.unreadable(tag.found, tag.fix) : words.openTag(tag.sign, tag.fix),
    );
  }
  const open = openTag(lines, lines.length);
  return (
    open && layoutError({ file, line: open.line, column: open.column }, words.unclosed(`end${open.name}`))
  );
}

/** Includes branches: without its block, a branch is equally out of place. */
function isEnd(tag: string): boolean {
  return /^(?:end|el)/.test(tag) && TAGS.split(" ").includes(tag);
}

function stackOf(error: unknown): string {
  let stack = "";
  for (let depth = 0, at = error; depth < 8 && at instanceof Error; depth += 1) {
    stack += at.stack ?? "";
    at = "originalError" in at ? at.originalError : at.cause;
  }
  return stack;
}

/** The format of esbuild's messages: `file:line:column: ERROR: what`, with columns from 0. */
const COMPILER = /^(.+?):(\d+):(\d+): ERROR: (.*)$/m;

function placeInConfig(text: string): Place {
  const [, file = CONFIG, line = "1", column = "0"] = COMPILER.exec(text) ?? [];
  return { file, line: Number(line), column: Number(column) + 1 };
}

function sayConfig(text: string, lang: "fr" | "en"): [string, string] {
  const words = layoutErrorWords(lang);
  if (text.includes("config.addPlugin(carnet)")) return words.noPlugin();
  if (text.includes("`export default function")) return words.noFunction();
  const detail = COMPILER.exec(text)?.[4] ?? text.replace(`${CONFIG}:`, "").trim();
  return words.config(detail.replace(/ imported from .*$/s, ""));
}

/** The innermost place that Nunjucks names, `(path) [Line 3, Column 4]`, then its message. */
const NAMED = /\(([^()\n]+)\)(?: \[Line (\d+)(?:, Column (\d+))?\])?\n\s*(?![\s\S]*\(\S+\.njk\))([\s\S]*)$/;

function placeInLayouts(text: string, root: string): Place {
  const [, path = "", line = "0", column = "1", said = ""] = NAMED.exec(text) ?? [];
  const named = isAbsolute(path) ? relative(root, path).replaceAll("\\", "/") : path.replace(/^\.\//, "");
  const running = /^\w*Error: /.test(said.trim());
  const at = Number(line) + (running ? 1 : 0);
  const word = culprit(said);
  const own = ownLayouts(root, named);
  const found = word === undefined ? undefined : locate(word, at, own);
  if (found) return found;
  const [first] = own;
  if (!first) return { file: "layouts/", line: 1, column: 1 };
  const end = SAID.unclosed.test(said) ? first.lines.length : 1;
  return { file: first.file, line: at > 0 ? at : end, column: Math.max(1, Number(column)) };
}

interface Source {
  file: string;
  lines: readonly string[];
}

/** The site's layouts, the one that Nunjucks names first. */
function ownLayouts(root: string, named: string): Source[] {
  return layoutsIn(join(root, "layouts"))
    .map((name) => `layouts/${name}`)
    .sort((a, b) => Number(b === named) - Number(a === named) || byCodeUnit(a, b))
    .map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n") }));
}

/** Finds a word: on the line that Nunjucks gave, in any layout that has it there; otherwise its first occurrence. */
function locate(word: string, line: number, sources: readonly Source[]): Place | undefined {
  const column = (text: string | undefined): number => (text?.indexOf(word) ?? -1) + 1;
  for (const { file, lines } of sources) {
    const here = column(lines[line - 1]);
    if (here > 0) return { file, line, column: here };
  }
  for (const { file, lines } of sources) {
    const i = lines.findIndex((text) => column(text) > 0);
    if (i >= 0) return { file, line: i + 1, column: column(lines[i]) };
  }
  return undefined;
}

const SAID = {
  filter: /filter not found: (\S+)/,
  failed: /Error in Nunjucks Filter `([^`]+)`(?: \([^)]*\))?\s*([\s\S]*)/,
  call: /Unable to call `([^`]+)`/,
  template: /template not found: (\S+)/,
  tag: /unknown block tag: (\S+)/,
  unclosed: /expected (.+?), got end of file/,
} as const;

function culprit(said: string): string | undefined {
  const { filter, failed, call, template, tag } = SAID;
  for (const pattern of [filter, failed, call, template, tag]) {
    const [, name] = pattern.exec(said) ?? [];
    if (name !== undefined) return pattern === call ? dotted(name) : name;
  }
  return undefined;
}

/** A property path is written `a["b"]` in the message and `a.b` in the layout. */
function dotted(path: string): string {
  return path.replace(/\["([^"\]]+)"\]/g, ".$1");
}

/** Messages of Nunjucks when it fails to parse a layout. */
const UNREADABLE =
  /unexpected (?:token|end of file)|expected (?:(?:variable|block) end|symbol|name as|arguments|end of comment|"in" keyword|comma|colon)|Unexpected/;

const TAGS =
  "block endblock if elif else endif for endfor set endset include import from extends macro endmacro raw endraw";

function sayLayout(text: string, { file }: Place, lang: "fr" | "en"): [string, string] {
  const words = layoutErrorWords(lang);
  const said = (NAMED.exec(text)?.[4] ?? text).trim().replace(/^\w*Error: /, "");
  const [, name = "", detail = ""] = SAID.failed.exec(said) ?? [];
  if (name !== "") return words.failedFilter(name, detail.trim());
  const first = (pattern: RegExp): string | undefined => pattern.exec(said)?.[1];
  const filter = first(SAID.filter);
  if (filter !== undefined) return words.unknownFilter(filter);
  const call = first(SAID.call);
  if (call !== undefined) return words.notAFunction(dotted(call));
  const template = first(SAID.template);
  if (template !== undefined) return words.noTemplate(template);
  const tag = first(SAID.tag);
  if (tag !== undefined && isEnd(tag)) return words.strayEnd(tag);
  if (tag !== undefined) return words.unknownBlockTag(tag, nearest(tag, TAGS.split(" ")));
  const end = first(SAID.unclosed);
  if (end !== undefined) return words.unclosed(/end\w+/.exec(end)?.[0] ?? end);
  if (said.includes("Maximum call stack")) return words.extendsItself(file.replace(/^layouts\//, ""));
  return words.other(said);
}
