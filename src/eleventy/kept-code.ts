// Code to be run → where Node imports it from: a file of `.cache/config`, from which packages of the site are found.
// An existing file is compared, never trusted. If nothing can be stored, Node receives the code itself, which finds no package.
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { forgetUnused, isFree } from "../build/machine/stored-file.ts";
import { MachineError } from "../build/machine/machine-error.ts";
import { writeWholeText } from "../build/machine/whole-file.ts";
import { readText } from "../files.ts";

export interface CodeToKeep {
  /** Folder in `.cache/`, an absolute path. */
  folder: string;
  /** Changes with the text. */
  name: string;
  text: string;
  /** True if it imports a package of the site. */
  hasPackages: boolean;
}

/** The address that Node imports. @throws what the disk reports, if packages have to be found. */
export function keepCode({ folder, name, text, hasPackages }: CodeToKeep): string {
  const file = join(folder, name);
  try {
    requireReal(folder);
    if (readText(file) !== text) write(file, text);
    return pathToFileURL(file).href;
  } catch (error) {
    if (hasPackages) throw error;
    // Error messages name that file all the same.
    const named = `${text}\n//# sourceURL=${file}\n`;
    return `data:text/javascript;base64,${Buffer.from(named).toString("base64")}`;
  }
}

/** A symbolic link planted there would lead the build to write elsewhere. */
function requireReal(folder: string): void {
  for (const one of [dirname(folder), folder]) if (!isFree(one)) throw new MachineError("ENOTDIR", one);
}

/** The file is replaced by a rename: another build may be reading it. */
function write(file: string, text: string): void {
  const folder = dirname(file);
  writeWholeText(file, text);
  forgetUnused(folder, (one) => join(folder, one) === file);
}
