// What a site's `.eleventy.ts` imports from "carnet-blog": the plugin, and the types of what it configures.
// `carnet` commands pass the plugin the model they already made; plain Eleventy makes it read the site itself.
import { CONFIG_FILE } from "../build/own-code.ts";
import { loadOwnerConfig } from "./owner-config.ts";
import { plainRun, siteBasePath } from "./plain.ts";
import { register, runOf } from "./plugin.ts";
import { defineSite } from "./settings.ts";
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
    defineSite(config);
    const owner = await loadOwnerConfig(root);
    for (const file of owner?.files ?? [CONFIG_FILE]) config.addWatchTarget(file, { resetConfig: true });
    if (owner) await owner.configure(config);
    else config.addPlugin(carnet);
    return { pathPrefix: siteBasePath(root) };
  };
}
