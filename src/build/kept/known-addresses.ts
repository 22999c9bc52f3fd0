// What `carnet check --external` learnt, kept in `.cache/links.json` from one run to the next.
import { dirname, join } from "node:path";
import { readKnown, writeKnown, type KnownAddresses } from "../../checks/external/known.ts";
import { isFree, readKept } from "../machine/checked-file.ts";
import { writeWholeText } from "../machine/whole-file.ts";

/** Nothing where there is no file, or it cannot be used. `root` is the absolute path of the site root. */
export function loadKnownAddresses(root: string, now: Date): KnownAddresses {
  return readKnown(readKept(fileIn(root))?.toString("utf8") ?? "", now);
}

/** Where nothing can be written is no reason to lose what this run found. */
export function saveKnownAddresses(root: string, known: KnownAddresses): void {
  const file = fileIn(root);
  // A link planted there would lead to files elsewhere.
  if (!isFree(dirname(file))) return;
  try {
    writeWholeText(file, writeKnown(known));
  } catch {
    // The next run asks again.
  }
}

function fileIn(root: string): string {
  return join(root, ".cache", "links.json");
}
