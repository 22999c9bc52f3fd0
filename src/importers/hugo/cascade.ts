// What a text inherits in Hugo: from `cascade` in the configuration, and in `_index.md` of the folders above it.
// https://gohugo.io/content-management/front-matter/#cascade
import type { YamlMap } from "../../content/yaml/parse.ts";
import type { HugoConfig } from "./config.ts";
import { knownKeys } from "./keys.ts";
import type { Located } from "./places.ts";
import type { Reading } from "../reading.ts";
import { readText } from "../source-text.ts";
import { map, text } from "../values.ts";

/** Values inherited from above a text in the folders `parts`; the nearest wins. */
export function cascade(
  parts: readonly string[],
  place: Located,
  { files, config }: Reading<HugoConfig>,
): YamlMap {
  const code = place.language.code;
  // A text inherits only from a list in its own language.
  const names = [`_index.${code}`, ...(place.bySuffix ? [] : ["_index"])];
  const values = handed(config.data["cascade"], place, config);
  for (let i = 0; i <= parts.length; i++) {
    const folder = [place.root, ...parts.slice(0, i)].join("/");
    const file = names
      .flatMap((name) => ["md", "markdown", "html"].map((end) => `${folder}/${name}.${end}`))
      .find(files.has);
    const read = readText((file === undefined ? undefined : files.read(file)) ?? "");
    if ("text" in read)
      Object.assign(values, handed(knownKeys(read.text.data, config)["cascade"], place, config));
  }
  return values;
}

/** The values of a `cascade` for a text; in a list of them, the first that sets a key counts. */
function handed(written: unknown, place: Located, config: HugoConfig): YamlMap {
  const list: readonly unknown[] = Array.isArray(written) ? written : [written];
  const values: YamlMap = {};
  for (const one of list.map(map).reverse()) {
    const { target, _target, params, ...own } = one;
    if (isMeant(map(target ?? _target), place))
      Object.assign(values, knownKeys({ ...own, ...map(params) }, config));
  }
  return values;
}

/** True if a target matches a text, by path, kind and language; each is a pattern or absent. */
function isMeant(target: YamlMap, { path, language }: Located): boolean {
  const named = `/${path.replace(/\/index$/, "")}`;
  return (
    matches(text(target["path"]), named) &&
    matches(text(target["kind"]), "page") &&
    matches(text(target["lang"]), language.code)
  );
}

/** Hugo's patterns: `/posts/**`, `{/a,/b/*}`. */
function matches(pattern: string | undefined, name: string): boolean {
  if (pattern === undefined) return true;
  const signs: Readonly<Record<string, string>> = {
    "**": ".*",
    "*": "[^/]*",
    "?": "[^/]",
    "{": "(?:",
    "}": ")",
    ",": "|",
  };
  const source = pattern.replace(/\*\*|[*?{},]|[.+^$()|[\]\\]/g, (sign) => signs[sign] ?? `\\${sign}`);
  try {
    return new RegExp(`^${source}$`, "i").test(name);
  } catch {
    return false;
  }
}
