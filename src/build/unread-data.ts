// Files of `_data/` in a format that is not read → warnings: layouts do not see them, and nothing else reports it.
// A configuration that adds a data format is assumed to read all of them.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { filesBelow, isFile } from "../files.ts";
import { problem, topOf, type Problem } from "../problems.ts";
import { configWords } from "./config-words.ts";

/** Common data formats, except those that are read: YAML (`eleventy/data-formats.ts`), and JSON and JavaScript, by Eleventy itself. */
const UNREAD = /\.(?:toml|csv|tsv|json5|jsonc)$/i;

/** `root` is the absolute path of the site root. */
export function unreadData(root: string): Problem[] {
  const folder = join(root, "_data");
  if (!existsSync(folder) || isFile(folder) || configWords(root).code.includes("addDataExtension")) return [];
  return filesBelow(folder)
    .filter((name) => UNREAD.test(name))
    .map((name) => {
      const stem = name.replace(UNREAD, "");
      const params = { name: stem.replaceAll("/", "."), fix: `_data/${stem}.yaml` };
      return problem("stray-file/data", topOf(`_data/${name}`), params);
    });
}
