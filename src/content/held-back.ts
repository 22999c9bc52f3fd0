// Keys that were meant to hold a text back, or to take it away, and do neither: misspelt keys, words of other tools. Each is an
// error, since a published text cannot be called back. A key that would change nothing (`Draft: false`, a moment in the past) only
// gets the warning for unknown keys.
import { NO, YES } from "../yaml-values.ts";
import { problem, type Problem } from "../problems.ts";
import { formLine, type Calendar } from "./dates.ts";
import { exampleOf, type Example } from "./schema.ts";
import { isWordFor, meantKey } from "./schema-problems.ts";
import { fold } from "./text.ts";
import type { Day } from "./types.ts";
import type { Places, YamlMap } from "./yaml.ts";

interface HeldContext {
  dates: Calendar;
  /** The day of this run. */
  today: Day;
  placeOf: Places;
}

type Holding = "draft" | "published" | "publishAt" | "expires" | "date";

/** The problems with such keys, by the key as written. */
export function heldBack(
  raw: YamlMap,
  known: ReadonlySet<string>,
  context: HeldContext,
): Map<string, Problem> {
  const found = new Map<string, Problem>();
  const isHeld = flagOf(raw["draft"]) === true || flagOf(raw["published"]) === false;
  for (const [key, value] of Object.entries(raw)) {
    // An author who leaves one empty has begun to say that the text must not be seen. An empty `expires` means the same as none.
    if (value === null && ["draft", "published", "publishAt"].includes(key))
      found.set(key, problem("value/missing", context.placeOf([key], "key"), { path: key }, exampleOf(key)));
    const field = known.has(key) ? undefined : meaning(key, value, known, context);
    if (field === undefined || (isHeld && isFlag(field))) continue;
    const fix = (raw[field] ?? null) === null ? lineFor(field, value, context) : undefined;
    found.set(key, problem("front-matter/held-back", context.placeOf([key], "key"), { key, field }, fix));
  }
  return found;
}

/** The flag that a value means. */
function flagOf(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  const word = fold(String(value));
  if (YES.some((one) => one === word)) return true;
  return NO.some((one) => one === word) ? false : undefined;
}

/** Keys of other tools for the state of a text, and the states that mean unpublished. */
const STATE = ["status", "statut", "etat", "state"];
const UNPUBLISHED = ["draft", "brouillon", "private", "prive", "pending", "en attente", "future"];

/** The key that a text was to be held back with; undefined if it was not, or if the value would not hold it back. */
function meaning(
  key: string,
  value: unknown,
  known: ReadonlySet<string>,
  context: HeldContext,
): Holding | undefined {
  if (STATE.includes(fold(key)) && UNPUBLISHED.includes(fold(String(value)))) return "draft";
  const field = meantKey(key, [...known]);
  const flag = flagOf(value);
  const day = dayOf(value, context);
  // A key that only resembles one of these (`droit`, `experts`) must have a value that the other could have.
  const fits = isWordFor(key, field ?? "");
  if (field === "draft") return flag === true || (flag === undefined && fits) ? field : undefined;
  if (field === "published" && day === undefined)
    return flag === false || (flag === undefined && fits && !/[/.]/.test(String(value))) ? field : undefined;
  if (flag === false) return undefined;
  if (field === "expires") return (fits && value !== null) || day !== undefined ? field : undefined;
  const isPast = day !== undefined && day <= context.today;
  if (field === "publishAt" || field === "published")
    return (fits || day !== undefined) && !isPast ? "publishAt" : undefined;
  return field === "date" && day !== undefined && !isPast ? field : undefined;
}

/** The day that a value certainly means. */
function dayOf(value: unknown, { dates }: HeldContext): Day | undefined {
  const read = typeof value === "string" || typeof value === "number" ? dates.read(String(value)) : undefined;
  return read?.ok === true ? read.day : read?.suggestion;
}

/** A guessed day could publish the text too soon: the form of a date cannot be pasted unread. */
function lineFor(field: Holding, value: unknown, { dates }: HeldContext): Example | undefined {
  if (isFlag(field)) return exampleOf(field);
  const isDate = typeof value === "string" && dates.read(value).ok;
  return isDate ? `${field}: ${value.trim()}` : formLine(field, " HH:MM");
}

const isFlag = (field: Holding): boolean => field === "draft" || field === "published";
