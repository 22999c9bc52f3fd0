// What a finished build leaves to tell, without reading a text, that the next one would change nothing: what its sources and
// its output looked like on the disk, and until when the same sources give the same site.
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readChecked, writeCheckedJson } from "./checked-file.ts";
import { digestOf } from "./digest.ts";
import { exists, MANIFEST, places } from "./places.ts";
import { readManifest } from "./manifest.ts";
import { outputCache } from "./output-cache.ts";

export interface SealOptions {
  /** Absolute paths of the site root and of the output. */
  root: string;
  output: string;
  /** The Carnet that runs, and what was asked of it. */
  asked: string;
  now: Date;
}

export interface Sources {
  /** Changes when a file is written, added, removed or renamed. */
  digest: string;
  /** When the latest was written, ms since the epoch. */
  latest: number;
}

/** What is told again of a site that stands, beside the moment at which it no longer does. */
interface Stored {
  asked: string;
  sources: string;
  /** Files outside the folders of sources that the build read, from the site root. */
  also: readonly string[];
  output: string;
  /** ms since the epoch. */
  from: number;
  until: number;
  told: unknown;
}

/** Folders of sources, and Eleventy's of data; the address book, which builds write themselves, is told apart. */
const FOLDERS = ["content", "layouts", "public", "_data"];
const BOOK = "content/addresses.txt";

/** Milliseconds within which a file may be written twice and show the same time. */
const TICK_MS = 20;
const COARSE_TICK_MS = 2000;

/** What the sources look like now: asked before a build reads them. */
export function lookAtSources(root: string): Sources {
  const lines: string[] = [];
  let latest = 0;
  const look = (file: string): void => {
    // Names that are not UTF-8 cannot be asked for; a build reports them.
    const there = lstatSync(join(root, file), { throwIfNoEntry: false });
    if (there === undefined) return;
    const { size, mtimeMs, ctimeMs, ino } = there;
    lines.push(`${file} ${[size, mtimeMs, ctimeMs, ino].join(" ")}`);
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
  // Layouts may read `package.json`, as `pkg`.
  for (const file of [".eleventy.ts", "package.json"]) if (exists(join(root, file))) look(file);
  return { digest: digestOf(lines.sort().join("\n")), latest };
}

/** What the last build told, where another would change nothing. */
export function readSeal(options: SealOptions, sources: Sources): unknown {
  const path = sealPath(options);
  const bytes = path === undefined ? undefined : readChecked(path);
  // Whole, as its digest says, and so in the shape that this version writes.
  const seal = bytes && (JSON.parse(bytes.toString()) as Stored);
  if (seal?.asked !== options.asked || isUnfinished(options.output)) return undefined;
  const now = options.now.getTime();
  if (now < seal.from || now >= seal.until) return undefined;
  if (seal.sources !== withOthers(options.root, sources, seal.also)) return undefined;
  return seal.output === lookAtOutput(options.output) ? seal.told : undefined;
}

/**
 * Leaves a seal. `sources` is what they looked like before they were read; `started`, ms since the epoch, when that was.
 * A file written so shortly before that it may have been written again since leaves none.
 */
export function writeSeal(
  options: SealOptions,
  sources: Sources & { started: number; also: readonly string[] },
  { until, told }: { until: number; told: unknown },
): void {
  const path = sealPath(options);
  const latest = Math.max(sources.latest, ...sources.also.map((file) => writtenAt(join(options.root, file))));
  // Some disks keep whole seconds, or two.
  const tick = latest % 1000 === 0 ? COARSE_TICK_MS : TICK_MS;
  if (path === undefined || latest > sources.started - tick) return;
  const { asked, now, root, output } = options;
  const seal: Stored = {
    ...{ asked, until, told, also: sources.also },
    sources: withOthers(root, sources, sources.also),
    output: lookAtOutput(output),
    from: now.getTime(),
  };
  writeCheckedJson(path, seal);
}

function sealPath({ root, output }: SealOptions): string | undefined {
  const path = outputCache(root, output);
  return path === undefined ? undefined : `${path}.seal`;
}

function writtenAt(path: string): number {
  const there = lstatSync(path, { throwIfNoEntry: false });
  return there ? Math.max(there.mtimeMs, there.ctimeMs) : 0;
}

function withOthers(root: string, { digest }: Sources, also: readonly string[]): string {
  const others = [BOOK, ...also].map((file) => lineOf(root, file));
  return digestOf([digest, ...others].join("\n"));
}

function lineOf(folder: string, file: string): string {
  const there = lstatSync(join(folder, file), { throwIfNoEntry: false });
  return `${file} ${there ? [there.size, there.mtimeMs, there.ctimeMs].join(" ") : ""}`;
}

/** Every file that Carnet made there, as it stands. */
function lookAtOutput(output: string): string {
  const { output: folder } = places(output);
  const lines = [...readManifest(folder)].map((file) => lineOf(folder, file));
  return exists(join(folder, MANIFEST))
    ? digestOf([readFileSync(join(folder, MANIFEST), "utf8"), ...lines].join("\n"))
    : "";
}

/** True where a build was killed, or is at work. */
function isUnfinished(output: string): boolean {
  const at = places(output);
  return [at.lock, at.besideNew, at.besideReady, at.old, at.insideNew, at.insideReady].some(exists);
}
