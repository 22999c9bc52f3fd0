// `_config.yml` and `_data` → the settings of the new site, and what the reading of posts requires.
// If they set no language, the texts decide it later.
import { posix } from "node:path";
import type { YamlMap } from "../../content/yaml/parse.ts";
import { jekyllPattern } from "./addresses.ts";
import { jekyllData } from "./data.ts";
import { defaultsFor } from "./front-matter.ts";
import { includedText } from "../includes.ts";
import { addJekyllLists, hasPlugin } from "./lists.ts";
import { jekyllMenus } from "./menus.ts";
import type { OldSite } from "../model.ts";
import { accountsOf } from "../accounts.ts";
import { isPattern } from "../new-address.ts";
import { readPeople } from "../people.ts";
import { emptyLists, type Reading } from "../reading.ts";
import { readNetlify } from "../redirects.ts";
import type { SourceFiles } from "../source-files.ts";
import { readData } from "../source-text.ts";
import { at, count, defined, mail, map, rooted, text, texts, timeZone } from "../values.ts";

export interface JekyllConfig {
  data: YamlMap;
  permalink: string | undefined;
  zone: string | undefined;
  languages: ReadonlySet<string>;
  excluded: readonly string[];
  /** Folders and files with a leading `_` that are nevertheless published. */
  included: readonly string[];
  /** Parent folder of `_posts` and the other collections, with its slash; empty for the root. */
  collectionsFolder: string;
  collections: ReadonlyMap<string, { output: boolean; permalink: string | undefined }>;
  /** The collection whose texts with a date are the posts of a blog without `_posts`. */
  posts?: string;
}

/** A longer include belongs to a theme rather than to a text. */
const LONGEST_INCLUDE = 20_000;
const LANGUAGES = ["fr", "en", "de", "es", "it", "nl", "pt", "br", "ca", "eu", "oc"];

/** The blog as its configuration describes it, before any text is read. */
export function openJekyll(files: SourceFiles): Reading<JekyllConfig> {
  const file = files.has("_config.yml") ? "_config.yml" : "_config.yaml";
  const data = readData(file, files.read(file));
  const config = configOf(data, files);
  const lang = languageOf(data);
  const base = rooted(text(data["baseurl"]) ?? "").replace(/\/+$/, "");
  const redirects = readNetlify(files, ["_redirects"]);
  const site: OldSite = {
    kind: "jekyll",
    settings: settingsOf(data, base, lang, config),
    lang,
    base,
    showsFuture: data["future"] === true,
    listAtRoot: false,
    // jemoji reads whole pages, once they are made.
    ...(hasPlugin(data, "jemoji") && { emoji: "texts-and-titles" }),
    ...emptyLists(),
    people: readPeople(files, /^_data\/(authors|people|team|members|auteurs)\.(ya?ml|json)$/i),
    redirects: redirects.list,
    menus: jekyllMenus(files, file, data),
    manual: [...files.manual, ...redirects.manual],
    values: { site: { ...data, title: text(data["title"]) ?? text(data["name"]), data: jekyllData(files) } },
    include: (name, given, beside) =>
      includedText(files, [includePath(name, beside)], given, LONGEST_INCLUDE),
    template: (name, beside) => {
      const found = files.read(includePath(name, beside));
      return found === undefined || found.length > LONGEST_INCLUDE ? undefined : found;
    },
  };
  addJekyllLists(site, data, files);
  return { files, config, site };
}

const includePath = (name: string, beside: string | undefined): string =>
  beside === undefined ? `_includes/${name}` : posix.join(posix.dirname(beside), name);

function configOf(data: YamlMap, files: SourceFiles): JekyllConfig {
  const folders = new Set(files.files.flatMap((one) => /^([a-z]{2})\//i.exec(one)?.[1]?.toLowerCase() ?? []));
  const named = texts(data["languages"]).map((one) => one.toLowerCase());
  return {
    data,
    permalink: text(at(data, "collections.posts.permalink")) ?? text(data["permalink"]),
    zone: timeZone(data["timezone"]),
    languages: new Set([...LANGUAGES.filter((one) => folders.has(one)), ...named]),
    // Jekyll itself reads nothing of what it wrote.
    excluded: pathsOf([...texts(data["exclude"]), text(data["destination"])?.replace(/^\.\//, "")]),
    included: pathsOf(data["include"]),
    collectionsFolder: (text(data["collections_dir"]) ?? "")
      .replace(/^(\.?\/)+/, "")
      .replace(/([^/])\/*$/, "$1/"),
    collections: new Map(
      collectionsOf(data).map(
        ([name, own]) =>
          [name, { output: own["output"] === true, permalink: text(own["permalink"]) }] as const,
      ),
    ),
  };
}

const pathsOf = (value: unknown): string[] => texts(value).map((one) => one.replace(/^\/|\/\*{0,2}$/g, ""));

/** Empty if neither the configuration nor its defaults for all texts set it. */
function languageOf(data: YamlMap): string {
  const whole = defaultsFor(data, "");
  const written =
    text(data["lang"]) ??
    text(data["locale"]) ??
    text(data["language"]) ??
    text(whole["lang"]) ??
    text(whole["locale"]) ??
    "";
  return written.replaceAll("_", "-");
}

function collectionsOf(data: YamlMap): [string, YamlMap][] {
  const value = data["collections"];
  return Array.isArray(value)
    ? texts(value).map((name) => [name, {}])
    : Object.entries(map(value)).map(([name, own]) => [name, map(own)]);
}

function settingsOf(
  data: YamlMap,
  base: string,
  lang: string,
  { permalink, zone }: JekyllConfig,
): Record<string, unknown> {
  const url = text(data["url"]);
  const twitter = text(data["twitter_username"]) ?? text(at(data, "twitter.username"));
  const github = text(data["github_username"]);
  const newsletter = text(data["list_url"]) ?? text(data["newsletter"]);
  return defined({
    title: text(data["title"]) ?? text(data["name"]) ?? "Blog",
    description: text(data["description"])?.replace(/\s+/g, " ") ?? text(data["tagline"]),
    url: url !== undefined && URL.canParse(url) ? url.replace(/\/+$/, "") + base : undefined,
    lang: lang === "" ? undefined : lang,
    timeZone: zone,
    permalink: newPattern(permalink),
    postsPerPage: count(data["paginate"]) ?? count(at(data, "pagination.per_page")),
    email: mail(text(data["email"]) ?? text(at(data, "author.email"))),
    twitter: twitter?.replace(/^@/, ""),
    social: accountsOf([
      ...(github === undefined ? [] : [{ name: "GitHub", url: `https://github.com/${github}` }]),
      ...texts(at(data, "social.links")),
    ]),
    newsletter: newsletter !== undefined && /^https?:/.test(newsletter) ? newsletter : undefined,
    publisher: text(data["author"]) ?? text(at(data, "author.name")),
  });
}

/**
 * Jekyll's pattern in Carnet's syntax. Words without an equivalent are dropped, and old posts keep their addresses
 * individually.
 */
export function newPattern(written: string | undefined): string {
  const pattern = jekyllPattern(written)
    .replace(/:output_ext/g, ".html")
    .replace(/:(?:slugified_)?categories\/?/g, "")
    .replace(/:(?:title|name)\b/g, ":slug")
    .replace(/:i_month/g, ":month")
    .replace(/:i_day/g, ":day")
    .replace(/\/{2,}/g, "/");
  return isPattern(pattern)
    ? pattern
    : pattern.endsWith("/")
      ? "/:year/:month/:day/:slug/"
      : "/:year/:month/:day/:slug.html";
}
