// Which ids the site's layouts give to pages, as far as that can be told without rendering one.
// Where a layout, code or data of the owner's has a part in a page, it may add any: then nothing is known of that page.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PageAnchors } from "../../checks/content-checks.ts";
import { AROUND, layoutIds } from "../../pages/anchors.ts";
import { layoutsIn, layoutTexts } from "./layout-texts.ts";

/** `builtin` is the folder of Carnet's own layouts. */
export function pageAnchors(root: string, builtin: string): PageAnchors {
  const own = join(root, "layouts");
  const hasLayouts = own !== builtin && existsSync(own);
  const around = new Set([...AROUND, ...(hasLayouts ? idsIn(own) : [])]);
  if (existsSync(join(root, "_data")) || mayAddIds(join(root, ".eleventy.ts")))
    return { around, of: () => undefined };
  const texts = hasLayouts ? layoutTexts(own, builtin) : undefined;
  return {
    around,
    of: (page) =>
      typeof page.layout === "string" && (texts === undefined || texts(page.layout).isBuiltin)
        ? layoutIds(page)
        : undefined,
  };
}

/** Ids that are written out in layouts. */
function idsIn(folder: string): string[] {
  return layoutsIn(folder)
    .flatMap((file) => [
      ...readFileSync(join(folder, file), "utf8").matchAll(/\sid\s*=\s*["']?([^\s"'>{}]+)/g),
    ])
    .flatMap(([, id]) => id ?? []);
}

/** What a configuration may add beside Carnet without a part in Carnet's own layouts. */
const APART: ReadonlySet<string> = new Set([
  ...["addFilter", "addNunjucksFilter", "addCollection", "addPassthroughCopy", "addWatchTarget"],
  ...["addShortcode", "addNunjucksShortcode", "addPairedShortcode", "addPairedNunjucksShortcode"],
]);

/** Told from its words, and in doubt yes. */
function mayAddIds(config: string): boolean {
  if (!existsSync(config)) return false;
  const code = readFileSync(config, "utf8").replace(/^\s*\/\/.*$/gm, "");
  const others = code
    .replace(/^\s*import\s[^;]*?\sfrom\s+["']carnet["'];?/m, "")
    .replace(/\.addPlugin\(\s*carnet\s*\)/, "");
  if (/\bimport\b|\brequire\b/.test(others)) return true;
  const methods = others.match(/\b(?:add|set|augment|amend|remove)[A-Z]\w*|\.on\b/g) ?? [];
  return methods.some((method) => !APART.has(method));
}
