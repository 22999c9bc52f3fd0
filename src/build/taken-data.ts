// Global data of a site under a name that layouts use for data of Carnet → warnings: on pages without such a value, a layout
// would take the site's for Carnet's, and show it or fail on it.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { problem, topOf, type Place, type Problem } from "../problems.ts";
import { configWords } from "./config-words.ts";

/** Names of the data that `eleventy/` and `pages/` give to layouts (docs/architecture.md); other names do no harm. */
const TAKEN = new Set(
  (
    "site assets logo t tAttribute pageAttribute kind lang dir title titleLang description descriptionLang metaDescription canonical noindex " +
    "pageUrl siteTitle siteDescription nav footer breadcrumbs alternates feeds shareImage audiencePage toRoot authors tags day date image updated " +
    "twitter translations readingMinutes headings previous next related corrections license " +
    "posts pager total groups letters members person terms months siblings earlier later lead leads deadline partOf siteNotice"
  ).split(" "),
);

/** `root` is the absolute path of the site root. */
export function takenData(root: string): Problem[] {
  const folder = join(root, "_data");
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const ofFiles = files.flatMap((file) => {
    const name = file.replace(/\..*$/, "");
    return TAKEN.has(name) ? told(name, topOf(`_data/${file}`)) : [];
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
