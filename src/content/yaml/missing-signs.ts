// Lines of a broken YAML map that lack a colon, a hyphen or two spaces, and those lines corrected.
// YAML takes them for the end of the text above, and refuses it at another line than theirs.
import { siteSchema } from "../../site/schema.ts";
import { BLOCK } from "./open-sign.ts";
import { quote } from "./quoting.ts";
import { FRONT_MATTER_KEYS, frontMatterSchema, peopleSchema, tagsSchema } from "../schema.ts";
import { allKeys } from "../schema-at.ts";

type Reads = (lines: readonly string[]) => boolean;

const KEYS: ReadonlySet<string> = new Set([...FRONT_MATTER_KEYS, ...Object.keys(siteSchema.shape)]);
let inner: ReadonlySet<string> | undefined;

/** Keys of all nested maps, which only a broken text needs. */
function innerKeys(): ReadonlySet<string> {
  inner ??= new Set([frontMatterSchema, siteSchema, peopleSchema, tagsSchema].flatMap(allKeys));
  return inner;
}

/** True for a key that some map of the site may have. */
export function isKey(name: string): boolean {
  return KEYS.has(name) || innerKeys().has(name);
}

/** A key and its value, with a wrong sign between them or none. */
const PAIR = /^([\w-]+)(?:\s*[=:]\s*|\s+)([^\s:=].*)$/;
/** An old address and its new one, from `redirects.yaml`, without the colon. */
const ROUTE = /^(\/\S*[^\s:]|"\/[^"]*")[ \t]+(?:(?:=>?|->|→)[ \t]+)?(\/\S*|https?:\/\/\S+)[ \t]*$/;
/** Sentences that an editor may have wrapped: the next line belongs to them. */
const WRAPPED = /^(?:description|imageAlt)[ \t]*:[ \t]+[^\s"'[{#]/;

/** The same in a nested map. */
const GOES_ON = /^ +(?:- +)?(?:description|role|text)[ \t]*:[ \t]+[^\s"'[{#|>]/;

/**
 * For a line at the margin that is not a key: a key without its colon, or text outside its key. Returns the corrected line,
 * empty if it can only be reported; undefined for any other line.
 */
export function strayText(lines: readonly string[], before: string, reads: Reads): string | undefined {
  const [line = "", ...below] = lines;
  const [, from, to] = ROUTE.exec(line) ?? [];
  if (from !== undefined) return `${from}: ${to ?? ""}`;
  if (!/^\p{L}[^:]*$/u.test(line)) return undefined;
  const fix = withColon(line, KEYS, (one) => reads([one, ...below]));
  if (fix !== undefined) return fix;
  const indent = ITEM.exec(before)?.[1];
  if (indent !== undefined) return `${indent}- ${line}`;
  return BLOCK.test(before) || WRAPPED.test(before) ? `  ${line}` : "";
}

/** Adds the missing colon to a key. */
function withColon(
  line: string,
  known: ReadonlySet<string>,
  reads: (line: string) => boolean,
): string | undefined {
  const text = line.trim();
  const [, key = text, value = ""] = PAIR.exec(text) ?? [];
  if (!known.has(key)) return undefined;
  const head = `${line.slice(0, line.length - line.trimStart().length)}${key}:`;
  const fixes = value === "" ? [head] : [`${head} ${value}`, `${head} ${quote(value)}`];
  return fixes.find(reads);
}

const ITEM = /^( *)- +[^\s"'[{|>]/;
/** A line that can only be text. */
const BARE = /^( *)((?:[^\s"'[{|>#&*!%@`:-][^:]*)|\/[^\s:]*)$/;
/** A key of the map itself, written as a list item. */
const LISTED_KEY = /^- +([\w-]+):(?=\s|$)/;

/**
 * Finds the line below the first line of a key that lacks a sign, from 0, with the lines after it that lack the same hyphen.
 */
export function missingSign(
  lines: readonly string[],
  reads: Reads,
): { line: number; fix: string } | undefined {
  for (const [i, line] of lines.entries()) {
    if (i === 0 || line.trim() === "") continue;
    const readsWith = (fix: readonly string[]): boolean => reads(lines.toSpliced(i, fix.length, ...fix));
    const listed = LISTED_KEY.exec(line)?.[1] ?? "";
    const keyed = line.includes(": ") ? undefined : withColon(line, innerKeys(), (one) => readsWith([one]));
    const fixes = [
      KEYS.has(listed) ? [line.slice(2).trimStart()] : [],
      withHyphens(lines, i),
      keyed === undefined ? [] : [keyed],
      GOES_ON.test(lines[i - 1] ?? "") && BARE.test(line) ? [`  ${line}`] : [],
    ];
    const fix = fixes.find((one) => one.length > 0 && readsWith(one));
    if (fix !== undefined) return { line: i, fix: fix.join("\n") };
  }
  return undefined;
}

/** Adds hyphens to texts that begin at the column of the item above them. */
function withHyphens(lines: readonly string[], first: number): string[] {
  const indent = ITEM.exec(lines[first - 1] ?? "")?.[1];
  const fixed: string[] = [];
  if (indent === undefined) return fixed;
  for (const line of lines.slice(first)) {
    const [, blank, text = ""] = BARE.exec(line) ?? [];
    if (blank !== indent) break;
    fixed.push(`${indent}- ${text}`);
  }
  return fixed;
}
