// Reports why a folder must not be an output: a build would replace files that a person wrote.
// Symbolic links are resolved on both sides, since `--output` may reach the sources by another name.
import { statSync } from "node:fs";
import { join, parse, relative, sep, isAbsolute } from "node:path";
import { exists, isFile } from "../../files.ts";
import { MANIFEST, places } from "./places.ts";

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

/** Why `output` cannot be the output of the site at `root` (both absolute paths); `undefined` if it can. */
export function checkOutput(output: string, root: string): OutputRefusal | undefined {
  const to = places(output).output;
  const site = places(root).output;
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
