// Keys by which an author meant to hold a text back, or to take it away, and that do neither: misspelt ones, words of other
// tools, keys without a value. Each is an error, since what was published cannot be called back; one that would change
// nothing (`Draft: false`, a moment that is past, a second word for a draft) is left to the warning that every unknown key has.
import { problem, type Problem } from "../../problems.ts";
import type { Example } from "../../strings/problems-yaml.ts";
import { formLine, momentMeant, movedLine, type LineContext } from "../date-lines.ts";
import type { Calendar } from "../dates.ts";
import { isWordFor, meantKey } from "../key-names.ts";
import { meantFlag } from "../mend.ts";
import { fold } from "../text.ts";
import type { FieldPlaces } from "../types.ts";
import type { YamlMap } from "../yaml/parse.ts";

export interface HeldContext extends LineContext {
  dates: Calendar;
  placeOf: FieldPlaces;
}

type Holding = "draft" | "published" | "publishAt" | "expires";

/** The line that says what the key was meant to say. */
interface Meant {
  field: Holding | "date";
  fix: Example;
}

/**
 * Keys of Carnet's that hold a text back, with the safe line. Someone who leaves one empty has begun to say that the text is
 * not to be seen: an error costs them a word, and silence would publish it. An empty `expires` says what none says.
 */
const EMPTY: Readonly<Record<string, Example>> = {
  draft: "draft: true",
  published: "published: false",
  publishAt: formLine("publishAt", "HH:MM"),
};

/** The problems of such keys, by the key as it is written. */
export function heldBack(
  raw: YamlMap,
  known: ReadonlySet<string>,
  context: HeldContext,
): Map<string, Problem> {
  const found = new Map<string, Problem>();
  const written = new Set(Object.keys(raw).filter((key) => raw[key] !== null));
  const isHeld = meantFlag(raw["draft"]) === true || meantFlag(raw["published"]) === false;
  for (const [key, value] of Object.entries(raw)) {
    const empty = value === null && Object.hasOwn(EMPTY, key) ? EMPTY[key] : undefined;
    const meant = known.has(key) ? undefined : meaning(key, value, known, context);
    if (isHeld && (meant?.field === "draft" || meant?.field === "published")) continue;
    const place = (empty ?? meant) ? context.placeOf(key, "key") : undefined;
    if (place === undefined) continue;
    if (empty !== undefined)
      found.set(key, problem("front-matter/no-value", place, { field: key, fix: empty }));
    if (meant === undefined) continue;
    const taken = written.has(meant.field);
    found.set(key, problem("front-matter/held-back", place, { key, ...meant, taken }));
    written.add(meant.field);
  }
  return found;
}

/** Words of other tools for a state of a text, and the states that are no publication. */
const STATE = ["status", "statut", "etat", "state", "post status"];
const UNPUBLISHED = ["draft", "brouillon", "private", "prive", "pending", "en attente", "a relire", "future"];

/** By which key a text was to be held back; undefined where it was not, or the value would not. */
function meaning(
  key: string,
  value: unknown,
  known: ReadonlySet<string>,
  context: HeldContext,
): Meant | undefined {
  if (STATE.includes(fold(key)) && typeof value === "string" && UNPUBLISHED.includes(fold(value)))
    return { field: "draft", fix: "draft: true" };
  const field = meantKey(key, [...known]);
  const flag = meantFlag(value);
  const moment = isMoment(value, context);
  if (field === undefined || isOtherMatter(key, value, field, context)) return undefined;
  if (field === "draft") return flag === false ? undefined : { field, fix: "draft: true" };
  if (field === "published" && !moment) return flag === true ? undefined : { field, fix: "published: false" };
  // `embargo: no` holds nothing back, and neither does a day that nobody wrote.
  if (flag === false || (value === null && field !== "publishAt")) return undefined;
  if (field === "expires") return { field, fix: movedLine(field, value, context) };
  if (field === "published" || field === "publishAt" || (field === "date" && PUBLICATION.test(fold(key)))) {
    const fix = movedLine("publishAt", value, context);
    return isPast(value, context) ? undefined : { field: "publishAt", fix };
  }
  return field === "date" && moment && !isPast(value, context)
    ? { field, fix: movedLine(field, value, context) }
    : undefined;
}

/**
 * What a key says tells whether it means one of ours: `en ligne` may be an address, and a key that is only near to one of ours,
 * as `droit`, `experts` and `dates` are, must say what ours would.
 */
function isOtherMatter(key: string, value: unknown, field: string, context: HeldContext): boolean {
  const isSwitch = field === "draft" || field === "published";
  if (isSwitch && meantFlag(value) !== undefined) return false;
  if (field !== "draft" && isMoment(value, context, "exact")) return false;
  if (!isWordFor(key, field)) return true;
  return isSwitch && !isMoment(value, context) && /^(?:[a-z]+:\/\/|\d)/i.test(String(value));
}

/** Words for a date by which the day of publication is named. */
const PUBLICATION = /publi|pub|parution/;

function isMoment(value: unknown, { dates }: HeldContext, how: "exact" | "near" = "near"): boolean {
  if (typeof value !== "string" && typeof value !== "number") return false;
  const read = dates.read(String(value));
  return read.ok || (how === "exact" ? read.exact : read.suggestion !== undefined);
}

/** True for a moment that has come for sure. */
function isPast(value: unknown, { dates, today, lang }: HeldContext): boolean {
  const read = dates.read(String(value));
  const moment = read.ok ? `${read.day}${read.clock ? " " : ""}` : momentMeant(read, lang);
  // An hour of today may be to come.
  return moment !== undefined && moment <= today;
}
