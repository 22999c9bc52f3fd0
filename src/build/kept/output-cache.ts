// Where `.cache/` keeps what is known of an output: found again in a copy of the site elsewhere, where the output lies within it.
import { isAbsolute, join, relative } from "node:path";
import { isFree } from "../machine/checked-file.ts";
import { digestOf } from "../machine/digest.ts";
import { places } from "../output/places.ts";

/** Absolute path, without extension; undefined where a link or a file of another's stands in the way. */
export function outputCache(root: string, output: string): string | undefined {
  const folder = join(root, ".cache", "outputs");
  if (![join(root, ".cache"), folder].every(isFree)) return undefined;
  const to = places(output).output;
  const way = relative(root, to);
  return join(folder, digestOf(way.startsWith("..") || isAbsolute(way) ? to : way).slice(0, 16));
}
