// What the readers of Jekyll, Hugo and Eleventy share: opening a text, and listing the files beside it.
// A text that cannot be opened is reported as left to do, and never ends the import.
import type { YamlMap } from "../content/yaml/parse.ts";
import type { Asset, OldSite } from "./model.ts";
import { isMedia, type SourceFiles } from "./source-files.ts";
import { readText, type SourceText } from "./source-text.ts";
import { rooted, texts } from "./values.ts";

/** An old blog during reading: its files and configuration, and what was found so far. */
export interface Reading<Config> {
  files: SourceFiles;
  config: Config;
  site: OldSite;
}

/** The lists of an old blog that its files will fill. */
export function emptyLists(): Pick<
  OldSite,
  "entries" | "tags" | "assets" | "onDemand" | "addresses" | "menus" | "elsewhere"
> {
  return { entries: [], tags: {}, assets: [], onDemand: [], addresses: [], menus: [], elsewhere: [] };
}

/** A text of the old blog; undefined for one that cannot be read, which is reported with its line. */
export function openText(file: string, { files, site }: Reading<unknown>): SourceText | undefined {
  const written = files.read(file);
  const read = written === undefined ? { broken: { line: 0, found: "5 Mo" } } : readText(written);
  if ("text" in read) return read.text;
  site.manual.push({ kind: "broken", file, line: read.broken.line, found: read.broken.found });
  return undefined;
}

/** True for a file that begins with front matter. */
export function startsAsText(file: string, { files }: Reading<unknown>): boolean {
  return /^\ufeff?---[ \t]*\r?\n/.test(files.read(file)?.slice(0, 10) ?? "");
}

/** Textile, AsciiDoc, Org and similar texts, which generators read and Carnet does not. */
const OTHER_MARKUP = /\.(textile|mdx|adoc|asciidoc|org|rst|pandoc|pdc|mediawiki|creole)$/i;

export function isOtherMarkup(file: string): boolean {
  return OTHER_MARKUP.test(file);
}

/** Reports a text that is not imported because of its markup, known by its extension. */
export function nameMarkup(file: string, { site }: Reading<unknown>): void {
  site.manual.push({ kind: "other-markup", file, line: 0, found: file });
}

/** Files of the folder of a bundled text, with their places beside the new one: `source` and `target` are paths of the text. */
export function besideText(source: string, target: string, { files }: SourceFiles): Asset[] {
  const folder = source.replace(/[^/]+$/, "");
  const to = target.replace(/[^/]+$/, "");
  return files
    .filter((file) => file.startsWith(folder) && isMedia(file))
    .map((file) => ({ source: file, target: to + file.slice(folder.length) }));
}

/** Old addresses of a text, root-relative, under the keys of jekyll-redirect-from and its successors. */
export function aliasesOf(data: YamlMap): string[] {
  return texts(data["redirect_from"] ?? data["aliases"]).map(rooted);
}
