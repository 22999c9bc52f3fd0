// What changes an output: each step can be interrupted anywhere and repeated. Only files that Carnet listed are replaced or deleted,
// and everything that can be refused is refused before anything moves, while the old site is still whole.
import {
  accessSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { errorCode, exists } from "../../files.ts";
import { diskKey, parentOf } from "../../paths.ts";
import { Folders } from "../disk.ts";
import { MachineError } from "../machine-error.ts";
import { foldersOf, isRealFolder, listFiles, readManifest } from "./manifest.ts";
import { MANIFEST, OWN_NAMES } from "./places.ts";

/**
 * True if the output holds files or folders that are not in `made`. @throws MachineError of kind `conflict` if one of them is
 * on a path that `next` needs otherwise (a file for a folder or the reverse), and Node's error if a folder may not be changed.
 */
export function holdsForeign(output: string, made: ReadonlySet<string>, next: ReadonlySet<string>): boolean {
  if (!exists(output)) return false;
  const madeFolders = foldersOf(made);
  const nextFolders = foldersOf(next);
  let foreign = false;
  const found = (path: string, isInTheWay: boolean): void => {
    foreign = true;
    if (isInTheWay) throw new MachineError("ECONFLICT", join(output, path));
  };
  /** `isDoomed`: the folder, or one above it, must become a file. */
  const walk = (folder: string, isDoomed: boolean): void => {
    accessSync(join(output, folder), constants.R_OK | constants.W_OK | constants.X_OK);
    for (const entry of readdirSync(join(output, folder), { withFileTypes: true })) {
      if (folder === "" && OWN_NAMES.has(entry.name)) continue;
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) {
        if (!made.has(path)) found(path, isDoomed || nextFolders.has(path));
      } else if (madeFolders.has(path) || nextFolders.has(path)) walk(path, isDoomed || next.has(path));
      else found(path, isDoomed || next.has(path));
    }
  };
  walk("", false);
  return foreign;
}

/** Errors of a file system without hard links, or with too many links to one file. */
const CANNOT_LINK = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EXDEV", "EMLINK"];

/**
 * Hard-links files of the old site into the staging folder, which then holds the whole site: a hard link takes no space, and is
 * the same file. Returns false if the file system cannot link; some files may be linked by then.
 */
export function linkKept(output: string, staging: string, kept: readonly string[]): boolean {
  const folders = new Folders(staging);
  try {
    for (const path of kept) linkSync(join(output, path), folders.room(path));
    return true;
  } catch (error) {
    if (CANNOT_LINK.includes(errorCode(error))) return false;
    throw error;
  }
}

/**
 * Moves every file of `staged` to its place in `output`, deletes the listed files that the new site lacks, then `staged`. The old
 * manifest stays until the end, so that an interrupted run can be completed.
 */
export function mergeInto(output: string, staged: string): void {
  // The new manifest leaves the staging folder last: if it is gone, only the folder remains to be removed.
  if (exists(join(staged, MANIFEST))) {
    const made = readManifest(output);
    const next = readManifest(staged);
    const gone = [...made].filter((path) => !next.has(path));
    // A disk that ignores case and form of accents would put a new file in the place of the old one, under the old name. Files that
    // an interrupted run moved are no longer staged.
    const coming = keysOf(listFiles(staged));
    removeListed(
      output,
      gone.filter((path) => coming.has(diskKey(path))),
    );
    moveTree(staged, output, "", made);
    const there = keysOf(next);
    removeListed(
      output,
      gone.filter((path) => !there.has(diskKey(path))),
    );
    moveFile(join(staged, MANIFEST), join(output, MANIFEST));
  }
  rmSync(staged, { recursive: true, force: true });
}

const keysOf = (paths: Iterable<string>): Set<string> => new Set([...paths].map(diskKey));

/**
 * Moves files of `staged` over those of the same names, when the list of the site's files does not change. @throws MachineError of
 * kind `conflict`, before anything moves, if one is behind a symbolic link that someone put in the place of a folder.
 */
