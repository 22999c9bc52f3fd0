// Documents beside posts and pages → whether one belongs to a text that this run withholds, and stays at home with it.
// A picture is published only where a page shows it; a document has no such sign but its folder and the links to it.
import { namesInTexts } from "../checks/names-in-texts.ts";
import type { Content } from "../content/types.ts";
import { foldersAbove, nameIn } from "../paths.ts";

export interface WithheldInput {
  content: Pick<Content, "posts" | "pages" | "withheld" | "unreadDrafts">;
  /** Site paths of what published texts and settings lead to. */
  linked: ReadonlySet<string>;
  /** Site paths of what withheld texts lead to. */
  linkedByWithheld: ReadonlySet<string>;
}

/** `file` is its path in the site root, `path` that on the site. */
export type IsWithheldDocument = (document: { file: string; path: string }) => boolean;

export function createIsWithheldDocument({
  content,
  linked,
  linkedByWithheld,
}: WithheldInput): IsWithheldDocument {
  const shown = new Set([...content.posts, ...content.pages].flatMap(({ file }) => foldersOf(file)));
  const { unreadDrafts = [] } = content;
  const withheld = new Set(
    [...content.withheld, ...unreadDrafts].flatMap(({ file }) => [...foldersOf(file), ...draftFolders(file)]),
  );
  const isNamed = namesInTexts(unreadDrafts);
  return ({ file, path }) => {
    if (withheld.size === 0 || linked.has(path)) return false;
    for (const folder of foldersAbove(file)) {
      // Two languages of a text share a folder: what one shows is shown.
      if (shown.has(folder)) return false;
      if (withheld.has(folder)) return true;
    }
    return linkedByWithheld.has(path) || isNamed(nameIn(file).normalize("NFC"));
  };
}

/** The folder that a text has to itself: its own, or one of its name beside it, with a draft's `_` or without. */
function foldersOf(file: string): string[] {
  const stem = file.replace(/\.[^./]+$/, "");
  const folder = file.slice(0, file.lastIndexOf("/"));
  return /\/_?index(?:\.[\w-]+)?$/i.test(stem) ? [folder] : [stem, stem.replace(/\/_+([^/]*)$/, "/$1")];
}

/** Folders whose `_` makes drafts of all texts in them. */
function draftFolders(file: string): string[] {
  return [...foldersAbove(file)].filter((folder) => /\/_[^/]*$/.test(folder));
}
