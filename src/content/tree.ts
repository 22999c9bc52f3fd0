// Lists the files of a site root by kind, without opening any of them.
// A symbolic link, an unusable name, a secret or a file of no allowed kind is a problem and is never in a list, so that no other
// code can follow, run or publish it.
import { lstatSync, readdirSync, type Dirent } from "node:fs";
import { join } from "node:path";
import { addTo } from "../iterate.ts";
import { nameIn } from "../paths.ts";
import { printable } from "../text.ts";
import { problem, topOf, type Problem } from "../problems.ts";
import { ADDRESS_BOOK } from "./address-book.ts";
import { isUsableName, MARKDOWN } from "./file-names.ts";
import { byCodeUnit } from "./text.ts";
import type { SourceFile } from "../files.ts";

/** The files of a site root, each list in code-unit order of paths. */
export interface Tree {
  /** False if the site root has no `content/` folder. */
  hasContent: boolean;
  posts: SourceFile[];
  pages: SourceFile[];
  /** `site`, `people`, `tags`, `redirects`, `addresses` → file. */
  settings: ReadonlyMap<string, SourceFile>;
  /** Texts and what stands beside them in other folders of `content/`, by folder: some are of terms. */
  others: ReadonlyMap<string, SourceFile[]>;
  /** Files beside posts and pages: pictures, documents. */
  beside: SourceFile[];
  publicFiles: SourceFile[];
  /** Names of the site's own layouts, without extension. */
  layouts: string[];
  problems: Problem[];
}

const SETTINGS = ["site", "people", "tags", "redirects"].map((name) => `content/${name}.yaml`);
const YAML = /\.ya?ml$/i;

/** What may stand beside a text. A list of what is dangerous would never be complete. */
const ATTACHMENT = new RegExp(
  String.raw`\.(?:${[
    "jpe?g|png|gif|webp|avif|svg|heic|heif|bmp|tiff?|ico",
    "mp3|m4a|aac|og[ag]|opus|wav|flac",
    "mp4|m4v|webm|ogv|mov|vtt|srt",
    "pdf|docx?|odt|rtf|epub|xlsx?|ods|csv|tsv|pptx?|odp|odg|zip|txt",
  ].join("|")})$`,
  "i",
);

/** Keys that open something else, and copies of files; nobody means to publish them. */
const SECRET = /^id_(?:rsa|dsa|ecdsa|ed25519)$|\.(?:pem|key|bak|orig)$/i;
/** Hidden files of `public/` that hosts ask for. */
const SERVED = /^\.(?:well-known|htaccess|nojekyll)$/;
/** Files that systems, editors and Git leave beside those that people see. */
const LEFTOVER =
  /^\.(?:DS_Store|gitkeep|gitignore|gitattributes)$|^\._|^\.~lock\.|^~\$|~$|^#.*#$|^(?:Thumbs\.db|desktop\.ini)$/i;
/** Copies of a text that editors and Git leave beside it; it may be a draft. */
const COPY = /\.(?:md|markdown)\.(?:bak|backup|crswap|old|orig|rej|save|swp|te?mp)$/i;

