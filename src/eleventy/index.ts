// What a site's `.eleventy.ts` imports from "carnet-blog": the plugin, and the types of what it configures.
// `carnet` commands pass the plugin the site that they have read; under plain `npx eleventy`, it reads the site itself, at each
// build, with the current time: the only place below the command line that reads the clock, since there is no command line.
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { writeCopies } from "../build/disk.ts";
import { makePictures } from "../build/pictures/make.ts";
import { Pool } from "../build/pool.ts";
import { prepare } from "../build/prepare.ts";
import { makeIndexes, searchedShards } from "../build/search/indexes.ts";
import { CONFIG_FILE } from "../build/theme/own-layouts.ts";
import { defaultSettings, readSettings } from "../content/settings.ts";
import { readTree } from "../content/tree.ts";
import { builtinLayouts } from "../files.ts";
import { isError } from "../problems.ts";
import { formatProblems, show } from "../shown-problems.ts";
import { resolveSite } from "../site/site.ts";
import { cliWords } from "../strings/cli.ts";
import { uiLang } from "../ui-lang.ts";
import { loadOwnerConfig } from "./owner-config.ts";
import { renderPage } from "./page-data.ts";
import { register, runOf, type EleventyRun } from "./plugin.ts";
import { beginRendering } from "./render.ts";
import type { EleventyConfig } from "./types.ts";

export type { EleventyConfig } from "./types.ts";

/**
 * The plugin: `config.addPlugin(carnet)`. With `{ pure: true }`, the owner declares that filters and shortcodes depend on their
 * arguments alone: a build then renders only the pages whose data or layouts have changed.
 */
export default async function carnet(
  config: EleventyConfig,
  { pure = false }: { pure?: boolean } = {},
): Promise<void> {
  const run = runOf(config) ?? (await plainRun(config));
  run.isPure = pure;
  register(config, run);
}

/**
 * For `eleventy.config.js`: Eleventy's configuration made from the `.eleventy.ts` beside it, on any Node.
 * `npx eleventy` then writes the same pages as `carnet build`.
 */
export function siteConfig(root: string): (config: EleventyConfig) => Promise<{ pathPrefix: string }> {
  return async (config) => {
    const owner = await loadOwnerConfig(root);
    for (const file of owner?.files ?? [CONFIG_FILE]) config.addWatchTarget(file, { resetConfig: true });
    config.setIncludesDirectory("layouts");
    if (owner) await owner.configure(config);
    else config.addPlugin(carnet);
    // Eleventy needs the base path of the site's own address before plugins run.
    const { site = defaultSettings() } = readSettings(root, readTree(root).settings);
    return { pathPrefix: resolveSite(site, { root }).basePath };
  };
}

/** Prints the problems. @throws Error without a stack, if the content has errors. */
async function plainRun(config: EleventyConfig): Promise<EleventyRun> {
  const root = process.cwd();
  for (const path of ["content", "layouts", "public"]) config.addWatchTarget(path, { resetConfig: true });
  const { prepared, content, problems } = await prepare({
    root,
    now: new Date(),
    builtin: builtinLayouts(),
    search: "indexed",
    ...(config.pathPrefix !== undefined && config.pathPrefix !== "/" && { basePath: config.pathPrefix }),
  });
  const lang = uiLang(content?.site.lang ?? "fr");
  const shown = show(problems, { lang, checks: content?.site.checks ?? {} });
  if (shown.length > 0)
    console.warn(formatProblems(shown, { format: "text", lang, quiet: false, color: false }));
  if (!prepared || shown.some(isError)) {
    const refusal = new Error(cliWords(lang).refused);
    // Eleventy prints stacks; this one would only hide what the editor has to read.
    delete refusal.stack;
    throw refusal;
  }
  const { plan, jobs, copies, store } = prepared;
  config.on("eleventy.after", async ({ directories: { output } }: { directories: { output: string } }) => {
    const folder = resolve(output);
    const pool = new Pool();
    try {
      // With `--dryrun` or `--to`, Eleventy has written nothing.
      await mkdir(folder, { recursive: true });
      await writeCopies(copies, folder);
      const unmade = await makePictures(jobs, { root, folder, store, pool });
      store.save();
      if (unmade.length > 0) throw new Error(`These pictures cannot be converted: ${unmade.join(", ")}`);
      await makeIndexes(searchedShards(plan), prepared, folder, pool);
    } finally {
      await pool.stop();
    }
  });
  const rendering = await beginRendering(prepared);
  return { ...rendering, pages: plan.pages, render: (page, data) => renderPage(page, rendering, data) };
}
