// The owner's own code (layouts, stylesheets, configuration, data) and the installed Carnet → what is wrong with them.
import type { Page } from "../pages/types.ts";
import type { Problem } from "../problems.ts";
import { brokenData } from "./broken-data.ts";
import { staleInstall } from "./stale-install.ts";
import { takenData } from "./taken-data.ts";
import { lostBlocks } from "./theme/lost-blocks.ts";
import { replacedLayouts } from "./theme/replaced-layouts.ts";
import { unheardConfig } from "./unheard-config.ts";
import { unmergedCode } from "./unmerged-code.ts";
import { unreadData } from "./unread-data.ts";

/** `root` is the site root, `builtin` the folder of Carnet's own layouts; `others`: the problems of the content. */
export function ownCodeProblems(
  root: string,
  { builtin, others }: { builtin: string; pages: readonly Page[]; others: readonly Problem[] },
): Problem[] {
  return [
    ...replacedLayouts(root, builtin).problems,
    ...lostBlocks(root, builtin),
    ...unmergedCode(root),
    ...brokenData(root),
    ...unreadData(root),
    ...takenData(root),
    ...unheardConfig(root),
    ...staleInstall(root, others),
  ];
}
