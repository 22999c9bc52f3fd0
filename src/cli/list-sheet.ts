// All that is known of one text → a line for each thing that it says.
import type { ListedText } from "../content/listing.ts";
import { printable } from "../printable.ts";
import type { ListWords, SheetLabel } from "../strings/list.ts";
import { momentOf } from "./list-remarks.ts";

/** What the text does not say is left out, except a description, which it should have. */
export function sheet(text: ListedText, words: ListWords): string {
  const lines = linesOf(text, words).filter(([, value]) => value !== "");
  const width = Math.max(...lines.map(([label]) => words.labels[label].length));
  return lines
    .map(([label, value]) => `${words.labels[label].padEnd(width)}  ${printable(value)}\n`)
    .join("");
}

function linesOf(text: ListedText, words: ListWords): [SheetLabel, string][] {
  const { state, title, file, address, publishAt, date, updated, expires, deadline, closed } = text;
  return [
    ["title", title ?? ""],
    ["file", file],
    ["state", words.state[state]],
    ["address", address ?? ""],
    ["date", publishAt === null ? (date ?? "") : momentOf(publishAt)],
    ["updated", updated ?? ""],
    ["expires", expires === null ? "" : momentOf(expires)],
    ["deadline", deadline === null ? "" : untilWhen(momentOf(deadline), closed === true, words)],
    ["authors", text.authors.join(", ")],
    ["tags", text.tags.join(", ")],
    ["terms", text.terms.join(", ")],
    ["lang", text.lang ?? ""],
    ["translations", text.translations.map(({ lang, file: other }) => `${other} (${lang})`).join(", ")],
    ["description", state === "unreadable" ? "" : (text.description ?? words.noDescription)],
  ];
}

function untilWhen(moment: string, isClosed: boolean, words: ListWords): string {
  return isClosed ? words.closedSince(moment) : words.openUntil(moment);
}
