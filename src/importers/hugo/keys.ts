// Hugo's front matter, whose keys are case-insensitive → the spelling that the next steps know.
// `Draft: true` makes a draft like `draft: true`. https://gohugo.io/content-management/front-matter/
import { FRONT_MATTER_KEYS } from "../../content/schema.ts";
import type { YamlMap } from "../../content/yaml/parse.ts";
import type { HugoConfig } from "./config.ts";
import { openText, type Reading } from "../reading.ts";
import type { SourceText } from "../source-text.ts";
import { asPattern, map } from "../values.ts";

/** Keys of Hugo and of common themes that Carnet does not have, or not with this spelling. */
const HUGO_KEYS = [
  ...["aliases", "categories", "lastmod", "publishDate", "expiryDate", "translationKey", "summary", "url"],
  ...["type", "headless", "build", "_build", "cascade", "params", "images", "cover", "thumbnail", "banner"],
  ...["featured_image", "featuredImage"],
];

type Named = Pick<HugoConfig, "taxonomies">;

/** A text of Hugo with its keys in the known spelling; undefined for one that cannot be read, which is reported. */
export function openHugo(file: string, reading: Reading<HugoConfig>): SourceText | undefined {
  const read = openText(file, reading);
  if (read === undefined) return undefined;
  const data = knownKeys(read.data, reading.config);
  const before = Object.keys(read.data);
  let { head } = read;
  for (const [i, key] of Object.keys(data).entries())
    if (key !== before[i]) head = renamed(head, read.format, before[i] ?? "", key);
  return { ...read, data, head };
}

/** The same values, in order, with keys in the known spelling; of two spellings, the known one counts. */
export function knownKeys(data: YamlMap, { taxonomies }: Named): YamlMap {
  const known = new Map(
    [...taxonomies, ...HUGO_KEYS, ...FRONT_MATTER_KEYS].map((name) => [name.toLowerCase(), name]),
  );
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const name = known.get(key.toLowerCase()) ?? key;
      return [name !== key && Object.hasOwn(data, name) ? key : name, value];
    }),
  );
}

/**
 * The values of a text's `params`, which complement its own keys; except those that affect its address, which Hugo reads only
 * at the top level.
 */
export function paramsOf(data: YamlMap, config: Named): YamlMap {
  const own = ["title", "date", "draft", "slug", "url", "type", "aliases", "lang"];
  const params = knownKeys(map(data["params"]), config);
  return Object.fromEntries(Object.entries(params).filter(([key]) => !own.includes(key)));
}

function renamed(head: string, format: SourceText["format"], from: string, to: string): string {
  const key = asPattern(from);
  const sign = format === "toml" ? "=" : ":";
  const indent = format === "yaml" ? "" : "[ \\t]*";
  return head.replace(new RegExp(`^(${indent}["']?)${key}(?=["']?[ \\t]*${sign})`, "m"), `$1${to}`);
}
