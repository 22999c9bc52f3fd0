// Which ids the site's layouts give to pages, as far as this can be determined without rendering one.
// If a layout, code or data of the owner's affects a page, it may add any id: nothing is then known of that page.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PageAnchors } from "../../checks/content-checks.ts";
import { AROUND, layoutIds } from "../../pages/anchors.ts";
import { layoutsIn, layoutTexts, ownLayouts } from "./layout-texts.ts";

/** `builtin` is the folder of Carnet's own layouts. */
export function pageAnchors(root: string, builtin: string): PageAnchors {
  const own = ownLayouts(root, builtin);
  const around = new Set([...AROUND, ...(own === undefined ? [] : idsIn(own))]);
  if (existsSync(join(root, "_data")) || mayAddIds(join(root, ".eleventy.ts")))
    return { around, of: () => undefined };
  const texts = own === undefined ? undefined : layoutTexts(own, builtin);
  return {
    around,
    of: (page) =>
      typeof page.layout === "string" && (texts === undefined || texts(page.layout).isBuiltin)
        ? layoutIds(page)
        : undefined,
  };
}

/** Ids that are written literally in layouts. */
function idsIn(folder: string): string[] {
  return layoutsIn(folder)
    .flatMap((file) => [
      ...readFileSync(join(folder, file), "utf8").matchAll(/\sid\s*=\s*["']?([^\s"'>{}]+)/g),
    ])
    .flatMap(([, id]) => id ?? []);
}

/** Methods by which a configuration adds things that Carnet's own layouts do not use. */
const APART: ReadonlySet<string> = new Set([
  ...["addFilter", "addNunjucksFilter", "addCollection", "addPassthroughCopy", "addWatchTarget"],
  ...["addShortcode", "addNunjucksShortcode", "addPairedShortcode", "addPairedNunjucksShortcode"],
]);

/**
 * Determined from the words of the code, since a check neither compiles nor runs it; true if in doubt. What a build asks of the
 * compiled code (`eleventy/local-config.ts`) is another question: a transform may add ids and still be local to its page.
 */
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
