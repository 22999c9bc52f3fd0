// Renders a site into a staging folder and publishes it, whole or not at all.
// The code that renders is passed in. After a failure, a full disk or a kill, the old site remains, or the next run completes
// one of the two.
// A preview is the exception: its files are moved in without a list by which the next command can complete the move. After a
// kill, it may hold files of both sites, which its next build finds by their sizes and times.
import { mkdirSync } from "node:fs";
import { exists } from "../../files.ts";
import { takeLock, type Wait } from "./lock.ts";
import { asMachineError, MachineError } from "../machine/machine-error.ts";
import { listFiles, readManifest } from "./manifest.ts";
import { places, requireWritable, tracesOf, type Places } from "./places.ts";
import { discardStaging, finish } from "./put-in-place.ts";
import { isFew, LIMITS, putStaged, type Limits } from "./put-staged.ts";
import { retire } from "./retire.ts";
import { Beside } from "./side-thread.ts";

export interface PublishOptions {
  /** Absolute path of the output folder; created, with its parents, if it does not exist. */
  output: string;
  /**
   * Writes the site into an empty folder, except the files that it returns: those are in the output and stay there. If only
   * Carnet's own code writes there, it may report most of them early, through `stay`.
   */
  render(folder: string, stay: Stay): Promise<readonly string[]>;
  /** All files that were rendered, in code-point order, if the renderer knows them; otherwise the folder is listed. */
  staged?(): readonly string[] | undefined;
  /** Verifies the rendered files, given by their paths, before they replace the old site; false keeps the old one. */
  verify?(folder: string, files: readonly string[]): Promise<boolean>;
  /** Called once the new site is published, while no other build can change it. */
  settled?(): void;
  /** True if only its owner sees the output: changed files may for a moment be mixed with old ones, which is faster. */
  mixed?: boolean;
  /** Only tests pass other limits than Carnet's own. */
  limits?: Limits | undefined;
  wait?: Wait;
  /**
   * Receives a function that discards all work in progress, for a process that is about to end; returns one that is called when
   * none is left. Call it only between two turns of the event loop: each step that changes the output is one turn.
   */
  underWay?: ((undo: () => void) => () => void) | undefined;
}

/** Reports files that will stay, and how many files are known so far. */
export type Stay = (kept: readonly string[], known: number) => void;

export interface Published {
  /** False if `verify` refused the new site. */
  published: boolean;
  /** Number of files of the new site, and of files of the old one that it no longer has. */
  files: number;
  removed: number;
  /** True if the files that stay were left alone, not even hard-linked. */
  untouched?: true;
  /** The site that was restored before this run, after an earlier one was killed. */
  recovered?: "old" | "new";
}

/** @throws MachineError if the machine fails; other errors of `render` and `verify` pass through. */
export async function publish(options: PublishOptions): Promise<Published> {
  return onMachine(async () => {
    requireWritable(places(options.output));
    const release = await takeLock(places(options.output).lock, options.wait);
    const beside = new Beside();
    const over = options.underWay?.(() => {
      beside.halt();
      discardStaging(places(options.output));
      release();
    });
    try {
      const recovered = finish(places(options.output));
      // Computed again: another run may have created or replaced the output meanwhile.
      const at = places(options.output);
      const done = await stage(options, at, beside);
      over?.();
      await clear(options, at, { beside, release });
      return recovered === undefined ? done : { ...done, recovered };
    } finally {
      await beside.stop();
      over?.();
      release();
    }
  });
}

/**
 * Restores a whole site in the output after a killed run, and returns which one. Every command calls it first. Does nothing,
 * and writes nothing, if all is well or another run is at work.
 */
export async function recover(output: string): Promise<"old" | "new" | undefined> {
  return onMachine(async () => {
    const at = places(output);
    if (!tracesOf(at).some(exists)) return undefined;
    let release: () => void;
    try {
      release = await takeLock(at.lock);
    } catch (error) {
      if (error instanceof MachineError && error.kind === "locked") return undefined;
      throw error;
    }
    try {
      return finish(at);
    } finally {
      release();
    }
  });
}

/** Has the old site removed, if that remains to be done; a signal meanwhile does not undo the new one. */
async function clear(
  { underWay }: PublishOptions,
  at: Places,
  { beside, release }: { beside: Beside; release: () => void },
): Promise<void> {
  if (!exists(at.old)) return;
  const over = underWay?.(() => {
    beside.halt();
    retire(at.old, at.output);
    release();
  });
  try {
    await beside.clear(at);
  } finally {
    over?.();
  }
}

async function stage(options: PublishOptions, at: Places, beside: Beside): Promise<Published> {
  const { mixed = false, limits = LIMITS } = options;
  let isPut = false;
  const made = readManifest(at.output);
  try {
    mkdirSync(at.staging);
    const kept = await options.render(at.staging, (staying, known) => {
      const isBeside = !mixed && at.staging === at.besideNew;
      if (isBeside && staying.length >= limits.stay && !isFew(limits, staying.length, known))
        beside.link(at, staying, made);
    });
    const staged = options.staged?.() ?? listFiles(at.staging);
    const files = kept.length === 0 ? staged : [...new Set([...staged, ...kept])].sort();
    // If many files take a while to verify, the output is surveyed afterwards: someone may put a file there meanwhile.
    const foreign = staged.length < FEW ? beside.survey(at, files) : undefined;
    if (options.verify !== undefined && !(await options.verify(at.staging, staged))) {
      return { published: false, files: files.length, removed: 0 };
    }
    const next = new Set(files);
    const gone = [...made].filter((path) => !next.has(path));
    const site = { at, made, staged, kept, files, gone };
    const untouched = await putStaged(site, { beside, limits, mixed, foreign });
    isPut = true;
    options.settled?.();
    return {
      ...{ published: true, files: files.length, removed: gone.length },
      ...(untouched && { untouched }),
    };
  } finally {
    if (!isPut) beside.halt();
    discardStaging(at);
  }
}

/** Fewer files than this take no longer to verify than the output takes to survey. */
const FEW = 500;

async function onMachine<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asMachineError(error) ?? error;
  }
}
