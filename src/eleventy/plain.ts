// Carnet under plain `npx eleventy`: reads the site itself, at each build, with the current time.
// This is the only place below the command line that reads the clock, since there is no command line here.
import { resolve } from "node:path";
import { prepare } from "../build/prepare.ts";
import { publishPictures } from "../build/pictures/publish.ts";
import { Pool } from "../build/pool.ts";
import { makeIndexes, searchedShards } from "../build/search/indexes.ts";
import { defaultSettings, readSettings } from "../content/settings.ts";
import { readTree } from "../content/tree.ts";
import { formatProblems, show } from "../shown-problems.ts";
import { isError } from "../problems.ts";
import { resolveSite } from "../site/site.ts";
import { cliWords } from "../strings/cli.ts";
import { uiLang } from "../ui-lang.ts";
import { builtinLayouts } from "./builtin-layouts.ts";
import { createModel, environmentFor } from "./model.ts";
import type { EleventyRun } from "./plugin.ts";
import type { EleventyConfig } from "./types.ts";

/** Prints the problems. @throws Error without a stack, if the content has errors. */
export async function plainRun(config: EleventyConfig): Promise<EleventyRun> {
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
  const text = formatProblems(shown, { format: "text", lang, quiet: false, color: false });
  if (shown.length > 0) console.warn(text);
  if (!prepared || shown.some(isError)) {
    const refusal = new Error(cliWords(lang).refused);
    // Eleventy prints stacks; this one would only hide what the editor has to read.
    delete refusal.stack;
    throw refusal;
  }
  config.on("eleventy.after", async ({ directories: { output } }: { directories: { output: string } }) => {
    const folder = resolve(output);
    const pool = new Pool();
    try {
      const {
        jobs,
        store: { pictures: store },
      } = prepared;
      await publishPictures(jobs, { root, folder, store, pool });
      await makeIndexes(searchedShards(prepared.plan), prepared, { pool, folder, output: folder });
    } finally {
      await pool.stop();
    }
  });
  const model = createModel(prepared);
  const environment = await environmentFor(model);
  return { model, environment, pages: prepared.plan.pages, copy: true, registered: false, isPure: false };
}

/** The base path of the site's own address, which Eleventy needs before plugins run. */
export function siteBasePath(root: string): string {
  const { site = defaultSettings() } = readSettings(readTree(root).settings);
  return resolveSite(site, { root }).basePath;
}
