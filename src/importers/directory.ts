// The names by which texts refer to each other → their new addresses.
import type { SourceEntry } from "./model.ts";

/** Finds the address of a text by the names that other texts use for it, first in the language of the referring text. */
export function directory(
  heads: ReadonlyMap<SourceEntry, { url?: string | undefined }>,
): (from: SourceEntry) => (name: string) => string | undefined {
  const named = new Map<string, { lang: string | undefined; url: string }[]>();
  const keyOf = (name: string): string =>
    name
      .toLowerCase()
      .replace(/^\.?\/|\/$/g, "")
      .replace(/(\/_?index)?\.(md|markdown|html)$/, "");
  for (const [{ names, lang }, { url }] of heads) {
    if (url === undefined) continue;
    for (const name of new Set(names.map(keyOf)))
      named.set(name, [...(named.get(name) ?? []), { lang, url }]);
  }
  return (from) => (name) => {
    const [path = "", fragment] = name.split("#", 2);
    const found = named.get(keyOf(path)) ?? [];
    const url = (found.find(({ lang }) => lang === from.lang) ?? found[0])?.url;
    return url === undefined ? undefined : fragment === undefined ? url : `${url}#${fragment}`;
  };
}
