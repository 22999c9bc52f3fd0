// State of a file on disk, as one line that changes when the file does: its name, size and times.
import { lstatSync, type Stats } from "node:fs";
import { join } from "node:path";

type Look = Pick<Stats, "size" | "mtimeMs" | "ctimeMs">;

export function lookAt(folder: string, file: string): string {
  return lookOf(file, lstatSync(join(folder, file), { throwIfNoEntry: false }));
}

/** The same from a `stat` result; a missing file has only its name. */
export function lookOf(file: string, there: Look | undefined): string {
  return `${file} ${there ? [there.size, there.mtimeMs, there.ctimeMs].join(" ") : ""}`;
}