export function moveInto(output: string, staged: string, files: readonly string[]): void {
  const folders = new Folders(output);
  const isLink = (folder: string): boolean =>
    lstatSync(join(output, folder), { throwIfNoEntry: false })?.isDirectory() === false;
  const elsewhere = [...foldersOf(files)].find(isLink);
  if (elsewhere !== undefined) throw new MachineError("ECONFLICT", join(output, elsewhere));
  for (const file of files) moveFile(join(staged, file), folders.room(file));
}

function moveTree(staged: string, output: string, folder: string, made: ReadonlySet<string>): void {
  for (const entry of readdirSync(join(staged, folder), { withFileTypes: true })) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (path === MANIFEST) continue;
    const from = join(staged, path);
    const to = join(output, path);
    const there = lstatSync(to, { throwIfNoEntry: false });
    if (!entry.isDirectory()) {
      if (there?.isDirectory()) removeMade(output, path, made);
      moveFile(from, to);
    } else {
      if (there?.isDirectory() === false) removeMade(output, path, made);
      mkdirSync(to, { recursive: true });
      moveTree(staged, output, path, made);
    }
  }
}

/**
 * A rename, which also detaches a hard-linked file from its other names; where it is refused, a copy, then a rename: across mounts,
 * and between two links of one file in a container's overlay whose layers are on two disks, which numbers them apart (`ESTALE`).
 */
function moveFile(from: string, to: string): void {
  try {
    // Between two names of one file, a rename does nothing: the other name goes with the folder.
    renameSync(from, to);
  } catch (error) {
    if (!["EXDEV", "ESTALE"].includes(errorCode(error))) throw error;
    const part = join(dirname(to), ".carnet-part");
    rmSync(part, { force: true });
    copyFileSync(from, part);
    renameSync(part, to);
    unlinkSync(from);
  }
}

/** Removes a listed file, or a folder in which all files are. @throws MachineError `ECONFLICT` for one that came after the survey. */
function removeMade(output: string, path: string, made: ReadonlySet<string>): void {
  const at = join(output, path);
  if (lstatSync(at).isDirectory()) {
    for (const name of readdirSync(at)) removeMade(output, `${path}/${name}`, made);
    rmdirSync(at);
  } else if (made.has(path)) unlinkSync(at);
  else throw new MachineError("ECONFLICT", at);
}

/** Removes listed files that are not behind a symbolic link, and the folders that are empty then. */
function removeListed(output: string, files: readonly string[]): void {
  const real = new Map<string, boolean>([["", true]]);
  for (const path of files) {
    if (!isRealFolder(output, parentOf(path), real)) continue;
    const file = join(output, path);
    if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === false) unlinkSync(file);
    for (let folder = parentOf(path); folder !== ""; folder = parentOf(folder)) {
      if (!removeEmpty(join(output, folder))) break;
      real.set(folder, false);
    }
  }
}

function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    if (["ENOTEMPTY", "EEXIST", "EBUSY"].includes(errorCode(error))) return false;
    throw error;
  }
}

/**
 * Removes a replaced site: the files that it listed, and nothing else. A file that someone put there between the survey and the
 * swap moves to the new site.
 */
export function retire(old: string, output: string): void {
  const made = readManifest(old);
  const folders = foldersOf(made);
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(old, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      const [from, to] = [join(old, path), join(output, path)];
      if (path === MANIFEST) continue;
      if (entry.isDirectory() && (folders.has(path) || exists(to))) {
        walk(path);
        rmdirSync(from);
      } else if ((made.has(path) && !entry.isDirectory()) || exists(to)) unlinkSync(from);
      else {
        mkdirSync(dirname(to), { recursive: true });
        renameSync(from, to);
      }
    }
  };
  walk("");
  rmSync(join(old, MANIFEST), { force: true });
  rmdirSync(old);
}
