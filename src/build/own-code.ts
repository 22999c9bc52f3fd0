// The owner's own code (layouts, configuration) → what is wrong with it that nothing else would report.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unmergedIn } from "../content/merge-marks.ts";
import { isFile } from "../files.ts";
import { problem, type Problem } from "../problems.ts";
import { lostBlocks } from "./theme/lost-blocks.ts";
import { codeIn } from "./theme/layout-texts.ts";
import { replacedLayouts } from "./theme/replaced-layouts.ts";

/** A site's own configuration of Eleventy. */
export const CONFIG_FILE = ".eleventy.ts";

/** `root` is the site root, `builtin` the folder of Carnet's own layouts. */
export function ownCodeProblems(root: string, builtin: string): Problem[] {
  return [...replacedLayouts(root, builtin).problems, ...lostBlocks(root, builtin), ...unmergedCode(root)];
}

/**
 * The marks of an unfinished merge. A layout with marks inside a block is valid to Nunjucks: every page would show both versions.
 */
export function unmergedCode(root: string): Problem[] {
  const layouts = codeIn(join(root, "layouts")).map((name) => `layouts/${name}`);
  const files = isFile(join(root, CONFIG_FILE)) ? [CONFIG_FILE, ...layouts] : layouts;
  return files.flatMap((file) =>
    unmergedIn(readFileSync(join(root, file), "utf8")).map(({ first }) =>
      problem("merge-conflict", { file, line: first + 1, column: 1 }, {}),
    ),
  );
}
