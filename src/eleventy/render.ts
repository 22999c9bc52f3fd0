// Renders planned pages into a folder with Eleventy: the function that `build/publish` is given.
import Eleventy from "@11ty/eleventy";
import type { Prepared } from "../build/prepare.ts";
import type { Page } from "../pages/types.ts";
import carnet from "./index.ts";
import { collectGarbage } from "./collect-garbage.ts";
import { KeptModel } from "./kept-model.ts";
import { OwnerConfigError, type OwnerConfig } from "./owner-config.ts";
import { setRun, type EleventyRun } from "./run.ts";
import { defineSite } from "./settings.ts";

export interface RenderOptions {
  prepared: Prepared;
  /** The pages to write: all of them, or those that changed. */
  pages: readonly Page[];
  /** Absolute path of a folder that has none of them. */
  output: string;
  /** What `.eleventy.ts` exports, where there is one. */
  owner?: OwnerConfig | undefined;
  /** Of a process that renders again and again (the development server): layouts may have changed since the last call. */
  kept?: KeptModel | undefined;
  /** Called as pages are written. */
  onProgress?: (done: number, total: number) => void;
  /** Told which pages are written. */
  wrote?: (pages: readonly Page[]) => void;
  pagesARun?: number;
}

/**
 * Pages that one run of Eleventy renders. It keeps the HTML of all its pages until its end, and looks templates
 * up one by one: beyond some thousands, several runs take a third less time and half the memory (docs/adr/0004).
 */
const PAGES_A_RUN = 1000;

/** Smaller sites are cut in a few runs too, since what is written is looked at while the rest is rendered. */
const FEWEST_A_RUN = 400;
const RUNS = 4;

/** More runs than this would make sites with very many tags slower than in proportion. */
const MOST_RUNS = 40;

function runSize(pages: number): number {
  const wanted = Math.min(PAGES_A_RUN, Math.max(FEWEST_A_RUN, Math.ceil(pages / RUNS)));
  return Math.max(wanted, Math.ceil(pages / MOST_RUNS));
}

/** The last runs are shorter and shorter: once all is rendered, only what the last one wrote is left to look at. */
function* runs(pages: readonly Page[], size: number): Generator<readonly Page[]> {
  for (let i = 0; i < pages.length;) {
    const half = Math.ceil((pages.length - i) / 2);
    const end = i + Math.min(size, Math.max(half, FEWEST_A_RUN));
    yield pages.slice(i, end);
    i = end;
  }
}

/**
 * Writes pages, but no other file. The process must stand in the site root, as Eleventy's paths do.
 * @throws what Eleventy throws: a layout or the owner's configuration is wrong, or the disk refuses.
 */
export async function renderPages({
  prepared,
  pages,
  output,
  owner,
  kept,
  onProgress,
  wrote,
  pagesARun,
}: RenderOptions): Promise<void> {
  const { model, environment } = await (kept ?? new KeptModel()).of(prepared);
  const size = pagesARun ?? runSize(pages.length);
  let done = 0;
  for (const some of runs(pages, size)) {
    const run = { model, environment, pages: some, copy: false, registered: false };
    await renderRun(run, { output, owner, fresh: kept !== undefined });
    wrote?.(some);
    done += some.length;
    // A few pages leave little, and a save waits for them.
    if (some.length >= FEWEST_A_RUN) collectGarbage();
    onProgress?.(done, pages.length);
  }
}

interface RunOptions {
  output: string;
  owner: OwnerConfig | undefined;
  fresh: boolean;
}

async function renderRun(run: EleventyRun, { output, owner, fresh }: RunOptions): Promise<void> {
  const eleventy = new Eleventy(".", output, {
    source: "cli",
    configPath: false,
    pathPrefix: run.model.prepared.plan.content.site.basePath,
    quietMode: true,
    config: async (config) => {
      setRun(config, run);
      defineSite(config);
      // Eleventy's own remarks on slow filters depend on the machine, and would be printed among ours.
      config.benchmarkManager.get("Configuration").setMinimumThresholdMs(Number.MAX_SAFE_INTEGER);
      if (fresh) config.setUseTemplateCache(false);
      if (owner) await owner.configure(config);
      else config.addPlugin(carnet);
    },
  });
  eleventy.disableLogger();
  await eleventy.init();
  if (!run.registered) throw new OwnerConfigError(".eleventy.ts: `config.addPlugin(carnet)` is missing.");
  await eleventy.executeBuild();
}
