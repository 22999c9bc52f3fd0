// Hugo's configuration, in any of its formats and folders → what addresses, languages and folders depend on.
// https://gohugo.io/configuration/
import { accountsIn } from "./people.ts";
import { readData, type SourceFiles } from "./source.ts";
import {
  at,
  count,
  defined,
  first,
  folderName,
  isMap,
  keysLowered,
  list,
  mail,
  map,
  text,
  texts,
  timeZone,
  webAddress,
  type Data,
} from "./values.ts";

export interface HugoLanguage {
  code: string;
  /** Folder of its texts, if it has its own. */
  folder: string | undefined;
  /** `/en`, or empty for a language at the root of a host. */
  prefix: string;
  /** Scheme and host, if its address is on another host than that of the main language. */
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
  /** Path of the site on its host, without a final slash. */
  base: string;
  ugly: boolean | Data;
  keepsCase: boolean;
  withoutAccents: boolean;
  /** Source folder → path in the output, of files published as they are. */
  static: ReadonlyMap<string, string>;
  ignored: readonly RegExp[];
  /** Names of the taxonomies, which are also their keys in front matter and their folders. */
  taxonomies: readonly string[];
}

const FORMATS = /\.(toml|ya?ml|json)$/;

/** Hugo's configuration files: the one at the root, then those of what is published. */
export function hugoConfigFiles(files: SourceFiles): string[] {
  const root = files.files.filter((file) => /^(hugo|config)\.(toml|ya?ml|json)$/.test(file));
  const own = root.find((file) => file.startsWith("hugo.")) ?? root[0];
  const folders = ["config/_default/", "config/production/"];
  return [
    ...(own === undefined ? [] : [own]),
    ...folders.flatMap((folder) =>
      files.files.filter((file) => file.startsWith(folder) && FORMATS.test(file)),
    ),
  ];
}

export function hugoConfig(files: SourceFiles): HugoConfig {
  const data = readAll(files);
  const code =
    text(data["defaultcontentlanguage"]) ?? text(data["languagecode"])?.split("-")[0]?.toLowerCase() ?? "en";
  const declared = new Map(
    Object.entries(map(data["languages"]))
      .map(([key, value]) => [key.toLowerCase(), keysLowered(value)] as const)
      .filter(([, own]) => own["disabled"] !== true),
  );
  if (!declared.has(code)) declared.set(code, {});
  const mounts = list(at(data, "module.mounts")).map(keysLowered);
  const url = webAddress(declared.get(code)?.["baseurl"]) ?? webAddress(data["baseurl"]);
  const languages = [...declared].map(([key, own]) => languageOf(key, own, { data, code, url, mounts }));
  const main = languages.find((language) => language.code === code);
  if (main === undefined) throw new Error(code);
  return {
    data,
    params: { ...keysLowered(data["params"]), ...keysLowered(main.settings["params"]) },
    content: mountOf(mounts, "content") ?? (folderName(data["contentdir"]) || "content"),
    languages,
    main,
    base: url === undefined ? "" : new URL(url).pathname.replace(/\/+$/, ""),
    ugly: isMap(data["uglyurls"]) ? keysLowered(data["uglyurls"]) : data["uglyurls"] === true,
    keepsCase: data["disablepathtolower"] === true,
    withoutAccents: data["removepathaccents"] === true,
    static: staticFolders([data, ...declared.values()], mounts),
    ignored: texts(data["ignorefiles"]).flatMap(asPattern),
    taxonomies: [
      ...new Set(
        data["taxonomies"] === undefined
          ? ["tags", "categories"]
          : texts(Object.values(map(data["taxonomies"]))),
      ),
    ],
  };
}

/** A folder's files each have one key of the whole: `params.toml`, `languages.fr.toml`, `menus.fr.toml`. */
function readAll(files: SourceFiles): Data {
  const data: Data = {};
  for (const file of hugoConfigFiles(files)) {
    const own = map(readData(file, files.read(file)));
    const [, name = "", lang] = /([\w-]+)(?:\.([\w-]+))?\.\w+$/.exec(file) ?? [];
    const part = name === "hugo" || name === "config" ? own : { [name === "menu" ? "menus" : name]: own };
    merge(data, lang === undefined ? part : { languages: { [lang]: name === "languages" ? own : part } });
  }
  return data;
}

