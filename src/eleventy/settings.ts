// Directories and formats of a Carnet site, which Eleventy wants set before plugins run.
import type { EleventyConfig } from "./types.ts";

/** No format with a template engine: a stray file of `content/` can never be evaluated (decision 1). */
export function defineSite(config: EleventyConfig): void {
  config.setTemplateFormats(["md"]);
  config.setInputDirectory(".");
  config.setIncludesDirectory("layouts");
  config.setLayoutsDirectory("layouts");
}
