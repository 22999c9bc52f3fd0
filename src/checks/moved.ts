// An address that the site answered in the past, or the file of its text → the current address of that page.
// It uses the address book, only if a link fails, and finds a page by its file or its title, never by a guess.
import type { KnownAddress, Recorded } from "../content/address-book.ts";
import type { OtherNames } from "../content/other-names.ts";
import { nameIn } from "../paths.ts";
import { pathKey, withoutSlash } from "./fold.ts";
import { createFindTargets, isText, type FindTargets } from "./vanished-targets.ts";

/** The current address, if it is known. */
export type FindMoved = (path: string) => string | undefined;

/** `today` returns what the site publishes now; `known` is what the book remembers; `names` is as in `createFindTargets`. */
export function createFindMoved(
  today: () => readonly Recorded[],
  known: readonly KnownAddress[],
  names: () => OtherNames,
): FindMoved {
  let index: Index | undefined;
  return (path) => {
    index ??= indexOf(today(), known, names());
    const gone = index.byPath.get(keyOf(path)) ?? index.byPath.get(fileIn(path));
    const now = gone && index.find(gone).moved?.url;
    // A page that is where it was has not moved: the link has another fault.
    return now === gone?.url ? undefined : now;
  };
}

interface Index {
  byPath: ReadonlyMap<string, KnownAddress>;
  find: FindTargets;
}

function indexOf(today: readonly Recorded[], known: readonly KnownAddress[], names: OtherNames): Index {
  const sources = new Set(today.map(({ source }) => source));
  // A link may refer to a page by its address, and to a text by its file. If that file is still there, only the folder in the
  // link is wrong: no address of the book is needed, and the book may not have the current one yet.
  const namesOf = ({ url, source }: KnownAddress): string[] =>
    isText(source) && !sources.has(source) ? [keyOf(url), fileIn(source)] : [keyOf(url)];
  return {
    byPath: new Map(known.flatMap((one) => namesOf(one).map((name) => [name, one]))),
    find: createFindTargets(today, known, names),
  };
}

const keyOf = (path: string): string => withoutSlash(pathKey(path));

/** The file name of a text: no address of a page has such an extension. */
function fileIn(path: string): string {
  const name = pathKey(nameIn(path));
  return name.startsWith("index.") ? "" : (/^.+\.(?:md|markdown)$/i.exec(name)?.[0] ?? "");
}
