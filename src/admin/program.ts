// The program of the form, compiled with Carnet (`scripts/admin.mjs`).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";

/** Its folder in the output, beside the page. File names change with their bytes. */
export const PROGRAM = "program/";

interface Program {
  /** Name of the entry script. */
  script: string;
  /** Names of all its files, below its folder. */
  files: readonly string[];
}

const FOLDER = join(packageRoot, "dist/admin/program");

function program(): Program {
  return JSON.parse(readFileSync(join(FOLDER, "files.json"), "utf8")) as Program;
}

/** Path of the entry script from the page. */
export function adminScript(): string {
  return PROGRAM + program().script;
}

/** Its files: absolute path of each, and its path in the output. */
export function adminFiles(folder: string): { from: string; to: string }[] {
  return program().files.map((name) => ({ from: join(FOLDER, name), to: `${folder}${PROGRAM}${name}` }));
}
