// What a finished build stores so that the next one can tell, without reading a text, that nothing would change, or which texts
// were saved since: the state on disk of its sources and output, and until when the same sources give the same site.
import { randomUUID } from "node:crypto";
import { lstatSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { exists } from "../../files.ts";
import {
  readCheckedJson,
  readCheckedValues,
  writeCheckedJson,
  writeCheckedValues,
} from "../machine/checked-file.ts";
import { digestOf } from "../machine/digest.ts";
import { lookAt } from "../machine/file-look.ts";
import { forgetUnused } from "../machine/unused.ts";
import { MANIFEST, places, tracesOf } from "../output/places.ts";
import { readManifest } from "../output/manifest.ts";
import { outputCache } from "./output-cache.ts";
import { BOOK, savedSince, type Sources } from "./sources.ts";

export interface SealOptions {
  /** Absolute paths of the site root and of the output. */
  root: string;
  output: string;
  /** The version of the running Carnet, and the options it was given. */
  asked: string;
  now: Date;
}

/** What the last build stored, if only these texts were saved since. */
export interface Sealed {
  saved: readonly string[];
  told: unknown;
  /** Content of a file beside the seal, read on demand; `undefined` if it cannot be read. */
  part: (name: Part) => unknown;
  names: PartNames;
}

/** Names of the contents of these files: a new one each time a file is written. */
type PartNames = Readonly<Record<Part, string>>;

/**
 * What is large and often unchanged. Stored as JSON, except entries: there are many, and they are stored as structured clones.
 */
export type Part = "problems" | "site" | "entries";
const IN_VALUES: ReadonlySet<Part> = new Set(["entries"]);

/** Kept short, since all of it is read to tell whether it holds. */
interface Stored {
  asked: string;
  sources: string;
  /** Files outside the source folders that the build read, relative to the site root. */
  also: readonly string[];
  others: string;
  output: string;
  /** ms since the epoch. */
  from: number;
  until: number;
  told: unknown;
  parts: PartNames;
}

const EXTENSION = ".seal";

/** Two writes of a file within this many milliseconds may have the same time. */
const TICK_MS = 20;
const COARSE_TICK_MS = 2000;

/** Returns `undefined` if anything but texts may have changed, or if no source changed but the output did. */
export function readSeal(options: SealOptions, sources: Sources): Sealed | undefined {
  const path = outputCache(options, EXTENSION);
  const seal = path === undefined ? undefined : (readCheckedJson(path) as Stored | undefined);
  if (path === undefined || seal?.asked !== options.asked || isUnfinished(options.output)) return undefined;
  const now = options.now.getTime();
  if (now < seal.from || now >= seal.until) return undefined;
  if (seal.others !== othersOf(options.root, seal.also)) return undefined;
  const saved = savedSince(seal.sources, sources.lines);
  // If texts were saved, the build that reuses the site inspects its output later, under the lock.
  if (!saved || (saved.length === 0 && seal.output !== lookAtOutput(options.output))) return undefined;
  const { told, parts: names } = seal;
  return { saved, told, names, part: (name) => readPart(path, name, names[name]) };
}

interface StoredPart {
  name: string;
  value: unknown;
}

function readPart(path: string, part: Part, name: string): unknown {
  const file = partPath(path, part);
  if (IN_VALUES.has(part)) {
    const [stored, ...values] = readCheckedValues(file) ?? [];
    return stored === name ? values : undefined;
  }
  const stored = readCheckedJson(file) as StoredPart | undefined;
  return stored?.name === name ? stored.value : undefined;
}

function writePart(path: string, part: Part, name: string, value: unknown): void {
  const file = partPath(path, part);
  if (IN_VALUES.has(part)) writeCheckedValues(file, named(name, value as Iterable<unknown>));
  else writeCheckedJson(file, { name, value } satisfies StoredPart);
}

function* named(name: string, values: Iterable<unknown>): Generator {
  yield name;
  yield* values;
}

function partPath(path: string, part: Part): string {
  return path.replace(/seal$/, part);
}

export interface Sealing {
  until: number;
  told: unknown;
  /** `undefined` for a part that is unchanged since the last build. */
  parts: Readonly<Record<Part, unknown>>;
  /** Names of those parts, as they were read. */
  names?: PartNames | undefined;
  /** State on disk of the files of the output that the build left alone. */
  looks?: ReadonlyMap<string, string> | undefined;
  /** Called after the output was inspected, without the lock: whether the output is still what this build published. */
  stands?: (() => boolean) | undefined;
}

/**
 * Writes a seal. `sources` is their state before they were read, at `started` (ms since the epoch). No seal is written if a
 * file changed so shortly before that it may have changed again since, with the same time.
 */
export function writeSeal(
  options: SealOptions,
  sources: Sources & { started: number; also: readonly string[] },
  { until, told, parts, names, looks, stands = () => true }: Sealing,
): void {
  const path = outputCache(options, EXTENSION);
  const latest = Math.max(sources.latest, ...sources.also.map((file) => writtenAt(join(options.root, file))));
  // Some file systems keep times to one second, or two.
  const tick = latest % 1000 === 0 ? COARSE_TICK_MS : TICK_MS;
  if (path === undefined || latest > sources.started - tick) return;
  const write = (part: Part): string => {
    const value = parts[part];
    if (value === undefined) return names?.[part] ?? "";
    const name = randomUUID();
    writePart(path, part, name, value);
    return name;
  };
  const { asked, now, root, output } = options;
  const seal: Stored = {
    ...{ asked, until, told, also: sources.also },
    parts: { problems: write("problems"), site: write("site"), entries: write("entries") },
    sources: sources.lines,
    others: othersOf(root, sources.also),
    output: lookAtOutput(output, looks),
    from: now.getTime(),
  };
  if (!stands()) return;
  writeCheckedJson(path, seal);
  // Otherwise files would pile up for every output ever used.
  const own = basename(path, EXTENSION);
  forgetUnused(dirname(path), (name) => name.startsWith(`${own}.`));
}

function writtenAt(path: string): number {
  const there = lstatSync(path, { throwIfNoEntry: false });
  return there ? Math.max(there.mtimeMs, there.ctimeMs) : 0;
}

/** State on disk of files that are not sources: those that builds write themselves or read elsewhere. */
function othersOf(root: string, also: readonly string[]): string {
  return [BOOK, ...also].map((file) => lookAt(root, file)).join("\n");
}

/** State of every file that Carnet made there; those in `known` are not inspected again. */
function lookAtOutput(output: string, known: ReadonlyMap<string, string> = new Map()): string {
  const { output: folder } = places(output);
  const lines = [...readManifest(folder)].map((file) => known.get(file) ?? lookAt(folder, file));
  return exists(join(folder, MANIFEST))
    ? digestOf([readFileSync(join(folder, MANIFEST), "utf8"), ...lines].join("\n"))
    : "";
}

/** True if a build was killed, or is running. */
function isUnfinished(output: string): boolean {
  const at = places(output);
  return [at.lock, ...tracesOf(at)].some(exists);
}
