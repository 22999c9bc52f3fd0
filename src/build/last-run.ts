// What the last build of an output recorded of it, so that the next one can tell, without reading a text, that nothing would
// change: the state on disk of sources and output, and until when they give the same site.
// A light module: a build that has nothing to do loads little else.
import { existsSync, lstatSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { digestOf, exists } from "../files.ts";
import { readManifest } from "./output/manifest.ts";
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

/** What a build records of itself. */
export interface MadeRun {
  /** What it reported. */
  told: unknown;
  /** Until when the same sources give the same site and messages, in ms since the epoch. */
  until: number;
  /** Files outside the source folders that it read, relative to the site root. */
  also: readonly string[];
  /** State of the output as it was published. */
  state: string;
}

/** Two writes of a file within this many milliseconds may have the same time; on some file systems, within two seconds. */
const TICK_MS = 20;
const COARSE_TICK_MS = 2000;

/** What the last build reported; `undefined` if anything may have changed since. */
export function readLastRun(store: Store, options: RunOptions, sources: Sources): unknown {
  const { output } = options;
  const at = places(output);
  const run = store.read(nameOf(options)) as (MadeRun & { from: number; inputs: string }) | undefined;
  // A build that was killed, or is running.
  if (!run || [at.lock, ...tracesOf(at)].some(exists)) return undefined;
  const now = options.now.getTime();
  const isSame =
    now >= run.from &&
    now < run.until &&
    run.inputs === inputsOf(options, sources, run.also) &&
    run.state === outputState(output);
  return isSame ? run.told : undefined;
}

/**
 * `sources`: their state before they were read, at `started` (ms since the epoch). Nothing is recorded if a file changed so shortly
 * before it was read that it may have changed again since, with the same time.
 */
export function writeLastRun(
  store: Store,
  options: RunOptions,
  sources: Sources & { started: number },
  made: MadeRun,
): void {
  const { now, root } = options;
  const latest = Math.max(sources.latest, ...made.also.map((file) => writtenAt(join(root, file))));
  if (latest > sources.started - (latest % 1000 === 0 ? COARSE_TICK_MS : TICK_MS)) return;
  const inputs = inputsOf(options, sources, made.also);
  store.write(nameOf(options), { ...made, inputs, from: now.getTime() });
}

const nameOf = ({ root, output }: RunOptions): string => `${outputName(root, output)}.run`;

function writtenAt(path: string): number {
  const there = lstatSync(path, { throwIfNoEntry: false });
  return there ? Math.max(there.mtimeMs, there.ctimeMs) : 0;
}

/** All that decides what a build makes: among others, files that builds write themselves or read elsewhere. */
function inputsOf({ root, asked }: RunOptions, { state }: Sources, also: readonly string[]): string {
  return digestOf([asked, state, ...[BOOK, ...also].map((file) => stateOf(root, file))].join("\n"));
}

/** State of every file that Carnet made there. */
export function outputState(output: string): string {
  const { output: folder } = places(output);
  return digestOf([...readManifest(folder)].map((file) => stateOf(folder, file)).join("\n"));
}

function stateOf(folder: string, file: string): string {
  const there = lstatSync(join(folder, file), { throwIfNoEntry: false });
  return `${file} ${there ? [there.size, there.mtimeMs, there.ctimeMs].join(" ") : ""}`;
}

export interface Sources {
  /** Digest of the names, sizes and times of all files. */
  state: string;
  /** Time of the latest change, ms since the epoch. */
  latest: number;
}

/** Folders of sources, and Eleventy's data folder. The address book, which builds write themselves, is compared separately. */
const FOLDERS = ["content", "layouts", "public", "_data"];
const BOOK = "content/addresses.txt";

/** The current state of the sources; to be called before a build reads them. */
export function lookAtSources(root: string): Sources {
  const lines: string[] = [];
  let latest = 0;
  const look = (file: string, stat: typeof lstatSync = lstatSync): void => {
    // Names that are not UTF-8 cannot be looked up; a build reports them.
    const there = stat(join(root, file), { throwIfNoEntry: false });
    if (there === undefined) return;
    const { size, mtimeMs, ctimeMs, ino } = there;
    lines.push(`${file}\0${[size, mtimeMs, ctimeMs, ino].join(" ")}`);
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
  return { state: digestOf(lines.sort().join("\n")), latest };
}
