// The default site (the editors' guide), built once for all tests that read it, since its pictures take a while.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../../src/files.ts";
import { makeBuiltSite } from "./built-sites.ts";
import { ROOT, type TestSite } from "./site.ts";

/** At a date when all its posts are published. */
export const GUIDE_BUILD = ["--no-search", "--now", "2100-01-01T00:00:00Z"] as const;

export function guideSite(): TestSite {
  const files = ["content", "public"].flatMap((folder) =>
    filesBelow(join(ROOT, folder)).map((file) => `${folder}/${file}`),
  );
  return makeBuiltSite(
    Object.fromEntries(files.map((path) => [path, readFileSync(join(ROOT, path))])),
    GUIDE_BUILD,
  );
}
