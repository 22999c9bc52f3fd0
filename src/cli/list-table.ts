// Listed texts → one line each, in columns. A narrow terminal gets shorter titles and no addresses; in a pipe nothing is cut.
// Titles and names come from content: their control characters are escaped before they reach a terminal.
import type { ListedText, Listing, State } from "../content/listing.ts";
import type { Paint, Style } from "../paint.ts";
import { printable } from "../printable.ts";
import type { ListWords } from "../strings/list.ts";
import { columnsOf, fit } from "./columns.ts";
import { remarksOn } from "./list-remarks.ts";

export interface TableOptions {
  words: ListWords;
  paint: Paint;
  /** Width of the terminal; absent in a pipe. */
  columns?: number | undefined;
}

/** The other states need no colour. */
const STYLES: Partial<Record<State, Style>> = { unreadable: "error", draft: "warn", scheduled: "note" };

/** Between two columns. */
const GAP = "  ";

/** Length of a day. */
const DATE = 10;

/** In a pipe, a longer title moves what follows it on its own line only. */
const LONGEST_TITLE = 60;

/** What a narrow terminal leaves to each of these at least: a few words, an open deadline with its day. */
const LEAST = { title: 12, remarks: 28 };

interface Row {
  state: State;
  date: string;
  title: string;
  remarks: string;
  address: string;
}

/** A line for each of some texts of the list, with an empty line between posts and pages. */
export function table(texts: readonly ListedText[], listing: Listing, options: TableOptions): string {
  const { words, paint } = options;
  const rows = texts.map((text) => rowOf(text, listing, words));
  const forState = widest(rows.map(({ state }) => words.state[state]));
  const rest = layout(rows, options.columns && options.columns - forState - DATE - 2 * GAP.length);
  const lines = rows.map((row) => {
    const word = words.state[row.state];
    const style = STYLES[row.state];
    const state = (style === undefined ? word : paint(style, word)) + " ".repeat(forState - columnsOf(word));
    return [state, row.date.padEnd(DATE), ...rest(row)].join(GAP).trimEnd();
  });
  const firstPage = texts.findIndex(({ kind }) => kind === "page");
  if (firstPage > 0) lines.splice(firstPage, 0, "");
  return lines.map((line) => `${line}\n`).join("");
}

function rowOf(text: ListedText, listing: Listing, words: ListWords): Row {
  const { state, date, title, file, address } = text;
  return {
    state,
    date: date ?? "",
    title: printable(title ?? file),
    remarks: printable(remarksOn(text, listing, words).join(" · ")),
    // The host, which is the same for all, would fill the line.
    address: address?.slice(listing.site.origin.length) ?? "",
  };
}

/** Returns a function that gives the cells after the date; `room` is the width that they have, if it is limited. */
function layout(rows: readonly Row[], room: number | undefined): (row: Row) => string[] {
  const title = widest(rows.map((row) => row.title));
  const remarks = widest(rows.map((row) => row.remarks));
  const address = widest(rows.map((row) => row.address));
  const whole = (forTitle: number) => (row: Row) => [
    padded(row.title, forTitle),
    padded(row.remarks, remarks),
    row.address,
  ];
  if (room === undefined) return whole(Math.min(title, LONGEST_TITLE));
  if (title + remarks + address + 2 * GAP.length <= room) return whole(title);
  const left = room - GAP.length;
  const forTitle = Math.max(LEAST.title, Math.min(title, left - Math.min(remarks, LEAST.remarks)));
  const forRemarks = left - forTitle;
  return (row) => [fit(row.title, forTitle), forRemarks > 0 ? fit(row.remarks, forRemarks) : ""];
}

function padded(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - columnsOf(text)));
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, columnsOf(text)), 0);
}
