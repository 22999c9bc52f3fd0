// Paths of files and pages as text, with `/` between folders. Nothing here reads the disk.

/** The folders that contain a path, nearest first: `a/b/c.md` gives `a/b`, `a`. */
export function* foldersAbove(path: string): Generator<string> {
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) yield path.slice(0, at);
}

/** The last part of a path: `a/b/c.md` gives `c.md`. */
export function nameIn(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A path without its last part: `a/b/c.md` gives `a/b/`. */
export function folderIn(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** The folder that contains a path, empty at the top: `a/b/c.md` gives `a/b`. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** The value of the outermost folder above the path that `known` contains. */
export function knownAbove<T>(path: string, known: ReadonlyMap<string, T>): T | undefined {
  return known.get([...foldersAbove(path)].findLast((folder) => known.has(folder)) ?? "");
}

/** The same key for two names that are one file on a disk that ignores case and Unicode normalisation. */
export function diskKey(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
