// The path in `.cache/` for what is known of an output. If the output is inside the site, a copy of the site finds it again.
import { isAbsolute, join, relative } from "node:path";
import { cacheFolder } from "../machine/checked-file.ts";
import { digestOf } from "../machine/digest.ts";
import { places } from "../output/places.ts";

/** Absolute path; `undefined` if a symbolic link or a file is in the way. */
export function outputCache(
  { root, output }: { root: string; output: string },
  extension: string,
): string | undefined {
  const { path: folder, isReal } = cacheFolder(root, "outputs");
  if (!isReal) return undefined;
  const to = places(output).output;
  const way = relative(root, to);
  const name = digestOf(way.startsWith("..") || isAbsolute(way) ? to : way).slice(0, 16);
  return join(folder, name + extension);
}
