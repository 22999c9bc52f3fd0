// The layouts of a site, and those that come with Carnet, by their names.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isFile } from "../../files.ts";

/** Prefix by which a layout of the site names the built-in one that it replaces. */
const BUILTIN = "carnet/";

/** Folders of layouts, as absolute paths. */
export interface Folders {
  site: string;
  builtin: string;
}

/** Whether a layout has front matter, which may name its own layout and hold data: Eleventy reads it. */
export function hasFrontMatter(text: string): boolean {
  return /^\ufeff?---\r?\n/.test(text);
}

/** The layout that a tag names: the site's own, otherwise Carnet's, whose name then begins with `carnet/`. */
export function findLayout(
  wanted: string,
  { site, builtin }: Folders,
): { name: string; path: string } | undefined {
  const isBuiltin = wanted.startsWith(BUILTIN);
  const own = join(site, wanted);
  if (!isBuiltin && isFile(own)) return { name: wanted, path: own };
  const name = isBuiltin ? wanted.slice(BUILTIN.length) : wanted;
  const path = join(builtin, name);
  return isFile(path) ? { name: BUILTIN + name, path } : undefined;
}

/**
 * Folder of a site's own layouts, if there is one. Carnet's own default site has the built-in layouts as its own: they replace
 * none. `root` is the absolute path of the site root, `builtin` that of Carnet's own layouts.
 */
export function ownLayouts(root: string, builtin: string): string | undefined {
  const own = join(root, "layouts");
  return own !== builtin && existsSync(own) ? own : undefined;
}

/** Names of the layouts in a folder and below, with `/` between folders; none if there is no folder. */
export function layoutsIn(folder: string): string[] {
  return filesIn(folder).filter((name) => name.endsWith(".njk"));
}

/** Names of all files there in which someone may have changed code: layouts, styles and scripts. */
export function codeIn(folder: string): string[] {
  return filesIn(folder).filter((name) => /\.(?:njk|css|js)$/.test(name));
}

/** Unlike `filesBelow`, also returns the targets of links: a site may share its layouts that way. */
function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => isFile(join(folder, name)))
    .map((name) => name.replaceAll("\\", "/"))
    .sort();
}
