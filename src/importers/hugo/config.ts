// Hugo's configuration, in any of its formats and folders → the settings of the new site.
// https://gohugo.io/configuration/
import type { YamlMap } from "../../content/yaml/parse.ts";
import { folderOf, mountedAt, readMounts, staticFolders, type StaticFolder } from "./mounts.ts";
import { newHugoPattern } from "./addresses.ts";
import { readHugoData } from "./config-files.ts";
import { sectionsOf } from "./places.ts";
import { accountsOf } from "../accounts.ts";
import type { SourceFiles } from "../source-files.ts";
import { at, atAnyCase, count, defined, first, keysLowered, map, text, texts, timeZone } from "../values.ts";

export interface HugoLanguage {
  code: string;
  /** Folder of its texts, if it has its own. */
  folder: string | undefined;
  /** `/en`, or empty for a language at the root. */
  prefix: string;
}

export interface HugoConfig {
  data: YamlMap;
  content: string;
  /** Folder of files that are published only if a layout or a text refers to them. */
  assets: string;
  /** Folders published as they are. */
  static: readonly StaticFolder[];
  languages: HugoLanguage[];
  main: HugoLanguage;
  zone: string | undefined;
  ugly: boolean;
  keepsCase: boolean;
  /** Section → pattern. */
  permalinks: YamlMap;
  /** Those of terms alone, and of the lists of sections. */
  termPermalinks: YamlMap;
  sectionPermalinks: YamlMap;
  /** Folder of the further pages of a list. */
  pager: string;
  /** Name of the feed of every list. */
  feed: string;
  /** True if addresses have no accents. */
  withoutAccents: boolean;
  /** Patterns of files of texts that Hugo overlooked. */
  ignored: readonly RegExp[];
  /** Sections whose texts are posts. */
  sections: ReadonlySet<string>;
  /** Names of the taxonomies, which are also their keys in front matter and their folders. */
  taxonomies: readonly string[];
}

export function hugoConfig(files: SourceFiles): HugoConfig {
  const data = readHugoData(files);
  const code =
    text(data["defaultcontentlanguage"]) ?? text(data["languagecode"])?.split("-")[0]?.toLowerCase() ?? "en";
  const declared = Object.entries(map(data["languages"])).map(
    ([key, value]) => [key.toLowerCase(), keysLowered(map(value))] as const,
  );
  const mounts = readMounts(data);
  const inFolder = data["defaultcontentlanguageinsubdir"] === true;
  const prefixOf = (key: string): string => (key === code && !inFolder ? "" : `/${key}`);
  const languages = declared
    .filter(([, own]) => own["disabled"] !== true)
    .map(([key, own]): HugoLanguage => ({
      code: key,
      folder: mountedAt(mounts, "content", key) ?? folderOf(own["contentdir"]),
      prefix: prefixOf(key),
    }));
  const main = languages.find((one) => one.code === code) ?? {
    code,
    folder: undefined,
    prefix: prefixOf(code),
  };
  const permalinks = map(data["permalinks"]);
  const params = keysLowered({ ...map(data["params"]), ...map(at(data, `languages.${code}.params`)) });
  const sections = texts(first(params, ["mainsections", "mainsection"]) ?? data["mainsections"]);
  const content = mountedAt(mounts, "content") ?? folderOf(data["contentdir"]) ?? "content";
  return {
    data: { ...data, params },
    content,
    assets: mountedAt(mounts, "assets") ?? folderOf(data["assetdir"]) ?? "assets",
    static: staticFolders(
      data,
      declared.map(([, own]) => own),
      mounts,
    ),
    languages: languages.length > 0 ? languages : [main],
    main,
    zone: timeZone(data["timezone"]),
    ugly: data["uglyurls"] === true,
    keepsCase: data["disablepathtolower"] === true,
    permalinks: { ...permalinks, ...map(permalinks["page"]) },
    termPermalinks: map(permalinks["term"]),
    sectionPermalinks: map(permalinks["section"]),
    pager: folderOf(at(data, "pagination.path") ?? data["paginatepath"]) ?? "page",
    feed: `${text(atAnyCase(data, "outputformats.rss.basename")) ?? "index"}.xml`,
    withoutAccents: data["removepathaccents"] === true,
    ignored: texts(data["ignorefiles"]).flatMap(asRegExp),
    sections: sectionsOf(sections, files, { content, languages }),
    taxonomies: taxonomiesOf(data["taxonomies"]),
  };
}

/** A pattern of Go, if JavaScript reads it too. */
function asRegExp(written: string): RegExp[] {
  try {
    return [new RegExp(written)];
  } catch {
    return [];
  }
}

/** Taxonomies in the configuration replace Hugo's two defaults. */
function taxonomiesOf(written: unknown): string[] {
  const named = written === undefined ? ["tags", "categories"] : Object.values(map(written));
  return [...new Set(named.flatMap((one) => text(one) ?? []))];
}

/** The taxonomy whose terms are the people who sign; undefined if there is none. */
export function peopleTaxonomy({ taxonomies }: Pick<HugoConfig, "taxonomies">): string | undefined {
  return taxonomies.find((name) => name === "authors" || name === "author");
}

export function hugoSettings({
  data,
  main,
  zone,
  permalinks,
  sections,
  languages,
  ugly,
}: HugoConfig): Record<string, unknown> {
  const own = keysLowered(map(at(data, `languages.${main.code}`)));
  const params = map(data["params"]);
  const url = text(own["baseurl"]) ?? text(data["baseurl"]);
  const section = [...sections][0] ?? "posts";
  const pattern = text(permalinks[section]);
  const others = languages.filter(({ code }) => code !== main.code);
  const twitter = text(at(data, "params.social.twitter")) ?? text(params["twitter"]);
  return defined({
    title: text(own["title"]) ?? text(data["title"]) ?? "Blog",
    description: text(params["description"])?.replace(/\s+/g, " "),
    url: url !== undefined && URL.canParse(url) && /^https?:/.test(url) ? url.replace(/\/+$/, "") : undefined,
    lang: main.code,
    timeZone: zone,
    permalink: newHugoPattern(pattern, section, ugly),
    postsPerPage: count(at(data, "pagination.pagerSize")) ?? count(data["paginate"]),
    email: text(params["email"]) ?? text(at(params, "author.email")),
    twitter: twitter === undefined || twitter.includes("/") ? undefined : twitter.replace(/^@/, ""),
    social: accountsOf(first(params, ["socialicons", "social"])),
    license: text(data["copyright"]),
    publisher: text(at(params, "author.name")) ?? text(params["author"]),
    translations:
      others.length === 0
        ? undefined
        : Object.fromEntries(others.map(({ code }) => [code, translationOf(data, code)])),
  });
}

/** What the configuration says of the site in another of its languages. */
function translationOf(data: YamlMap, code: string): Record<string, unknown> {
  const own = keysLowered(map(at(data, `languages.${code}`)));
  return defined({
    title: text(own["title"]),
    description: text(at(own, "params.description")) ?? text(own["description"]),
  });
}
