// What a finished build leaves to tell, without reading a text, that the next one would change nothing, or which texts were
// saved since: what its sources and its output looked like on the disk, and until when the same sources give the same site.
import { randomUUID } from "node:crypto";
import { lstatSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { exists } from "../../files.ts";
import {
  readChecked,
  readCheckedValues,
  writeCheckedJson,
  writeCheckedValues,
} from "../machine/checked-file.ts";
import { digestOf } from "../machine/digest.ts";
import { lookAt } from "../machine/file-look.ts";
import { forgetUnused } from "../machine/unused.ts";
import { MANIFEST, places } from "../output/places.ts";
import { readManifest } from "../output/manifest.ts";
import { outputCache } from "./output-cache.ts";
import { BOOK, savedSince, type Sources } from "./sources.ts";

export interface SealOptions {
  /** Absolute paths of the site root and of the output. */
  root: string;
  output: string;
  /** The Carnet that runs, and what was asked of it. */
  asked: string;
  now: Date;
}

/** What the last build left, where nothing but these texts was saved since. */
export interface Sealed {
  saved: readonly string[];
  told: unknown;
  /** What stands in files beside the seal, read when it is asked for: undefined where it cannot be. */
  part: (name: Part) => unknown;
  names: PartNames;
}

/** Names of what the files of parts hold: another one each time that one is written. */
type PartNames = Readonly<Record<Part, string>>;

/** What is long, and often stays: as JSON, but for values in the form of a clone, which are many. */
export type Part = "problems" | "site" | "entries";
const IN_VALUES: ReadonlySet<Part> = new Set(["entries"]);

/** Short, since it is read whole to tell whether it holds. */
interface Stored {
  asked: string;
  sources: string;
  /** Files outside the folders of sources that the build read, from the site root. */
  also: readonly string[];
  others: string;
  output: string;
  /** ms since the epoch. */
  from: number;
  until: number;
  told: unknown;
  parts: PartNames;
}

/** Milliseconds within which a file may be written twice and show the same time. */
const TICK_MS = 20;
const COARSE_TICK_MS = 2000;

/** Undefined where more may differ than texts, or the output of a site of which nothing does. */
export function readSeal(options: SealOptions, sources: Sources): Sealed | undefined {
  const path = sealPath(options);
  const seal = path === undefined ? undefined : readStored(path);
  if (path === undefined || seal?.asked !== options.asked || isUnfinished(options.output)) return undefined;
  const now = options.now.getTime();
  if (now < seal.from || now >= seal.until) return undefined;
  if (seal.others !== othersOf(options.root, seal.also)) return undefined;
  const saved = savedSince(seal.sources, sources.lines);
  // Whoever takes up a site that was left looks at its output once nobody else can change it.
  if (!saved || (saved.length === 0 && seal.output !== lookAtOutput(options.output))) return undefined;
  const { told, parts: names } = seal;
  return { saved, told, names, part: (name) => readPart(path, name, names[name]) };
}

function readStored(path: string): Stored | undefined {
  return readJson(path) as Stored | undefined;
}

/** Whole, as its digest says, and so in the shape that this version writes. */
function readJson(path: string): unknown {
  const bytes = readChecked(path);
  return bytes && JSON.parse(bytes.toString());
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
  const stored = readJson(file) as StoredPart | undefined;
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
  /** Undefined for what stands as the last build left it. */
  parts: Readonly<Record<Part, unknown>>;
  /** Names of those parts, as they were read. */
  names?: PartNames | undefined;
  /** What files of the output look like that the build found there and did not touch. */
  looks?: ReadonlyMap<string, string> | undefined;
  /** Asked once the output was looked at: whether it is still what the build put there, which nobody else is kept from by then. */
  stands?: (() => boolean) | undefined;
}

/**
 * Leaves a seal. `sources` is what they looked like before they were read; `started`, ms since the epoch, when that was.
 * A file written so shortly before that it may have been written again since leaves none.
 */
export function writeSeal(
  options: SealOptions,
  sources: Sources & { started: number; also: readonly string[] },
  { until, told, parts, names, looks, stands = () => true }: Sealing,
): void {
  const path = sealPath(options);
  const latest = Math.max(sources.latest, ...sources.also.map((file) => writtenAt(join(options.root, file))));
  // Some disks keep whole seconds, or two.
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
  // Of each output that someone ever named, there would be some.
  const own = basename(path, EXTENSION);
  forgetUnused(dirname(path), (name) => name.startsWith(`${own}.`));
}

function sealPath({ root, output }: SealOptions): string | undefined {
  const path = outputCache(root, output);
  return path === undefined ? undefined : path + EXTENSION;
}

const EXTENSION = ".seal";

function writtenAt(path: string): number {
  const there = lstatSync(path, { throwIfNoEntry: false });
  return there ? Math.max(there.mtimeMs, there.ctimeMs) : 0;
}

/** What files that are no sources look like, by what builds write themselves or read elsewhere. */
function othersOf(root: string, also: readonly string[]): string {
  return [BOOK, ...also].map((file) => lookAt(root, file)).join("\n");
}

/** Every file that Carnet made there, as it stands; what is `known` is not looked at again. */
function lookAtOutput(output: string, known: ReadonlyMap<string, string> = new Map()): string {
  const { output: folder } = places(output);
  const lines = [...readManifest(folder)].map((file) => known.get(file) ?? lookAt(folder, file));
  return exists(join(folder, MANIFEST))
    ? digestOf([readFileSync(join(folder, MANIFEST), "utf8"), ...lines].join("\n"))
    : "";
}

/** True where a build was killed, or is at work. */
function isUnfinished(output: string): boolean {
  const at = places(output);
  return [at.lock, at.besideNew, at.besideReady, at.old, at.insideNew, at.insideReady].some(exists);
}
