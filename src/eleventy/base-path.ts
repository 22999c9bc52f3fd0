// Eleventy's `HtmlBasePlugin`, which the plugin of feeds adds too, puts the base path before every address of a page. Carnet's
// layouts have put it there: without this it would stand there twice, and no link would lead anywhere.
import type { EleventyConfig, UrlTransform } from "./types.ts";

const HTML_BASE = "@11ty/eleventy/html-base-plugin";

/** Has the plugin given each address as it is without the base path, whoever adds it. */
export function keepBasePath(config: EleventyConfig): void {
  const add = config.addPlugin.bind(config);
  config.addPlugin = (plugin, options) => add(nameOf(plugin) === HTML_BASE ? bare(plugin) : plugin, options);
}

type Plugin = Parameters<EleventyConfig["addPlugin"]>[0];

function nameOf(plugin: unknown): unknown {
  return typeof plugin === "function" && "eleventyPackage" in plugin ? plugin.eleventyPackage : undefined;
}

/** The same plugin, by which Eleventy still knows it: it is added once. */
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
