// Turns the output folder into the names of everything a publication needs around it: staging, lock, old site.
// Staging lies in the output's own file system, so that putting a file in place is a rename: it cannot fill the disk.
import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { exists } from "../../files.ts";
import { MachineError } from "../machine/machine-error.ts";

/** Names that Carnet keeps for itself at the top of the output. */
export const MANIFEST = ".carnet";
export const OWN_NAMES: ReadonlySet<string> = new Set([
  MANIFEST,
  ".carnet-new",
  ".carnet-ready",
  ".carnet-lock",
]);

export interface Places {
  /** The output folder, symbolic links followed. */
  output: string;
  lock: string;
  /** Where rendering goes: one of the two `…New`. */
  staging: string;
  /** Beside the output: being rendered; whole, about to be put in place; the site it replaces. */
  besideNew: string;
  besideReady: string;
  old: string;
  /** Inside the output, where it is a mount point or its parent cannot be written. */
  insideNew: string;
  insideReady: string;
}

/** Names only; reads the disk, changes nothing, and works when nothing exists yet. */
export function places(wanted: string): Places {
  const output = followed(wanted);
  const parent = dirname(output);
  const name = basename(output);
  const free = writable(parent);
  const beside = (what: string): string => join(parent, `.${name}.carnet-${what}`);
  const insideNew = join(output, ".carnet-new");
  return {
    output,
    lock: free ? beside("lock") : join(output, ".carnet-lock"),
    staging: free && sameVolume(output, parent) ? beside("new") : insideNew,
    besideNew: beside("new"),
    besideReady: beside("ready"),
    old: beside("old"),
    insideNew,
    insideReady: join(output, ".carnet-ready"),
  };
}

/** Makes the output's parent, and fails before any rendering when the output could not be replaced. */
export function requireWritable(at: Places): void {
  mkdirSync(dirname(at.output), { recursive: true });
  const there = statSync(at.output, { throwIfNoEntry: false });
  if (there === undefined) {
    accessSync(dirname(at.output), constants.W_OK | constants.X_OK);
  } else if (there.isDirectory()) {
    accessSync(at.output, constants.R_OK | constants.W_OK | constants.X_OK);
  } else {
    throw new MachineError("ENOTDIR", at.output);
  }
}

/** The real path of a folder that may not exist yet, even behind a dangling link. */
function followed(path: string, depth = 0): string {
  const absolute = resolve(path);
  if (lstatSync(absolute, { throwIfNoEntry: false })?.isSymbolicLink() && depth < 20) {
    return followed(resolve(dirname(absolute), readlinkSync(absolute)), depth + 1);
  }
  const parent = dirname(absolute);
  if (exists(absolute)) return realpathSync(absolute);
  return parent === absolute ? absolute : join(followed(parent, depth), basename(absolute));
}

/** False where renaming the output would fail (a mount) or change whose it is (an owner, a group). */
function sameVolume(output: string, parent: string): boolean {
  const there = statSync(output, { throwIfNoEntry: false });
  if (there === undefined) return true;
  const mine = process.getuid?.();
  const owned = mine === undefined || (there.uid === mine && there.gid === process.getgid?.());
  return owned && there.dev === statSync(parent).dev && !holdsMount(output);
}

/**
 * True for a mount point and for a folder that holds one: its disk would leave with the old site. A folder bound
 * from the same disk has the same device number, so only the kernel's list tells (Linux).
 */
function holdsMount(folder: string): boolean {
  try {
    const escaped = folder.replace(/[ \t\n\\]/g, (c) => `\\${c.charCodeAt(0).toString(8).padStart(3, "0")}`);
    const points = readFileSync("/proc/self/mountinfo", "utf8")
      .split("\n")
      .map((line) => line.split(" ")[4] ?? "");
    return points.some((point) => point === escaped || point.startsWith(`${escaped}/`));
  } catch {
    return false;
  }
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
