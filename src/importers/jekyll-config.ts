// `_config.yml` and `_data` → the settings of the new site, and what reading the posts needs.
// Only what is written counts: a plugin's defaults are used where the plugin is named.
import { isZone } from "../content/dates.ts";
import type { YamlMap } from "../content/yaml.ts";
import { jekyllPattern } from "./jekyll-addresses.ts";
import type { OldRedirect, OldSite } from "./model.ts";
import { readPeople } from "./people.ts";
import { readNetlify } from "./redirects.ts";
import type { SourceFiles } from "./source-files.ts";
import { readData } from "./source-text.ts";
import { at, count, defined, map, rooted, text, texts } from "./values.ts";

export interface JekyllConfig {
  data: YamlMap;
  permalink: string | undefined;
  zone: string | undefined;
  languages: ReadonlySet<string>;
  excluded: readonly string[];
  collections: ReadonlyMap<string, { output: boolean; permalink: string | undefined }>;
  redirects: OldRedirect[];
  /** Addresses of pages that listed posts. */
  lists: string[];
}

const LANGUAGES = ["fr", "en", "de", "es", "it", "nl", "pt", "br", "ca", "eu", "oc"];

export function jekyllSite(files: SourceFiles): { site: OldSite; config: JekyllConfig } {
  const file = files.has("_config.yml") ? "_config.yml" : "_config.yaml";
  const data = readData(file, files.read(file));
  const whole = defaultsAt(data, "");
  const lang = (
    text(data["lang"]) ??
    text(data["locale"]) ??
    text(data["language"]) ??
    text(whole["lang"]) ??
    text(whole["locale"]) ??
    ""
  ).replaceAll("_", "-");
  const zone = text(data["timezone"]);
  const base = rooted(text(data["baseurl"]) ?? "").replace(/\/+$/, "");
  const folders = new Set(files.files.flatMap((one) => /^([a-z]{2})\//i.exec(one)?.[1]?.toLowerCase() ?? []));
  const named = texts(data["languages"]).map((one) => one.toLowerCase());
  const collections = new Map(
    collectionsOf(data).map(
      ([name, own]) => [name, { output: own["output"] === true, permalink: text(own["permalink"]) }] as const,
    ),
  );
  const redirects = readNetlify(files, ["_redirects"]);
  const config: JekyllConfig = {
    data,
    permalink: text(at(data, "collections.posts.permalink")) ?? text(data["permalink"]),
    zone: zone !== undefined && isZone(zone) ? zone : undefined,
    languages: new Set([...LANGUAGES.filter((one) => folders.has(one)), ...named]),
    excluded: texts(data["exclude"]).map((one) => one.replace(/^\/|\/\*{0,2}$/g, "")),
    collections,
    redirects: redirects.list,
    lists: [],
  };
  const people = readPeople(files, /^_data\/(authors|people|team|members|auteurs)\.(ya?ml|json)$/i);
  const site: OldSite = {
    kind: "jekyll",
    settings: settingsOf(data, base, lang, config),
    lang: lang === "" ? "" : lang,
    zone: config.zone ?? "Europe/Paris",
    base,
    listAtRoot: false,
    entries: [],
    people,
    tags: {},
    redirects: config.redirects,
    assets: [],
    addresses: [],
    elsewhere: [],
    manual: [...files.manual, ...redirects.manual],
    values: { site: { ...data, title: text(data["title"]) ?? text(data["name"]), data: undefined } },
    include: (name) => plainInclude(files, name),
  };
  addAddresses(site, data, files);
  return { site, config };
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
  const email = text(data["email"]) ?? text(at(data, "author.email"));
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
    email: email !== undefined && /^[^\s@]+@[^\s@]+\.\w+$/.test(email) ? email : undefined,
    twitter: twitter?.replace(/^@/, ""),
    social: github === undefined ? undefined : [{ label: "GitHub", url: `https://github.com/${github}` }],
    newsletter: newsletter !== undefined && /^https?:/.test(newsletter) ? newsletter : undefined,
    publisher: text(data["author"]) ?? text(at(data, "author.name")),
  });
}

/** Jekyll's pattern in Carnet's words; what Carnet has no word for is left out, and old posts keep theirs one by one. */
export function newPattern(written: string | undefined): string {
  const pattern = jekyllPattern(written)
    .replace(/:output_ext/g, ".html")
    .replace(/:(?:slugified_)?categories\/?/g, "")
    .replace(/:(?:title|name)\b/g, ":slug")
    .replace(/:i_month/g, ":month")
    .replace(/:i_day/g, ":day")
    .replace(/\/{2,}/g, "/");
  const known = [...pattern.matchAll(/:([a-z_]+)/g)].every(([, word = ""]) =>
    ["year", "month", "day", "slug"].includes(word),
  );
  return known && pattern.includes(":slug")
    ? pattern
    : pattern.endsWith("/")
      ? "/:year/:month/:day/:slug/"
      : "/:year/:month/:day/:slug.html";
}

