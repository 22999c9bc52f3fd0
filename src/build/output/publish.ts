// Renders a site into a staging folder and puts it in the output's place, whole or not at all.
// It is given what renders; a failure, a full disk or a kill leaves the old site, or the next run makes one of the two whole.
// Only a preview has its files moved in without a list that tells the next command to go on: after a kill it may hold files of
// both sites, which its next build finds by their sizes and times.
import { mkdirSync } from "node:fs";
import { exists } from "../../files.ts";
import { takeLock, type Wait } from "./lock.ts";
import { asMachineError, MachineError } from "../machine/machine-error.ts";
import { listFiles, readManifest } from "./manifest.ts";
import { places, requireWritable, type Places } from "./places.ts";
import { discardStaging, finish } from "./put-in-place.ts";
import { isFew, LIMITS, putStaged, type Limits } from "./put-staged.ts";
import { retire } from "./retire.ts";
import { Beside } from "./side-thread.ts";

export { checkOutput, type OutputRefusal } from "./check-output.ts";
export type { Wait } from "./lock.ts";
export { asMachineError, MachineError, type MachineErrorKind } from "../machine/machine-error.ts";

export interface PublishOptions {
  /** Absolute path of the output folder; made, with its parents, when it does not exist. */
  output: string;
  /**
   * Writes the site into an empty folder, all but the files that it returns: those stand in the output and stay there. Where
   * nobody else's code writes there, it may say most of them as soon as it knows.
   */
  render(folder: string, stay: Stay): Promise<readonly string[]>;
  /** All files that were rendered, in code-point order, where whoever did so knows them: the folder is looked through otherwise. */
  staged?(): readonly string[] | undefined;
  /** Looks at what was rendered, by the paths of its files, before it takes the old one's place; false keeps the old one. */
  verify?(folder: string, files: readonly string[]): Promise<boolean>;
  /** Called once the new site stands, while no other build can change it. */
  settled?(): void;
  /** Where nobody but its owner looks at the output: changed files may for a moment stand beside old ones, which is quicker. */
  mixed?: boolean;
  /** Only tests have others than Carnet's own. */
  limits?: Limits | undefined;
  wait?: Wait;
  /**
   * Told how to take away at once all that is under way, for a process that is about to end; what it gives back is called
   * when nothing is. To be undone between two turns only: each step that changes the output is a turn of its own.
   */
  underWay?: ((undo: () => void) => () => void) | undefined;
}

/** Files that are known to stay, of how many that are known so far. */
export type Stay = (kept: readonly string[], known: number) => void;

export interface Published {
  /** False when `verify` refused the new site. */
  published: boolean;
  /** Files of the rendered site, and files of the old one that it no longer has. */
  files: number;
  removed: number;
  /** True where nothing was done to the files that stay, not even a link made to one. */
  untouched?: true;
  /** Which site an earlier, killed run was brought back to before this one began. */
  recovered?: "old" | "new";
}

/** Throws a `MachineError` when the machine fails; what `render` and `verify` throw otherwise passes through. */
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
      // Looked at again: another run may have made or replaced the output meanwhile.
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
 * Brings the output of a killed run back to a whole site, and says which: called at the start of every
 * command. Does nothing, and writes nothing, when all is well or when another run is at work.
 */
export async function recover(output: string): Promise<"old" | "new" | undefined> {
  return onMachine(async () => {
    const at = places(output);
    const traces = [at.besideNew, at.besideReady, at.old, at.insideNew, at.insideReady];
    if (!traces.some(exists)) return undefined;
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

/** Has the old site taken away where that is left to do; a signal then does not undo the new one. */
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
    // Of what takes a while to look at, the output is looked at afterwards: someone may put a file there meanwhile.
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

/** Files that are looked at in no more time than an output is. */
const FEW = 500;

async function onMachine<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asMachineError(error) ?? error;
  }
}
