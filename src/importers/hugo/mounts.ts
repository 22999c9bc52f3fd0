// What replaces Hugo's usual folders in its configuration: `staticDir`, and the mounts of `module`.
// Tested with Hugo itself in tests/e2e/hugo.test.ts: mounts of a folder override both the setting and the usual folder.
import type { YamlMap } from "../../content/yaml/parse.ts";
import { keysLowered, list, map, text, texts } from "../values.ts";

/** A folder or file of the project, and where Hugo mounts it. */
interface Mount {
  source: string;
  /** `static`, `content`, or a path below them. */
  target: string;
  lang: string | undefined;
}

/** A folder or file published as it is, and its path in the output, empty for the root. */
export interface StaticFolder {
  folder: string;
  at: string;
}

/** The mounts of the configuration; the keys of `data` are in lower case. */
export function readMounts(data: YamlMap): Mount[] {
  const { mounts } = keysLowered(map(data["module"]));
  return list(mounts).flatMap((one) => {
    const { source, target, lang } = keysLowered(map(one));
    const folder = folderOf(source);
    const place = folderOf(target);
    if (folder === undefined || place === undefined || folder.startsWith("../")) return [];
    return { source: folder, target: place, lang: text(lang)?.toLowerCase() };
  });
}

/** The folder mounted at one of Hugo's own, for a language or for all. */
export function mountedAt(mounts: readonly Mount[], target: string, lang?: string): string | undefined {
  return mounts.find((mount) => mount.target === target && mount.lang === lang)?.source;
}

/** What the site and its languages publish as it is. */
export function staticFolders(
  data: YamlMap,
  languages: readonly YamlMap[],
  mounts: readonly Mount[],
): StaticFolder[] {
  const mounted = mounts.flatMap(({ source, target }) => {
    const at = /^static(?:\/|$)(.*)/.exec(target)?.[1];
    return at === undefined ? [] : { folder: source, at };
  });
  if (mounted.length > 0) return mounted;
  const own = languages.map(staticDirs);
  const usual = staticDirs(data);
  const shared = usual.length > 0 ? usual : ["static"];
  // In Hugo, a language's `staticDir` replaces the site's for that language; the imported site has one for all.
  return [...new Set([...shared, ...own.flat()])].map((folder) => ({ folder, at: "" }));
}

/** `staticDir`, and the additional `staticDir0` to `staticDir10`. */
function staticDirs(data: YamlMap): string[] {
  return Object.entries(data)
    .filter(([key]) => /^staticdir\d*$/.test(key))
    .flatMap(([, value]) => texts(value).flatMap((one) => folderOf(one) ?? []));
}

/** The path from the root of the output of a file published as it is; undefined for any other file. */
export function staticPath(file: string, folders: readonly StaticFolder[]): string | undefined {
  for (const { folder, at } of folders) {
    if (file === folder && at !== "") return at;
    if (file.startsWith(`${folder}/`)) return (at === "" ? "" : `${at}/`) + file.slice(folder.length + 1);
  }
  return undefined;
}

/** A folder as it begins the paths of its files: without `./` or a trailing slash. */
export function folderOf(written: unknown): string | undefined {
  const folder = text(written)?.replace(/^(\.?\/)+|\/+$/g, "");
  return folder === "" ? undefined : folder;
}
