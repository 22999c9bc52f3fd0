// Hugo's configuration, in any of its formats and folders → what addresses, languages and folders depend on.
// https://gohugo.io/configuration/
import { readData, type SourceFiles } from "./source.ts";
import * as values from "./values.ts";
import { at, folderName, isMap, keysLowered, map, text, texts, webAddress, type Data } from "./values.ts";

export interface HugoLanguage {
  code: string;
  /** Folder of its texts, if it has its own. */
  folder: string | undefined;
  /** `/en`, or empty for a language at the root of a host. */
  prefix: string;
  /** Scheme and host, if they are not those of the main language. */
  host: string | undefined;
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

/** Hugo's configuration files: the one at the root, then those of what is published. */
export function hugoConfigFiles({ files }: SourceFiles): string[] {
  const isConfig = /^config\/(_default|production)\/[^/]+\.(toml|ya?ml|json)$/;
  const root = files.filter((file) => /^(hugo|config)\.(toml|ya?ml|json)$/.test(file));
  return [...root.slice(-1), ...files.filter((file) => isConfig.test(file))];
}

export function hugoConfig(files: SourceFiles): HugoConfig {
  const data = readAll(files);
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

/** A folder's files each have one key of the whole: `params.toml`, `languages.fr.toml`, `menus.fr.toml`. */
function readAll(files: SourceFiles): Data {
  const data: Data = {};
  for (const file of hugoConfigFiles(files)) {
    const own = map(readData(file, files.read(file)));
    const [, name = "", lang] = /([\w-]+)(?:\.([\w-]+))?\.\w+$/.exec(file) ?? [];
    const part = /^(hugo|config)$/.test(name) ? own : { [name]: own };
    merge(data, lang === undefined ? part : { languages: { [lang]: name === "languages" ? own : part } });
  }
  return data;
}

function merge(into: Data, from: Data): void {
  for (const [key, value] of Object.entries(keysLowered(from))) {
    const before = into[key];
    if (isMap(before) && isMap(value)) merge(before, value);
    else into[key] = value;
  }
}

interface Shared {
  data: Data;
  /** The main language. */
  code: string;
  url: string | undefined;
}

/** A language with an address of its own has no prefix: its pages begin at that address. */
function languageOf(key: string, own: Data, { data, code, url }: Shared): HugoLanguage {
  const home = new URL(url ?? "https://localhost");
  const address = webAddress(own["baseurl"]);
  const { origin, pathname } = new URL(address ?? home);
  const isAtRoot = key === code && data["defaultcontentlanguageinsubdir"] !== true;
  const base = home.pathname.replace(/\/$/, "");
  const below = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  return {
    code: key,
    folder: folderName(own["contentdir"]) || undefined,
    prefix: address === undefined ? (isAtRoot ? "" : `/${key}`) : below.replace(/\/$/, ""),
    host: origin === home.origin ? undefined : origin,
    permalinks: { ...patternsIn(data["permalinks"]), ...patternsIn(own["permalinks"]) },
    settings: own,
  };
}

function patternsIn(permalinks: unknown): Data {
  const all = keysLowered(permalinks);
  return { ...all, ...keysLowered(all["page"]) };
}

export function hugoSettings({ data, params, main, languages, url }: HugoConfig): Data {
  const others = languages.filter((language) => language !== main);
  const twitter = text(at(params, "social.twitter")) ?? text(params["twitter"]);
  return {
    title: text(main.settings["title"]) ?? text(data["title"]),
    description: text(params["description"])?.replace(/\s+/g, " "),
    url,
    timeZone: values.timeZone(main.settings["timezone"] ?? data["timezone"]),
    postsPerPage: values.count(
      values.first(data, ["pagination.pagerSize", "pagination.pagersize", "paginate"]),
    ),
    email: values.mail(params["email"]),
    twitter: twitter?.includes("/") === true ? undefined : twitter?.replace(/^@/, ""),
    license: text(data["copyright"]),
    publisher: text(at(params, "author.name")) ?? text(params["author"]),
    translations: Object.fromEntries(
      others.map(({ code, settings }) => [code, values.defined({ title: text(settings["title"]) })]),
    ),
  };
}
