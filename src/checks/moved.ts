// An address that the site answered one day, or the file that stood there → where that page is now.
// By the book of addresses; asked only where a link fails, and only sure of the same file or the same title.
import type { KnownAddress, Recorded } from "../content/address-book.ts";
import type { OtherNames } from "../content/other-names.ts";
import { nameIn } from "../paths.ts";
import { pathKey } from "./fold.ts";
import { createFindTargets, isText, type FindTargets } from "./vanished-targets.ts";

/** The address of today, or nothing. */
export type FindMoved = (path: string) => string | undefined;

/** `today` gives what the site publishes now; `known`, what the book remembers; `names`, as `createFindTargets` is given them. */
export function createFindMoved(
  today: () => readonly Recorded[],
  known: readonly KnownAddress[],
  names: () => OtherNames,
): FindMoved {
  let index: { byPath: ReadonlyMap<string, KnownAddress>; find: FindTargets } | undefined;
  return (path) => {
    index ??= {
      byPath: new Map(known.flatMap((one) => namesOf(one).map((name) => [name, one]))),
      find: createFindTargets(today(), known, names()),
    };
    const gone = index.byPath.get(withoutSlash(path)) ?? index.byPath.get(fileIn(path));
    const now = gone && index.find(gone).moved?.url;
    // A page that stands where it stood has not moved: the link has another fault.
    return now === gone?.url ? undefined : now;
  };
}

/** What a link may call it by: its address, and the file of a text. */
function namesOf({ url, source }: KnownAddress): string[] {
  return isText(source) ? [withoutSlash(url), fileIn(source)] : [withoutSlash(url)];
}

/** An address is known with or without its last slash. */
function withoutSlash(path: string): string {
  return pathKey(path).replace(/(?<=[^/])\/$/, "");
}

/** The name of a text's file: no address of a page ends like it. */
function fileIn(path: string): string {
  const name = pathKey(nameIn(path));
  return name.startsWith("index.") ? "" : (/^.+\.(?:md|markdown)$/i.exec(name)?.[0] ?? "");
}
