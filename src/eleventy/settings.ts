// Directories and formats of a Carnet site, which Eleventy needs before plugins run.
import { keepBasePath } from "./base-path.ts";
import type { EleventyConfig } from "./types.ts";

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
