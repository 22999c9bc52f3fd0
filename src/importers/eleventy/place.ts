// What the path and the collections of a text of Eleventy show: its folders, day, slug and language, and whether it is a post.
import { readFileName } from "../../content/file-names.ts";
import type { Day } from "../../content/types.ts";
import { nameIn } from "../../paths.ts";

export const MARKDOWN = /\.(md|markdown)$/i;
const POSTS = /^(posts?|blog|articles?|billets?|actualites|news|journal|writing|notes)$/i;
const LANGUAGES = new Set(["fr", "en", "de", "es", "it", "nl", "pt"]);

/** What the path of a text shows, below the input folder. */
export interface Place {
  folders: readonly string[];
  /** File name without extension. */
  base: string;
  /** True for the index of a folder of its own. */
  isBundle: boolean;
  day: Day | undefined;
  slug: string;
  /** Path without extension. */
  path: string;
  /** The same without the date in the file name. */
  stem: string;
  langFolder: string | undefined;
}

export function placeOf(path: string): Place {
  const folders = path.split("/").slice(0, -1);
  const base = nameIn(path).replace(/\.(?:md|markdown|html?)$/i, "");
  const own = readFileName(`content/posts/${base}.md`, new Set());
  const isBundle = base === "index" && folders.length > 0;
  const named = isBundle ? readFileName(`content/posts/${folders.at(-1) ?? ""}.md`, new Set()) : own;
  const top = (folders[0] ?? "").toLowerCase();
  return {
    folders,
    base,
    path: [...folders, base].join("/"),
    isBundle,
    day: named.day,
    slug: isBundle ? named.slug : base === "index" ? "" : own.slug || base,
    stem: [...folders, own.day === undefined ? base : own.slug].join("/"),
    langFolder: LANGUAGES.has(top) ? top : undefined,
  };
}

export function isAmongPosts({ folders, isBundle, day }: Place, tags: readonly string[]): boolean {
  return (
    tags.some((one) => /^(posts?|blog|articles?|billets?)$/i.test(one)) ||
    day !== undefined ||
    folders.slice(0, isBundle ? -1 : undefined).some((one) => POSTS.test(one))
  );
}

/** True for the index of a folder of posts, which lists them: `posts/index.html`. */
export function isIndexOfPosts({ folders, isBundle }: Place): boolean {
  return isBundle && POSTS.test(folders.at(-1) ?? "");
}

/** Folders of posts mean nothing to Carnet; those of pages are part of the address. */
export function targetOf({ folders, base, langFolder }: Place, isPost: boolean, siteLang: string): string {
  const own = langFolder === undefined ? folders : folders.slice(1);
  const below = isPost
    ? own.filter((one) => !POSTS.test(one) && one !== "content")
    : own.filter((one) => one !== "content" && one !== "pages");
  return [
    "content",
    isPost ? "posts" : "pages",
    ...(langFolder === undefined || langFolder === siteLang ? [] : [langFolder]),
    ...below,
    `${base}.md`,
  ].join("/");
}
