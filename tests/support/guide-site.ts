// The editors' guide that Carnet comes with, built once for all tests that look at it: its pictures take a while.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeBuiltSite } from "./built-sites.ts";
import { ROOT, type TestSite } from "./site.ts";

/** With the articles that are to come. */
export const GUIDE_BUILD = ["--no-search", "--now", "2100-01-01T00:00:00Z"] as const;

export function guideSite(): TestSite {
  const files = ["content", "public"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return makeBuiltSite(
    Object.fromEntries(files.map((path) => [path.slice(ROOT.length + 1), readFileSync(path)])),
    GUIDE_BUILD,
  );
}
