// Addresses as Hugo makes them. https://gohugo.io/content-management/urls/
// Names keep their accents and are lowercased, unless the configuration says otherwise. Tested with Hugo 0.131.
import { posix } from "node:path";
import type { Day } from "../content/types.ts";
import type { HugoConfig, HugoLanguage } from "./hugo-config.ts";
import { rooted, text, type Data } from "./values.ts";

export interface HugoNamed {
  language: HugoLanguage;
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
export function hugoAddress(named: HugoNamed, config: HugoConfig): string | undefined {
  const { language, folders, name, data } = named;
  const own = text(data["url"]);
  // A leading slash makes an address relative to the root, whatever the language.
  if (own !== undefined && !/:\w/.test(own))
    return ended(own.startsWith("/") ? own : `${language.prefix}/${own}`, config);
  const slug = text(data["slug"]);
  const last = slug === undefined ? fileSlug(name, config) : titleSlug(slug, config);
  const pattern = own ?? text(language.permalinks[(folders[0] ?? "/").toLowerCase()]);
  const plain = [...folders.map((folder) => fileSlug(folder, config)), last].join("/");
  const path = pattern === undefined ? plain : fill(pattern, named, last, config);
  return path === undefined ? undefined : ended(`${language.prefix}${rooted(path)}`, config);
}

function fill(pattern: string, named: HugoNamed, last: string, config: HugoConfig): string | undefined {
  const [year, month, date] = named.day?.split("-") ?? [];
  const file = fileSlug(named.name, config);
  const values: Readonly<Record<string, string | undefined>> = {
    year,
    month,
    day: date,
    section: named.folders[0] ?? "",
    sections: named.sections.join("/"),
    title: titleSlug(named.title, config),
    slug: titleSlug(text(named.data["slug"]) ?? named.title, config),
    slugorfilename: last,
    slugorcontentbasename: last,
    filename: file,
    contentbasename: file,
  };
  const unknown: string[] = [];
  const filled = pattern.replace(/:([a-z]+\[?)/g, (_, word: string) => {
    const value = values[word];
    if (value === undefined) unknown.push(word);
    return value ?? "";
  });
  return unknown.length === 0 ? filled : undefined;
}

/** An address with the end that Hugo gives it. */
export function ended(path: string, { isUgly }: Pick<HugoConfig, "isUgly">): string {
  const whole = rooted(path);
  return /\.\w{2,5}$|\/$/.test(whole) ? whole : isUgly ? `${whole}.html` : `${whole}/`;
}

/** An old address of a text, as written: from the root, or else from the folder of its address. */
export const hugoAlias = (written: string, url: string): string =>
  posix.normalize(written.startsWith("/") ? written : rooted(url.replace(/[^/]+\/?$/, "") + written));

/** Signs not allowed in addresses; a per cent sign stays if it begins an escape. */
const DROPPED = /%(?![\da-f]{2})|[^\p{L}\p{N}\p{M}._/~+#@%-]/giu;

type Case = Pick<HugoConfig, "keepsCase" | "dropsAccents">;

function cased(written: string, { keepsCase, dropsAccents }: Case): string {
  const bare = dropsAccents ? written.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC") : written;
  return keepsCase ? bare : bare.toLowerCase();
}

/** The name of a file or term: each space becomes a hyphen, and other signs go: `C & co` → `c--co`. */
export const fileSlug = (name: string, config: Case): string =>
  cased(name.trim().replaceAll(" ", "-").replace(DROPPED, ""), config);

/** A title or a `slug`: the gap between two words becomes one hyphen, beside none: `C & co` → `c-co`. */
export function titleSlug(title: string, config: Case): string {
  const words = title.split(/\s+/u).map((word) => word.replace(DROPPED, ""));
  const joined = words.filter((word) => word !== "").join(" ");
  return cased(joined.replace(/(?<=-) | (?=-)/g, "").replaceAll(" ", "-"), config);
}
