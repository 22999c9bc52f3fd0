// The site's own Eleventy configuration. Carnet does the rest: add here your filters, shortcodes, collections, plugins.
// See https://www.11ty.dev/docs/config/ and, for what Carnet gives to layouts, docs/architecture.md.
import carnet, { type EleventyConfig } from "carnet-blog";

export default function (config: EleventyConfig): void {
  // `pure` says that what you add depends on its arguments alone: only pages that changed are then rendered again.
  config.addPlugin(carnet, { pure: true });
}
