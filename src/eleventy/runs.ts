// Renders planned pages into a folder with Eleventy, some at a time.
import Eleventy from "@11ty/eleventy";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "../pages/types.ts";
import carnet from "./index.ts";
import { collectGarbage } from "./collect-garbage.ts";
import type { KeptModel, Rendering } from "./kept-model.ts";
import { OwnerConfigError, type OwnerConfig } from "./owner-config.ts";
import { setRun, type EleventyRun } from "./plugin.ts";
import { defineSite } from "./settings.ts";

export interface Runs extends Pick<Rendering, "model" | "environment"> {
  /** Absolute path. */
  output: string;
  owner: OwnerConfig | undefined;
  /** Given if layouts and data files may have changed since the last call in this process. */
  kept: KeptModel | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
  pagesARun?: number | undefined;
}

/**
 * Pages that one run of Eleventy renders. It keeps the HTML of all its pages until its end, and looks templates up one by one:
 * above some thousands, several runs take a third less time and half the memory.
 */
const PAGES_A_RUN = 1000;

/**
 * Writes pages, but no other file. The working directory must be the site root, as Eleventy's paths require. Returns whether the
 * owner declared their code pure.
 * @throws what Eleventy throws: a fault of a layout or of the owner's configuration, or an error of the disk.
 */
export async function renderByEleventy(pages: readonly Page[], runs: Runs): Promise<boolean> {
  const { model, environment, pagesARun = PAGES_A_RUN, onProgress } = runs;
  let isPure = false;
  for (let from = 0; from < pages.length; from += pagesARun) {
    const some = pages.slice(from, from + pagesARun);
    const run: EleventyRun = {
      model,
      environment,
      pages: some,
      copy: false,
      registered: false,
      isPure: false,
    };
    await renderRun(run, runs);
    ({ isPure } = run);
    onProgress?.(from + some.length, pages.length);
    if (some.length === pagesARun) collectGarbage();
  }
  return isPure;
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
