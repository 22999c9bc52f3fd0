// What a file looks like on the disk, as one line that is another once the file is: its name, size, times.
import { lstatSync, type Stats } from "node:fs";
import { join } from "node:path";

type Look = Pick<Stats, "size" | "mtimeMs" | "ctimeMs">;

export function lookAt(folder: string, file: string): string {
  return lookOf(file, lstatSync(join(folder, file), { throwIfNoEntry: false }));
}

/** The same of a file that was just asked for; one that is not there looks like nothing. */
export function lookOf(file: string, there: Look | undefined): string {
  return `${file} ${there ? [there.size, there.mtimeMs, there.ctimeMs].join(" ") : ""}`;
}
