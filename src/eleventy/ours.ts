// Which pages contain nothing of the site owner's except words: no layout, no code, and no data that Eleventy would read.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { layoutTexts } from "../build/theme/layout-texts.ts";
import type { Page } from "../pages/types.ts";
import { builtinLayouts } from "./builtin-layouts.ts";
import { hasDataFiles, type OwnerConfig } from "./owner-config.ts";

/** `root` is the site root, `owner` what its `.eleventy.ts` exports. */
export function knowsOurs(root: string, owner: OwnerConfig | undefined): (page: Page) => boolean {
  if ((owner && !owner.onlyCarnet) || hasDataFiles(root)) return () => false;
  const own = join(root, "layouts");
  if (!existsSync(own)) return () => true;
  const texts = layoutTexts(own, builtinLayouts().folder);
  return ({ layout }) => layout === null || texts(layout).isBuiltin;
}
