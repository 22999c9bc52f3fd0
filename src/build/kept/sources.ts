// The state on disk of a site's sources: whether they changed since a build inspected them, and whether only texts did.
import { existsSync, lstatSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile } from "../../source-file.ts";

export interface Sources {
  /** State of each file, one per line, sorted. */
  lines: string;
  /** Time of the latest change, ms since the epoch. */
  latest: number;
  /** The regular files, by path. */
  files: ReadonlyMap<string, SourceFile>;
}

/** Folders of sources, and Eleventy's data folder. The address book, which builds write themselves, is compared separately. */
const FOLDERS = ["content", "layouts", "public", "_data"];
export const BOOK = "content/addresses.txt";

/** The current state of the sources; to be called before a build reads them. */
export function lookAtSources(root: string): Sources {
  const lines: string[] = [];
  const files = new Map<string, SourceFile>();
  let latest = 0;
  const look = (file: string, stat: typeof lstatSync = lstatSync): void => {
    const path = join(root, file);
    // Names that are not UTF-8 cannot be looked up; a build reports them.
    const there = stat(path, { throwIfNoEntry: false });
    if (there === undefined) return;
    const { size, mtimeMs, ctimeMs, ino } = there;
    if (there.isFile()) files.set(file, { file, path, size, mtimeMs, ctimeMs });
    // File names contain no NUL: a name with a line break stays on one line.
    lines.push(`${file.replaceAll("\n", "\0")} ${[size, mtimeMs, ctimeMs, ino].join(" ")}`);
    latest = Math.max(latest, mtimeMs, ctimeMs);
  };
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (path !== BOOK) look(path);
    }
  };
  for (const folder of FOLDERS)
    if (lstatSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) walk(folder);
  // Layouts can read `package.json`, as `pkg`. For both files, a link is followed.
  for (const file of [".eleventy.ts", "package.json"]) if (existsSync(join(root, file))) look(file, statSync);
  return { lines: lines.sort().join("\n"), latest, files };
}

/** More than an editor saves between two builds: it is a new checkout, where every file looks new. */
const MOST_SAVED = 100;

/** The line of a text; these folders also hold other files. */
const TEXT = /^content\/(?:posts|pages)\/.*\.(?:md|markdown) /i;

/** Texts whose state differs; `undefined` if another file differs, or a file was added or removed. */
export function savedSince(before: string, now: string): string[] | undefined {
  if (before === now) return [];
  const [old, lines] = [before.split("\n"), now.split("\n")];
  const changed = lines.filter((line, i) => line !== old[i]);
  if (old.length !== lines.length || changed.length > MOST_SAVED) return undefined;
  const files = lines.flatMap((line, i) => (line === old[i] ? [] : fileOf(line)));
  const same = lines.every((line, i) => line === old[i] || fileOf(line) === fileOf(old[i] ?? ""));
  return same && changed.every((line) => TEXT.test(line)) ? files : undefined;
}

/** A line without size, times and inode number. */
function fileOf(line: string): string {
  return line.replace(/(?: \S+){4}$/, "");
}
