// Feeds, lists and terms of a Jekyll blog, according to `_config.yml` and its plugins → addresses that the new site keeps.
// Only what is written counts: a plugin's defaults apply only if the plugin is listed.
import type { YamlMap } from "../../content/yaml/parse.ts";
import type { OldSite } from "../model.ts";
import { setAddress, setList } from "../site-addresses.ts";
import type { SourceFiles } from "../source-files.ts";
import { at, map, rooted, text, texts } from "../values.ts";

/** True if `_config.yml` lists the plugin. */
export const hasPlugin = ({ plugins, gems }: YamlMap, name: string): boolean =>
  [...texts(plugins), ...texts(gems)].includes(name);

/** `data` is the content of `_config.yml`. */
export function addJekyllLists(site: OldSite, data: YamlMap, files: SourceFiles): void {
  addFeed(site, data, files);
  addPages(site, data, files);
  addArchives(site, data);
}

/**
 * The feed, and how its entries are identified; if neither a plugin nor the template shows it, that is reported as left to do.
 */
function addFeed(site: OldSite, data: YamlMap, files: SourceFiles): void {
  const isPlugins = hasPlugin(data, "jekyll-feed");
  const template = files.files.find((file) => /^(feed|atom|rss|index)\.xml$/.test(file));
  const feed = text(at(data, "feed.path")) ?? (isPlugins ? "feed.xml" : template);
  if (feed !== undefined) {
    setAddress(site, "feed", rooted(feed));
    site.addresses.push({ url: rooted(feed), what: "feed" });
  }
  const written = template === undefined || isPlugins ? undefined : (files.read(template) ?? "");
  if (isPlugins || (written !== undefined && /<(?:id|guid)[^>]*>[^<]*post\.id\b/.test(written)))
    site.settings["feeds"] = { ids: "jekyll" };
  else if (
    template !== undefined &&
    written !== undefined &&
    !/<(?:id|guid)[^>]*>[^<]*post\.url/.test(written)
  )
    site.manual.push({ kind: "feed-template", file: template, line: 1, found: rooted(template) });
}

/** Pages 2, 3… of the list of posts, for either of the plugins that make them. */
function addPages(site: OldSite, data: YamlMap, files: SourceFiles): void {
  const written = text(data["paginate_path"]) ?? (data["paginate"] === undefined ? undefined : "");
  if (written !== undefined) {
    const paged = rooted(written.includes(":num") ? written : "/page:num/");
    const list = firstPage(paged, files);
    setAddress(site, "page", paged.slice(list.length).replace(":num", ":n").replace(/\/?$/, "/"));
    setList(site, list);
  }
  // jekyll-paginate-v2: the pattern is relative to the address of the page that uses it.
  const follows = text(at(data, "pagination.permalink"));
  if (follows !== undefined)
    setAddress(site, "page", follows.replace(/^\//, "").replace(":num", ":n").replace(/\/?$/, "/"));
}

/** The folder of page 1: the deepest one above the other pages with an `index.html`, else the deepest not named after pages. */
function firstPage(paged: string, { has }: SourceFiles): string {
  const above = (paged.split(":num")[0] ?? "").split("/").slice(1, -1);
  const folders = above.map((_, i) => `${above.slice(0, i + 1).join("/")}/`);
  const first = folders.filter((folder) => has(`${folder}index.html`)).at(-1);
  return `/${first ?? folders.filter((folder) => !/(^|\/)(page|p)\/$/.test(folder)).at(-1) ?? ""}`;
}

/** Tags, categories, years and months, for jekyll-archives. */
function addArchives(site: OldSite, data: YamlMap): void {
  const archives = map(at(data, "jekyll-archives.permalinks"));
  const isOn = map(data["jekyll-archives"])["enabled"] !== undefined;
  const tag = text(archives["tag"]) ?? (isOn ? "/tag/:name/" : undefined);
  if (tag !== undefined) setAddress(site, "tag", rooted(tag.replace(":name", ":slug")));
  for (const name of ["year", "month"]) {
    const own = text(archives[name]);
    if (own !== undefined) setAddress(site, name, rooted(own));
  }
  const category = text(archives["category"]) ?? "/category/:name/";
  site.settings["taxonomies"] = {
    categories: { label: "", address: rooted(category.replace(":name", ":slug")) },
  };
}
