// Hugo's configuration, in any of its formats and folders, and the addresses that it gives.
// https://gohugo.io/configuration/ and https://gohugo.io/content-management/urls/, tested with Hugo 0.131.
import { posix } from "node:path";
import type { Day } from "../content/types.ts";
import { readData, type SourceFiles } from "./source.ts";
import { folderName, isMap, keysLowered, map, rooted, text, texts, webAddress, type Data } from "./values.ts";

export interface HugoLanguage {
  code: string;
  /** Folder of its texts, if it has its own. */
  folder: string | undefined;
  /** `/en`, or empty for a language at the root of a host. */
  prefix: string;
  /** Section → pattern, with those of the whole site. */
  permalinks: Data;
  settings: Data;
}

export interface HugoConfig {
  /** Keys in lower case. */
  data: Data;
  params: Data;
  content: string;
  languages: readonly HugoLanguage[];
  main: HugoLanguage;
  /** Address of the site, as written in the configuration. */
  url: string | undefined;
  isUgly: boolean;
  keepsCase: boolean;
  dropsAccents: boolean;
  /** Folders published as they are. */
  static: readonly string[];
  /** Names of the taxonomies, which are also their keys in front matter and their folders. */
  taxonomies: readonly string[];
}

export function hugoConfig(files: SourceFiles): HugoConfig {
  const data: Data = {};
  const isConfig = /^config\/(_default|production)\/[^/]+\.(toml|ya?ml|json)$/;
  const root = files.files.filter((file) => /^(hugo|config)\.(toml|ya?ml|json)$/.test(file));
  // A folder's files each have one key of the whole: `params.toml`, `languages.fr.toml`, `menus.fr.toml`.
  for (const file of [...root.slice(-1), ...files.files.filter((item) => isConfig.test(item))]) {
    const own = map(readData(file, files.read(file)));
    const [, name = "", lang] = /([\w-]+)(?:\.([\w-]+))?\.\w+$/.exec(file) ?? [];
    const part = /^(hugo|config)$/.test(name) ? own : { [name]: own };
    merge(data, lang === undefined ? part : { languages: { [lang]: name === "languages" ? own : part } });
  }
  const first = text(data["languagecode"])?.replace(/-.*/, "").toLowerCase();
  const code = text(data["defaultcontentlanguage"])?.toLowerCase() ?? first ?? "en";
  const declared = Object.entries({ [code]: {}, ...keysLowered(data["languages"]) })
    .map(([key, own]) => [key, keysLowered(own)] as const)
    .filter(([key, own]) => key === code || own["disabled"] !== true);
  const own = declared.find(([key]) => key === code)?.[1] ?? {};
  const url = webAddress(own["baseurl"]) ?? webAddress(data["baseurl"]);
  const main = languageOf(code, own, { data, code, url });
  const others = declared.filter(([key]) => key !== code);
  const folders = texts(data["staticdir"]).map(folderName);
  const taxonomies = data["taxonomies"] === undefined ? ["tags", "categories"] : map(data["taxonomies"]);
  return {
    data,
    params: { ...keysLowered(data["params"]), ...keysLowered(own["params"]) },
    content: folderName(data["contentdir"]) || "content",
    languages: [main, ...others.map(([key, item]) => languageOf(key, item, { data, code, url }))],
    main,
    url,
    isUgly: data["uglyurls"] === true,
    keepsCase: data["disablepathtolower"] === true,
    dropsAccents: data["removepathaccents"] === true,
    static: folders.length === 0 ? ["static"] : folders,
    taxonomies: [...new Set(texts(Object.values(taxonomies)))],
  };
}

function merge(into: Data, from: Data): void {
  for (const [key, value] of Object.entries(keysLowered(from))) {
    const before = into[key];
    if (isMap(before) && isMap(value)) merge(before, value);
    else into[key] = value;
  }
}

/** `code` is that of the main language. */
type Shared = Pick<HugoConfig, "data" | "url"> & { code: string };

/** A language with an address of its own on the host of the site begins there; one with a host of its own, below its name. */
function languageOf(key: string, own: Data, { data, code, url }: Shared): HugoLanguage {
  const home = new URL(url ?? "https://localhost");
  const address = webAddress(own["baseurl"]);
  const { pathname } = new URL(address ?? home);
  const isAtRoot = key === code && data["defaultcontentlanguageinsubdir"] !== true;
  const base = home.pathname.replace(/\/$/, "");
  const below = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  const isElsewhere = address !== undefined && new URL(address).host !== home.host;
  const patterns = [data["permalinks"], own["permalinks"]].map(keysLowered);
  return {
    code: key,
    folder: folderName(own["contentdir"]) || undefined,
    prefix: (address === undefined ? !isAtRoot : isElsewhere && /^\/?$/.test(below))
      ? `/${key}`
      : address === undefined
        ? ""
        : below.replace(/\/$/, ""),
    permalinks: Object.assign({}, ...patterns.flatMap((all) => [all, keysLowered(all["page"])])) as Data,
    settings: own,
  };
}

export interface HugoNamed {
  language: HugoLanguage;
  /** Folders below that of the language: the first is the section. */
  folders: readonly string[];
  /** File or bundle name without extension and language. */
  name: string;
  title: string;
  day: Day | undefined;
  data: Data;
}

/** Undefined if the pattern contains an unknown word. */
export function hugoAddress(named: HugoNamed, config: HugoConfig): string | undefined {
  const { language, folders, name, data, title } = named;
  const own = text(data["url"]);
  // A leading slash makes an address relative to the root, whatever the language.
  if (own !== undefined && !/:\w/.test(own))
    return ended(own.startsWith("/") ? own : `${language.prefix}/${own}`, config);
  const slug = text(data["slug"]);
  const file = fileSlug(name, config);
  const last = slug === undefined ? file : titleSlug(slug, config);
  const pattern = own ?? text(language.permalinks[(folders[0] ?? "/").toLowerCase()]);
  const [year, month, day] = named.day?.split("-") ?? [];
  const values: Readonly<Record<string, string | undefined>> = {
    ...{ year, month, day, section: folders[0] ?? "" },
    ...{ title: titleSlug(title, config), slug: titleSlug(slug ?? title, config) },
    ...{ slugorfilename: last, slugorcontentbasename: last, filename: file, contentbasename: file },
  };
  const unknown: string[] = [];
  const path =
    pattern?.replace(/:([a-z]+\[?)/g, (_, word: string) => {
      if (values[word] === undefined) unknown.push(word);
      return values[word] ?? "";
    }) ?? [...folders.map((folder) => fileSlug(folder, config)), last].join("/");
  // The dot of a name is no extension: `lencr.org` has a folder.
  const end = pattern === undefined && !config.isUgly ? "/" : "";
  return unknown.length > 0 ? undefined : ended(`${language.prefix}${rooted(path)}${end}`, config);
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
