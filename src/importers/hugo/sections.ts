// Hugo's `_index.md`: the name of a term, an author, or the text of a list.
// The text of a list is not converted: it is reported as left to do.
import { hugoAddress } from "./addresses.ts";
import type { HugoConfig, HugoLanguage } from "./config.ts";
import type { OldSite } from "../model.ts";
import { addPerson } from "../people.ts";
import type { Reading } from "../reading.ts";
import type { SourceText } from "../source-text.ts";
import { defined, map, text } from "../values.ts";

/** Reads the `_index.md` of the folders `parts`, below that of its language. */
export function readSection(
  source: string,
  parts: readonly string[],
  language: HugoLanguage,
  read: SourceText,
  { config, site }: Reading<HugoConfig>,
): void {
  const [top = "", term] = parts;
  if (top === "tags" && term !== undefined) nameTag(site, term, read);
  else if (top === "authors" && term !== undefined) nameAuthor(site, term, read);
  else {
    const isOwn =
      parts.length === 0 || config.sections.has(top.toLowerCase()) || config.taxonomies.includes(top);
    const named = {
      folders: parts.slice(0, -1),
      sections: parts.slice(0, -1),
      name: parts.at(-1) ?? "",
      title: text(read.data["title"]) ?? "",
      day: undefined,
      data: read.data,
    };
    // A pattern of `permalinks` applies only to pages, unless it says otherwise.
    const url = hugoAddress(named, language, { ...config, permalinks: {} });
    if (url !== undefined && parts.length > 0) site.addresses.push({ url, what: "list" });
    if (read.body.trim() !== "" || !isOwn)
      site.manual.push({ kind: "list-text", file: source, line: read.bodyLine, found: url ?? source });
  }
}

function nameTag({ tags }: OldSite, term: string, { data }: SourceText): void {
  tags[term] = defined({ label: text(data["title"]) ?? term, description: text(data["description"]) });
}

function nameAuthor({ people }: OldSite, id: string, { data, body }: SourceText): void {
  const own = { description: body.trim(), ...map(data["params"]), ...data };
  addPerson(people, id, { ...own, name: text(data["title"]) });
}
