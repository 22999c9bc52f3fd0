// Paths of files and pages with `/` between folders, as text: nothing here looks at the disk.

/** The folders that a path lies in, the nearest first: `a/b/c.md` gives `a/b`, `a`. */
export function* foldersAbove(path: string): Generator<string> {
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) yield path.slice(0, at);
}

/** What a path ends with: `a/b/c.md` gives `c.md`. */
export function nameIn(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** What is known by the name of a folder that a path lies in, the outermost first. */
export function knownAbove<T>(path: string, known: ReadonlyMap<string, T>): T | undefined {
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) {
    const found = known.get(path.slice(0, at));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The same for two names of one file on a disk where case does not count, nor how an accent is written. */
export function diskKey(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