/** Lists `content/`, `public/` and `layouts/` of a site root. */
export function readTree(root: string): Tree {
  const problems: Problem[] = [];
  const at: Listing = { root, problems };
  const content = list(at, "content");
  const settings = new Map<string, SourceFile>();
  const others = new Map<string, SourceFile[]>();
  const [posts, pages, beside]: [SourceFile[], SourceFile[], SourceFile[]] = [[], [], []];
  for (const source of content ?? []) {
    const { file } = source;
    const [, folder] = /^content\/([^/]+)\//.exec(file) ?? [];
    const texts = file.startsWith("content/posts/")
      ? posts
      : file.startsWith("content/pages/")
        ? pages
        : undefined;
    if (SETTINGS.includes(file) || file === ADDRESS_BOOK)
      settings.set(nameIn(file).replace(/\.\w+$/, ""), source);
    else if (!MARKDOWN.test(file) && !ATTACHMENT.test(file) && !(texts === undefined && YAML.test(file)))
      problems.push(problem("stray-file", topOf(file), {}));
    else if (texts === undefined && folder !== undefined && !YAML.test(file)) addTo(others, folder, source);
    else if (texts === undefined) problems.push(problem("stray-file/folder", topOf(file), {}));
    else (MARKDOWN.test(file) ? texts : beside).push(source);
  }
  const publicFiles = list(at, "public") ?? [];
  const layouts = (list(at, "layouts") ?? []).flatMap(
    ({ file }) => /^layouts\/([^/]+)\.njk$/.exec(file)?.[1] ?? [],
  );
  // Its files are read by Eleventy, which follows links.
  list(at, "_data");
  return {
    hasContent: content !== undefined,
    posts,
    pages,
    others,
    settings,
    beside,
    publicFiles,
    layouts,
    problems,
  };
}

/**
 * The texts of the terms of each taxonomy that has a folder; what stands beside them joins the tree's. If all folders are known,
 * files in another one are problems.
 */
export function termTexts(
  { others, beside, problems }: Tree,
  taxonomies: ReadonlyMap<string, { folder?: string | undefined }>,
  isComplete: boolean,
): Map<string, SourceFile[]> {
  const byFolder = new Map([...taxonomies].map(([name, { folder = name }]) => [folder, name]));
  const texts = new Map<string, SourceFile[]>();
  for (const [folder, sources] of others) {
    const taxonomy = byFolder.get(folder);
    for (const source of sources)
      if (taxonomy === undefined) {
        if (isComplete) problems.push(problem("stray-file/folder", topOf(source.file), {}));
      } else if (MARKDOWN.test(source.file)) addTo(texts, taxonomy, source);
      else beside.push(source);
  }
  return texts;
}

interface Listing {
  root: string;
  problems: Problem[];
}

/** All files under a folder; undefined if there is no such folder. */
function list(at: Listing, folder: string): SourceFile[] | undefined {
  const stat = lstatSync(join(at.root, folder), { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (!stat.isDirectory()) {
    at.problems.push(problem("file/link", topOf(folder), {}));
    return undefined;
  }
  const files: SourceFile[] = [];
  walk(at, folder, files);
  return files.sort((a, b) => byCodeUnit(a.file, b.file));
}

function walk(at: Listing, folder: string, files: SourceFile[]): void {
  const isPublic = /^public(?:\/|$)/.test(folder);
  for (const entry of readdirSync(join(at.root, folder), { withFileTypes: true })) {
    const { name } = entry;
    const file = `${folder}/${name}`;
    const place = topOf(printable(file));
    // Emacs marks a file that is being edited with a symbolic link to nowhere beside it.
    if (entry.isSymbolicLink() && name.startsWith(".#")) continue;
    const refused = refusal(entry);
    if (refused !== undefined) at.problems.push(problem(refused, place, {}));
    else if (LEFTOVER.test(name) || (!isPublic && (name.startsWith(".") || COPY.test(name)))) continue;
    else if (SECRET.test(name) || (name.startsWith(".") && !SERVED.test(name)))
      at.problems.push(problem("stray-file/secret", place, {}));
    else if (entry.isDirectory()) walk(at, file, files);
    else {
      const source = sourceFile(at.root, file);
      if (source) files.push(source);
    }
  }
}

function refusal(entry: Dirent): "file/link" | "file/name" | undefined {
  if (!entry.isFile() && !entry.isDirectory()) return "file/link";
  return isUsableName(entry.name) ? undefined : "file/name";
}

/** A file of the site root as it is now; undefined if it does not exist, or is a symbolic link. */
export function sourceFile(root: string, file: string): SourceFile | undefined {
  const path = join(root, file);
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) return undefined;
  const { size, mtimeMs, ctimeMs } = stat;
  return { file, path, size, mtimeMs, ctimeMs };
}
