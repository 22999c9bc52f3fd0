// Builds a site in the process of the test, for what the command has no option for.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Prepared } from "../../src/build/prepare.ts";
import { Store } from "../../src/build/store.ts";
import { publishSite, type Publication } from "../../src/cli/make-site.ts";
import { OwnerCode } from "../../src/eleventy/owner-config.ts";
import { filesBelow } from "../../src/files.ts";
import { optionsFor, SILENT, within } from "./command.ts";

/** What a process that builds a site again and again holds of it, as `carnet dev` does. */
export interface Held {
  store: Store;
  code: OwnerCode;
  /** What it last published, if it told `built` the files that changed since. */
  before?: Prepared | undefined;
}

export function heldOf(site: string): Held {
  const store = new Store(site, { trust: true, keep: true });
  return { store, code: new OwnerCode() };
}

export interface Building {
  now: string;
  held?: Held;
  /** Paths of the files written since the process last built the site with these options. */
  changed?: readonly string[];
  preview?: boolean;
  search?: boolean;
  basePath?: string;
  explain?: string;
}

/** Search index sizes that give a small site several shards. */
const SHARDS = { smallest: 3, most: 2 };

/** Builds a site into its `_site`. */
export async function buildHere(site: string, building: Building): Promise<Publication> {
  const { now, held, changed, preview = false, search = false, basePath, explain } = building;
  const argv = ["build", "--quiet", "--format", "json", ...(search ? [] : ["--no-search"])];
  if (basePath !== undefined) argv.push("--base-path", basePath);
  if (explain !== undefined) argv.push("--explain", explain);
  const { store, code } = held ?? heldOf(site);
  const since = held?.before && changed && { before: held.before, files: changed };
  const how = { store, since, preview, code, shards: SHARDS };
  const done = await within(site, () => publishSite(optionsFor(site, argv, now), SILENT, how));
  if (!held) store.save();
  else if (changed) held.before = done.published && done.session.prepared;
  return done;
}

export interface Built {
  /** Absent if the site has errors. */
  files?: Map<string, string>;
  told: string;
}

/** Builds a site, and returns every file and every problem reported. */
export async function built(site: string, building: Building): Promise<Built> {
  const { session, published } = await buildHere(site, building);
  // Nunjucks names a layout that fails by its absolute path.
  const told = JSON.stringify(session.shown, null, 1).replaceAll(site, "");
  return { told, ...(published && { files: filesIn(join(site, "_site")) }) };
}

/** Every file of a folder with its bytes. */
export function filesIn(folder: string): Map<string, string> {
  return new Map(filesBelow(folder).map((file) => [file, readFileSync(join(folder, file), "latin1")]));
}
