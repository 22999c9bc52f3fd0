// What Hugo's configuration puts in the place of its usual folders: `staticDir`, and the mounts of `module`.
// Tried on Hugo itself, in tests/e2e/hugo.test.ts: mounts of a folder take the place of the setting and of the usual one.
import type { YamlMap } from "../../content/yaml/parse.ts";
import { keysLowered, map, text, texts } from "../values.ts";

/** A folder or file of the project, and where Hugo sees it. */
interface Mount {
  source: string;
  /** `static`, `content`, or a path below. */
  target: string;
  lang: string | undefined;
}

/** A folder or file that is published as it is, and its path in the output: nothing for the root. */
export interface StaticFolder {
  folder: string;
  at: string;
}

/** The mounts of the configuration; `data` has its keys in small letters. */
export function readMounts(data: YamlMap): Mount[] {
  const { mounts } = keysLowered(map(data["module"]));
  return (Array.isArray(mounts) ? mounts : []).flatMap((one: unknown) => {
    const { source, target, lang } = keysLowered(map(one));
    const folder = folderOf(source);
    const place = folderOf(target);
    if (folder === undefined || place === undefined || folder.startsWith("../")) return [];
    return { source: folder, target: place, lang: text(lang)?.toLowerCase() };
  });
}

/** The folder that is mounted at one of Hugo's own, for a language or for all. */
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
  // A language's `staticDir` takes the place of the site's for it; the imported site has one for all.
  return [...new Set([...shared, ...own.flat()])].map((folder) => ({ folder, at: "" }));
}

/** `staticDir`, and `staticDir0` to `staticDir10` beside it. */
function staticDirs(data: YamlMap): string[] {
  return Object.entries(data)
    .filter(([key]) => /^staticdir\d*$/.test(key))
    .flatMap(([, value]) => texts(value).flatMap((one) => folderOf(one) ?? []));
}

/** Where a file is published as it is: its path from the root of the output; undefined for another file. */
export function staticPath(file: string, folders: readonly StaticFolder[]): string | undefined {
  for (const { folder, at } of folders) {
    if (file === folder && at !== "") return at;
    if (file.startsWith(`${folder}/`)) return (at === "" ? "" : `${at}/`) + file.slice(folder.length + 1);
  }
  return undefined;
}

/** A folder as the paths of files begin with it: without `./`, nor a slash at its end. */
export function folderOf(written: unknown): string | undefined {
  const folder = text(written)?.replace(/^(\.?\/)+|\/+$/g, "");
  return folder === "" ? undefined : folder;
}
