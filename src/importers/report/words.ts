// The wording of the report: its summary and its sections, the same in a terminal and on a page.
import { excerpt } from "../../excerpt.ts";
import type { ImportWords } from "../../strings/import.ts";
import type { Counted } from "../comparison.ts";
import type { Manual } from "../model.ts";
import { decoded } from "../new-address.ts";
import type { EntryReport, ImportReport, Total } from "./report.ts";

/** A heading and its lines, possibly none. */
export interface Section {
  title: string;
  lines: readonly string[];
}

export function reportSummary(report: ImportReport, words: ImportWords): string[] {
  const { entries, written } = report;
  const posts = entries.filter(({ kind }) => kind === "post");
  const old = entries.filter((one) => one.old !== null);
  return [
    words.imported(
      posts.filter(({ draft }) => !draft).length,
      posts.filter(({ draft }) => draft).length,
      entries.length - posts.length,
    ),
    words.written(written.added.length, written.updated.length, written.removed.length, written.same),
    words.addresses(old.filter(({ sameAddress }) => sameAddress).length, old.length),
    ...comparedLines(report, words),
    words.feeds(report.feeds.path, report.feeds.ids),
  ];
}

/** What was compared before and after, of a text or of all: words, and pictures and links if there are any. */
export function comparedLines(
  { words, pictures, links }: Pick<ImportReport | EntryReport, "words" | "pictures" | "links">,
  said: ImportWords,
): string[] {
  const count = (found: number | readonly string[]): number =>
    typeof found === "number" ? found : found.length;
  const any = ({ before, after }: Total | Counted): boolean => before + after > 0;
  return [
    said.words(words.before, count(words.lost), count(words.added)),
    ...(any(pictures) ? [said.pictures(pictures.before, count(pictures.lost), count(pictures.added))] : []),
    ...(any(links) ? [said.links(links.before, count(links.lost))] : []),
  ];
}

/** What is left to do comes first, and is shown even if there is nothing. */
export function reportSections(report: ImportReport, words: ImportWords): Section[] {
  const manual = gathered(allManual(report)).map((one) => manualLine(one, words));
  const { alsoServed } = report;
  return [
    { title: words.needsPerson, lines: manual.length === 0 ? [words.nothingToDo] : manual },
    {
      title: words.refusing,
      lines: report.errors.map(({ file, line, message }) => `${file}:${String(line)} ${message}`),
    },
    { title: words.repairs, lines: repairsOf(report, words) },
    { title: words.unanswered, lines: report.unanswered },
    {
      title: words.missingPictures,
      lines: report.missingPictures.map(({ file, line, found }) => `${file}:${String(line)} ${found}`),
    },
    {
      title: words.elsewhere,
      lines: alsoServed.length === 0 ? [] : [`${words.elsewhereHint} alsoServed: [${alsoServed.join(", ")}]`],
    },
    {
      title: words.redirected,
      lines: report.redirected.map(({ from, to }) => `${decoded(from)} → ${decoded(to)}`),
    },
    {
      title: words.problems,
      lines: Object.entries(report.problems).map(([code, { severity, count }]) =>
        words.problem(code, severity, count),
      ),
    },
  ];
}

function repairsOf(report: ImportReport, words: ImportWords): string[] {
  return Object.entries(words.kinds).flatMap(([kind, label]) => {
    const count = Object.entries(report.repairs).find(([name]) => name === kind)?.[1];
    return count === undefined ? [] : [words.said(label, String(count))];
  });
}

/** What is left to do, for the whole site first. */
export function allManual(report: ImportReport): Manual[] {
  return [...report.manual, ...report.entries.flatMap(({ manual }) => manual)];
}

/** A task at one place, and the number of other places with the same one. */
export interface Gathered extends Manual {
  others?: number;
}

/** The same task found in many texts is a single one: it is listed once, at its first place. */
export function gathered(manual: readonly Manual[]): Gathered[] {
  const groups = new Map<string, Gathered>();
  for (const one of manual) {
    const key = JSON.stringify([one.kind, subject(one)]);
    const first = groups.get(key);
    if (first === undefined) groups.set(key, { ...one });
    else first.others = (first.others ?? 0) + 1;
  }
  return [...groups.values()];
}

/** What a person decides once: for template code, the name of the tag, whatever its arguments. */
function subject(one: Manual): string {
  const what = found(one);
  const tag =
    one.kind === "template" ? /^(\{\{?[<%]-?\s*(?:include\w*\s+)?[\w/.-]+)\s/.exec(what)?.[1] : undefined;
  return tag ?? (what === "" ? one.file : what);
}

export function manualLine(one: Gathered, words: ImportWords): string {
  const { kind, file, line, others } = one;
  const place = file === "" ? "" : `${file}${line > 0 ? `:${String(line)}` : ""} `;
  const what = found(one);
  const more = others === undefined ? "" : ` ${words.others(others)}`;
  return `${place}${words.manual[kind]}${what === "" ? "" : ` (${what})`}${more}`;
}

/** What was found there, on one line, unless it is the file itself. */
export function found({ file, found: written }: Manual): string {
  return written === file ? "" : excerpt(written, 160);
}
