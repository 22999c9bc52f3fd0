// A text of a Hugo blog → an entry of the new site, with its address, its terms and the values that it inherits.
// The `_index` of a folder is the text of a list; a page without text belongs to its layout.
import { readFileName } from "../../content/file-names.ts";
import type { YamlMap } from "../../content/yaml/parse.ts";
import { dayWritten } from "../dates.ts";
import { hugoAddress, hugoAlias } from "./addresses.ts";
import { bundleFiles } from "./bundle-files.ts";
import { cascade } from "./cascade.ts";
import type { HugoConfig, HugoLanguage } from "./config.ts";
import { openHugo, paramsOf } from "./keys.ts";
import type { Section } from "./lists.ts";
import { sectionsAbove, type Located } from "./places.ts";
import { readSection } from "./sections.ts";
import type { OldSite, SourceEntry } from "../model.ts";
import { decoded } from "../new-address.ts";
import type { Reading } from "../reading.ts";
import { setAddress } from "../site-addresses.ts";
import type { SourceText } from "../source-text.ts";
import { map, text, texts } from "../values.ts";

export interface HugoReading extends Reading<HugoConfig> {
  /** Folders of page bundles. */
  bundles: ReadonlySet<string>;
  /** Folders, below those of languages, in which every text other than `index` is a resource. */
  leaves: ReadonlySet<string>;
  /** Folders of each text below that of its language. */
  folders: Map<SourceEntry, readonly string[]>;
  sections: Section[];
}

/** Reads a text: a list, or an entry of the new site. */
export function readEntry(source: string, place: Located, reading: HugoReading): void {
  const { language, path } = place;
  const { files, config, site } = reading;
  const read = openHugo(source, reading);
  if (read === undefined) return;
  const parts = path.split("/");
  const stem = parts.pop() ?? "";
  if (stem === "_index") {
    readList(source, parts, language, read, reading);
    return;
  }
  const isBundle = stem === "index" && parts.length > 0;
  const name = isBundle ? (parts.pop() ?? stem) : stem;
  const [section = ""] = parts;
  const inherited = { ...cascade(parts, place, reading), ...paramsOf(read.data, config) };
  const data: YamlMap = { ...inherited, ...read.data };
  const isPost = config.sections.has(section.toLowerCase()) && text(data["type"]) !== "page";
  const named = readFileName(`content/posts/${name}.md`, new Set()).day;
  const day = dayWritten(text(data["date"]) ?? data["publishDate"], config.zone, named);
  const title = text(data["title"]) ?? name.replace(/[-_]+/g, " ");
  const draft = isHidden(data);
  const sections = sectionsAbove(parts, place, files);
  const address = hugoAddress({ folders: parts, sections, name, title, day, data }, language, config);
  const oldUrl = draft ? undefined : address;
  const isMain = language.code === config.main.code;
  const folders = [...(isMain ? [] : [language.code]), ...parts.slice(isPost ? 1 : 0)];
  const file = isBundle ? `${name}/index.md` : `${name}.md`;
  const target = [isPost ? "content/posts" : "content/pages", ...folders, file].join("/");
  const entry: SourceEntry = {
    kind: isPost ? "post" : "page",
    source,
    target,
    text: read,
    lang: language.code,
    langInPath: !isMain,
    draft,
    draftInPath: false,
    ...(oldUrl !== undefined && { oldUrl }),
    ...(day !== undefined && { day }),
    title,
    aliases: texts(data["aliases"]).map((alias) => hugoAlias(alias, address)),
    inherited,
    tags: data["tags"] === undefined ? undefined : texts(data["tags"]),
    categories: texts(data["categories"]),
    group: text(data["translationKey"]) ?? [...parts, name].join("/"),
    names: [path, `${parts.join("/")}/${name}`, name, source],
    beside: isBundle ? bundleFiles(source, target, [...parts, name].join("/"), read, reading) : [],
  };
  if (isMadeByLayout(read)) leaveToCarnet(entry, site, isMain);
  else {
    reading.folders.set(entry, parts);
    site.entries.push(entry);
  }
}

/** Reads the `_index` of the folders `parts`, below that of its language. */
function readList(
  source: string,
  parts: readonly string[],
  language: HugoLanguage,
  read: SourceText,
  reading: HugoReading,
): void {
  const [top] = parts;
  if (top !== undefined && !reading.config.taxonomies.includes(top))
    reading.sections.push({ lang: language.code, folders: parts, url: text(read.data["url"]) });
  readSection(source, parts, language, read, reading);
}

/** True for a text that Hugo published at no address. `_build` is the older name of `build`, with booleans. */
function isHidden(data: YamlMap): boolean {
  const { render } = { ...map(data["_build"]), ...map(data["build"]) };
  return (
    data["draft"] === true ||
    data["draft"] === "true" ||
    (render !== undefined && render !== "always" && render !== true) ||
    data["headless"] === true
  );
}

/** True for a page without text, such as those for which themes have a layout: archives, search. */
function isMadeByLayout({ body, data }: SourceText): boolean {
  const layout = text(data["layout"]) ?? text(data["type"]) ?? "";
  return body.trim() === "" && /^(archives?|search|tags|categories|terms|timeline|list)$/i.test(layout);
}

/** Carnet makes its own archives and search, at the address of the old ones. */
function leaveToCarnet(
  { source, oldUrl, text: { data } }: SourceEntry,
  site: OldSite,
  isMain: boolean,
): void {
  if (oldUrl === undefined) return;
  const [, name] = /^(archives?|search)$/i.exec(text(data["layout"]) ?? "") ?? [];
  if (isMain && name !== undefined && oldUrl.endsWith("/"))
    setAddress(site, /search/i.test(name) ? "search" : "archives", decoded(oldUrl));
  site.addresses.push({ url: oldUrl, what: "list" });
  site.manual.push({ kind: "template-page", file: source, line: 1, found: decoded(oldUrl) });
}
