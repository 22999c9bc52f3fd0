// Whether a listed path leads to a file of its own folder, and not through a symbolic link, which may lead anywhere.
import { lstatSync } from "node:fs";
import { join } from "node:path";
import { parentOf } from "../../paths.ts";

/** False behind a symbolic link: a listed path must never lead to a file elsewhere. `known` caches the answers. */
export function isRealFolder(output: string, folder: string, known: Map<string, boolean>): boolean {
  const seen = known.get(folder);
  if (seen !== undefined) return seen;
  const real =
    isRealFolder(output, parentOf(folder), known) &&
    lstatSync(join(output, folder), { throwIfNoEntry: false })?.isDirectory() === true;
  known.set(folder, real);
  return real;
}
