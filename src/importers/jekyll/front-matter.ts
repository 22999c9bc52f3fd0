// Jekyll's front matter, with the defaults of `_config.yml` → the data of a text as Jekyll read it.
// https://jekyllrb.com/docs/configuration/front-matter-defaults/
import { capitalised } from "../../capitalised.ts";
import { slugOf } from "../../content/text.ts";
import type { YamlMap } from "../../content/yaml/parse.ts";
import { isWithin } from "../globs.ts";
import { list, map, text, texts } from "../values.ts";

/** What `defaults` in `_config.yml` set for a file, by its path and type; the nearest scope wins. */
export function defaultsFor(config: YamlMap, path: string, type = ""): YamlMap {
  const found: { length: number; values: YamlMap }[] = list(config["defaults"]).flatMap((one) => {
    const scope = map(map(one)["scope"]);
    const folder = (text(scope["path"]) ?? "").replace(/^\/|\/\*{0,2}$/g, "");
    const wanted = text(scope["type"]);
    const applies = isWithin(path, folder) && (wanted === undefined || wanted === type);
    return applies
      ? [{ length: folder.length * 2 + (wanted === undefined ? 0 : 1), values: map(map(one)["values"]) }]
      : [];
  });
  const values: YamlMap = {};
  for (const one of found.sort((a, b) => a.length - b.length)) Object.assign(values, one.values);
  return values;
}

/** `code`: the language of a text, if something sets it; `folder`: its first folder, if that is a language's. */
export function languageOf(
  data: YamlMap,
  folders: readonly string[],
  defaults: YamlMap,
  languages: ReadonlySet<string>,
): { code?: string; folder?: string } {
  const [folder] = folders;
  const own = text(data["lang"]) ?? text(data["locale"]) ?? text(data["language"]);
  const byDefault = text(defaults["lang"]) ?? text(defaults["locale"]) ?? text(defaults["language"]);
  const isFolder = folder !== undefined && languages.has(folder.toLowerCase());
  const code = (own ?? (isFolder ? folder : byDefault))?.replaceAll("_", "-");
  return { ...(code !== undefined && { code }), ...(isFolder && { folder }) };
}

/** `tags: a b` is two tags for Jekyll, `tag: a b` is one; undefined if there are no tags keys. */
export function tagsOf(data: YamlMap, defaults: YamlMap): string[] | undefined {
  return termsOf(data, "tag", "tags") ?? termsOf(defaults, "tag", "tags");
}

export function categoriesOf(data: YamlMap, defaults: YamlMap): string[] {
  return termsOf(data, "category", "categories") ?? termsOf(defaults, "category", "categories") ?? [];
}

function termsOf(data: YamlMap, one: string, many: string): string[] | undefined {
  const single = texts(data[one]);
  const value = data[many];
  const list =
    typeof value === "string"
      ? value
          .split(/\s+/)
          .map((word) => word.replace(/,$/, ""))
          .filter((word) => word !== "")
      : texts(value);
  const all = [...new Set([...single, ...list])];
  return all.length === 0 && data[one] === undefined && value === undefined ? undefined : all;
}

export function isUnpublished({ published }: YamlMap): boolean {
  return published === false || published === "false" || published === "no";
}

/** The title of a text without one of its own: `la-suite` → `La Suite`. */
export function titleOfSlug(slug: string): string {
  return (
    slug
      .split(/[-_\s]+/)
      .map(capitalised)
      .join(" ")
      .trim() ||
    slugOf(slug) ||
    "Sans titre"
  );
}
