// The running Carnet, with all it is made of → a version that changes with any of it.
// A cache that another version wrote is ignored, and rebuilt.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageRoot } from "../files.ts";
import { digestOf, digestOfFolder } from "./digest.ts";

/** `folder` is the absolute path of Carnet's package folder. */
export function codeVersion(folder = packageRoot): string {
  const parts = [process.version, process.arch, process.platform];
  const dist = join(folder, "dist");
  if (existsSync(dist)) parts.push(digestOfFolder(dist, isOfCode));
  // Carnet requires exact versions of packages; only the list of what was installed has those that they require in turn.
  for (const list of [join(folder, "package.json"), ...installedPackages(folder)])
    parts.push(digestOf(readFileSync(list)));
  return digestOf(parts.join("\n"));
}

/** Of the form's program (megabytes that no build runs), only the file list counts: its file names change with their bytes. */
function isOfCode(file: string): boolean {
  return file.startsWith("admin/program/") ? file === "admin/program/files.json" : file.endsWith(".js");
}

/** The lists of what npm, pnpm or Yarn installed, with versions, in the nearest `node_modules` that has one. */
function installedPackages(folder: string): string[] {
  const names = [".package-lock.json", ".pnpm/lock.yaml", ".yarn-integrity", ".yarn-state.yml"];
  const lists = names.map((name) => join(folder, "node_modules", name)).filter((list) => existsSync(list));
  const parent = dirname(folder);
  return lists.length > 0 || parent === folder ? lists : installedPackages(parent);
}
