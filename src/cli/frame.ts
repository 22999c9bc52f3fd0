// Adds to an imported blog the files that `carnet init` gives a new site, except those that exist already.
import { lstatSync } from "node:fs";
import { basename, join } from "node:path";
import { dayOf } from "../content/dates.ts";
import { readSettings } from "../content/settings/settings.ts";
import { readTree } from "../content/tree.ts";
import { exists } from "../files.ts";
import { packageRoot } from "../package-root.ts";
import { startingWords } from "../strings/starting.ts";
import { carnetPackage } from "./carnet-source.ts";
import { frameFiles, placeRemarks } from "./new-site.ts";
import type { Options } from "./options.ts";
import type { Terminal } from "./terminal.ts";
import { writeNew } from "./write-new.ts";

/** Writes the files that the site root lacks, and lists them. A site with a `package.json` of its own is left as it is. */
export function addFrame(root: string, options: Options, terminal: Terminal): void {
  if (exists(join(root, "package.json"))) return;
  const lang = options.spoken;
  const carnet = carnetPackage(packageRoot);
  const title = readSettings(readTree(root).settings).site?.title;
  const day = dayOf(options.now(), "Europe/Paris");
  const files = [...frameFiles({ lang, folder: basename(root), title, day, root, carnet })].filter(([path]) =>
    isFree(root, path),
  );
  writeNew(root, new Map(files));
  if (options.quiet) return;
  const words = startingWords(lang);
  terminal.err(`${words.framed(files.map(([path]) => path))}\n`);
  for (const remark of placeRemarks({ lang, carnet, root })) terminal.err(`${remark}\n`);
}

/** Whether nothing exists at the path, and no link is on the way to it. */
function isFree(root: string, path: string): boolean {
  let at = root;
  for (const part of path.split("/")) {
    at = join(at, part);
    const stat = lstatSync(at, { throwIfNoEntry: false });
    if (stat === undefined) return true;
    if (!stat.isDirectory()) return false;
  }
  return false;
}
