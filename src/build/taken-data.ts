// Global data of a site's own under a name that layouts know as something of Carnet's → warnings: on pages that have none of their
// own, a layout would take the value for Carnet's, and show it or fail on it.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { problem, type Place, type Problem } from "../problems.ts";
import { configWords } from "./config-words.ts";

/** What `eleventy/` and `pages/` call what they give to layouts (docs/architecture.md); what other names have is of no harm. */
const TAKEN = new Set(
  (
    "site assets logo t kind lang dir title description canonical noindex pageUrl nav footer breadcrumbs alternates feeds " +
    "shareImage audiencePage toRoot authors tags day date image updated twitter translations readingMinutes headings previous " +
    "next related corrections license posts pager total groups months siblings earlier later lead partOf siteNotice"
  ).split(" "),
);

/** `root` is the absolute path of the site root. */
export function takenData(root: string): Problem[] {
  const folder = join(root, "_data");
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const ofFiles = files.flatMap((file) => {
    const name = file.replace(/\..*$/, "");
    return TAKEN.has(name) ? told(name, { file: `_data/${file}`, line: 1, column: 1 }) : [];
  });
  return [...ofFiles, ...ofConfig(root)];
}

function ofConfig(root: string): Problem[] {
  const { code, placeAt } = configWords(root);
  return [...code.matchAll(/addGlobalData\(\s*["'](\w+)["']/g)].flatMap(({ index, 1: name = "" }) =>
    TAKEN.has(name) ? told(name, placeAt(index)) : [],
  );
}

function told(name: string, place: Place): Problem {
  return problem("taken-name", place, { name, fix: `my_${name}` });
}
