// Addresses as Hugo makes them. https://gohugo.io/content-management/urls/
// Names keep their accents and are lowercased, unless the configuration says otherwise. Tested with Hugo 0.131.
import { posix } from "node:path";
import type { Day } from "../../content/types.ts";
import { decoded, isPattern } from "../new-address.ts";
import { rooted, text } from "../values.ts";
import type { YamlMap } from "../../content/yaml/parse.ts";
import type { HugoConfig, HugoLanguage } from "./config.ts";

export interface HugoNamed {
  /** Folders below that of the language: the first is the section. */
  folders: readonly string[];
  /** Those of the deepest section, which is the first folder or has an `_index`. */
  sections: readonly string[];
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
  // A leading slash makes an address relative to the root, whatever the language.
  if (own !== undefined && !/:\w/.test(own))
    return encodeURI(ended(own.startsWith("/") ? own : `${language.prefix}/${own}`, config.ugly));
  const [section = ""] = folders;
  const pattern = own ?? text(config.permalinks[section]);
  const slug = text(data["slug"]);
  const path =
    pattern === undefined
      ? [
          ...folders.map((part) => fileSlug(part, config)),
          slug === undefined ? fileSlug(name, config) : titleSlug(slug, config),
        ].join("/")
      : fill(pattern, { ...named, slug: slug ?? undefined }, config);
  if (path === undefined) return undefined;
  return encodeURI(ended(`${language.prefix}${rooted(path)}`, config.ugly)).replaceAll("#", "%23");
}

/** The path below its language that the configuration gives to the list of a section; undefined if it gives none. */
export function sectionPath(
  folders: readonly string[],
  { sectionPermalinks }: Pick<HugoConfig, "sectionPermalinks">,
): string | undefined {
  const [section = "", ...below] = folders;
  const pattern = below.length > 0 ? undefined : text(sectionPermalinks[section]);
  const path = pattern?.replace(/:sections?\b/g, section).replace(/^\/+|\/+$/g, "");
  // No list shares the address of the home page.
  return path === "" || path?.includes(":") === true ? undefined : path;
}

/** An old address of a text, as written: from the root, or else from the folder of its address `url`. */
export function hugoAlias(written: string, url = "/"): string {
  return posix.normalize(
    written.startsWith("/") ? written : rooted(decoded(url).replace(/[^/]+\/?$/, "") + written),
  );
}

export function ended(path: string, ugly: boolean): string {
  const whole = rooted(path);
  if (/\.\w{2,5}$|\/$/.test(whole)) return whole;
  return ugly ? `${whole}.html` : `${whole}/`;
}

function fill(
  pattern: string,
  named: HugoNamed & { slug: string | undefined },
  config: HugoConfig,
): string | undefined {
  const { day, folders, sections, name, title, slug } = named;
  const [year, month, date] = day?.split("-") ?? [];
  const either = slug === undefined ? fileSlug(name, config) : titleSlug(slug, config);
  const values: Record<string, string | undefined> = {
    year,
    month,
    day: date,
    section: folders[0] ?? "",
    sections: sections.join("/"),
    title: titleSlug(title, config),
    slug: titleSlug(slug ?? title, config),
    slugorfilename: either,
    slugorcontentbasename: either,
    filename: fileSlug(name, config),
    contentbasename: fileSlug(name, config),
  };
  const unknown: string[] = [];
  const filled = pattern.replace(/:([a-z]+)(\[[^\]]*\])?/g, (_, word: string, range: string | undefined) => {
    const value =
      range === undefined
        ? values[word]
        : word === "sections"
          ? someOf(sections, range.slice(1, -1))?.join("/")
          : undefined;
    if (value === undefined) unknown.push(word);
    return value ?? "";
  });
  return unknown.length > 0 ? undefined : filled.replace(/\/{2,}/g, "/");
}

/** `0`, `last`, `1:`, `:last` or `0:2` of a list; undefined for what is not Hugo's syntax. */
function someOf(all: readonly string[], range: string): readonly string[] | undefined {
  const [, from, colon, to] = /^(\d+|last)?(:)?(\d+|last)?$/.exec(range) ?? [];
  const place = (written: string | undefined, none: number): number =>
    written === undefined ? none : written === "last" ? all.length - 1 : Number(written);
  if (colon === undefined && from === undefined) return undefined;
  const start = place(from, 0);
  return all.slice(start, colon === undefined ? start + 1 : place(to, all.length));
}

/** Hugo's pattern in Carnet's syntax. */
export function newHugoPattern(written: string | undefined, section: string, ugly: boolean): string {
  const pattern = (written ?? `/${section}/:slug/`)
    .replace(/:(slugorfilename|slugorcontentbasename|filename|contentbasename|title)\b/g, ":slug")
    .replace(/:sections?(\[[^\]]*\])?/g, section);
  const plain = rooted(isPattern(pattern) ? pattern : `/${section}/:slug/`);
  return ugly ? plain.replace(/\/?$/, ".html") : plain.replace(/\/?$/, "/");
}

/** Characters not allowed in addresses; a per cent sign stays if it begins an escape. */
const DROPPED = /%(?![\da-f]{2})|[^\p{L}\p{N}\p{M}._/~+#@%-]/giu;

type Case = Pick<HugoConfig, "keepsCase"> & Partial<Pick<HugoConfig, "withoutAccents">>;

function cased(text: string, { keepsCase, withoutAccents }: Case): string {
  const plain =
    withoutAccents === true ? text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC") : text;
  return keepsCase ? plain : plain.toLowerCase();
}

/** The name of a file or term: each space becomes a hyphen, and other signs are removed: `C & co` → `c--co`. */
export function fileSlug(name: string, config: Case): string {
  return cased(name.trim().replaceAll(" ", "-").replace(DROPPED, ""), config);
}

/** A title or a `slug`: the gap between two words becomes a single hyphen: `C & co` → `c-co`. */
export function titleSlug(title: string, config: Case): string {
  const words = title.split(/\s+/u).map((word) => word.replace(DROPPED, ""));
  const slug = words
    .filter((word) => word !== "")
    .reduce(
      (all, word) => all + (all === "" || all.endsWith("-") || word.startsWith("-") ? "" : "-") + word,
      "",
    );
  return cased(slug, config);
}
