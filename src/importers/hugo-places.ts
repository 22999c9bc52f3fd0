// Where a text of Hugo stands: the folder that its language has, or that of all, and its path below.
// A language is told by its own folder, or by the suffix of a file's name.
import type { HugoConfig, HugoLanguage } from "./hugo-config.ts";
import type { SourceFiles } from "./source-files.ts";

export const TEXT = /\.(md|markdown|html?)$/i;

export interface Located {
  language: HugoLanguage;
  /** Folder of texts: `content`, `content/fr`. */
  root: string;
  /** True where the file's name says its language: `titre.en.md`. */
  bySuffix: boolean;
  /** Path below that folder, without language and extension: `posts/titre`, `posts/titre/index`. */
  path: string;
}

type Folders = Pick<HugoConfig, "content" | "languages">;

export function locate(file: string, config: Folders & Pick<HugoConfig, "main">): Located | undefined {
  const root = rootOf(file, config);
  if (root === undefined) return undefined;
  const { languages, main } = config;
  const language = languages.find(({ folder }) => folder === root) ?? main;
  const path = file.slice(root.length + 1);
  if (!TEXT.test(path)) return { language, root, path, bySuffix: false };
  const bare = path.replace(TEXT, "");
  const suffix = /\.([a-z]{2,3}(?:-[a-z]{2,4})?)$/i.exec(bare)?.[1]?.toLowerCase();
  const own = languages.find(({ code }) => code === suffix);
  return {
    language: own ?? language,
    root,
    path: own === undefined ? bare : bare.slice(0, -(suffix?.length ?? 0) - 1),
    bySuffix: own !== undefined,
  };
}

/** The folder of texts that a file is in: that of a language may lie in that of all. */
function rootOf(file: string, { content, languages }: Folders): string | undefined {
  return [content, ...languages.flatMap(({ folder }) => folder ?? [])]
    .filter((root) => file.startsWith(`${root}/`))
    .sort((a, b) => b.length - a.length)[0];
}

const USUAL = ["posts", "post", "blog", "articles", "article", "news", "actualites", "billets"];

/** Hugo takes the section with most pages where none is named; a usual name is a better guess. */
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
