// YAML files of `_data/` → data for layouts, as in the site's own settings. By itself, Eleventy reads JSON and JavaScript, but not
// JSON that begins with a byte-order mark, as some editors of Windows save it.
import { loadYaml, unsafeIn } from "../content/yaml.ts";
import { placeAt } from "../text.ts";
import type { EleventyConfig } from "./types.ts";

/** A format that the owner's configuration has already added stays the owner's. */
export function addDataFormats(config: EleventyConfig): void {
  const add = (extension: string, parse: (text: string) => unknown): void => {
    if (!config.dataExtensions.has(extension)) config.addDataExtension(extension, parse);
  };
  // Eleventy finds data files whatever the case of their names, then fails on an extension that nobody added in that case.
  for (const extension of ["yaml", "yml", "YAML", "YML"]) add(extension, parseYaml);
  for (const extension of ["JSON", "json"])
    add(extension, (text) => JSON.parse(text.replace(/^\ufeff/, "")) as unknown);
}

/** @throws an error of one line, which ends with the place: `bad indentation of a mapping entry (3:1)`. */
function parseYaml(text: string): unknown {
  const value = load(text);
  // Eleventy copies data: it would follow a list that contains itself, or aliases of aliases, until memory ends.
  const unsafe = unsafeIn(text, value);
  if (unsafe === undefined) return value;
  const { line, column } = placeAt(text, text.indexOf(unsafe));
  throw new Error(`\`${unsafe}\` repeats a list, or reaches an object (${String(line)}:${String(column)})`);
}

function load(text: string): unknown {
  try {
    return loadYaml(text);
  } catch (error) {
    // The lines around it would be taken for the message.
    if (error instanceof Error) error.message = error.message.replace(/\n[^]*/, "");
    throw error;
  }
}
