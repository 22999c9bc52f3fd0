// The output folder → the paths of all that publishing needs around it: staging folder, lock, old site; and whether a folder may be
// an output at all. Staging is on the output's own file system, so that files are published by renames, which cannot fill the disk.
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
import { basename, dirname, isAbsolute, join, parse, relative, resolve, sep } from "node:path";
import { exists, isFile } from "../../files.ts";
import { MachineError } from "../machine-error.ts";

/** Names that Carnet reserves at the top of the output. */
export const MANIFEST = ".carnet";
export const OWN_NAMES: ReadonlySet<string> = new Set([
  MANIFEST,
  ".carnet-new",
  ".carnet-ready",
  ".carnet-lock",
]);

export interface Places {
  /** The output folder, with symbolic links resolved. */
  output: string;
  lock: string;
  /** The folder to render into: one of the two `…New`. */
  staging: string;
  /** Beside the output: the site being rendered; the finished site, about to be published; the site that it replaces. */
  besideNew: string;
  besideReady: string;
  old: string;
  /** Inside the output, if it cannot be renamed (a mount, another owner) or its parent is not writable. */
  insideNew: string;
  insideReady: string;
}

/** Computes paths only: reads the disk, changes nothing, and works when nothing exists yet. */
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

/** Where a run leaves something as long as it is under way, and if it is killed. */
export function tracesOf({ besideNew, besideReady, old, insideNew, insideReady }: Places): string[] {
  return [besideNew, besideReady, old, insideNew, insideReady];
}

export type OutputRefusal =
  | "disk-root"
  | "site-root"
  | "holds-site"
  | "in-sources"
  | "other-site"
  | "not-a-folder";

/** Folders of a site root that hold sources, history or installed packages. */
const SOURCES = [
  ...["content", "layouts", "public", "_data", "src", "tests", "node_modules"],
  ...[".git", ".github", ".cache"],
];

/**
 * Why `output` cannot be the output of the site at `root` (both absolute paths): a build would replace files that a person wrote.
 * Symbolic links are resolved on both sides, since `--output` may reach the sources by another name.
 */
export function checkOutput(output: string, root: string): OutputRefusal | undefined {
  const to = followed(output);
  const site = followed(root);
  if (to === parse(to).root) return "disk-root";
  if (to === site) return "site-root";
  if (holds(to, site)) return "holds-site";
  if (SOURCES.some((name) => to === join(site, name) || holds(join(site, name), to))) return "in-sources";
  const there = statSync(to, { throwIfNoEntry: false });
  if (there !== undefined && !there.isDirectory()) return "not-a-folder";
  if (isFile(join(to, "content", "site.yaml")) && !exists(join(to, MANIFEST))) return "other-site";
  return undefined;
}

function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Creates the output's parent. @throws before any rendering, if the output could not be replaced. */
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

/** False if renaming the output would fail (a mount) or change its owner or group. */
function sameVolume(output: string, parent: string): boolean {
  const there = statSync(output, { throwIfNoEntry: false });
  if (there === undefined) return true;
  const mine = process.getuid?.();
  const owned = mine === undefined || (there.uid === mine && there.gid === process.getgid?.());
  return owned && there.dev === statSync(parent).dev && !holdsMount(output);
}

/**
 * True for a mount point, and for a folder that contains one: its disk would move with the old site. A folder bind-mounted from
 * the same disk has the same device number, so only the kernel's list shows it (Linux).
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
