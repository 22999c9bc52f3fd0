// Addresses as Hugo makes them. https://gohugo.io/content-management/urls/
// Names keep their accents and lose their capitals, unless the configuration says otherwise.
import type { Day } from "../content/types.ts";
import { rooted, text } from "./values.ts";
import type { YamlMap } from "../content/yaml.ts";
import type { HugoConfig, HugoLanguage } from "./hugo-config.ts";

export interface HugoNamed {
  /** Folders below the language's own: the first is the section. */
  folders: readonly string[];
  /** File or bundle name without extension and language. */
  name: string;
  title: string;
  day: Day | undefined;
  data: YamlMap;
}

export function hugoAddress(
  named: HugoNamed,
  language: HugoLanguage,
  config: HugoConfig,
): string | undefined {
  const { folders, name, data } = named;
  const own = text(data["url"]);
  // A slash at the beginning puts an address at the root, whatever the language.
  if (own !== undefined && !/:\w/.test(own))
    return encodeURI(ended(own.startsWith("/") ? own : `${language.prefix}/${own}`, config.ugly));
  const [section = ""] = folders;
  const pattern = own ?? text(config.permalinks[section]);
  const slug = text(data["slug"]);
  const path =
    pattern === undefined
      ? [...folders, slug ?? name].map((part) => urlized(part, config)).join("/")
      : fill(pattern, { ...named, slug: slug ?? undefined }, config);
  return path === undefined ? undefined : encodeURI(ended(`${language.prefix}${rooted(path)}`, config.ugly));
}

function ended(path: string, ugly: boolean): string {
  const whole = rooted(path);
  if (/\.\w{2,5}$|\/$/.test(whole)) return whole;
  return ugly ? `${whole}.html` : `${whole}/`;
}

function fill(
  pattern: string,
  named: HugoNamed & { slug: string | undefined },
  config: HugoConfig,
): string | undefined {
  const { day, folders, name, title, slug } = named;
  const [year = "", month = "", date = ""] = (day ?? "").split("-");
  const values: Record<string, string | undefined> = {
    year: day === undefined ? undefined : year,
    month: day === undefined ? undefined : month,
    day: day === undefined ? undefined : date,
    section: folders[0] ?? "",
    sections: folders.join("/"),
    title: urlized(title, config),
    slug: urlized(slug ?? title, config),
    slugorfilename: urlized(slug ?? name, config),
    slugorcontentbasename: urlized(slug ?? name, config),
    filename: urlized(name, config),
    contentbasename: urlized(name, config),
  };
  const unknown: string[] = [];
  const filled = pattern.replace(/:([a-z]+)(\[[^\]]*\])?/g, (_, word: string, range: string | undefined) => {
    const value = range === undefined ? values[word] : undefined;
    if (value === undefined) unknown.push(word);
    return value ?? "";
  });
  return unknown.length > 0 ? undefined : filled.replace(/\/{2,}/g, "/");
}

export function urlized(name: string, { keepsCase }: Pick<HugoConfig, "keepsCase">): string {
  const plain = name
    .trim()
    .replace(/\s+/g, "-")
    .replace(/[^\p{L}\p{N}\p{M}_./~+%-]/gu, "")
    .replace(/-{2,}/g, "-");
  return keepsCase ? plain : plain.toLowerCase();
}
