// The owner's own code (layouts, configuration) → what is wrong with it that nothing else would report.
import type { Problem } from "../problems.ts";
import { lostBlocks } from "./theme/lost-blocks.ts";
import { replacedLayouts } from "./theme/replaced-layouts.ts";
import { unmergedCode } from "./unmerged-code.ts";

/** `root` is the site root, `builtin` the folder of Carnet's own layouts. */
export function ownCodeProblems(root: string, builtin: string): Problem[] {
  return [...replacedLayouts(root, builtin).problems, ...lostBlocks(root, builtin), ...unmergedCode(root)];
}
