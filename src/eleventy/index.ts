// What a site's `.eleventy.ts` imports from "carnet-blog": the plugin, and the types of what it configures.
// `carnet` commands pass the plugin the model they already made; plain Eleventy makes it read the site itself.
import { CONFIG_FILE } from "../build/config-words.ts";
import { loadOwnerConfig } from "./owner-config.ts";
import { plainRun, siteBasePath } from "./plain.ts";
import { register } from "./plugin.ts";
import { runOf } from "./run.ts";
import { defineSite } from "./settings.ts";
import type { EleventyConfig } from "./types.ts";

export type { EleventyConfig } from "./types.ts";

/** The plugin: `config.addPlugin(carnet)`. */
export default async function carnet(config: EleventyConfig): Promise<void> {
  register(config, runOf(config) ?? (await plainRun(config)));
}

/**
 * For `eleventy.config.js`: Eleventy's configuration made from the `.eleventy.ts` beside it, on any Node.
 * `npx eleventy` then writes the same pages as `carnet build`.
 */
export function siteConfig(root: string): (config: EleventyConfig) => Promise<{ pathPrefix: string }> {
  return async (config) => {
    defineSite(config);
    const owner = await loadOwnerConfig(root);
    for (const file of owner?.files ?? [CONFIG_FILE]) config.addWatchTarget(file, { resetConfig: true });
    if (owner) await owner.configure(config);
    else config.addPlugin(carnet);
    return { pathPrefix: siteBasePath(root) };
  };
}
