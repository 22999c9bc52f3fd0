// Eleventy's `HtmlBasePlugin`, which the feed plugin adds too, puts the base path before every address of a page. Carnet's
// layouts have already done so: without this code, addresses would have it twice, and no link would work.
import type { EleventyConfig, UrlTransform } from "./types.ts";

const HTML_BASE = "@11ty/eleventy/html-base-plugin";

/** Makes the plugin receive each address without the base path, whoever adds it. */
export function keepBasePath(config: EleventyConfig): void {
  const add = config.addPlugin.bind(config);
  config.addPlugin = (plugin, options) => add(nameOf(plugin) === HTML_BASE ? bare(plugin) : plugin, options);
}

type Plugin = Parameters<EleventyConfig["addPlugin"]>[0];

function nameOf(plugin: unknown): unknown {
  return typeof plugin === "function" && "eleventyPackage" in plugin ? plugin.eleventyPackage : undefined;
}

/** The same plugin, with the properties by which Eleventy recognises it, so that it is added only once. */
function bare(plugin: Plugin): Plugin {
  if (typeof plugin !== "function") return plugin;
  const within = (config: EleventyConfig, options: unknown): unknown => {
    const { htmlTransformer } = config;
    const add = htmlTransformer.addUrlTransform.bind(htmlTransformer);
    htmlTransformer.addUrlTransform = (extensions, transform, how) => {
      add(extensions, withoutBase(transform, config.pathPrefix ?? "/"), how);
    };
    try {
      return plugin(config, options);
    } finally {
      htmlTransformer.addUrlTransform = add;
    }
  };
  return Object.defineProperties(within, Object.getOwnPropertyDescriptors(plugin));
}

function withoutBase(transform: UrlTransform, base: string): UrlTransform {
  return function (url, where) {
    const isBased = base !== "/" && url.trim().startsWith(base);
    return transform.call(this, isBased ? url.trim().slice(base.length - 1) : url, where);
  };
}
