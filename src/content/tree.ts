// Lists the files of a site root by kind, without opening any of them.
// A symbolic link, an unusable name or a code file is a problem and is never in a list, so that no other code can follow it.
import { existsSync, lstatSync, readdirSync, type Dirent } from "node:fs";
import { join } from "node:path";
import { unicodeEscape } from "../printable.ts";
import { problem, topOf, type Problem } from "../problems.ts";
import { ADDRESS_BOOK } from "./address-book.ts";
import { MARKDOWN } from "./file-names.ts";
import { byCodeUnit } from "./text.ts";
import { isUsableName } from "./usable-names.ts";
import type { SourceFile } from "../source-file.ts";

/** The files of a site root, each list in code-unit order of paths. */
export interface Tree {
  /** False if the site root has no `content/` folder. */
  hasContent: boolean;
  posts: SourceFile[];
  pages: SourceFile[];
  /** `site`, `people`, `tags`, `redirects`, `addresses` → file. */
  settings: ReadonlyMap<string, SourceFile>;
  /** Files beside posts and pages: pictures, documents. */
  beside: SourceFile[];
  publicFiles: SourceFile[];
  /** Names of the site's own layouts, without extension. */
  layouts: string[];
  problems: Problem[];
}

const CODE =
  /\.(11ty|11tydata)\.|\.(njk|liquid|hbs|mustache|ejs|haml|pug|webc|jsx?|tsx?|mjs|cjs|mts|cts|mdx|vue|[xs]?html?|xht|xslt?|ph(?:p|tml)|sh|py)$/i;
const SETTINGS = ["site", "people", "tags", "redirects"];
const namesOf = (stem: string): string[] => [`${stem}.yaml`, `${stem}.yml`];
/** At the root of a site, where nothing reads them. */
export const BESIDE_CONTENT: readonly string[] = SETTINGS.flatMap(namesOf);
/** Settings among texts, or in a folder of their own. */
const MISPLACED = /^content\/[^/]+\/(?:site|people|tags|redirects)\.ya?ml$/i;
/** Files that systems and word processors leave beside those that people see: locks, previews, copies. */
const OF_SYSTEMS = String.raw`^\.DS_Store$|^~\$|^~WRL\d+\.tmp$|^\.~lock\.|^\._|^(?:eh)?Thumbs\.db$|^desktop\.ini$`;
const LEFTOVER_PUBLIC = new RegExp(OF_SYSTEMS, "i");
/** Copies of a text that editors and Git leave beside it; it may be a draft. */
const OF_TEXTS = String.raw`\.(?:md|markdown)\.(?:bak|backup|crswap|old|orig|rej|save|swp|te?mp)$`;
const LEFTOVER = new RegExp(String.raw`^\.|~$|^#.*#$|${OF_TEXTS}|${OF_SYSTEMS}`, "i");
/** Lists `content/`, `public/` and `layouts/` of a site root; `known` files are not looked up again. */
export function readTree(root: string, known: Known = new Map()): Tree {
  const problems: Problem[] = [];
  const at: Listing = { root, known, problems };
  const content = list(at, "content", LEFTOVER);
  const settings = new Map<string, SourceFile>();
  const posts: SourceFile[] = [];
  const pages: SourceFile[] = [];
  const beside: SourceFile[] = [];
  for (const source of content ?? []) {
    const { file } = source;
    const place = topOf(file);
    const [, folder = "", rest] = file.split("/", 3);
    if (/\.11tydata\.\w+$/i.test(file)) problems.push(problem("script/data-file", place, {}));
    else if (CODE.test(file)) problems.push(problem("script/code-file", place, renamed(file)));
    else if (rest === undefined) readTop(folder, source, settings, problems);
    else if (MISPLACED.test(file)) problems.push(problem("stray-file/settings", place, settingsName(file)));
    else if (folder !== "posts" && folder !== "pages") problems.push(problem("stray-file/folder", place, {}));
    else if (!MARKDOWN.test(file)) beside.push(source);
    else (folder === "posts" ? posts : pages).push(source);
  }
  const publicFiles = list(at, "public", LEFTOVER_PUBLIC) ?? [];
  const layouts = (list(at, "layouts", LEFTOVER) ?? []).flatMap(
    ({ file }) => /^layouts\/([^/]+)\.njk$/.exec(file)?.[1] ?? [],
  );
  if (content !== undefined) problems.push(...besideContent(root));
  return {
    hasContent: content !== undefined,
    posts,
    pages,
    settings,
    beside,
    publicFiles,
    layouts,
    problems,
  };
}

