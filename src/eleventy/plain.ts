// Carnet under plain `npx eleventy`: reads the site itself, at each build, with today as the day.
// This is the one place below the command line that asks the clock, since here there is no command line.
import { prepare } from "../build/prepare.ts";
import { formatProblems } from "../problem-formats.ts";
import { show } from "../problems.ts";
import { uiLang } from "../site.ts";
import { builtinLayouts } from "./builtin-layouts.ts";
import { createModel } from "./model.ts";
import type { EleventyRun } from "./run.ts";
import type { EleventyConfig } from "./types.ts";

/** @throws Error that lists the problems, when the content has errors. */
export async function plainRun(config: EleventyConfig): Promise<EleventyRun> {
  const root = process.cwd();
  for (const path of ["content", "layouts", ".eleventy.ts"])
    config.addWatchTarget(path, { resetConfig: true });
  const { prepared, content, problems } = await prepare({
    root,
    now: new Date(),
    builtin: builtinLayouts(),
    ...(config.pathPrefix !== undefined && config.pathPrefix !== "/" && { basePath: config.pathPrefix }),
  });
  const lang = uiLang(content?.site.lang ?? "fr");
  const shown = show(problems, { lang, checks: content?.site.checks ?? {} });
  const text = formatProblems(shown, { format: "text", lang, quiet: false, color: false });
  if (!prepared || shown.some(({ severity }) => severity === "error")) throw new Error(`\n${text}`);
  if (shown.length > 0) console.warn(text);
  return { model: createModel(prepared), pages: prepared.plan.pages, copy: true, registered: false };
}
