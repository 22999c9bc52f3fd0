// A file of `content/` or `public/` as listed from the disk, before it is read.

export interface SourceFile {
  /** Path relative to the site root, with forward slashes. */
  file: string;
  /** Absolute path. */
  path: string;
  size: number;
  /** Modification time, ms since the epoch; a hint for caches, never part of the output. */
  mtimeMs: number;
  /** Time of the last change of any kind, in the same unit; no program can set it. */
  ctimeMs: number;
}