/**
 * Settings at the root of the site, which nothing reads. In `_data/`, code of the site's own may; under the other names, they are
 * reported as data that hides Carnet's (`taken-name`).
 */
function besideContent(root: string): Problem[] {
  const hasCode = ["layouts", ".eleventy.ts"].some((name) => existsSync(join(root, name)));
  const inData = hasCode ? [] : ["people", "redirects"];
  return [...BESIDE_CONTENT, ...inData.flatMap((one) => namesOf(`_data/${one}`))]
    .filter((file) => lstatSync(join(root, file), { throwIfNoEntry: false })?.isFile() === true)
    .map((file) => problem("stray-file/settings", topOf(file), settingsName(file)));
}

/** An MDX text is Markdown except for its components: the name that would make it a text. */
function renamed(file: string): { rename?: string } {
  const name = /([^/]+)\.mdx$/i.exec(file)?.[1];
  return name === undefined ? {} : { rename: `${name}.md` };
}

/** A file directly in `content/`: one of the settings, or one that Carnet would silently not publish. */
function readTop(
  name: string,
  source: SourceFile,
  settings: Map<string, SourceFile>,
  problems: Problem[],
): void {
  const [, stem = name, extension = ""] = /^(.*)\.([^.]+)$/.exec(name) ?? [];
  const place = topOf(source.file);
  if ((extension === "yaml" && SETTINGS.includes(stem)) || source.file === ADDRESS_BOOK)
    settings.set(stem, source);
  else if (/^ya?ml$/i.test(extension))
    problems.push(problem("stray-file/settings", place, settingsName(source.file)));
  else problems.push(problem("stray-file/folder", place, {}));
}

/** The name that a file of settings should have, or those that it may have. */
function settingsName(file: string): { fix?: string; allowed: readonly string[] } {
  const stem = (/([^/]+)\.[^.]+$/.exec(file)?.[1] ?? "").toLowerCase();
  const allowed = SETTINGS.map((one) => `${one}.yaml`);
  return SETTINGS.includes(stem) ? { fix: `content/${stem}.yaml`, allowed } : { allowed };
}

type Known = ReadonlyMap<string, SourceFile>;

interface Listing {
  root: string;
  known: Known;
  problems: Problem[];
}

/** All files under a folder; undefined if there is no such folder. */
function list(at: Listing, folder: string, ignored: RegExp): SourceFile[] | undefined {
  const stat = lstatSync(join(at.root, folder), { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (!stat.isDirectory()) {
    const place = topOf(folder);
    at.problems.push(problem(stat.isSymbolicLink() ? "symlink/link" : "symlink/special", place, {}));
    return undefined;
  }
  const files: SourceFile[] = [];
  walk(at, folder, files, ignored);
  return files.sort((a, b) => byCodeUnit(a.file, b.file));
}

function walk(at: Listing, folder: string, files: SourceFile[], ignored: RegExp): void {
  const { root, known, problems } = at;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (isLock(entry)) continue;
    const file = `${folder}/${entry.name}`;
    const refused = refusal(entry);
    if (refused !== undefined) problems.push(problem(refused, topOf(printable(file)), {}));
    else if (ignored.test(entry.name)) continue;
    else if (entry.isDirectory()) walk(at, file, files, ignored);
    else {
      const source = known.get(file) ?? sourceFile(root, file);
      if (source) files.push(source);
    }
  }
}

/** Emacs marks a file that is being edited with a symbolic link to nowhere beside it, until the file is saved. */
function isLock(entry: Dirent): boolean {
  return entry.isSymbolicLink() && entry.name.startsWith(".#");
}

function refusal(entry: Dirent): "symlink/link" | "symlink/special" | "file-name" | undefined {
  if (entry.isSymbolicLink()) return "symlink/link";
  if (!entry.isFile() && !entry.isDirectory()) return "symlink/special";
  return isUsableName(entry.name) ? undefined : "file-name";
}

/** A file of the site root as it is now; undefined if it does not exist, or is a symbolic link. */
export function sourceFile(root: string, file: string): SourceFile | undefined {
  const path = join(root, file);
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) return undefined;
  const { size, mtimeMs, ctimeMs } = stat;
  return { file, path, size, mtimeMs, ctimeMs };
}

/** A path made safe to show on one line of a terminal. */
function printable(file: string): string {
  return file.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, unicodeEscape);
}
