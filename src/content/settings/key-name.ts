// A key that its map refuses, such as `12` under `taxonomies` → a problem at that key, with its line and an accepted name.
import { problem, type Place, type Problem } from "../../problems.ts";
import type { Example } from "../../strings/problems-yaml.ts";
import { FRONT_MATTER_KEYS } from "../schema.ts";
import { slugOf } from "../text.ts";
import { isMap, type YamlMap } from "../yaml/parse.ts";
import type { KeyPath } from "../yaml/locate.ts";
import { valueAt } from "../zod-problems.ts";
import { renamedLine, yamlOf } from "./lines.ts";

/** `data` are the values of `text`. */
export function badKeyName(
  { text, data }: { text: string; data: YamlMap },
  { path, place, found }: { path: KeyPath; place: Place; found: unknown },
): Problem {
  const name = String(path.at(-1));
  const map = path.slice(0, -1);
  const label = isMap(found) ? found["label"] : found;
  // If its value is only a name (`12: Douze`), the name becomes its label.
  const value = typeof found === "string" ? yamlOf({ label: found }) : undefined;
  const taken = new Set([...FRONT_MATTER_KEYS, ...Object.keys(valueAt(data, map) ?? {})]);
  const words = typeof label === "string" ? [name, label] : [name];
  const meant = words.map(slugOf).find((slug) => /^[a-z]/.test(slug) && !taken.has(slug));
  const lineAs = (key: string): string => renamedLine(text, path, key, value);
  const number = slugOf(name) === "" ? "" : `-${slugOf(name)}`;
  const fix: Example =
    meant === undefined ? { fr: lineAs(`groupe${number}`), en: lineAs(`group${number}`) } : lineAs(meant);
  return problem("settings/key-name", place, { name, map: map.join("."), fix });
}
