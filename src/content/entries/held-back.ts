// Keys that were meant to hold a text back, or to take it away, and do neither: misspelt keys, words of other tools, keys
// without a value. Each is an error, since a published text cannot be called back. A key that would change nothing (`Draft:
// false`, a moment in the past, a second word for a draft) only gets the warning for unknown keys.
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

/** The key that was meant, with the line to paste. */
interface Meant {
  field: Holding | "date";
  fix: Example;
}

/**
 * Carnet's keys that hold a text back, with a safe line. An author who leaves one empty has begun to say that the text must not
 * be seen: an error costs them a word, silence would publish it. An empty `expires` means the same as none.
 */
const EMPTY: Readonly<Record<string, Example>> = {
  draft: "draft: true",
  published: "published: false",
  publishAt: formLine("publishAt", "HH:MM"),
};

/** The problems with such keys, by the key as written. */
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
    found.set(
      key,
      problem("front-matter/held-back", place, { key, field: meant.field }, taken ? undefined : meant.fix),
    );
    written.add(meant.field);
  }
  return found;
}

/** Keys of other tools for the state of a text, and the states that mean unpublished. */
const STATE = ["status", "statut", "etat", "state", "post status"];
const UNPUBLISHED = ["draft", "brouillon", "private", "prive", "pending", "en attente", "a relire", "future"];

/** Switches of other tools. Carnet has no word for them, and any other value is another matter. */
const SHOWN = ["visible", "isvisible", "is visible", "shouldbepublished", "should be published"];
const HIDDEN = ["hidden", "private", "prive", "masque"];

/** The key that a text was to be held back with; undefined if it was not, or if the value would not hold it back. */
function meaning(
  key: string,
  value: unknown,
  known: ReadonlySet<string>,
  context: HeldContext,
): Meant | undefined {
  if (STATE.includes(fold(key)) && typeof value === "string" && UNPUBLISHED.includes(fold(value)))
    return { field: "draft", fix: "draft: true" };
  const flag = meantFlag(value);
  if (SHOWN.includes(fold(key)) && flag === false) return { field: "published", fix: "published: false" };
  if (HIDDEN.includes(fold(key)) && flag === true) return { field: "draft", fix: "draft: true" };
  const field = meantKey(key, [...known]);
  const moment = isMoment(value, context);
  if (field === undefined || isOtherMatter(key, value, field, context)) return undefined;
  if (field === "draft") return flag === false ? undefined : { field, fix: "draft: true" };
  if (field === "published" && !moment) return flag === true ? undefined : { field, fix: "published: false" };
  // `embargo: no` holds nothing back, and neither does an empty value, except for `publishAt`.
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
 * The value decides whether a key means one of Carnet's: `en ligne` may be an address. A key that only resembles one of
 * Carnet's (`droit`, `experts`, `dates`) must have a value that Carnet's key could have.
 */
function isOtherMatter(key: string, value: unknown, field: string, context: HeldContext): boolean {
  const isSwitch = field === "draft" || field === "published";
  if (isSwitch && meantFlag(value) !== undefined) return false;
  if (field !== "draft" && isMoment(value, context, "exact")) return false;
  if (!isWordFor(key, field)) return true;
  return isSwitch && !isMoment(value, context) && /^(?:[a-z]+:\/\/|\d)/i.test(String(value));
}

/** Words in a key that name the day of publication. */
const PUBLICATION = /publi|pub|parution/;

function isMoment(value: unknown, { dates }: HeldContext, how: "exact" | "near" = "near"): boolean {
  if (typeof value !== "string" && typeof value !== "number") return false;
  const read = dates.read(String(value));
  return read.ok || (how === "exact" ? read.exact : read.suggestion !== undefined);
}

/** True for a moment that is certainly past. */
function isPast(value: unknown, { dates, today, lang }: HeldContext): boolean {
  const read = dates.read(String(value));
  const moment = read.ok ? `${read.day}${read.clock ? " " : ""}` : momentMeant(read, lang);
  // An hour of today may still be to come.
  return moment !== undefined && moment <= today;
}
