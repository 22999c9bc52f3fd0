// The imported folder → its files, listed without opening any of them.
// Symbolic links are reported and never followed, since they may point outside the folder; unusable file names are also
// reported.
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LARGEST_TEXT } from "../content/read.ts";
import { byCodeUnit } from "../content/text.ts";
import { isUsableName } from "../content/usable-names.ts";
import { printable } from "../printable.ts";
import type { Manual } from "./model.ts";

export interface SourceFiles {
  root: string;
  /** Paths relative to the root, in code-unit order. */
  files: readonly string[];
  has: (file: string) => boolean;
  /** A file's text; undefined if there is no such file, or if it is too big to be a text. */
  read: (file: string) => string | undefined;
  manual: Manual[];
}

/** What generators and package managers make, in any folder; never content. */
const MADE = new Set([".git", ".jekyll-cache", ".sass-cache", ".bundle", ".cache", "node_modules"]);

/** What they make at the root: elsewhere, `resources` is a folder of texts or documents like any other. */
const MADE_AT_ROOT: ReadonlySet<string> = new Set(["vendor", "_site", "resources"]);

/** `made` lists the source's own output folders, which contain copies of everything. */
export function listSource(root: string, made: readonly string[] = []): SourceFiles {
  const files: string[] = [];
  const manual: Manual[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (MADE.has(entry.name) || MADE_AT_ROOT.has(file) || made.includes(file)) continue;
      if (!isUsableName(entry.name))
        manual.push({ kind: "file-name", file: printable(file), line: 0, found: printable(file) });
      else if (entry.isSymbolicLink()) manual.push({ kind: "symlink", file, line: 0, found: file });
      else if (entry.isDirectory()) walk(file);
      else if (entry.isFile()) files.push(file);
    }
  };
  walk("");
  files.sort(byCodeUnit);
  const known = new Set(files);
  return {
    root,
    files,
    manual,
    has: (file) => known.has(file),
    read: (file) => {
      if (!known.has(file) || lstatSync(join(root, file)).size > LARGEST_TEXT) return undefined;
      return readFileSync(join(root, file), "utf8");
    },
  };
}

const MEDIA =
  /\.(png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|pdf|od[gpst]|rtf|docx?|xlsx?|pptx?|csv|geojson|gpx|kml|zip|7z|t?gz|tar|epub|mp3|ogg|oga|opus|flac|wav|m4a|mp4|webm|ogv|mov|vtt|srt|txt|ics)$/i;

/** True for what readers open or see: pictures, documents, audio, video; not for what only a theme uses. */
export function isMedia(file: string): boolean {
  return MEDIA.test(file) && !/(^|\/)(README|LICENSE|CHANGELOG|robots)\.txt$/i.test(file);
}

/**
 * The task of looking at a file that the old site served as it was, at `path`, and that belongs to no theme: rules for robots, a
 * proof for a search engine, a page in HTML; empty for any other file. Those of one folder are one task.
 */
export function leftFile(file: string, path: string): Manual[] {
  if (!/(^|\/)(robots\.txt|_headers|[^/]+\.(html?|xml|asc))$/i.test(path)) return [];
  const folder = path.replace(/[^/]+$/, "");
  return [{ kind: "left-file", file, line: 0, found: `/${folder === "" ? path : folder}` }];
}
