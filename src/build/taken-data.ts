// Global data of a site's own under a name that layouts know as something of Carnet's → warnings: on pages that have none of their
// own, a layout would take the value for Carnet's, and show it or fail on it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { problem, type Problem } from "../problems.ts";

/** What `eleventy/` and `pages/` call what they give to layouts (docs/architecture.md); what other names have is of no harm. */
const TAKEN = new Set(
  (
    "site assets logo t kind lang dir title description canonical noindex pageUrl nav footer breadcrumbs alternates feeds " +
    "shareImage audiencePage toRoot authors tags day date image updated twitter translations readingMinutes headings previous " +
    "next related corrections license posts pager total groups months siblings earlier later lead"
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
  return [...ofFiles, ...ofConfig(join(root, ".eleventy.ts"))];
}

function ofConfig(config: string): Problem[] {
  const lines = existsSync(config) ? readFileSync(config, "utf8").split("\n") : [];
  return lines.flatMap((line, i) =>
    [...line.replace(/^\s*\/\/.*/, "").matchAll(/addGlobalData\(\s*["'](\w+)["']/g)].flatMap(
      ({ index, 1: name = "" }) =>
        TAKEN.has(name) ? told(name, { file: ".eleventy.ts", line: i + 1, column: index + 1 }) : [],
    ),
  );
}

function told(name: string, place: { file: string; line: number; column: number }): Problem {
  return problem("taken-name", place, { name, fix: `my_${name}` });
}
