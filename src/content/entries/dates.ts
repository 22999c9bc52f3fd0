// The days and instants of one post or page, from its front matter and its file name.
// `publishAt` overrides `date`, and `date` overrides the name. A date that cannot be read keeps the entry out: another day then
// stands for it, under which the text is checked.
import { excerpt } from "../../text.ts";
import { problem, topOf, type Problem } from "../../problems.ts";
import { inEach } from "../../ui-lang.ts";
import { dayAfter, endOfDay, hourOf, rfc3339, type Calendar, type ReadDate } from "../dates.ts";
import type { FileName } from "../file-names.ts";
import type { FrontMatter } from "../schema.ts";
import { slugOf } from "../text.ts";
import type { Day, Deadline, FieldPlaces } from "../types.ts";
import { formLine } from "./held-back.ts";

export interface EntryDates {
  day?: Day;
  date?: Date;
  updated?: Day;
  expires?: Date;
  deadline?: Deadline;
}

/** What the dates of an entry are read from. */
export interface DateSources {
  kind: "post" | "page";
  file: string;
  data: FrontMatter;
  name: FileName;
  draft: boolean;
  placeOf: FieldPlaces;
}

interface DateContext {
  dates: Calendar;
  /** The day of this run. */
  today: Day;
  problems: Problem[];
}

type GoodDate = ReadDate & { ok: true };

/** Reads an entry's dates. `sound`: false if one is wrong, or if a post has none. A draft may have no day yet. */
export function readDates(sources: DateSources, context: DateContext): { found: EntryDates; sound: boolean } {
  const { kind, name, draft, placeOf } = sources;
  const { dates, problems, today } = context;
  const before = problems.length;
  const read = (field: DateField): GoodDate | undefined => readField(field, sources, context);
  const date = read("date");
  const updated = read("updated");
  const publishAt = read("publishAt");
  const expires = read("expires");
  // A page has no deadline.
  const deadline = kind === "post" ? read("deadline") : undefined;
  let sound = problems.length === before;
  const day = publishAt?.day ?? date?.day ?? name.day;
  if (sound && kind === "post" && day === undefined) {
    problems.push(noDay(sources, context));
    sound = draft && name.badDay === undefined;
  }
  const due = day === undefined ? undefined : (publishAt?.instant ?? dates.startOf(day));
  if (sound && day !== undefined && due !== undefined && expires !== undefined && expires.instant <= due)
    problems.push(problem("never-published", placeOf("expires"), {}, `expires: ${dayAfter(day)}`));
  // What has no day is dated to the day of this run: a draft, which a preview shows, and what is refused. Pages have no day.
  const standing = kind === "post" ? { day: today, date: dates.startOf(today) } : {};
  const found = {
    ...(day === undefined || due === undefined ? standing : { day, date: due }),
    ...(updated !== undefined && { updated: updated.day }),
    ...(expires !== undefined && { expires: expires.instant }),
    ...(deadline !== undefined && { deadline: deadlineOf(deadline, dates.zone) }),
  };
  return { found, sound };
}

type DateField = "date" | "updated" | "publishAt" | "expires" | "deadline";

function readField(
  field: DateField,
  { data, placeOf }: DateSources,
  { dates, problems }: DateContext,
): GoodDate | undefined {
  const written = data[field];
  if (written === undefined) return undefined;
  const found = dates.read(written);
  if (found.ok) return found;
  problems.push(badDate(field, written, found, placeOf(field)));
  return undefined;
}

/** Reports a date in another form. A guess could publish a text too soon: without a suggestion, the line shows the form of a date. */
export function badDate(
  field: string,
  written: string,
  { suggestion }: ReadDate & { ok: false },
  place: ReturnType<FieldPlaces>,
): Problem {
  const fix = suggestion === undefined ? formLine(field) : `${field}: ${suggestion}`;
  return problem(keyOf(written), place, { found: excerpt(written, 40) }, fix);
}

/** A day in the right form is one that does not exist. */
const keyOf = (written: string): "bad-date" | "bad-date/unreal" =>
  /^(?:\d{4}|\d{2})-\d{1,2}-\d{1,2}$/.test(written.trim()) ? "bad-date/unreal" : "bad-date";

/** Reports a post without a day, or with digits in its name that are not a day. */
export function noDay(
  { file, name, draft }: Pick<DateSources, "file" | "name" | "draft">,
  { today }: Pick<DateContext, "today">,
): Problem {
  const place = topOf(file);
  if (name.badDay !== undefined) return problem(keyOf(name.badDay), place, { found: name.badDay });
  if (draft) return problem("undated-draft", place, {}, `date: ${today}`);
  const slug = slugOf(name.stem);
  const fix = inEach((lang) => {
    const [or, word] = {
      fr: ["ou, pour nom du fichier :", "titre"],
      en: ["or, as the file’s name:", "title"],
    }[lang];
    return `date: ${today}\n${or ?? ""} ${today}-${slug === "" ? (word ?? "") : slug}.md`;
  });
  return problem("no-date", place, {}, fix);
}

/** When the call that a post makes closes: at the end of a day, or at a given moment. */
function deadlineOf({ day, instant, clock }: GoodDate, zone: string): Deadline {
  if (!clock) return { day, date: day, closes: endOfDay(day, zone) };
  return { day, hour: hourOf(instant, zone), date: rfc3339(instant, zone), closes: instant };
}
