/// <reference lib="dom" />
// The form in the browser: Sveltia CMS with the configuration beside its page, and a reader and a writer of texts of our own.
// Bundled by `scripts/admin.mjs`; nothing else of Carnet loads it.
import CMS, { type Values } from "@sveltia/cms";
import { CONFIG, FORMAT } from "./names.ts";
import { fileOf, valuesOf } from "./text-file.ts";
import { shapeOf, type Shape } from "./values.ts";

interface Config extends Values {
  collections: readonly { fields: readonly Values[] }[];
}

/** Without its configuration it looks for one itself, and tells that there is none. */
async function begin(): Promise<void> {
  const response = await fetch(CONFIG);
  if (!response.ok) return CMS.init();
  const config = (await response.json()) as Config;
  const fields = config.collections.flatMap((collection) => collection.fields);
  const shapes = new Map(fields.map((field): [string, Shape] => [String(field["name"]), shapeOf(field)]));
  CMS.registerCustomFormat(FORMAT, "md", {
    fromFile: (text) => valuesOf(text, shapes),
    toFile: (values) => fileOf(values, shapes),
  });
  return CMS.init({ config: { ...config, load_config_file: false } });
}

await begin();
