// An error of Nunjucks, Eleventy or the site's `.eleventy.ts` → a problem with a file, a line and a plain message.
// Nunjucks counts lines from 0 when it runs a layout and from 1 when it parses it, and names only the outermost layout: the
// place is found by searching the site's own layouts for the name that the error mentions.
import { readFileSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { CONFIG_FILE } from "../build/config-words.ts";
import { layoutsIn } from "../build/theme/layout-texts.ts";
import { byCodeUnit } from "../content/text.ts";
import { topOf, type Place } from "../problems.ts";
import type { ShownProblem } from "../shown-problems.ts";
import { layoutErrorWords } from "../strings/layout-errors.ts";
import { brokenTag } from "./broken-tag.ts";
import { placeInConfig, sayConfig } from "./config-error.ts";
import { placeInData } from "./data-error.ts";
import { describeLayoutError } from "./machine.ts";
import {
  culprit,
  isOfRun,
  isStrayEnd,
  isUnclosed,
  isUnreadable,
  lacksSomething,
  readMessage,
  sayMessage,
  type NunjucksMessage,
} from "./nunjucks-message.ts";
import { openTag, type OpenTag } from "./open-tags.ts";
import { isOfConfig, ownersProblem } from "./owner-error.ts";
import { chainOf } from "../build/machine/machine-error.ts";
import type { UiLang } from "../ui-lang.ts";

/**
 * `root` is the absolute path of the site root. `behind`: the site's layouts that replace one of Carnet's which has changed
 * since.
 */
export function layoutProblem(
  error: unknown,
  root: string,
  lang: UiLang,
  behind: ReadonlySet<string> = new Set(),
): ShownProblem {
  const text = describeLayoutError(error);
  const stack = stackOf(error);
  const owners = ownersProblem(error, text, { root, lang });
  if (owners) return layoutError(owners.place, owners.words);
  const data = placeInData(text, stack, root);
  if (data) return layoutError(data, layoutErrorWords(lang).data(text.split("\n").at(-1)?.trim() ?? ""));
  const message = readMessage(text);
  // If a filter of the site fails in a layout, the error is placed there.
  if (text.startsWith(`${CONFIG_FILE}:`) || (!message && isOfConfig(stack, root)))
    return layoutError(placeInConfig(text), sayConfig(text, lang));
  const sources = ownLayouts(root);
  const place = placeInLayouts(message, sources, root);
  const source = sources.find(({ file }) => file === place.file);
  // Where a block ends inside another one, the one that is still open is at fault.
  const open = source && isStrayEnd(text) ? openTag(source.lines, place.line) : undefined;
  if (open) return unclosed(place.file, open, lang);
  const broken = source && message && unreadable(message, source, lang);
  if (broken) return broken;
  const [said, hint] = sayMessage(text, place, lang);
  // The copy uses something that Carnet no longer has: adding it to the site would keep the copy outdated.
  const isGone = behind.has(place.file) && lacksSomething(text);
  return layoutError(place, [said, isGone ? layoutErrorWords(lang).copyBehind(place.file) : hint]);
}

function layoutError(place: Place, [message, hint]: [string, string]): ShownProblem {
  return { ...place, code: "layout", severity: "error", message, hint };
}

function unclosed(file: string, { name, line, column }: OpenTag, lang: UiLang): ShownProblem {
  return layoutError({ file, line, column }, layoutErrorWords(lang).unclosed(`end${name}`));
}

/** A tag that Nunjucks cannot parse, or a block still open at the end of the file. */
function unreadable(
  message: NunjucksMessage,
  { file, lines }: Source,
  lang: UiLang,
): ShownProblem | undefined {
  if (!isUnreadable(message)) return undefined;
  const words = layoutErrorWords(lang);
  const tag = brokenTag(lines.join("\n"), message);
  if (tag) {
    const { line, column, found, sign, fix } = tag;
    return layoutError(
      { file, line, column },
      found ? words.unreadable(found, fix) : words.openTag(sign, fix),
    );
  }
  const open = openTag(lines, lines.length);
  return open && unclosed(file, open, lang);
}

function stackOf(error: unknown): string {
  return chainOf(error)
    .map(({ stack = "" }) => `${stack}\n`)
    .join("");
}

function placeInLayouts(
  message: NunjucksMessage | undefined,
  sources: readonly Source[],
  root: string,
): Place {
  const named = message === undefined ? "" : fileNamed(message.path, root);
  const line = message === undefined ? 0 : message.line + (isOfRun(message) ? 1 : 0);
  const word = message && culprit(message);
  const own = sources.toSorted((a, b) => Number(b.file === named) - Number(a.file === named));
  const found = word === undefined ? undefined : locate(word, line, own);
  if (found) return found;
  const [first] = own;
  if (!first) return topOf("layouts/");
  const end = message && isUnclosed(message) ? first.lines.length : 1;
  return { file: first.file, line: line > 0 ? line : end, column: Math.max(1, message?.column ?? 1) };
}

function fileNamed(path: string, root: string): string {
  return isAbsolute(path) ? relative(root, path).replaceAll("\\", "/") : path.replace(/^\.\//, "");
}

interface Source {
  /** Path in the site root. */
  file: string;
  lines: readonly string[];
}

/** The site's layouts, in order of name. */
function ownLayouts(root: string): Source[] {
  return layoutsIn(join(root, "layouts"))
    .map((name) => `layouts/${name}`)
    .sort(byCodeUnit)
    .map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n") }));
}

/** Finds a word: on the line that Nunjucks gave, in any layout that has it there; otherwise its first occurrence. */
function locate(word: string, line: number, sources: readonly Source[]): Place | undefined {
  const column = (text: string | undefined): number => columnOf(word, text ?? "");
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

/** Of the word as a whole, since the filter `head` is not in `block article_header`; 0 if it is not there. */
function columnOf(word: string, text: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/[\w-]/.test(`${text[at - 1] ?? ""}${text[at + word.length] ?? ""}`)) return at + 1;
  return 0;
}
