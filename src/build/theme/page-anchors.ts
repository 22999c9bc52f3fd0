// Which ids the site's layouts give to pages, as far as this can be determined without rendering one.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { layoutsIn, ownLayouts } from "./layout-texts.ts";

/** Ids around every page and every text; which of them exist depends on the site. */
const AROUND: readonly string[] = [
  ...["page--main", "page--asking"],
  ...["page--toc", "page--corrections", "page--share", "page--related", "page--posts"],
];

/** Undefined if code or data of the owner's may give any other id. `builtin` is the folder of Carnet's own layouts. */
export function layoutIds(root: string, builtin: string): ReadonlySet<string> | undefined {
  if (existsSync(join(root, "_data")) || existsSync(join(root, ".eleventy.ts"))) return undefined;
  const own = ownLayouts(root, builtin);
  return new Set([...AROUND, ...(own === undefined ? [] : idsIn(own))]);
}

/** Ids that are written literally in layouts. */
function idsIn(folder: string): string[] {
  return layoutsIn(folder)
    .flatMap((file) => [
      ...readFileSync(join(folder, file), "utf8").matchAll(/\sid\s*=\s*["']?([^\s"'>{}]+)/g),
    ])
    .flatMap(([, id]) => id ?? []);
}
