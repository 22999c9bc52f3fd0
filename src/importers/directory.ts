// The names by which texts refer to each other, to lists and to files → their new addresses.
import { addTo } from "../group.ts";
import { servedPaths } from "./file-places.ts";
import type { OldSite, SourceEntry } from "./model.ts";
import { rooted } from "./values.ts";

type Heads = ReadonlyMap<SourceEntry, { url?: string | undefined }>;

/** The address of what a text or menu of a language refers to by name: a text, a list or a file. */
export function addresses(
  site: OldSite,
  heads: Heads,
): (lang: string | undefined) => (name: string) => string | undefined {
  const textOf = directory(heads);
  const served = servedPaths(site);
  return (lang) => (name) => {
    const file = rooted(name);
    return (
      textOf(lang)(name) ?? site.listNamed?.(name, lang) ?? (served.has(file) ? encodeURI(file) : undefined)
    );
  };
}

/** Finds the address of a text by the names that other texts use for it, first in the language of the referring text. */
function directory(heads: Heads): (from: string | undefined) => (name: string) => string | undefined {
  const named = new Map<string, { lang: string | undefined; url: string }[]>();
  const keyOf = (name: string): string =>
    name
      .toLowerCase()
      .replace(/^\.?\/|\/$/g, "")
      .replace(/(\/_?index)?\.(md|markdown|html)$/, "");
  for (const [{ names, lang }, { url }] of heads) {
    if (url === undefined) continue;
    for (const name of new Set(names.map(keyOf))) addTo(named, name, { lang, url });
  }
  return (from) => (name) => {
    const [path = "", fragment] = name.split("#", 2);
    const found = named.get(keyOf(path)) ?? [];
    const url = (found.find(({ lang }) => lang === from) ?? found[0])?.url;
    return url === undefined ? undefined : fragment === undefined ? url : `${url}#${fragment}`;
  };
}
