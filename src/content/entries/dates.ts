// The days and instants of one post or page, from its front matter and its file name.
// `publishAt` overrides `date`, and `date` overrides the name. A date that cannot be read keeps the entry out: another day then
// stands for it, under which the text is checked.
import { problem, topOf, type Place, type Problem } from "../../problems.ts";
import { inEach, type Translated } from "../../strings/translated.ts";
import { dateLine, holdingLine } from "../date-lines.ts";
import { dayAfter, type Calendar, type ReadDate } from "../dates.ts";
import { oddDay, withoutId, type FileName } from "../file-names.ts";
import { isWordFor } from "../key-names.ts";
import type { FrontMatter } from "../schema.ts";
import { excerpt } from "../../excerpt.ts";
import { slugOf } from "../text.ts";
import type { Day, Deadline, FieldPlaces } from "../types.ts";
import type { YamlMap } from "../yaml/parse.ts";
import { deadlineOf, deadlineRemarks } from "./deadline.ts";

export interface EntryDates {
  day?: Day;
  date?: Date;
  updated?: Day;
  expires?: Date;
  deadline?: Deadline;
  /** The instant of `date`, if it has an hour that has no effect. */
  hour?: Date;
}

type DateField = "date" | "updated" | "publishAt" | "expires" | "deadline";

/** What the dates of an entry are read from. */
export interface DateSources {
  kind: "post" | "page";
  file: string;
  data: Pick<FrontMatter, DateField>;
  /** All of the front matter: another tool may have named the day otherwise. */
  raw?: YamlMap;
  name: FileName;
  draft: boolean;
  placeOf: FieldPlaces;
}

interface DateContext {
  dates: Calendar;
  today: Day;
  site: { lang: string };
  problems: Problem[];
}

/** Reads an entry's dates. `sound`: false if one is wrong, or if a post has none. A draft may have no day yet. */
export function readDates(sources: DateSources, context: DateContext): { found: EntryDates; sound: boolean } {
  const { dates, problems } = context;
  const before = problems.length;
  const read = (field: DateField): (ReadDate & { ok: true }) | undefined =>
    readField(field, sources, context);
  const [date, updated, publishAt, expires] = [
    read("date"),
    read("updated"),
    read("publishAt"),
    read("expires"),
  ];
  // A page has no deadline.
  const until = sources.kind === "post" ? read("deadline") : undefined;
  let sound = problems.length === before;
  const day = publishAt?.day ?? date?.day ?? sources.name.day;
  if (sound && sources.kind === "post" && day === undefined) {
    problems.push(noDay(sources, context));
    sound = isUndated(sources);
  }
  const due = day === undefined ? undefined : (publishAt?.instant ?? dates.startOf(day));
  const deadline = until && deadlineOf(until, dates.zone);
  if (sound && day !== undefined && due !== undefined) {
    const order = { day, due, updated: updated?.day, expires: expires?.instant, deadline };
    problems.push(...orderRemarks(order, sources, context.today));
  }
  if (publishAt === undefined && date !== undefined) reportTwoDates(date.day, sources, problems);
  const hour = publishAt === undefined ? hourOf(date, sources.data.date) : undefined;
  const found = {
    ...(day === undefined || due === undefined ? undated(sources, context) : { day, date: due }),
    ...(updated !== undefined && { updated: updated.day }),
    ...(expires !== undefined && { expires: expires.instant }),
    ...(deadline !== undefined && { deadline }),
    ...(hour !== undefined && { hour }),
  };
  return { found, sound };
}

/** What has no day is dated to the day of this run: a draft, which a preview shows, and what is refused. Pages have no day. */
function undated({ kind }: DateSources, { dates, today }: DateContext): Pick<EntryDates, "day" | "date"> {
  return kind === "post" ? { day: today, date: dates.startOf(today) } : {};
}

/** Midnight stands for a day without an hour, in any offset: tools write days this way. */
const MIDNIGHT = /[T\s]0?0:00(?::00(?:[.,]0+)?)?(?![\d:])/i;

function hourOf(date: (ReadDate & { ok: true }) | undefined, written = ""): Date | undefined {
  return date?.clock === true && !MIDNIGHT.test(written) ? date.instant : undefined;
}

