// Results of `carnet check --external`, stored in `.cache/links.json` between runs.
import { join } from "node:path";
import { readKnown, writeKnown, type KnownAddresses } from "../../checks/external/known.ts";
import { cacheFolder, readKept } from "../machine/checked-file.ts";
import { writeWholeText } from "../machine/whole-file.ts";

/** Empty if there is no file, or it cannot be used. `root` is the absolute path of the site root. */
export function loadKnownAddresses(root: string, now: Date): KnownAddresses {
  return readKnown(readKept(join(cacheFolder(root).path, FILE))?.toString("utf8") ?? "", now);
}

/** A failure to write is ignored: it must not lose what this run found. */
export function saveKnownAddresses(root: string, known: KnownAddresses): void {
  const { path, isReal } = cacheFolder(root);
  if (!isReal) return;
  try {
    writeWholeText(join(path, FILE), writeKnown(known));
  } catch {
    // The next run checks the addresses again.
  }
}

const FILE = "links.json";
