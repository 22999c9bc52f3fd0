// Eleventy's data cascade → the data of a text set outside it. https://www.11ty.dev/docs/data-template-dir/
// A data file may be a program: it is read as text, never run, and reported.
import type { YamlMap } from "../../content/yaml/parse.ts";
import { codeData, type EleventyConfig } from "./config.ts";
import type { Reading } from "../reading.ts";
import { readData } from "../source-text.ts";
import { texts } from "../values.ts";

/**
 * Data of the folders above a file, the nearest last, then of the file's own name; of programs, only string literals and the
 * like.
 */
export function inheritedData(
  source: string,
  { files, config, site: { manual } }: Reading<EleventyConfig>,
): YamlMap {
  const parts = source.replace(/\.\w+$/, "").split("/");
  const data: YamlMap = { ...(config.permalink !== undefined && { permalink: config.permalink }) };
  const ends = ["json", ...config.dataExtensions].flatMap((end) => [`.${end}`, `.11tydata.${end}`]);
  for (const [i, name] of parts.entries()) {
    const path = parts.slice(0, i + 1).join("/");
    const stem = i === parts.length - 1 ? path : `${path}/${name}`;
    for (const end of ends) {
      const file = `${stem}${end}`;
      merge(data, readData(file, files.read(file)));
    }
    for (const end of [".11tydata.js", ".11tydata.cjs", ".11tydata.mjs"]) {
      const file = `${stem}${end}`;
      const code = files.read(file);
      if (code === undefined) continue;
      merge(data, codeData(file, code, name, manual));
    }
  }
  return data;
}

/** Lists of tags are concatenated, as in Eleventy. */
function merge(data: YamlMap, more: YamlMap): void {
  const tags = [...texts(data["tags"]), ...texts(more["tags"])];
  Object.assign(data, more);
  if (tags.length > 0) data["tags"] = tags;
}
