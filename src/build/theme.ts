// The theme's stylesheet and script: the site's own when it has them, published under names that change with their bytes.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Asset } from "../pages/types.ts";

/** Files of `layouts/assets/`, by the names that layouts know (`{{ assets.css | url }}`). */
const FILES = { css: "carnet.css", js: "player.js" } as const;

export interface ThemeAssets {
  files: readonly Asset[];
  urls: Readonly<Record<string, string>>;
}

/** Reads each file from the first folder that has it. The last folder is Carnet's, which has all. */
export function themeAssets(layoutFolders: readonly string[]): ThemeAssets {
  const files: Asset[] = [];
  const urls: Record<string, string> = {};
  for (const [name, file] of Object.entries(FILES)) {
    const path = layoutFolders
      .map((folder) => join(folder, "assets", file))
      .find((candidate) => existsSync(candidate));
    if (path === undefined) continue;
    const text = readFileSync(path, "utf8");
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
    const url = `/assets/${file.replace(/\.(\w+)$/, `-${hash}.$1`)}`;
    urls[name] = url;
    files.push({ url, text });
  }
  return { files, urls };
}
