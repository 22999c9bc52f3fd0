/// <reference lib="dom" />
// The form in the browser: Sveltia CMS with the configuration beside its page, and Carnet's own reader and writer of texts.
// Bundled by `scripts/admin.mjs`; nothing else in Carnet loads it.
import CMS, { type Values } from "@sveltia/cms";
import { ADDRESSES, CONFIG, FORMAT, OURS, type Ours } from "./names.ts";
import { fileOf, namesBefore, valuesOf } from "./text-file.ts";
import { shapeOf, type Shape } from "./values.ts";

interface Config extends Values {
  collections: readonly { fields: readonly Values[] }[];
  [OURS]: Ours;
}

/** Without `config.json`, Sveltia looks for a configuration itself, and reports that there is none. */
async function begin(): Promise<void> {
  const response = await fetch(CONFIG);
  if (!response.ok) return CMS.init();
  const { [OURS]: ours, ...config } = (await response.json()) as Config;
  const fields = config.collections.flatMap((collection) => collection.fields);
  const labels = new Map(Object.entries(ours.labels));
  const shapes = new Map(
    fields.map((field): [string, Shape] => [
      String(field["name"]),
      shapeOf(field, labels.get(String(field["name"]))),
    ]),
  );
  CMS.registerCustomFormat(FORMAT, "md", {
    fromFile: (text, path) => valuesOf(text, shapes, path),
    toFile: async (values) =>
      fileOf(values, shapes, await addressesOf(namesBefore(values, shapes, ours.addressKeys))),
  });
  return CMS.init({ config: { ...config, load_config_file: false } });
}

/** The addresses each text has had since the form was opened: the site may have been rebuilt in the meantime. */
const known = new Map<string, Set<string>>();

/** If the request fails, the text is saved anyway: the site's check reports that its address is gone. */
async function addressesOf(names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  try {
    const now = (await (await fetch(ADDRESSES)).json()) as Record<string, string>;
    for (const name of names)
      if (name in now) known.set(name, new Set([...(known.get(name) ?? []), now[name] ?? ""]));
  } catch {
    // See above.
  }
  return names.flatMap((name) => [...(known.get(name) ?? [])]);
}

await begin();