/** Reports a `date` that differs from the day in the file's name: editors look at the name, readers see `date`. */
function reportTwoDates(day: Day, { kind, name, placeOf }: DateSources, problems: Problem[]): void {
  if (kind !== "post" || name.day === undefined || name.day === day) return;
  const fix = name.slug === "" ? day : `${day}-${name.slug}`;
  problems.push(problem("two-dates", placeOf("date"), { day, name: name.day, fix }));
}

/** The days and moments of an entry whose order is checked. */
interface Order {
  day: Day;
  due: Date;
  updated: Day | undefined;
  expires: Date | undefined;
  deadline: Deadline | undefined;
}

function orderRemarks({ deadline, ...shown }: Order, sources: DateSources, today: Day): Problem[] {
  const { day, due, updated, expires } = shown;
  const { placeOf } = sources;
  return [
    ...(expires !== undefined && expires <= due
      ? [problem("never-published", placeOf("expires"), {}, `expires: ${dayAfter(day)}`)]
      : []),
    ...(deadline ? deadlineRemarks(deadline, shown, placeOf) : []),
    ...(updated !== undefined && updated < day ? [earlyUpdate(day, updated, sources, today)] : []),
  ];
}

/** Once the text is published, the line to paste has the day of this run; before that, there is nothing to update. */
function earlyUpdate(day: Day, updated: Day, { placeOf }: DateSources, today: Day): Problem {
  const fix = today > day ? `updated: ${today}` : undefined;
  return problem("early-update", placeOf("updated"), { day, updated, fix });
}

function readField(
  field: DateField,
  { data, name, placeOf }: DateSources,
  { dates, today, site: { lang }, problems }: DateContext,
): (ReadDate & { ok: true }) | undefined {
  const written = data[field];
  if (written === undefined) return undefined;
  const found = dates.read(written);
  if (found.ok) return found;
  const fix =
    field === "publishAt" || field === "expires" || field === "deadline"
      ? holdingLine(field, found, { named: name.day, today, lang })
      : dateLine(field, found, { known: field === "date" ? name.day : undefined, lang });
  const params = { field, found: excerpt(written, 40), fix };
  problems.push(problem(`bad-date/${found.reason}`, placeOf(field), params));
  return undefined;
}

/** True for a draft that has no day yet. */
function isUndated({ draft, name }: Pick<DateSources, "draft" | "name">): boolean {
  return draft && name.badDay === undefined;
}

/** Reports a post without a day, or with digits in its name that are not a day. */
export function noDay(
  sources: Pick<DateSources, "file" | "name" | "draft" | "raw">,
  { dates, today, site }: { dates: Calendar; today: Day; site: { lang: string } },
): Problem {
  const { file, name } = sources;
  const place: Place = topOf(file);
  if (name.badDay === undefined) {
    const { day = dayElsewhere(sources.raw, dates, site) ?? today } = oddDay(withoutId(name.stem));
    return problem(isUndated(sources) ? "undated-draft" : "no-date", place, {}, `date: ${day}`);
  }
  const read = dates.read(name.badDay.replace(/^\d\d-/, "20$&"));
  const meant = oddDay(name.badDay).day ?? (read.ok ? read.day : undefined);
  const day = meant ?? (read.ok ? undefined : read.suggestion) ?? today;
  const params = { found: name.badDay, fix: fileNameOf(day, name.slug.slice(name.badDay.length)) };
  return problem(meant === undefined ? "bad-date/file-name" : "bad-date/file-order", place, params);
}

/** The day under a key such as `created`, if it can only be one. */
function dayElsewhere(
  raw: YamlMap | undefined,
  dates: Calendar,
  { lang }: { lang: string },
): Day | undefined {
  const [, written] = Object.entries(raw ?? {}).find(([key]) => isWordFor(key, "date")) ?? [];
  const read = typeof written === "string" ? dates.read(written) : undefined;
  if (read === undefined || read.ok) return read?.day;
  const line = dateLine("date", read, { lang });
  return typeof line === "string" ? /\d{4}-\d\d-\d\d/.exec(line)?.[0] : undefined;
}

/** The file name to suggest for a post of that day. */
function fileNameOf(day: string, rest: string): Translated {
  const name = slugOf(rest);
  return inEach((lang) => `${day}-${name || { fr: "titre", en: "title" }[lang]}.md`);
}
