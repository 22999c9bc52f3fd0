// What the last build of an output recorded of it, so that the next one can tell, without reading a text, that nothing would
// change, or which texts were saved since: the state on disk of sources and output, and until when they give the same site.
// A light module: a build that has nothing to do loads little else.
import { existsSync, lstatSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { exists, type SourceFile } from "../files.ts";
import { digestOf } from "./machine/digest.ts";
import { readManifest } from "./output/manifest.ts";
import { manifestOf } from "./outputs.ts";
import { places, tracesOf } from "./output/places.ts";
import { outputName, type Store } from "./store.ts";

export interface RunOptions {
  /** Absolute paths of the site root and of the output. */
  root: string;
  output: string;
  /** The options that decide what is made, and the version of Carnet's layouts. */
  asked: string;
  now: Date;
}

interface StoredRun {
  asked: string;
  sources: string;
  /** Files outside the source folders that the build read, relative to the site root, and their state. */
  also: readonly string[];
  others: string;
  output: string;
  /** ms since the epoch. */
  from: number;
  until: number;
  told: unknown;
}

export interface LastRun {
  /** The texts that were saved since: nothing else has changed. */
  saved: readonly string[];
  /** What that build reported. */
  told: unknown;
}

/** Two writes of a file within this many milliseconds may have the same time; on some file systems, within two seconds. */
const TICK_MS = 20;
const COARSE_TICK_MS = 2000;

/** Returns `undefined` if anything but texts may have changed, or if no source changed but the output did. */
export function readLastRun(store: Store, options: RunOptions, sources: Sources): LastRun | undefined {
  const { root, output, asked } = options;
  const at = places(output);
  const run = store.read(nameOf(options)) as StoredRun | undefined;
  // A build that was killed, or is running.
  if (run?.asked !== asked || [at.lock, ...tracesOf(at)].some(exists)) return undefined;
  const now = options.now.getTime();
  if (now < run.from || now >= run.until || run.others !== othersOf(root, run.also)) return undefined;
  const saved = savedSince(run.sources, sources.lines);
  // If texts were saved, the build inspects its output later, under the lock.
  if (!saved || (saved.length === 0 && run.output !== outputState(output))) return undefined;
  return { saved, told: run.told };
}

export interface MadeRun extends Pick<StoredRun, "also" | "until" | "told"> {
  /** The state of the sources before they were read, at `started` (ms since the epoch). */
  sources: Sources;
  started: number;
  /** State of the manifest that the build published. */
  manifest: string;
}

/**
 * Nothing is recorded if a file changed so shortly before it was read that it may have changed again since, with the same time;
 * or if another command has published there meanwhile.
 */
export function writeLastRun(
  store: Store,
  options: RunOptions,
  { sources, started, also, until, told, manifest }: MadeRun,
): void {
  const { asked, now, root, output } = options;
  const latest = Math.max(sources.latest, ...also.map((file) => writtenAt(join(root, file))));
  const tick = latest % 1000 === 0 ? COARSE_TICK_MS : TICK_MS;
  const run: StoredRun = {
    ...{ asked, also, until, told, sources: sources.lines, from: now.getTime() },
    ...{ others: othersOf(root, also), output: outputState(output) },
  };
  if (latest <= started - tick && manifestOf(output) === manifest) store.write(nameOf(options), run);
}

const nameOf = ({ root, output }: RunOptions): string => `outputs/${outputName(root, output)}.run`;

function writtenAt(path: string): number {
  const there = lstatSync(path, { throwIfNoEntry: false });
  return there ? Math.max(there.mtimeMs, there.ctimeMs) : 0;
}

/** State on disk of files that are not sources: those that builds write themselves or read elsewhere. */
function othersOf(root: string, also: readonly string[]): string {
  return [BOOK, ...also].map((file) => stateOf(root, file)).join("\n");
}

/** State of every file that Carnet made there. */
function outputState(output: string): string {
  const { output: folder } = places(output);
  return digestOf([...readManifest(folder)].map((file) => stateOf(folder, file)).join("\n"));
}

function stateOf(folder: string, file: string): string {
  const there = lstatSync(join(folder, file), { throwIfNoEntry: false });
  return `${file} ${there ? [there.size, there.mtimeMs, there.ctimeMs].join(" ") : ""}`;
}

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
const BOOK = "content/addresses.txt";

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
function savedSince(before: string, now: string): string[] | undefined {
  if (before === now) return [];
  const [old, lines] = [before.split("\n"), now.split("\n")];
  const fileOf = (line: string): string => line.replace(/(?: \S+){4}$/, "");
  const changed = lines.filter((line, i) => line !== old[i]);
  if (old.length !== lines.length || changed.length > MOST_SAVED) return undefined;
  const isSame = lines.every((line, i) => line === old[i] || fileOf(line) === fileOf(old[i] ?? ""));
  return isSame && changed.every((line) => TEXT.test(line)) ? changed.map(fileOf) : undefined;
}
