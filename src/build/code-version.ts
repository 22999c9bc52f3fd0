// The running Carnet, with all it is made of → a version that changes with any of it.
// A cache that another version wrote is ignored, and rebuilt.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow, packageRoot } from "../files.ts";
import { digestOf } from "./machine/digest.ts";

let running: string | undefined;

/** The version that this process runs; the files on disk may be replaced later. */
export function runningVersion(): string {
  return (running ??= codeVersion(packageRoot));
}

/** `folder` is the absolute path of Carnet's package folder. */
export function codeVersion(folder: string): string {
  const parts = [process.version, process.arch, process.platform];
  const dist = join(folder, "dist");
  for (const file of existsSync(dist) ? filesBelow(dist) : [])
    if (isOfCode(file)) parts.push(file, digestOf(readFileSync(join(dist, file))));
  // Carnet requires exact versions of packages; only the list of what was installed has those that they require in turn.
  for (const list of [join(folder, "package.json"), ...installedPackages(folder)])
    parts.push(digestOf(readFileSync(list)));
  return digestOf(parts.join("\n"));
}

/** Of the form's program (megabytes that no build runs), only the file list counts: its file names change with their bytes. */
function isOfCode(file: string): boolean {
  const [folder, program, name] = file.split("/");
  return folder === "admin" && program === "program" ? name === "files.json" : file.endsWith(".js");
}

/** Carnet's own layouts and theme. They change only with its version, except for those who work on Carnet. */
export function layoutsVersion(layouts: string): string {
  const texts = filesBelow(layouts);
  return digestOf(texts.map((file) => `${file} ${digestOf(readFileSync(join(layouts, file)))}`).join("\n"));
}

/** The lists of what npm, pnpm or Yarn installed, with versions, in the nearest `node_modules` that has one. */
function installedPackages(folder: string): string[] {
  const lists = LISTS.map((name) => join(folder, "node_modules", name)).filter((list) => existsSync(list));
  const parent = dirname(folder);
  return lists.length > 0 || parent === folder ? lists : installedPackages(parent);
}

const LISTS = [".package-lock.json", ".pnpm/lock.yaml", ".yarn-integrity", ".yarn-state.yml"];
