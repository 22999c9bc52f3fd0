// Results of `carnet check --external`, stored in `.cache/links.json` between runs.
import { dirname, join } from "node:path";
import { readKnown, writeKnown, type KnownAddresses } from "../../checks/external/known.ts";
import { isFree, readKept } from "../machine/checked-file.ts";
import { writeWholeText } from "../machine/whole-file.ts";

/** Empty if there is no file, or it cannot be used. `root` is the absolute path of the site root. */
export function loadKnownAddresses(root: string, now: Date): KnownAddresses {
  return readKnown(readKept(fileIn(root))?.toString("utf8") ?? "", now);
}

/** A failure to write is ignored: it must not lose what this run found. */
export function saveKnownAddresses(root: string, known: KnownAddresses): void {
  const file = fileIn(root);
  // A symbolic link planted there would lead elsewhere.
  if (!isFree(dirname(file))) return;
  try {
    writeWholeText(file, writeKnown(known));
  } catch {
    // The next run checks the addresses again.
  }
}

function fileIn(root: string): string {
  return join(root, ".cache", "links.json");
}
