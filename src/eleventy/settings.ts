// Directories and formats of a Carnet site, which Eleventy needs before plugins run.
import type { EleventyConfig, UrlTransform } from "./types.ts";

/** No format with a template engine: a stray file of `content/` can never be evaluated. */
export function defineSite(config: EleventyConfig): void {
  config.setTemplateFormats(["md"]);
  config.setInputDirectory(".");
  config.setIncludesDirectory("layouts");
  config.setLayoutsDirectory("layouts");
  takeAddedTemplates(config);
  keepBasePath(config);
}

/** Templates that Eleventy itself renders, by their extensions, except Markdown. */
const ENGINES = /\.(njk|liquid|html|11ty\.[cm]?[jt]s)$/;

/**
 * Has templates that code adds rendered, such as the feed of a plugin: Eleventy skips a template without a message if its
 * format is not among those of pages. No file is read for this, since every path is ignored.
 */
function takeAddedTemplates(config: EleventyConfig): void {
  const add = config.addTemplate.bind(config);
  config.addTemplate = (path, content, data) => {
    const [, format] = ENGINES.exec(path) ?? [];
    if (format !== undefined && !path.startsWith("layouts/")) config.addTemplateFormats(format);
    add(path, content, data);
  };
}

const HTML_BASE = "@11ty/eleventy/html-base-plugin";

/**
 * Makes Eleventy's `HtmlBasePlugin`, which the feed plugin adds too, receive each address without the base path: it would put it
 * before every address of a page, where Carnet's layouts have already done so.
 */
function keepBasePath(config: EleventyConfig): void {
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
