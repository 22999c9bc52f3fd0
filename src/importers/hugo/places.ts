// The position of a Hugo text: the folder of its language, or the common one, and its path below.
// A language is identified by its own folder, or by the suffix of the file name.
import type { HugoConfig, HugoLanguage } from "./config.ts";
import { isOtherMarkup } from "../reading.ts";
import type { SourceFiles } from "../source-files.ts";
import { USUAL } from "../usual-sections.ts";

export const TEXT = /\.(md|markdown|html?)$/i;

/** True for a file that Hugo reads as a text, whether Carnet can read it or not. */
export const isText = (file: string): boolean => TEXT.test(file) || isOtherMarkup(file);

export interface Located {
  language: HugoLanguage;
  /** Folder of texts: `content`, `content/fr`. */
  root: string;
  /** True if the file name contains the language: `titre.en.md`. */
  bySuffix: boolean;
  /** Path below that folder, without language and extension: `posts/titre`, `posts/titre/index`. */
  path: string;
}

type Folders = Pick<HugoConfig, "content" | "languages">;

type Config = Folders & Pick<HugoConfig, "main">;

export function locate(file: string, config: Config): Located | undefined {
  const root = rootOf(file, config);
  if (root === undefined) return undefined;
  const { languages, main } = config;
  const language = languages.find(({ folder }) => folder === root) ?? main;
  const path = file.slice(root.length + 1);
  if (!isText(path)) return { language, root, path, bySuffix: false };
  const bare = path.replace(/\.\w+$/, "");
  const suffix = /\.([a-z]{2,3}(?:-[a-z]{2,4})?)$/i.exec(bare)?.[1]?.toLowerCase();
  const own = languages.find(({ code }) => code === suffix);
  return {
    language: own ?? language,
    root,
    path: own === undefined ? bare : bare.slice(0, -(suffix?.length ?? 0) - 1),
    bySuffix: own !== undefined,
  };
}

/** The folder of texts that contains a file: that of a language may be inside the common one. */
function rootOf(file: string, { content, languages }: Folders): string | undefined {
  return [content, ...languages.flatMap(({ folder }) => folder ?? [])]
    .filter((root) => file.startsWith(`${root}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** The folders down to the deepest with an `_index`; if there is none, only the first. */
export function sectionsAbove(
  folders: readonly string[],
  { root, language }: Located,
  files: SourceFiles,
): readonly string[] {
  const isSection = (path: readonly string[]): boolean =>
    ["md", "html", `${language.code}.md`, `${language.code}.html`].some((end) =>
      files.has([root, ...path, `_index.${end}`].join("/")),
    );
  let depth = folders.length;
  while (depth > 1 && !isSection(folders.slice(0, depth))) depth--;
  return folders.slice(0, depth);
}

/**
 * Folders of leaf bundles, as paths below those of languages, which share them. Anything else in them belongs to their `index`;
 * a folder with `_index` is a list. https://gohugo.io/content-management/page-bundles/
 */
export function leafBundles(files: SourceFiles, config: Config): Set<string> {
  const paths = new Set(files.files.filter(isText).flatMap((file) => locate(file, config)?.path ?? []));
  const folders = [...paths].flatMap((path) => /^(.+)\/index$/.exec(path)?.[1] ?? []);
  return new Set(folders.filter((folder) => !paths.has(`${folder}/_index`)));
}

/** True for a text inside a leaf bundle other than its `index`; of nested bundles, the outermost counts. */
export function isPageResource(path: string, bundles: ReadonlySet<string>): boolean {
  const parts = path.split("/");
  const outer = parts.map((_, i) => parts.slice(0, i).join("/")).find((folder) => bundles.has(folder));
  return outer !== undefined && path !== `${outer}/index`;
}

/** By default Hugo uses the section with most pages; a common name is a better guess. */
export function sectionsOf(named: readonly string[], files: SourceFiles, folders: Folders): Set<string> {
  if (named.length > 0) return new Set(named.map((name) => name.toLowerCase()));
  const counts = new Map<string, number>();
  for (const file of files.files) {
    const root = TEXT.test(file) ? rootOf(file, folders) : undefined;
    const [section = "", ...rest] = root === undefined ? [] : file.slice(root.length + 1).split("/");
    const name = section.toLowerCase();
    if (rest.length > 0) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const usual = USUAL.filter((name) => counts.has(name));
  const most = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
  return new Set(usual.length > 0 ? usual : most === undefined ? [] : [most]);
}
