// Deleted files whose name comes back with another case or form of accents. A disk that ignores these puts the new file in the
// place of the old one, and keeps the old name, which a host that does not ignore them would serve.
import { diskKey, foldersAbove } from "../../paths.ts";
import { foldersOf } from "./manifest.ts";

/** Those of `gone` of which the name, or that of a folder above, differs from one of `come` only so. */
export function respelled(gone: readonly string[], come: readonly string[]): readonly string[] {
  const spelt = new Map([...come, ...foldersOf(come)].map((path) => [diskKey(path), path]));
  const isOther = (path: string): boolean => (spelt.get(diskKey(path)) ?? path) !== path;
  return gone.filter((path) => [path, ...foldersAbove(path)].some(isOther));
}
