// `carnet init FOLDER`: a new site root from the files of `templates/`, which builds at once and belongs to its owner.
// Carnet remains a dependency, so that little of what is written here needs rewriting when Carnet changes.
import { readdirSync, statSync } from "node:fs";
import { basename, relative, resolve } from "node:path";
import { dayOf } from "../content/dates.ts";
import { packageRoot } from "../files.ts";
import { shellWord, startingWords } from "../strings/starting.ts";
import { carnetPackage } from "./carnet-source.ts";
import type { ExitStatus } from "./main.ts";
import { placeRemarks, siteFiles, writeNew } from "./new-site.ts";
import type { Options } from "./arguments.ts";
import { refuseUse, type Terminal } from "./terminal.ts";

/** What a new repository may already contain. */
const IGNORED = new Set([".git"]);

/** Maximum number of names that a message lists for a folder that is not empty. */
const SHOWN = 5;

export function init(options: Options, terminal: Terminal): ExitStatus {
  const [named = "."] = options.operands;
  const lang = options.lang;
  const words = startingWords(lang);
  const root = resolve(options.site, named);
  const refuse = (text: string): ExitStatus => refuseUse(terminal, lang, text);
  const there = namesIn(root);
  if (there === undefined) return refuse(words.notFolder(named));
  if (there.length > 0)
    return refuse(words.notEmpty(named, there.slice(0, SHOWN), Math.max(0, there.length - SHOWN)));
  const carnet = carnetPackage(packageRoot);
  const day = dayOf(options.now(), "Europe/Paris");
  const files = siteFiles({ lang, folder: basename(root), day, root, carnet, url: options.url });
  writeNew(root, files);
  if (!options.quiet) {
    // One command a line: the PowerShell of Windows does not know `&&`.
    const go = relative(options.site, root) === "" ? "" : `  cd ${shellWord(named)}\n`;
    terminal.out(`${words.made(named, files.size)}\n${words.next}\n${go}  npm install\n  npm run dev\n`);
  }
  for (const remark of placeRemarks({ lang, carnet, root })) terminal.err(`${remark}\n`);
  return 0;
}

/** Names in a folder, empty if it does not exist; undefined for anything other than a folder. */
function namesIn(folder: string): string[] | undefined {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  return stat.isDirectory()
    ? readdirSync(folder)
        .filter((name) => !IGNORED.has(name))
        .sort()
    : undefined;
}
