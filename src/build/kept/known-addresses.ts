// What `carnet check --external` learnt, kept in `.cache/links.json` from one run to the next.
// Written aside and put in place by a rename, so that a killed run leaves the old file whole.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readKnown, writeKnown, type KnownAddresses } from "../../checks/external/known.ts";
import { isFree, readKept, removeAside } from "../machine/checked-file.ts";

/** Nothing where there is no file, or it cannot be used. `root` is the absolute path of the site root. */
export function loadKnownAddresses(root: string, now: Date): KnownAddresses {
  return readKnown(readKept(fileIn(root))?.toString("utf8") ?? "", now);
}

/** Where nothing can be written, the next run asks again: no reason to lose what this one found. */
export function saveKnownAddresses(root: string, known: KnownAddresses): void {
  const file = fileIn(root);
  // A link planted there would lead to files elsewhere.
  if (!isFree(dirname(file))) return;
  const aside = `${file}.${String(process.pid)}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(aside, writeKnown(known));
    renameSync(aside, file);
  } catch {
    removeAside(aside);
  }
}

function fileIn(root: string): string {
  return join(root, ".cache", "links.json");
}
