// The marks of an unfinished merge in a site's layouts and in its `.eleventy.ts` → an error for each, at the first mark.
// A layout with marks inside a block is valid to Nunjucks: every page would show both versions, and the marks.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unmergedIn } from "../content/merge-marks.ts";
import { isFile } from "../files.ts";
import { problem, type Problem } from "../problems.ts";
import { CONFIG_FILE } from "./config-words.ts";
import { codeIn } from "./theme/layout-texts.ts";

/** `root` is the absolute path of the site root. */
export function unmergedCode(root: string): Problem[] {
  const layouts = codeIn(join(root, "layouts")).map((name) => `layouts/${name}`);
  const files = isFile(join(root, CONFIG_FILE)) ? [CONFIG_FILE, ...layouts] : layouts;
  return files.flatMap((file) =>
    unmergedIn(readFileSync(join(root, file), "utf8")).map(({ first }) =>
      problem("merge-conflict", { file, line: first + 1, column: 1 }, {}),
    ),
  );
}
