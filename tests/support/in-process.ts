// Builds a site in the process of the test, for what the command has no option for.
import { Store } from "../../src/build/store.ts";
import { publishSite, type Publication } from "../../src/cli/make-site.ts";
import { EntryMemory } from "../../src/content/entry.ts";
import { OwnerCode } from "../../src/eleventy/owner-config.ts";
import type { ShardSizes } from "../../src/pages/search.ts";
import { optionsFor, SILENT } from "./command.ts";

/** What a process that builds a site again and again holds of it, as `carnet dev` does. */
export interface Held {
  store: Store;
  memory: EntryMemory;
  code: OwnerCode;
}

export function heldOf(site: string): Held {
  const store = new Store(site, { trust: true, keep: true });
  return { store, memory: new EntryMemory(), code: new OwnerCode() };
}

export interface Building {
  now: string;
  held?: Held;
  preview?: boolean;
  search?: boolean;
  shards?: ShardSizes;
  basePath?: string;
  explain?: string;
}

/** Builds a site into its `_site`, with its root as the working directory. */
export async function buildHere(site: string, building: Building): Promise<Publication> {
  const { now, held, preview = false, search = false, shards, basePath, explain } = building;
  const argv = ["build", "--quiet", "--format", "json", ...(search ? [] : ["--no-search"])];
  if (basePath !== undefined) argv.push("--base-path", basePath);
  if (explain !== undefined) argv.push("--explain", explain);
  const { store, memory, code } = held ?? heldOf(site);
  const how = { indexed: !preview, store, memory, preview, code, ...(shards && { shards }) };
  const before = process.cwd();
  process.chdir(site);
  try {
    const done = await publishSite(optionsFor(site, argv, now), SILENT, how);
    if (!held) store.save();
    return done;
  } finally {
    process.chdir(before);
  }
}
