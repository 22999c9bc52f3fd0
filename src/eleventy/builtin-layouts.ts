// The layouts that come with Carnet: where they are, and the names that pages and front matter may use.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../files.ts";

/** Names are sorted and without extension: `["archives", "base", …]`; partials are not layouts. */
export function builtinLayouts(): { folder: string; names: string[] } {
  const folder = join(packageRoot, "layouts");
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".njk"))
    .map((name) => name.slice(0, -4))
    .sort();
  return { folder, names };
}
