// The Carnet that runs, with all it is made of → a name that changes with any of it.
// A cache that another version wrote is worth nothing: it is rebuilt, never believed.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow } from "../../files.ts";
import { packageRoot } from "../../package-root.ts";
import { digestOf } from "../machine/digest.ts";

let running: string | undefined;

/** Of the Carnet that this process runs: what stands on the disk later is another one's. */
export function runningVersion(): string {
  return (running ??= codeVersion(packageRoot));
}

/** `folder` is the absolute path of a Carnet's own folder. */
export function codeVersion(folder: string): string {
  const parts = [process.version, process.arch, process.platform];
  const dist = join(folder, "dist");
  for (const file of existsSync(dist) ? filesBelow(dist) : [])
    if (isOfCode(file)) parts.push(file, digestOf(readFileSync(join(dist, file))));
  const installed = installedPackages(folder);
  if (installed !== undefined) parts.push(digestOf(readFileSync(installed)));
  return digestOf(parts.join("\n"));
}

/** Of the form's program, which is megabytes that no build runs, the list: names of its files change with their bytes. */
function isOfCode(file: string): boolean {
  const [folder, program, name] = file.split("/");
  return folder === "admin" && program === "program" ? name === "files.json" : file.endsWith(".js");
}

/** Carnet's own layouts and theme, which change only with its version, but for those who work on Carnet. */
export function layoutsVersion(layouts: string): string {
  const texts = filesBelow(layouts);
  return digestOf(texts.map((file) => `${file} ${digestOf(readFileSync(join(layouts, file)))}`).join("\n"));
}

/** npm's list of what stands in the nearest `node_modules`, with versions. */
function installedPackages(folder: string): string | undefined {
  const list = join(folder, "node_modules", ".package-lock.json");
  if (existsSync(list)) return list;
  const parent = dirname(folder);
  return parent === folder ? undefined : installedPackages(parent);
}
