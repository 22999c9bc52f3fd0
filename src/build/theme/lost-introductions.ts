// Layouts of a site's own that show nothing of the pages that introduce their lists → warnings: authors of such a page look
// for its text in vain, and seldom wrote the layout themselves.
// If a text of the layout names `content`, or may be any text, the layout is assumed to show it.
import { join } from "node:path";
import { isIntroduced } from "../../pages/introductions.ts";
import type { Page } from "../../pages/types.ts";
import { problem, topOf, type Problem } from "../../problems.ts";
import { layoutTexts } from "./layout-texts.ts";

/** `root` is the absolute path of the site root, `builtin` that of Carnet's own layouts. One problem for each layout. */
export function lostIntroductions(
  pages: readonly Pick<Page, "kind" | "entry" | "layout">[],
  { root, builtin }: { root: string; builtin: string },
): Problem[] {
  const shown = new Map<string, string>();
  for (const page of pages) {
    const { layout, entry } = page;
    if (entry && layout !== null && isIntroduced(page) && !shown.has(layout)) shown.set(layout, entry.file);
  }
  const textsOf = layoutTexts(join(root, "layouts"), builtin);
  return [...shown].flatMap(([layout, page]) => {
    const { isBuiltin, namesContent } = textsOf(layout);
    if (isBuiltin || namesContent) return [];
    return problem("lost-block/introduction", topOf(`layouts/${layout}.njk`), { page });
  });
}
