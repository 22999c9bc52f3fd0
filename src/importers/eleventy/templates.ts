// Eleventy's templates for feeds, lists and tag pages → the addresses of their output. They are read, never run.
// Only the forms used by starters and documentation are known; any other page made by a template is left to do by hand.
import type { YamlMap } from "../../content/yaml/parse.ts";
import type { Manual, OldSite } from "../model.ts";
import { setAddress, setList } from "../site-addresses.ts";
import { readText } from "../source-text.ts";
import { at, count, rooted, text } from "../values.ts";

const OUTPUT = String.raw`\{\{-?[^{}]{0,200}\}\}`;

export interface TemplateRead {
  data: YamlMap;
  url: string | undefined;
  manual: Manual | undefined;
}

/**
 * What a template of the input folder shows of the old site's addresses; `manual`: what is left to do, if it is not understood.
 * `byPath`: its address if its front matter sets none.
 */
export function readTemplate(file: string, written: string, site: OldSite, byPath?: string): TemplateRead {
  const read = readText(written);
  const data = "text" in read ? read.text.data : {};
  const own = text(data["permalink"]);
  const isPaged = data["pagination"] !== undefined || !("text" in read);
  const url =
    own === undefined && data["permalink"] === undefined && !isPaged
      ? byPath
      : own !== undefined && own !== "false" && !/[{}]/.test(own)
        ? rooted(own)
        : undefined;
  if (/<(?:feed|rss)\b/.test(written) && url !== undefined) {
    setAddress(site, "feed", url);
    site.addresses.push({ url, what: "feed" });
    const isSound = /<(?:id|guid)[^>]*>[^<]*\burl\b/i.test(written);
    return { data, url, manual: isSound ? undefined : { kind: "feed-template", file, line: 1, found: url } };
  }
  if (url !== undefined) site.addresses.push({ url, what: "list" });
  const over = text(at(data, "pagination.data")) ?? "";
  if (own !== undefined && over === "collections") readTags(own, site);
  else if (own !== undefined && over.startsWith("collections."))
    readPages(own, count(at(data, "pagination.size")), site);
  return { data, url, manual: { kind: "template-page", file, line: 1, found: url ?? own ?? file } };
}

/** `/tags/{{ tag | slugify }}/` */
function readTags(permalink: string, site: OldSite): void {
  const [, folder, end] =
    new RegExp(String.raw`^(/?[^{}]*)${OUTPUT}(/?)(?:index\.html)?$`).exec(permalink) ?? [];
  if (folder === undefined) return;
  setAddress(site, "tag", rooted(`${folder}:slug${end === "" ? "" : "/"}`));
}

/** `/blog/{% if pagination.pageNumber > 0 %}page/{{ pagination.pageNumber + 1 }}/{% endif %}` */
function readPages(permalink: string, size: number | undefined, site: OldSite): void {
  const plain = permalink.replace(/\{%-?[^%]{0,200}%\}/g, "").replace(/index\.html$/, "");
  const number = new RegExp(String.raw`^(/?(?:[^{}]*/)?)([^{}/]*(?:/[^{}/]*)?)${OUTPUT}/?$`).exec(plain);
  if (number === null || !/pageNumber\s*(\+\s*1|\|\s*plus:\s*1)/.test(plain)) return;
  const condition = permalink.indexOf("{%");
  const list = rooted(condition < 0 ? (number[1] ?? "/") : permalink.slice(0, condition));
  const part = rooted(plain)
    .slice(list.length)
    .replace(new RegExp(`${OUTPUT}/?$`), ":n/");
  if (!list.endsWith("/") || /[{}]/.test(part)) return;
  setAddress(site, "page", part);
  setList(site, list);
  if (size !== undefined) site.settings["postsPerPage"] = size;
}
