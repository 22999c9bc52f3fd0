// One file of `content/` or `public/` as listed on the disk, before anyone knows what it is.

export interface SourceFile {
  /** Path relative to the site root, with forward slashes. */
  file: string;
  /** Absolute path. */
  path: string;
  size: number;
  /** Modification time, ms since the epoch; a hint for caches, never part of the output. */
  mtimeMs: number;
  /** Time of the last change of any kind, which no program can set; as `mtimeMs`. */
  ctimeMs: number;
}
