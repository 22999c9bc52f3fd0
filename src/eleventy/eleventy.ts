// Renders planned pages into a folder with Eleventy.
import Eleventy from "@11ty/eleventy";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../files.ts";
import type { Page } from "../pages/types.ts";
import carnet from "./index.ts";
import { OwnerConfigError, type OwnerCode, type OwnerConfig } from "./owner-config.ts";
import { renderPage, type Rendering } from "./page-data.ts";
import { setRun, type EleventyRun } from "./plugin.ts";
import type { EleventyConfig } from "./types.ts";

const MISSING_PLUGIN =
  '.eleventy.ts: Carnet is missing. Write `import carnet from "carnet-blog";`, and in the function `config.addPlugin(carnet);`.';

interface RunOptions {
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
  let failure: { error: unknown } | undefined;
  // Eleventy would report the first failure at once, and go on writing other pages into a folder that is removed by then.
  const guard: Guard = async (step, otherwise) => {
    if (failure) return otherwise;
    try {
      return await step();
    } catch (error) {
      failure ??= { error };
      return otherwise;
    }
  };
  let done = 0;
  const run: EleventyRun = {
    ...rendering,
    pages,
    async render(page, data) {
      const text = await guard(() => renderPage(page, rendering, data), "");
      onProgress?.(++done, pages.length);
      return text;
    },
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
      guardSteps(config, guard);
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
    for (const path of [...additionalWatchTargets, ...Object.keys(passthroughCopies)]) code.watched.add(path);
  }
  eleventy.watchTargets.clearImportCacheFor(
    existsSync("_data") ? filesBelow("_data").map((file) => `./_data/${file}`) : [],
  );
  const { isPure } = run;
  if (isPure === undefined) throw new OwnerConfigError(MISSING_PLUGIN);
  await eleventy.executeBuild().finally(() => {
    rendering.environment.release();
  });
  if (failure) throw failure.error;
  const missing = pages.find((page) => !existsSync(join(output, page.output)));
  if (missing) throw new OwnerConfigError(`.eleventy.ts: nothing at ${missing.url}`);
  return isPure;
}

/** Runs one step of the making of a page; `otherwise` is the page's text if it fails, or another page has failed. */
type Guard = (step: () => unknown, otherwise: string) => Promise<unknown>;

/** Guards the owner's code that runs on rendered pages, while others are written. */
function guardSteps(config: EleventyConfig, guard: Guard): void {
  for (const kind of ["Transform", "Linter"] as const) {
    const add = config[`add${kind}`].bind(config);
    config[`add${kind}`] = (name, step) => {
      add(name, function (content, ...paths) {
        const act = async (): Promise<unknown> => {
          try {
            return await step.call(this, content, ...paths);
          } catch (cause) {
            throw new OwnerConfigError(`${kind} \`${name}\`, ${this.page.inputPath}:`, { cause });
          }
        };
        return guard(act, content);
      });
    };
  }
}
