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
import { LIMITS, putStaged, type Limits } from "./put-staged.ts";

export interface PublishOptions {
  /** Absolute path of the output folder; created, with its parents, if it does not exist. */
  output: string;
  /** Writes the site into an empty folder, except the files that it returns: those are in the output and stay there. */
  render(folder: string): Promise<readonly string[]>;
  /** Verifies the rendered files before they replace the old site; false keeps the old one. */
  verify?(folder: string): Promise<boolean> | boolean;
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
  /** Absolute path of the old site, if the new one is published and the old one could not be removed. */
  leftover?: string;
}

/** @throws MachineError if the machine fails; other errors of `render` and `verify` pass through. */
export async function publish(options: PublishOptions): Promise<Published> {
  return onMachine(async () => {
    requireWritable(places(options.output));
    const release = await takeLock(places(options.output).lock, options.wait);
    const over = options.underWay?.(() => {
      discardStaging(places(options.output));
      release();
    });
    try {
      const recovered = finish(places(options.output));
      // Computed again: another run may have created or replaced the output meanwhile.
      const at = places(options.output);
      const done = await stage(options, at);
      return {
        ...done,
        ...(recovered !== undefined && { recovered }),
        ...(exists(at.old) && { leftover: at.old }),
      };
    } finally {
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

async function stage(options: PublishOptions, at: Places): Promise<Published> {
  const { mixed = false, limits = LIMITS } = options;
  const made = readManifest(at.output);
  try {
    mkdirSync(at.staging);
    const kept = await options.render(at.staging);
    const staged = listFiles(at.staging);
    const files = kept.length === 0 ? staged : [...new Set([...staged, ...kept])].sort();
    if (options.verify !== undefined && !(await options.verify(at.staging)))
      return { published: false, files: files.length, removed: 0 };
    const next = new Set(files);
    const gone = [...made].filter((path) => !next.has(path));
    const untouched = putStaged({ at, made, staged, kept, files, gone }, { limits, mixed });
    options.settled?.();
    return {
      ...{ published: true, files: files.length, removed: gone.length },
      ...(untouched && { untouched }),
    };
  } finally {
    discardStaging(at);
  }
}

async function onMachine<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asMachineError(error) ?? error;
  }
}
