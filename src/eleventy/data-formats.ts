// YAML files of `_data/` → data for layouts, as in the site's own settings. By itself, Eleventy reads JSON and JavaScript.
import { loadStrict } from "../content/yaml/strict.ts";
import type { EleventyConfig } from "./types.ts";

/** A format that the owner's configuration has already added stays the owner's. */
export function addDataFormats(config: EleventyConfig): void {
  for (const extension of ["yaml", "yml"])
    if (!config.dataExtensions.has(extension)) config.addDataExtension(extension, parseYaml);
}

/** @throws an error of one line, which ends with the place: `bad indentation of a mapping entry (3:1)`. */
function parseYaml(text: string): unknown {
  try {
    return loadStrict(text);
  } catch (error) {
    // The lines around it would be taken for the message.
    if (error instanceof Error) error.message = error.message.replace(/\n[^]*/, "");
    throw error;
  }
}
