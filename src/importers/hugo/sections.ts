// Hugo's `_index.md`: the name of a term, an author, or the text of a list.
// The text of a term, or of a folder of pages, becomes a page at the same address. That of the home page and of the list of
// posts is left to do.
import { slugOf } from "../../content/text.ts";
import { fileSlug, hugoAddress, sectionPath } from "./addresses.ts";
import { peopleTaxonomy, type HugoConfig, type HugoLanguage } from "./config.ts";
import type { YamlMap } from "../../content/yaml/parse.ts";
import type { OldSite } from "../model.ts";
import { addPerson } from "../people.ts";
import type { Reading } from "../reading.ts";
import type { SourceFiles } from "../source-files.ts";
import type { SourceText } from "../source-text.ts";
import { defined, map, rooted, text, texts } from "../values.ts";

/** Reads the `_index.md` of the folders `parts`, below that of its language. */
export function readSection(
  source: string,
  parts: readonly string[],
  language: HugoLanguage,
  read: SourceText,
  { config, site, files }: Reading<HugoConfig>,
): void {
  const [top = "", term] = parts;
  if (top === "tags" && term !== undefined) nameTag(site, term, read);
  if (term !== undefined && (top === "authors" || top === peopleTaxonomy(config))) {
    nameAuthor(site, term, read);
    keepPortrait(map(site.people[term]), source, parts, files);
    return;
  }
  const named = {
    folders: parts.slice(0, -1),
    sections: parts.slice(0, -1),
    name: parts.at(-1) ?? "",
    title: text(read.data["title"]) ?? "",
    day: undefined,
    data: { url: sectionPath(parts, config), ...read.data },
  };
  // A pattern of `permalinks` applies only to pages, unless it says otherwise.
  const url = hugoAddress(named, language, { ...config, permalinks: {} });
  const isTaxonomy = config.taxonomies.includes(top);
  const hasText = read.body.trim() !== "";
  const isMain = language.code === config.main.code;
  if (isTaxonomy && term !== undefined) {
    // At the address of Carnet's list of the term, which it introduces; the list itself is among the old addresses.
    if (hasText) addPage(source, [fileSlug(top, config), slugOf(term)], language, read, { site, isMain });
    return;
  }
  if (url !== undefined && parts.length > 0) site.addresses.push({ url, what: "list" });
  const isOwn = parts.length === 0 || config.sections.has(top.toLowerCase()) || isTaxonomy;
  if (!isOwn && hasText && url !== undefined)
    addPage(source, parts, language, read, { site, isMain, oldUrl: url });
  if (hasText || !isOwn)
    site.manual.push({
      kind: isOwn ? "list-text" : "list-page",
      file: source,
      line: read.bodyLine,
      found: url ?? source,
    });
}

/** The text of a list as a page at the address of the list. */
function addPage(
  source: string,
  parts: readonly string[],
  { code }: HugoLanguage,
  read: SourceText,
  { site, isMain, oldUrl }: { site: OldSite; isMain: boolean; oldUrl?: string },
): void {
  const draft = read.data["draft"] === true;
  site.entries.push({
    kind: "page",
    source,
    target: `${["content/pages", ...(isMain ? [] : [code]), ...parts].join("/")}.md`,
    text: read,
    lang: code,
    langInPath: !isMain,
    draft,
    draftInPath: false,
    ...(!draft && oldUrl !== undefined && { oldUrl }),
    title: text(read.data["title"]) ?? parts.at(-1) ?? "",
    aliases: texts(read.data["aliases"]).map(rooted),
    inherited: {},
    tags: undefined,
    categories: [],
    group: `${parts.join("/")}/_index`,
    names: [`${parts.join("/")}/_index`, source],
    beside: [],
  });
}

function nameTag({ tags }: OldSite, term: string, { data }: SourceText): void {
  tags[term] = defined({ label: text(data["title"]) ?? term, description: text(data["description"]) });
}

function nameAuthor({ people }: OldSite, id: string, { data, body }: SourceText): void {
  const own = { description: body.trim(), ...map(data["params"]), ...data };
  addPerson(people, id, { ...own, name: text(data["title"]) ?? text(data["name"]) });
}

/** A portrait beside the text is served there; that of HugoBlox is named by no text. */
function keepPortrait(
  person: YamlMap,
  source: string,
  parts: readonly string[],
  { files }: SourceFiles,
): void {
  const folder = source.replace(/[^/]+$/, "");
  const written = text(person["photo"])?.replace(/^\.\//, "");
  const file = files.find((one) =>
    written === undefined
      ? AVATAR.test(one.slice(folder.length)) && one.startsWith(folder)
      : one === folder + written,
  );
  if (file !== undefined) person["photo"] = rooted([...parts, file.slice(folder.length)].join("/"));
}

const AVATAR = /^avatar\.(?:png|jpe?g|gif|webp|svg)$/i;
