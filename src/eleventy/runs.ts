// Renders planned pages into a folder with Eleventy, some at a time.
import Eleventy from "@11ty/eleventy";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "../pages/types.ts";
import carnet from "./index.ts";
import { collectGarbage } from "./collect-garbage.ts";
import type { CarnetEnvironment } from "./environment.ts";
import type { KeptModel } from "./kept-model.ts";
import type { Model } from "./model.ts";
import { OwnerConfigError, type OwnerConfig } from "./owner-config.ts";
import { setRun, type EleventyRun } from "./run.ts";
import { defineSite } from "./settings.ts";

export interface Runs {
  model: Model;
  environment: CarnetEnvironment;
  /** Absolute path. */
  output: string;
  owner: OwnerConfig | undefined;
  /** Given if layouts and data files may have changed since the last call in this process. */
  kept: KeptModel | undefined;
  /** Receives the pages that are written. */
  wrote: (pages: readonly Page[]) => void;
  pagesARun?: number | undefined;
}

/**
 * Pages that one run of Eleventy renders. It keeps the HTML of all its pages until its end, and looks templates up one by one:
 * above some thousands, several runs take a third less time and half the memory (docs/adr/0004).
 */
const PAGES_A_RUN = 1000;

/** Smaller sites take a few runs too, since written pages are verified while the rest is rendered. */
const FEWEST_A_RUN = 400;
const RUNS = 4;

/** With more runs than this, the time of sites with very many tags would grow faster than their size. */
const MOST_RUNS = 40;

function runSize(pages: number): number {
  const wanted = Math.min(PAGES_A_RUN, Math.max(FEWEST_A_RUN, Math.ceil(pages / RUNS)));
  return Math.max(wanted, Math.ceil(pages / MOST_RUNS));
}

/** The last runs are shorter and shorter: once all is rendered, only the pages of the last run remain to be verified. */
function* parts(pages: readonly Page[], size: number): Generator<readonly Page[]> {
  for (let i = 0; i < pages.length;) {
    const half = Math.ceil((pages.length - i) / 2);
    const end = i + Math.min(size, Math.max(half, FEWEST_A_RUN));
    yield pages.slice(i, end);
    i = end;
  }
}

/**
 * Writes pages, but no other file. The working directory must be the site root, as Eleventy's paths require.
 * @throws what Eleventy throws: a fault of a layout or of the owner's configuration, or an error of the disk.
 */
export async function renderByEleventy(pages: readonly Page[], runs: Runs): Promise<void> {
  const { model, environment, wrote, pagesARun } = runs;
  for (const some of parts(pages, pagesARun ?? runSize(pages.length))) {
    await renderRun({ model, environment, pages: some, copy: false, registered: false }, runs);
    wrote(some);
    // A few pages leave little garbage, and a save waits for them.
    if (some.length >= FEWEST_A_RUN) collectGarbage();
  }
}

/** Data files that Node keeps in memory once they are loaded, by Eleventy's paths. What they import is not reloaded. */
function dataPrograms(): string[] {
  if (!existsSync("_data")) return [];
  const names = readdirSync("_data", { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => /\.[cm]?js$/.test(name))
    .map((name) => `./_data/${name.replaceAll("\\", "/")}`);
}

async function renderRun(run: EleventyRun, { output, owner, kept }: Runs): Promise<void> {
  const eleventy = new Eleventy(".", output, {
    source: "cli",
    configPath: false,
    pathPrefix: run.model.prepared.plan.content.site.basePath,
    quietMode: true,
    config: async (config) => {
      await addEleventysOwn(eleventy);
      setRun(config, run);
      defineSite(config);
      // Eleventy's own warnings about slow filters depend on the machine, and would be printed among Carnet's.
      config.benchmarkManager.get("Configuration").setMinimumThresholdMs(Number.MAX_SAFE_INTEGER);
      if (kept) config.setUseTemplateCache(false);
      if (owner) await owner.configure(config);
      else config.addPlugin(carnet);
    },
  });
  eleventy.disableLogger();
  await eleventy.init().catch((error: unknown) => {
    // The files it reads may be at fault, and must be watched until they are fixed.
    if (kept) kept.watched = [...new Set([...kept.watched, ...askedOf(eleventy)])];
    throw error;
  });
  if (kept) {
    eleventy.watchTargets.clearImportCacheFor(dataPrograms());
    kept.watched = askedOf(eleventy);
  }
  if (!run.registered) throw new OwnerConfigError(".eleventy.ts: `config.addPlugin(carnet)` is missing.");
  const ended = stillWriting(eleventy);
  try {
    await eleventy.executeBuild();
    expectAll(run.pages, output);
  } catch (error) {
    await ended();
    throw error;
  }
}

/** What the owner's code asked Eleventy to watch or to copy, as it is written there. */
function askedOf({ eleventyConfig }: Eleventy): string[] {
  const { additionalWatchTargets, passthroughCopies } = eleventyConfig.userConfig;
  return [...additionalWatchTargets, ...Object.keys(passthroughCopies)];
}

/**
 * Adds what is Eleventy's own before the owner's, as when Eleventy reads a configuration file: `slugify` can be replaced, and
 * `addBundle` exists. Given a function, Eleventy would add its own after it.
 */
async function addEleventysOwn({ eleventyConfig }: Eleventy): Promise<void> {
  await eleventyConfig.initializeRootConfig();
  // So that it is not added again.
  eleventyConfig.customRootConfig = eleventyConfig.rootConfig;
}

/**
 * If a page fails, other pages and copies of files go on, and would create the folder again after it is removed: call the
 * returned function before. The build reports their outcome, or it does not matter any more.
 */
function stillWriting({ writer, eleventyConfig }: Eleventy): () => Promise<unknown> {
  const begun: Promise<unknown>[] = [];
  const copy = writer.writePassthroughCopy.bind(writer);
  writer.writePassthroughCopy = (paths) => {
    const copying = copy(paths);
    begun.push(copying);
    return copying;
  };
  const generate = writer.generateTemplates.bind(writer);
  writer.generateTemplates = async (...args) => {
    const pages = await generate(...args);
    begun.push(...pages);
    return pages;
  };
  return () => {
    // Copies wait for the end of the pages, which will not come.
    eleventyConfig.userConfig.emit("eleventy#render");
    return Promise.allSettled(begun);
  };
}

/** @throws OwnerConfigError if the owner's code prevented a page from being written, or removed it. */
function expectAll(pages: readonly Page[], output: string): void {
  const missing = pages.find((page) => !existsSync(join(output, page.output)));
  if (missing) throw new OwnerConfigError(`.eleventy.ts: nothing at ${missing.url}`);
}