function merge(into: Data, from: Data): void {
  for (const [key, value] of Object.entries(keysLowered(from))) {
    const before = into[key];
    if (isMap(before) && isMap(value)) merge(before, value);
    else into[key] = isMap(value) ? { ...value } : value;
  }
}

interface Shared {
  data: Data;
  code: string;
  url: string | undefined;
  mounts: readonly Data[];
}

/** With an address of its own, a language has no prefix: its pages begin at that address. */
function languageOf(key: string, own: Data, { data, code, url, mounts }: Shared): HugoLanguage {
  const address = webAddress(own["baseurl"]);
  const { origin, pathname } = new URL(address ?? url ?? "https://x/");
  const home = new URL(url ?? address ?? "https://x/");
  const base = home.pathname.replace(/\/+$/, "");
  const path = pathname.replace(/\/+$/, "");
  const below = origin === home.origin && path.startsWith(base) ? path.slice(base.length) : path;
  const isAtRoot = key === code && data["defaultcontentlanguageinsubdir"] !== true;
  return {
    code: key,
    folder: mountOf(mounts, "content", key) ?? (folderName(own["contentdir"]) || undefined),
    prefix: address === undefined ? (isAtRoot ? "" : `/${key}`) : below,
    host: origin === home.origin ? undefined : origin,
    permalinks: { ...patternsIn(data["permalinks"]), ...patternsIn(own["permalinks"]) },
    settings: own,
  };
}

function patternsIn(permalinks: unknown): Data {
  const all = keysLowered(permalinks);
  return { ...all, ...keysLowered(all["page"]) };
}

/** The folder mounted at one of Hugo's own, for a language or for all. */
function mountOf(mounts: readonly Data[], target: string, lang?: string): string | undefined {
  const mount = mounts.find(
    (one) => folderName(one["target"]) === target && text(one["lang"])?.toLowerCase() === lang,
  );
  return mount === undefined ? undefined : folderName(mount["source"]) || undefined;
}

function staticFolders(settings: readonly Data[], mounts: readonly Data[]): Map<string, string> {
  const mounted = mounts.flatMap((mount) => {
    const [, path] = /^static(?:\/|$)(.*)/.exec(folderName(mount["target"])) ?? [];
    return path === undefined ? [] : [[folderName(mount["source"]), path] as const];
  });
  const named = settings.flatMap((one) =>
    Object.keys(one)
      .filter((key) => /^staticdir\d*$/.test(key))
      .flatMap((key) => texts(one[key]).map((folder) => [folderName(folder), ""] as const)),
  );
  return new Map(mounted.length > 0 ? mounted : named.length > 0 ? named : [["static", ""]]);
}

/** A pattern of Go, if JavaScript reads it too. */
function asPattern(written: string): RegExp[] {
  try {
    return [new RegExp(written)];
  } catch {
    return [];
  }
}

export function hugoSettings({ data, params, main, languages }: HugoConfig): Data {
  const others = languages.filter((language) => language !== main);
  const social = at(params, "social");
  const twitter = text(at(social, "twitter")) ?? text(params["twitter"]);
  return defined({
    title: text(main.settings["title"]) ?? text(data["title"]),
    description: text(params["description"])?.replace(/\s+/g, " "),
    url: webAddress(main.settings["baseurl"]) ?? webAddress(data["baseurl"]),
    timeZone: timeZone(main.settings["timezone"] ?? data["timezone"]),
    postsPerPage: count(first(data, ["pagination.pagerSize", "pagination.pagersize", "paginate"])),
    email: mail(params["email"]) ?? mail(at(params, "author.email")),
    twitter: twitter?.includes("/") === true ? undefined : twitter?.replace(/^@/, ""),
    social: accountsIn(first(params, ["socialicons", "social"])),
    license: text(data["copyright"]),
    publisher: text(at(params, "author.name")) ?? text(params["author"]),
    translations:
      others.length === 0
        ? undefined
        : Object.fromEntries(others.map(({ code, settings }) => [code, translationOf(settings)])),
  });
}

const translationOf = (settings: Data): Data =>
  defined({
    title: text(settings["title"]),
    description: text(first(settings, ["params.description", "description"])),
  });
