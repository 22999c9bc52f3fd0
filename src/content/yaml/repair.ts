// Finds the line that breaks a YAML map, and that line as the author meant it.
// It works by trial: the map is split at its top-level keys, and a repair is offered only if the piece is then valid YAML.
import { isSentence } from "../sentence-keys.ts";
import { hashValues } from "./hash-values.ts";
import { missingSign, strayText } from "./missing-signs.ts";
import { findOpenSign, type OpenSign } from "./open-sign.ts";
import { quote, yamlList } from "./quoting.ts";
import { readsAsMap } from "./strict.ts";

export interface Repair {
  /** Line in the text, from 1. */
  line: number;
  /**
   * The whole corrected line, with the lines after it that belong to its text or to a list in brackets; empty if it is unknown.
   */
  fix: string;
  /** The bracket or quote that caused it, if one is not closed. */
  open?: OpenSign;
  /** Column of a `#` that turns the rest into a comment. */
  hash?: number;
}

/** Trials grow with the square of a piece's lines; a real front matter value has a few. */
const LONGEST_PIECE = 100;

/** Corrects the first broken piece: adds a missing sign, closes or quotes its value, or adds a space after its colon. */
export function repair(text: string): Repair | undefined {
  const all = text.split("\n");
  for (const piece of pieces(all)) {
    if (readable(piece.lines)) continue;
    const stray = strayText(piece.lines, all[piece.first - 2] ?? "", readable);
    if (stray !== undefined) return { line: piece.first, fix: stray };
    if (piece.lines.length > LONGEST_PIECE) return undefined;
    const missing = missingSign(piece.lines, readable);
    if (missing) return { line: piece.first + missing.line, fix: missing.fix };
    const hash = hashValues(piece.lines);
    if (hash && readable(hash.lines))
      return { line: piece.first + hash.line - 1, fix: hash.fix, hash: hash.column };
    const open = findOpenSign(piece.lines);
    const mended = (open && closed(piece.lines, open)) ?? listed(piece.lines) ?? quoted(piece.lines);
    if (open === undefined) return mended && { ...mended, line: piece.first + mended.line };
    return {
      line: piece.first + open.line - 1,
      fix: mended?.fix ?? "",
      open: { ...open, line: piece.first + open.line - 1 },
    };
  }
  return undefined;
}

/** Closes a list or map at the end of the line that opens it, or at that of the last line. */
function closed(lines: readonly string[], { line, closing }: OpenSign): Repair | undefined {
  const [, key = ""] = /^(\w+)[ \t]*:/.exec(lines[0] ?? "") ?? [];
  // A bracket in a sentence is part of the text.
  if (closing === "" || isSentence(key)) return undefined;
  const opened = line - 1;
  const last = lines.findLastIndex((one) => one.trim() !== "");
  for (const end of new Set([opened, last])) {
    const fixed = lines.with(
      end,
      `${(lines[end] ?? "").replace(/[\s,]+$/, "")}${closing.replace(/^}/, " }")}`,
    );
    if (readable(fixed)) return { line: opened, fix: fixed.slice(opened, end + 1).join("\n") };
  }
  return undefined;
}

