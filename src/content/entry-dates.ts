// The days and instants of one post or page, from its front matter and its file name.
// `publishAt` overrides `date`, and `date` overrides the name. A date that cannot be read keeps the entry out: another day then
// stands for it, under which the text is checked.
import { problem, topOf, type Problem } from "../problems.ts";
import { inEach } from "../ui-lang.ts";
import { badDate, badDateKey, dayAfter, type ReadDate } from "./dates.ts";
import type { EntryContext, RawEntry } from "./entry.ts";
import type { FileName } from "./file-names.ts";
import { readEvent, type EventDates } from "./events.ts";
import { slugOf } from "./text.ts";
import type { Day } from "./types.ts";

export interface EntryDates extends EventDates {
  day?: Day;
  date?: Date;
  updated?: Day;
  expires?: Date;
}

export type DateContext = Pick<EntryContext, "dates" | "today" | "problems">;
type GoodDate = ReadDate & { ok: true };

/** Reads an entry's dates, and reports those that are wrong, and a post without any. A draft may have no day yet. */
export function readDates(
  { kind, data, name, draft, placeIn }: Pick<RawEntry, "kind" | "data" | "name" | "draft" | "placeIn">,
  file: string,
  context: DateContext,
): EntryDates {
  const { dates, problems, today } = context;
  const before = problems.length;
  const read = (field: "date" | "updated" | "publishAt" | "expires"): GoodDate | undefined => {
    const written = data[field];
    const found = written === undefined ? undefined : dates.read(written);
    if (written !== undefined && found?.ok === false)
      problems.push(badDate(field, written, found, placeIn([field])));
    return found?.ok === true ? found : undefined;
  };
  const date = read("date");
  const updated = read("updated");
  const publishAt = read("publishAt");
  const expires = read("expires");
  const sound = problems.length === before;
  const day = publishAt?.day ?? date?.day ?? name.day;
  if (sound && kind === "post" && day === undefined) problems.push(noDay(file, { ...name, draft }, context));
  const due = day === undefined ? undefined : (publishAt?.instant ?? dates.startOf(day));
  if (sound && day !== undefined && due !== undefined && expires !== undefined && expires.instant <= due)
    problems.push(problem("never-published", placeIn(["expires"]), {}, `expires: ${dayAfter(day)}`));
  // What has no day is dated to the day of this run: a draft, which a preview shows, and what is refused. Pages have no day.
  const standing = kind === "post" ? { day: today, date: dates.startOf(today) } : {};
  return {
    ...(day === undefined || due === undefined ? standing : { day, date: due }),
    ...(updated !== undefined && { updated: updated.day }),
    ...(expires !== undefined && { expires: expires.instant }),
    ...(kind === "post" && readEvent({ data, placeIn }, context)),
  };
}

/** Reports a post without a day, or with digits in its name that are not a day. */
export function noDay(
  file: string,
  { badDay, draft, stem }: Pick<FileName, "badDay" | "draft" | "stem">,
  { today }: Pick<DateContext, "today">,
): Problem {
  const place = topOf(file);
  if (badDay !== undefined) return problem(badDateKey(badDay), place, { found: badDay });
  if (draft) return problem("undated-draft", place, {}, `date: ${today}`);
  const [or, word] = [
    { fr: "ou, pour nom du fichier :", en: "or, as the file’s name:" },
    { fr: "titre", en: "title" },
  ];
  const fix = inEach((lang) => `date: ${today}\n${or[lang]} ${today}-${slugOf(stem) || word[lang]}.md`);
  return problem("no-date", place, {}, fix);
}
