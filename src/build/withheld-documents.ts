// Documents beside posts and pages → whether one belongs to a text that is withheld in this run, and is then withheld too.
// A picture is published only if a page shows it; for a document, only its folder and the links to it show where it belongs.
import type { Content } from "../content/types.ts";
import { readText } from "../files.ts";
import { decodePath } from "../images/paths.ts";
import { foldersAbove, nameIn, parentOf } from "../paths.ts";
import type { SourceFile } from "../source-file.ts";

export interface WithheldInput {
  content: Pick<Content, "posts" | "pages" | "withheld" | "unreadDrafts">;
  /** Site paths that published texts and settings link to. */
  linked: ReadonlySet<string>;
  /** Site paths that withheld texts link to. */
  linkedByWithheld: ReadonlySet<string>;
}

/** `file` is its path in the site root, `path` its path on the site. */
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
      // Two languages of a text share a folder: if one is published, so are the documents in it.
      if (shown.has(folder)) return false;
      if (withheld.has(folder)) return true;
    }
    return linkedByWithheld.has(path) || isNamed(nameIn(file).normalize("NFC"));
  };
}

/** The folder that a text has to itself: its own, or one of its name beside it, with or without a draft's `_`. */
function foldersOf(file: string): string[] {
  const stem = file.replace(/\.[^./]+$/, "");
  const folder = parentOf(file);
  return /\/_?index(?:\.[\w-]+)?$/i.test(stem) ? [folder] : [stem, stem.replace(/\/_+([^/]*)$/, "/$1")];
}

/** Folders whose `_` makes all texts in them drafts. */
function draftFolders(file: string): string[] {
  return [...foldersAbove(file)].filter((folder) => /\/_[^/]*$/.test(folder));
}

/**
 * Whether a text that could not be read may name a file, in NFC: its links are unknown, its words are not. They are also
 * decoded, so that an address is found however it is written.
 */
function namesInTexts(texts: readonly SourceFile[]): (name: string) => boolean {
  let read: string[] | undefined;
  return (name) => {
    read ??= texts.map(({ path }) => {
      // In UTF-16, each letter of most names has a zero beside it.
      const text = (readText(path) ?? "").replaceAll("\0", "").normalize("NFC");
      return `${text}\n${text.replace(/(?:%[0-9a-f]{2})+/gi, decodePath).normalize("NFC")}`;
    });
    return read.some((text) => text.includes(name));
  };
}