/** Moves a first item from the line of its key to the list below. */
function listed(lines: readonly string[]): Repair | undefined {
  const [, key = "", value = ""] = /^([\w-]+:)[ \t]+([^\s"'[{|>].*)$/.exec(lines[0] ?? "") ?? [];
  const [, blank] = /^(\s*)- /.exec(lines[1] ?? "") ?? [];
  if (key === "" || blank === undefined) return undefined;
  const fix = `${key}\n${blank}- ${value}`;
  return readable(lines.with(0, fix)) ? { line: 0, fix } : undefined;
}

/** The first line that becomes valid YAML once its value is quoted, from 0. */
function quoted(lines: readonly string[]): Repair | undefined {
  for (const [i, line] of lines.entries()) {
    for (const fix of candidates(line)) {
      if (readable(lines.with(i, fix))) return { line: i, fix };
      // A value that its author wrapped over several lines: the quotes close at the end of the last.
      const whole = joined(lines, i, fix);
      if (whole !== undefined && readable([...lines.slice(0, i), whole])) return { line: i, fix: whole };
    }
  }
  return undefined;
}

/** Splits lines into top-level keys, each with the lines that belong to it. */
function pieces(lines: readonly string[]): { first: number; lines: string[] }[] {
  const found: { first: number; lines: string[] }[] = [];
  for (const [i, line] of lines.entries()) {
    const last = found.at(-1);
    if (last === undefined || /^[^\s#\-\]}]/.test(line)) found.push({ first: i + 1, lines: [line] });
    else last.lines.push(line);
  }
  return found;
}

function readable(lines: readonly string[]): boolean {
  if (lines.every((line) => line.trim() === "" || /^\s*#/.test(line))) return true;
  return readsAsMap(lines.join("\n"));
}

/** Two or more texts in quotes: a list without its brackets. */
const SEVERAL =
  /^((?:tags|authors?|related|redirect_from|aliases)[ \t]*:[ \t]+)((["'])[^"']+\3(?:[ \t]*,[ \t]*(["'])[^"']+\4)+)[ \t]*$/;
/** Items of a list on the line of its key. */
const DASHED = /^((?:tags|authors?|related|redirect_from|aliases)[ \t]*:[ \t]+)-[ \t]+([^\s"'[{|>][^:]*)$/;
/** A handle after the key of a map on one line. */
const HANDLE = /([{,][ \t]*[\p{L}\p{N}_-]+[ \t]*:[ \t]+)(@[^\s,{}"']+)/gu;
const NO_BREAK = /^([ -]*|[^:]*:)([\u00a0\u202f]+)/;

function candidates(line: string): string[] {
  const found: string[] = [];
  // A no-break space from a keyboard, which YAML takes for a letter.
  if (NO_BREAK.test(line))
    found.push(
      line.replace(
        NO_BREAK,
        (_, before: string, { length }: string) => before + " ".repeat(before.endsWith(":") ? 1 : length),
      ),
    );
  // No YAML value may begin with `@`; the other values of a map on one line stay as they are.
  if (HANDLE.test(line)) found.push(line.replace(HANDLE, '$1"$2"'));
  const list = /^(\s*[\p{L}\p{N}_-]+\s*:\s+)\[(.*)\][\s.;]*$/u.exec(line);
  if (list?.[1] !== undefined && list[2] !== undefined)
    found.push(`${list[1]}[${words(list[2]).map(quote).join(", ")}]`);
  const several = SEVERAL.exec(line);
  if (several) found.push(`${several[1] ?? ""}[${several[2] ?? ""}]`);
  const dashed = DASHED.exec(line);
  if (dashed) found.push(`${dashed[1] ?? ""}${yamlList((dashed[2] ?? "").trim().split(/[ \t]+-[ \t]+/))}`);
  const glued = /^(\s*(?:- )?[\w-]+):(\S.*)$/u.exec(line);
  if (glued?.[1] !== undefined && glued[2] !== undefined)
    found.push(`${glued[1]}: ${glued[2]}`, `${glued[1]}: ${quote(glued[2])}`);
  const pair = /^(\s*(?:- )?[\p{L}\p{N}_-]+\s*:\s+)(\S.*)$/u.exec(line);
  if (pair?.[1] !== undefined && pair[2] !== undefined) found.push(pair[1] + quote(pair[2]));
  const item = /^(\s*- )(\S.*)$/.exec(line);
  if (item?.[1] !== undefined && item[2] !== undefined) found.push(item[1] + quote(item[2]));
  return found;
}

/** The words of a list on one line, without extra brackets or commas. */
function words(inside: string): string[] {
  const isOdd = inside.endsWith("]") && !inside.includes("[");
  const list = (isOdd ? inside.replace(/\]+$/, "") : inside).split(",");
  return list.filter((one) => one.trim() !== "");
}

/** The lines stay separate, so that someone who pastes them sees how many they replace. */
function joined(lines: readonly string[], i: number, fix: string): string | undefined {
  const rest = lines.slice(i + 1).filter((line) => line.trim() !== "");
  if (
    rest.length === 0 ||
    !fix.endsWith('"') ||
    rest.some((line) => /^(?:\S|\s*(?:- |[\w-]+:\s|[\]}]))/.test(line))
  )
    return undefined;
  const tail = rest
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/["']$/, "")
    .replace(/(\\|")/g, "\\$1");
  return `${fix.slice(0, -1)}\n${tail}"`;
}
