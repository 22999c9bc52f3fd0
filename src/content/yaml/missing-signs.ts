// Lines of a broken YAML map in which a colon, a hyphen or two blanks are missing, and those lines as they should be.
// YAML takes them for the end of the text above, so that it is refused at another line than theirs.
import { siteSchema } from "../../site-schema.ts";
import { BLOCK } from "./open-sign.ts";
import { quote } from "./quoting.ts";
import { FRONT_MATTER_KEYS, frontMatterSchema, peopleSchema, tagsSchema } from "../schema.ts";
import { allKeys } from "../schema-at.ts";

type Reads = (lines: readonly string[]) => boolean;

const KEYS: ReadonlySet<string> = new Set([...FRONT_MATTER_KEYS, ...Object.keys(siteSchema.shape)]);
let inner: ReadonlySet<string> | undefined;

/** Those of all maps within others, which only a broken text asks for. */
function innerKeys(): ReadonlySet<string> {
  inner ??= new Set([frontMatterSchema, siteSchema, peopleSchema, tagsSchema].flatMap(allKeys));
  return inner;
}

/** A key and its value with another sign between them, or none. */
const PAIR = /^([\w-]+)(?:\s*[=:]\s*|\s+)([^\s:=].*)$/;
/** An old address and its new one, as `redirects.yaml` has them. */
const ROUTE = /^(\/\S*[^\s:]|"\/[^"]*")[ \t]+(?:(?:=>?|->|→)[ \t]+)?(\/\S*|https?:\/\/\S+)[ \t]*$/;
/** Sentences that an editor may have wrapped: what follows them belongs to them. */
const WRAPPED = /^(?:description|imageAlt)[ \t]*:[ \t]+[^\s"'[{#]/;

/** Those of a map within another one. */
const GOES_ON = /^ +(?:- +)?(?:description|role|text)[ \t]*:[ \t]+[^\s"'[{#|>]/;

/** A line at the margin that is no key: a key without its colon, or a text that its key does not hold; else it is only named. */
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

/** A key with the colon that it lacks. */
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
/** A text that can be nothing else. */
const BARE = /^( *)((?:[^\s"'[{|>#&*!%@`:-][^:]*)|\/[^\s:]*)$/;
/** A key of the map itself, as an item of a list. */
const LISTED_KEY = /^- +([\w-]+):(?=\s|$)/;

/** Below the first line of a key, the line that lacks a sign, from 0, with those after it that lack the same hyphen. */
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

/** Texts that begin where the item above them does. */
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
