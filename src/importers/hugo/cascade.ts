// What Hugo hands down to a text: by `cascade` in its configuration, and in `_index.md` of the folders above it.
// https://gohugo.io/content-management/front-matter/#cascade
import type { YamlMap } from "../../content/yaml/parse.ts";
import type { HugoConfig } from "./config.ts";
import { knownKeys } from "./keys.ts";
import type { Located } from "./places.ts";
import type { Reading } from "../reading.ts";
import { readText } from "../source-text.ts";
import { map, text } from "../values.ts";

/** What stands above a text, below the folders `parts`; the closest wins. */
export function cascade(
  parts: readonly string[],
  place: Located,
  { files, config }: Reading<HugoConfig>,
): YamlMap {
  const code = place.language.code;
  // A list of its own language hands down to a text, and no other.
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

/** The values of a `cascade` for a text; of a list of them, the first that says a key counts. */
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

/** True for a text that a target means, by path, kind and language, each a pattern or nothing. */
function isMeant(target: YamlMap, { path, language }: Located): boolean {
  const named = `/${path.replace(/\/index$/, "")}`;
  return (
    matches(text(target["path"]), named) &&
    matches(text(target["kind"]), "page") &&
    matches(text(target["lang"]), language.code)
  );
}

/** `/posts/**`, `{/a,/b/*}`: what Hugo takes for a pattern. */
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
