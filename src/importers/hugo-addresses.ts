// Addresses as Hugo makes them. https://gohugo.io/content-management/urls/
// Names keep their accents and are lowercased, unless the configuration says otherwise. Tested with Hugo 0.131.
import { posix } from "node:path";
import type { Day } from "../content/types.ts";
import type { HugoConfig, HugoLanguage } from "./hugo-config.ts";
import { rooted, text, type Data } from "./values.ts";

export interface HugoNamed {
  /** Folders below that of the language: the first is the section. */
  folders: readonly string[];
  /** Those down to the deepest section, which is the first folder or has an `_index`. */
  sections: readonly string[];
  /** File or bundle name without extension and language. */
  name: string;
  title: string;
  day: Day | undefined;
  data: Data;
}

/** Undefined if the pattern contains an unknown word. */
export function hugoAddress(
  named: HugoNamed,
  language: HugoLanguage,
  config: HugoConfig,
): string | undefined {
  const { folders, name, data } = named;
  const isUgly = isUglyIn(folders, config);
  const own = text(data["url"]);
  // A leading slash makes an address relative to the root, whatever the language.
  if (own !== undefined && !/:\w/.test(own))
    return ended(own.startsWith("/") ? own : `${language.prefix}/${own}`, isUgly);
  const slug = text(data["slug"]);
  const last = slug === undefined ? fileSlug(name, config) : titleSlug(slug, config);
  const pattern = own ?? text(language.permalinks[(folders[0] ?? "/").toLowerCase()]);
  const path =
    pattern === undefined
      ? [...folders.map((folder) => fileSlug(folder, config)), last].join("/")
      : fill(pattern, named, last, config);
  return path === undefined ? undefined : ended(`${language.prefix}${rooted(path)}`, isUgly);
}

function fill(
  pattern: string,
  { day, folders, sections, name, title, data }: HugoNamed,
  last: string,
  config: HugoConfig,
): string | undefined {
  const [year, month, date] = day?.split("-") ?? [];
  const slug = titleSlug(text(data["slug"]) ?? title, config);
  const file = fileSlug(name, config);
  const values: Readonly<Record<string, string | undefined>> = {
    year,
    month,
    day: date,
    section: folders[0] ?? "",
    sections: sections.join("/"),
    title: titleSlug(title, config),
    slug,
    slugorfilename: last,
    slugorcontentbasename: last,
    filename: file,
    contentbasename: file,
    monthname: month === undefined ? undefined : MONTHS[Number(month) - 1],
  };
  const unknown: string[] = [];
  const filled = pattern.replace(/:([a-z]+)(?:\[([^\]]*)\])?/g, (_, word: string, range?: string) => {
    const value =
      range === undefined
        ? values[word]
        : word === "sections"
          ? someOf(sections, range)?.join("/")
          : undefined;
    if (value === undefined) unknown.push(word);
    return value ?? "";
  });
  return unknown.length === 0 ? filled : undefined;
}

const MONTHS = [
  ...["january", "february", "march", "april", "may", "june", "july", "august", "september", "october"],
  ...["november", "december"],
];

/** `0`, `last`, `1:`, `:last` or `0:2` of a list; undefined for what is not Hugo's syntax. */
function someOf(all: readonly string[], range: string): readonly string[] | undefined {
  const [, from, colon, to] = /^(\d+|last)?(:)?(\d+|last)?$/.exec(range) ?? [];
  const place = (written: string | undefined, none: number): number =>
    written === undefined ? none : written === "last" ? all.length - 1 : Number(written);
  if (colon === undefined && from === undefined) return undefined;
  const start = place(from, 0);
  return all.slice(start, colon === undefined ? start + 1 : place(to, all.length));
}

const isUglyIn = ([section = ""]: readonly string[], { ugly }: HugoConfig): boolean =>
  ugly === true || (typeof ugly === "object" && ugly[section.toLowerCase()] === true);

/** An address with the end that Hugo gives it. */
export function ended(path: string, isUgly: boolean): string {
  const whole = rooted(path);
  if (/\.\w{2,5}$|\/$/.test(whole)) return whole;
  return isUgly ? `${whole}.html` : `${whole}/`;
}

/** An old address of a text, as written: from the root, or else from the folder of its address. */
export const hugoAlias = (written: string, url: string): string =>
  posix.normalize(written.startsWith("/") ? written : rooted(url.replace(/[^/]+\/?$/, "") + written));

/** Signs not allowed in addresses; a per cent sign stays if it begins an escape. */
const DROPPED = /%(?![\da-f]{2})|[^\p{L}\p{N}\p{M}._/~+#@%-]/giu;

type Case = Pick<HugoConfig, "keepsCase" | "withoutAccents">;

function cased(written: string, { keepsCase, withoutAccents }: Case): string {
  const bare = withoutAccents ? written.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC") : written;
  return keepsCase ? bare : bare.toLowerCase();
}

/** The name of a file or term: each space becomes a hyphen, and other signs go: `C & co` → `c--co`. */
export const fileSlug = (name: string, config: Case): string =>
  cased(name.trim().replaceAll(" ", "-").replace(DROPPED, ""), config);

/** A title or a `slug`: the gap between two words becomes one hyphen: `C & co` → `c-co`. */
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
