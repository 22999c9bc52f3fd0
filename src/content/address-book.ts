// The address book, `content/addresses.txt` (addresses that the site has published) → values, and back to text.
// One address per line, sorted, with nothing that changes by itself: two branches that add posts change different lines.
import type { Problem } from "../problems.ts";
import type { SourceFile } from "../files.ts";
import { ADDRESS_BOOK_HEADER } from "../strings/starting.ts";
import { holdsMark } from "./merge-marks.ts";
import { oldAddress } from "./permalinks.ts";
import { readUtf8 } from "./parse.ts";
import type { UiLang } from "../ui-lang.ts";
import { byCodeUnit } from "./text.ts";

/** What the book records for an address; `url` has no base path. */
export interface Recorded {
  url: string;
  /** File of the post or page, otherwise the kind of page: `tag`, `feed`, `redirect`. */
  source: string;
  /** Title of the page when it was last seen there; for a redirect, its target. */
  title: string;
}

/** An address of the book, with its line number. */
export interface KnownAddress extends Recorded {
  line: number;
}

export interface AddressBook {
  known: readonly KnownAddress[];
  /** Lines without a readable address, kept as they are: losing one may lose an address. */
  strange: readonly string[];
}

export const ADDRESS_BOOK = "content/addresses.txt";

/** Reads the book. One that does not exist yet, or cannot be read, is empty. */
export function readAddressBook(source: SourceFile | undefined, problems: Problem[]): AddressBook {
  const read = source === undefined ? undefined : readUtf8(source);
  if (read === undefined) return { known: [], strange: [] };
  if ("problem" in read) {
    problems.push(read.problem);
    return { known: [], strange: [] };
  }
  const known = new Map<string, KnownAddress>();
  const strange: string[] = [];
  for (const [index, text] of read.bytes.toString().split("\n").entries()) {
    const line = index + 1;
    if (/^\s*(#|$)/.test(text)) continue;
    // The mark of an unresolved merge: both sides were published, so the addresses of both are kept.
    if (holdsMark(text)) continue;
    const recorded = readLine(text);
    if (recorded === undefined) strange.push(text);
    else if (!known.has(recorded.url)) known.set(recorded.url, { ...recorded, line });
  }
  return { known: [...known.values()], strange };
}

/** The book with the addresses of a build added or updated; the others stay. */
export function writeAddressBook(book: AddressBook, built: readonly Recorded[], lang: UiLang): string {
  const all = new Map<string, Recorded>(book.known.map((one) => [one.url, one]));
  for (const one of built)
    // An address that is now a redirect keeps its earlier record, which identifies the post that moved.
    if (one.source !== "redirect" || !all.has(one.url)) all.set(one.url, one);
  const lines = [...all.values()]
    .sort((a, b) => byCodeUnit(a.url, b.url))
    .map(({ url, source, title }) => [url, source, title].map(onOneLine).join("\t").trimEnd());
  return [...ADDRESS_BOOK_HEADER[lang].map((line) => `# ${line}`), ...lines, ...book.strange, ""].join("\n");
}

export function placeOf(line: number): { file: string; line: number; column: number } {
  return { file: ADDRESS_BOOK, line, column: 1 };
}

/** Tabs separate the columns. An editor may have turned them into spaces, and only the address is required. */
function readLine(text: string): Recorded | undefined {
  const [, written = "", rest = ""] = /^\s*(\/\S*)[\t ]*(.*)$/.exec(text) ?? [];
  const address = oldAddress(written);
  if ("bad" in address) return undefined;
  const [source = "", title = ""] = rest.split(/\t+/);
  return { url: address.url, source: source.trim(), title: title.trim() };
}

function onOneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, " ").trim();
}
