// Renders planned pages into a folder with Eleventy.
import Eleventy from "@11ty/eleventy";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../files.ts";
import type { Page } from "../pages/types.ts";
import carnet from "./index.ts";
import { OwnerConfigError, type OwnerCode, type OwnerConfig } from "./owner-config.ts";
import type { Rendering } from "./page-data.ts";
import { setRun, type EleventyRun } from "./plugin.ts";
import type { EleventyConfig } from "./types.ts";

export interface RunOptions {
  rendering: Rendering;
  /** Absolute path. */
  output: string;
  owner: OwnerConfig | undefined;
  code: OwnerCode;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Writes pages, and what the owner's code writes besides. The working directory must be the site root, as Eleventy's paths
 * require. Returns whether the owner declared their code pure.
 * @throws what Eleventy throws: a fault of a layout or of the owner's configuration, or an error of the disk.
 */
export async function renderByEleventy(
  pages: readonly Page[],
  { rendering, output, owner, code, onProgress }: RunOptions,
): Promise<boolean> {
  let done = 0;
  const failures: unknown[] = [];
  const run: EleventyRun = {
    ...{ rendering, pages, registered: false, isPure: false, failures },
    onRendered: () => onProgress?.(++done, pages.length),
  };
  let given: EleventyConfig | undefined;
  const eleventy = new Eleventy(".", output, {
    source: "cli",
    configPath: false,
    pathPrefix: rendering.model.prepared.plan.content.site.basePath,
    quietMode: true,
    config(config) {
      given = config;
      setRun(config, run);
      config.setIncludesDirectory("layouts");
      // Eleventy's own warnings about slow filters depend on the machine, and would be printed among Carnet's.
      config.benchmarkManager.get("Configuration").setMinimumThresholdMs(Number.MAX_SAFE_INTEGER);
      if (!owner) config.addPlugin(carnet);
      // Once Eleventy has added its own filters, which the owner may replace.
      else config.on("eleventy.beforeConfig", (ready: EleventyConfig) => owner.configure(ready));
    },
  });
  eleventy.disableLogger();
  try {
    await eleventy.init();
  } finally {
    // Also after a failure: the files that the code read may be at fault.
    const { additionalWatchTargets = [], passthroughCopies = {} } = given ?? {};
    code.watched = [...code.watched, ...additionalWatchTargets, ...Object.keys(passthroughCopies)];
  }
  eleventy.watchTargets.clearImportCacheFor(
    existsSync("_data") ? filesBelow("_data").map((file) => `./_data/${file}`) : [],
  );
  if (!run.registered) throw new OwnerConfigError(".eleventy.ts: `config.addPlugin(carnet)` is missing.");
  await eleventy.executeBuild().finally(() => {
    rendering.environment.release();
  });
  if (failures.length > 0) throw failures[0];
  const missing = pages.find((page) => !existsSync(join(output, page.output)));
  if (missing) throw new OwnerConfigError(`.eleventy.ts: nothing at ${missing.url}`);
  return run.isPure;
}
