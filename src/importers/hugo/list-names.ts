// The names by which texts and menus refer to lists: a section, a taxonomy or the home page → the old address of the list.
import { ended, fileSlug, sectionPath } from "./addresses.ts";
import type { HugoConfig, HugoLanguage } from "./config.ts";
import type { Places } from "./lists.ts";
import type { SourceEntry } from "../model.ts";

/** `/posts`, `posts/_index.md`, `/` → the address at which Hugo had that list in a language; undefined if it had none. */
export function listNamed(
  name: string,
  { code, prefix }: HugoLanguage,
  config: HugoConfig,
  { foldersOf, sections }: Places,
  entries: readonly SourceEntry[],
): string | undefined {
  const path = name
    .replace(/#.*$/, "")
    .replace(/(^|\/)_index(\.[a-z-]+)?(\.md)?$/i, "$1")
    .replace(/^\/+|\/+$/g, "");
  const own = sections.find(({ lang, folders }) => lang === code && folders.join("/") === path);
  if (own?.url !== undefined) return encodeURI(ended(own.url, config.ugly));
  const isKnown =
    path === "" ||
    own !== undefined ||
    config.taxonomies.includes(path) ||
    entries.some((entry) => foldersOf(entry)[0] === path);
  if (!isKnown) return undefined;
  const folders = path.split("/");
  const below = sectionPath(folders, config) ?? folders.map((part) => fileSlug(part, config)).join("/");
  return path === "" ? `${prefix}/` : encodeURI(ended(`${prefix}/${below}`, config.ugly));
}
