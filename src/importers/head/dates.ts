// Dates of front matter → dates that Carnet reads, and one for a post without a date in its file name.
// A date that can be read in two ways, or in none, is reported as left to do: a wrong year is worse than a question.
import { calendar } from "../../content/dates.ts";
import { readFileName } from "../../content/file-names.ts";
import type { Day } from "../../content/types.ts";
import type { YamlMap } from "../../content/yaml/parse.ts";
import { readDate } from "../dates.ts";
import type { HeadEditor } from "./editor.ts";
import type { HeadContext, HeadRules } from "./step.ts";
import { text } from "../values.ts";

export function dates(head: HeadEditor, context: HeadContext): void {
  const { entry, rules, ask } = context;
  const named = readFileName(entry.target, rules.languages).day;
  for (const key of ["date", "updated", "publishAt", "expires", "deadline"]) {
    const value = text(head.data[key]);
    if (value === undefined) continue;
    const reading = readDate(value, rules.zone, named);
    switch (reading.as) {
      case "written":
        break;
      case "rewritten":
        head.set(key, reading.value, "date");
        break;
      case "ambiguous":
        head.set(key, reading.value, "date");
        ask("ambiguous-date", `${value} → ${reading.value}`);
        break;
      case "clock":
        head.remove(key, "date");
        if (key === "date") ask("clock-date", `${value} → ${rules.fileDay(entry.source)}`);
        break;
      case "nothing":
        head.remove(key, "date");
        ask("mixed-field", `${key}: ${value}`);
    }
  }
  const isDated = named !== undefined || head.has("date") || head.has("publishAt");
  if (entry.kind === "post" && !isDated) addDate(head, context);
}

/** A post without any date gets one, as a last resort that of the file; this is reported once, and not for a draft. */
function addDate(head: HeadEditor, { entry, rules, ask }: HeadContext): void {
  const day = entry.day ?? rules.fileDay(entry.source);
  const isAsked = text(entry.text.data["date"]) !== undefined;
  if (entry.day === undefined && !entry.draft && !isAsked) ask("clock-date", day);
  head.set("date", day, "date");
}

/** The day that Carnet will give to a text. */
export function newDay(data: YamlMap, target: string, rules: HeadRules): Day | undefined {
  const written = text(data["publishAt"]) ?? text(data["date"]);
  const read = written === undefined ? undefined : calendar(rules.zone).read(written);
  return read?.ok === true ? read.day : readFileName(target, rules.languages).day;
}