/** Feeds, lists and terms: where the old site had them, said in `addresses` so that they stay. */
function addAddresses(site: OldSite, data: YamlMap, files: SourceFiles): void {
  const addresses: Record<string, string> = {};
  const plugins = new Set([...texts(data["plugins"]), ...texts(data["gems"])]);
  const feedFile = files.files.find((file) => /^(feed|atom|rss|index)\.xml$/.test(file));
  const feed = text(at(data, "feed.path")) ?? (plugins.has("jekyll-feed") ? "feed.xml" : feedFile);
  if (feed !== undefined) {
    addresses["feed"] = rooted(feed);
    site.addresses.push({ url: rooted(feed), what: "feed" });
  }
  const own = feedFile === undefined ? "" : (files.read(feedFile) ?? "");
  if (feedFile !== undefined && !plugins.has("jekyll-feed")) {
    if (/<(?:id|guid)[^>]*>[^<]*post\.id\b/.test(own)) site.settings["feeds"] = { ids: "jekyll" };
    else if (!/<(?:id|guid)[^>]*>[^<]*post\.url/.test(own))
      site.manual.push({ kind: "feed-template", file: feedFile, line: 1, found: rooted(feedFile) });
  } else if (plugins.has("jekyll-feed")) site.settings["feeds"] = { ids: "jekyll" };
  const paged = text(data["paginate_path"]) ?? (data["paginate"] === undefined ? undefined : "/page:num/");
  if (paged !== undefined) {
    const [, list = "/", page = "page:num/"] = /^(\/(?:.*\/)?)(.*:num.*)$/.exec(rooted(paged)) ?? [];
    addresses["page"] = page.replace(":num", ":n").replace(/\/?$/, "/");
    if (list === "/") site.listAtRoot = true;
    else addresses["blog"] = list;
  }
  // jekyll-paginate-v2: the pattern follows the address of whichever page asks for it.
  const follows = text(at(data, "pagination.permalink"));
  if (follows !== undefined)
    addresses["page"] = follows.replace(/^\//, "").replace(":num", ":n").replace(/\/?$/, "/");
  const archives = map(at(data, "jekyll-archives.permalinks"));
  const tag =
    text(archives["tag"]) ??
    (map(data["jekyll-archives"])["enabled"] === undefined ? undefined : "/tag/:name/");
  if (tag !== undefined) addresses["tag"] = rooted(tag.replace(":name", ":slug"));
  for (const name of ["year", "month"]) {
    const own = text(archives[name]);
    if (own !== undefined) addresses[name] = rooted(own);
  }
  const category = text(archives["category"]);
  site.settings["addresses"] = addresses;
  site.settings["taxonomies"] = {
    categories: { label: "", address: rooted((category ?? "/category/:name/").replace(":name", ":slug")) },
  };
}

function plainInclude(files: SourceFiles, name: string): string | undefined {
  const found = files.read(`_includes/${name}`);
  return found === undefined || found.length > 20_000 || /\{[{%]|<(script|style|form)\b/i.test(found)
    ? undefined
    : found;
}

function defaultsAt(data: YamlMap, path: string, type = ""): YamlMap {
  const list: readonly unknown[] = Array.isArray(data["defaults"]) ? data["defaults"] : [];
  const found: { length: number; values: YamlMap }[] = list.flatMap((one) => {
    const scope = map(map(one)["scope"]);
    const folder = (text(scope["path"]) ?? "").replace(/^\/|\/\*{0,2}$/g, "");
    const wanted = text(scope["type"]);
    const applies =
      (folder === "" || path === folder || path.startsWith(`${folder}/`)) &&
      (wanted === undefined || wanted === type);
    return applies
      ? [{ length: folder.length * 2 + (wanted === undefined ? 0 : 1), values: map(map(one)["values"]) }]
      : [];
  });
  const values: YamlMap = {};
  for (const one of found.sort((a, b) => a.length - b.length)) Object.assign(values, one.values);
  return values;
}

/** What `defaults` say of a file; the closest scope wins. */
export function defaultsFor(config: JekyllConfig, file: string, type: string): YamlMap {
  return defaultsAt(config.data, file, type);
}
