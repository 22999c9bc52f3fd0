// What the sources of a site look like on the disk: whether they changed since a build looked at them, and whether that was
// nothing but texts.
import { existsSync, lstatSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile } from "../../source-file.ts";

export interface Sources {
  /** What each file looks like, a line for each, in order. */
  lines: string;
  /** When the latest was written, ms since the epoch. */
  latest: number;
  /** Those that are files, by their paths. */
  files: ReadonlyMap<string, SourceFile>;
}

/** Folders of sources, and Eleventy's of data; the address book, which builds write themselves, is told apart. */
const FOLDERS = ["content", "layouts", "public", "_data"];
export const BOOK = "content/addresses.txt";

/** What the sources look like now: asked before a build reads them. */
export function lookAtSources(root: string): Sources {
  const lines: string[] = [];
  const files = new Map<string, SourceFile>();
  let latest = 0;
  const look = (file: string, stat: typeof lstatSync = lstatSync): void => {
    const path = join(root, file);
    // Names that are not UTF-8 cannot be asked for; a build reports them.
    const there = stat(path, { throwIfNoEntry: false });
    if (there === undefined) return;
    const { size, mtimeMs, ctimeMs, ino } = there;
    if (there.isFile()) files.set(file, { file, path, size, mtimeMs, ctimeMs });
    // No name holds a NUL: a name with a line break stays one line.
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
  // Layouts may read `package.json`, as `pkg`. Of both, a link is followed.
  for (const file of [".eleventy.ts", "package.json"]) if (existsSync(join(root, file))) look(file, statSync);
  return { lines: lines.sort().join("\n"), latest, files };
}

/** More than an editor saves between two builds: a new checkout, of which every file looks new. */
const MOST_SAVED = 100;

/** A text of the site; what else is in these folders may stand beside one. */
const TEXT = /^content\/(?:posts|pages)\/.*\.(?:md|markdown) /i;

/** Texts that look different; undefined where another file does, or one came or went. */
export function savedSince(before: string, now: string): string[] | undefined {
  if (before === now) return [];
  const [old, lines] = [before.split("\n"), now.split("\n")];
  const changed = lines.filter((line, i) => line !== old[i]);
  if (old.length !== lines.length || changed.length > MOST_SAVED) return undefined;
  const files = lines.flatMap((line, i) => (line === old[i] ? [] : fileOf(line)));
  const same = lines.every((line, i) => line === old[i] || fileOf(line) === fileOf(old[i] ?? ""));
  return same && changed.every((line) => TEXT.test(line)) ? files : undefined;
}

/** A line without size, times and number. */
function fileOf(line: string): string {
  return line.replace(/(?: \S+){4}$/, "");
}
