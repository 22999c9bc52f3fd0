// Builds a site in the process of the test, for what the command has no option for.
import { join } from "node:path";
import { BrokenPictures } from "../../src/build/pictures/publish.ts";
import { Memory } from "../../src/build/prepare.ts";
import { Store } from "../../src/build/store.ts";
import type { Options } from "../../src/cli/arguments.ts";
import { KeptModel } from "../../src/eleventy/kept-model.ts";
import { openSession, publishSession, type Publication } from "../../src/cli/session.ts";
import type { ShardSizes } from "../../src/pages/search.ts";
import { SILENT } from "./command.ts";

export interface Building {
  now: string;
  memory?: Memory;
  kept?: KeptModel;
  changed?: readonly string[];
  preview?: boolean;
  search?: boolean;
  shards?: ShardSizes;
  basePath?: string;
  explain?: string;
}

/** What a process that builds this site again and again holds of it. */
export function memoryOf(site: string, renewed = (): void => undefined): Memory {
  return new Memory(new Store(site, { trust: true, keep: true }), renewed);
}

/** Builds a site into its `_site`, with its root as the working directory. */
export async function buildHere(site: string, building: Building): Promise<Publication> {
  const { now, memory, changed, preview = false, search = false, shards, basePath, explain } = building;
  const kept = building.kept ?? new KeptModel();
  const options = {
    ...optionsFor(site, { now, search, basePath }),
    ...(explain !== undefined && { explain }),
  };
  const before = process.cwd();
  process.chdir(site);
  try {
    const store = memory?.store ?? new Store(site, { trust: true, keep: true });
    const attempt = async (saved: readonly string[] | undefined): Promise<Publication> => {
      const opened = await openSession(options, SILENT, {
        ...{ indexed: !preview, store, changed: saved },
        ...(memory && { memory }),
        ...(shards && { shards }),
      });
      if (opened.refused) return { session: opened };
      return publishSession(opened, options, SILENT, { preview, kept, memory });
    };
    return await attempt(changed).catch((error: unknown) => {
      // They are known now.
      if (error instanceof BrokenPictures) return attempt(undefined);
      throw error;
    });
  } finally {
    // Otherwise Eleventy would keep in memory every site that a long run of tests builds.
    if (!building.kept) kept.release();
    process.chdir(before);
  }
}

/** The options of `carnet build --quiet --format json`. */
export function optionsFor(
  site: string,
  { now, search = false, basePath }: Pick<Building, "now" | "search"> & { basePath?: string | undefined },
): Options {
  return {
    ...{
      site,
      output: join(site, "_site"),
      usualOutput: true,
      drafts: false,
      future: false,
      strict: false,
      quiet: true,
    },
    ...{ now: () => new Date(now), format: "json", cache: true, search },
    ...{ port: 0, operands: [], pretended: false, publishes: true, lang: "fr" },
    ...(basePath !== undefined && { basePath }),
  };
}
