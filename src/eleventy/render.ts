// Renders planned pages into a folder with Eleventy: the function that `build/publish` is given.
import Eleventy from "@11ty/eleventy";
import type { Prepared } from "../build/prepare.ts";
import type { Page } from "../pages/types.ts";
import carnet from "./index.ts";
import { createModel, type Model } from "./model.ts";
import { loadOwnerConfig, OwnerConfigError, type OwnerConfig } from "./owner-config.ts";
import { setRun, type EleventyRun } from "./run.ts";
import { defineSite } from "./settings.ts";

export interface RenderOptions {
  prepared: Prepared;
  /** Absolute path of an empty or absent folder. */
  output: string;
  /** True where layouts may have changed since the last call in this process (the development server). */
  fresh?: boolean;
  /** Called as pages are written. */
  onProgress?: (done: number, total: number) => void;
}

/**
 * Pages that one run of Eleventy renders. It keeps the HTML of all its pages until its end, and looks templates
 * up one by one: beyond some thousands, several runs take a third less time and half the memory (docs/adr/0004).
 */
const PAGES_A_RUN = 2000;

/** More runs than this would make sites with very many tags slower than in proportion. */
const MOST_RUNS = 10;

/**
 * Writes every planned page and file. The process must stand in the site root, as Eleventy's paths do.
 * @throws what Eleventy throws: a layout or the owner's configuration is wrong, or the disk refuses.
 */
export async function renderSite({
  prepared,
  output,
  fresh = false,
  onProgress,
}: RenderOptions): Promise<void> {
  const owner = await loadOwnerConfig(prepared.plan.content.site.root);
  const model = createModel(prepared);
  const { pages } = prepared.plan;
  const size = Math.max(PAGES_A_RUN, Math.ceil(pages.length / MOST_RUNS));
  for (let i = 0; i < pages.length; i += size) {
    await renderPages(pages.slice(i, i + size), { model, output, owner, fresh, copy: i === 0 });
    onProgress?.(Math.min(i + size, pages.length), pages.length);
  }
}

interface RunOptions {
  model: Model;
  output: string;
  owner: OwnerConfig | undefined;
  fresh: boolean;
  copy: boolean;
}

async function renderPages(
  pages: readonly Page[],
  { model, output, owner, fresh, copy }: RunOptions,
): Promise<void> {
  const run: EleventyRun = { model, pages, copy, registered: false };
  const eleventy = new Eleventy(".", output, {
    source: "cli",
    configPath: false,
    pathPrefix: model.prepared.plan.content.site.basePath,
    quietMode: true,
    config: async (config) => {
      setRun(config, run);
      defineSite(config);
      // Eleventy's own remarks on slow filters depend on the machine, and would be printed among ours.
      config.benchmarkManager.get("Configuration").setMinimumThresholdMs(Number.MAX_SAFE_INTEGER);
      if (fresh) config.setUseTemplateCache(false);
      if (owner) await owner(config);
      else config.addPlugin(carnet);
    },
  });
  eleventy.disableLogger();
  await eleventy.init();
  if (!run.registered) throw new OwnerConfigError(".eleventy.ts: `config.addPlugin(carnet)` is missing.");
  await eleventy.executeBuild();
}
