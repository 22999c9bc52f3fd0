// What Nunjucks says of a layout in the text of an error → where, which word is at fault, and the same in plain words.
import { layoutErrorWords } from "../strings/layout-errors.ts";
import type { UiLang } from "../ui-lang.ts";
import { meantWord } from "./meant-word.ts";

export interface NunjucksMessage {
  /** Of the innermost layout that it names: absolute, or relative to the site root. */
  path: string;
  /** 0 if there is none. From 0 when Nunjucks runs a layout, from 1 when it parses it. */
  line: number;
  column: number;
  said: string;
}

/** The innermost place that Nunjucks names, `(path) [Line 3, Column 4]`, then its message. */
const NAMED = /\(([^()\n]+)\)(?: \[Line (\d+)(?:, Column (\d+))?\])?\n\s*(?![\s\S]*\(\S+\.njk\))([\s\S]*)$/;

/** Undefined if the text names no layout. */
export function readMessage(text: string): NunjucksMessage | undefined {
  const found = NAMED.exec(text);
  if (!found) return undefined;
  const [, path = "", line = "0", column = "1", said = ""] = found;
  return { path, line: Number(line), column: Number(column), said };
}

/** True if the layout failed while it ran; false if it could not be parsed. */
export function isOfRun({ said }: NunjucksMessage): boolean {
  return /^\w*Error: /.test(said.trim());
}

const SAID = {
  filter: /filter not found: (\S+)/,
  failed: /Error in Nunjucks Filter `([^`]+)`(?: \([^)]*\))?\s*([\s\S]*)/,
  day: /not a day for (\S+): ?(.*)/,
  call: /Unable to call `([^`]+)`/,
  template: /template not found: (\S+)/,
  tag: /unknown block tag: (\S+)/,
  unclosed: /expected (.+?), got end of file/,
} as const;

/** The name that the message quotes, as a layout writes it. */
export function culprit({ said }: NunjucksMessage): string | undefined {
  const { filter, failed, day, call, template, tag } = SAID;
  for (const pattern of [filter, failed, day, call, template, tag]) {
    const [, name] = pattern.exec(said) ?? [];
    if (name !== undefined) return pattern === call ? dotted(name) : name;
  }
  return undefined;
}

/** A property path is written `a["b"]` in the message and `a.b` in the layout. */
function dotted(path: string): string {
  return path.replace(/\["([^"\]]+)"\]/g, ".$1");
}

export function isUnclosed({ said }: NunjucksMessage): boolean {
  return SAID.unclosed.test(said);
}

/** True if the layout uses a filter, a function or a template that does not exist. */
export function lacksSomething(text: string): boolean {
  return [SAID.filter, SAID.call, SAID.template].some((one) => one.test(text));
}

/** True if the message is about the end of a block where another block is the innermost, or none. */
export function isStrayEnd(text: string): boolean {
  const [, tag = ""] = SAID.tag.exec(text) ?? [];
  return tag.startsWith("end") && isEnd(tag);
}

/** Messages of Nunjucks when it fails to parse a layout. */
const UNREADABLE =
  /unexpected (?:token|end of file)|expected (?:(?:variable|block) end|symbol|name as|arguments|end of comment|"in" keyword|comma|colon)|Unexpected/;

export function isUnreadable({ said }: NunjucksMessage): boolean {
  return UNREADABLE.test(said);
}

const TAGS =
  "block endblock if elif else endif for endfor set endset include import from extends macro endmacro raw endraw";

/** Includes branches: without its block, a branch is equally out of place. */
function isEnd(tag: string): boolean {
  return /^(?:end|el)/.test(tag) && TAGS.split(" ").includes(tag);
}

/** The message and the hint; `text` is the whole text of the error. */
export function sayMessage(text: string, { file }: { file: string }, lang: UiLang): [string, string] {
  const words = layoutErrorWords(lang);
  const said = (readMessage(text)?.said ?? text).trim().replace(/^\w*Error: /, "");
  const [, name = "", detail = ""] = SAID.failed.exec(said) ?? [];
  if (name !== "") return words.failedFilter(name, detail.trim());
  const first = (pattern: RegExp): string | undefined => pattern.exec(said)?.[1];
  const filter = first(SAID.filter);
  if (filter !== undefined) return words.unknownFilter(filter);
  const [, dated, found = ""] = SAID.day.exec(said) ?? [];
  if (dated !== undefined) return words.notADay(dated, /^(?:undefined|null)$/.test(found) ? "" : found);
  const call = first(SAID.call);
  if (call !== undefined) return words.notAFunction(dotted(call));
  const template = first(SAID.template);
  if (template !== undefined) return words.noTemplate(template);
  const tag = first(SAID.tag);
  if (tag !== undefined && isEnd(tag)) return words.strayEnd(tag);
  if (tag !== undefined) return words.unknownBlockTag(tag, meantWord(tag, TAGS.split(" ")));
  const end = first(SAID.unclosed);
  if (end !== undefined) return words.unclosed(/end\w+/.exec(end)?.[0] ?? end);
  if (said.includes("Maximum call stack")) return words.extendsItself(file.replace(/^layouts\//, ""));
  return words.other(said);
}
