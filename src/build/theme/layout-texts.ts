// A layout's name → a digest of all that it is made of (what it extends, includes and imports, to the last partial), and what
// it may read.
// This is found from the tags; a tag that computes a name can name any layout, and is treated as naming them all.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { isFile } from "../../files.ts";
import { digestOf } from "../machine/digest.ts";

export interface LayoutTexts {
  /** Digest of the layout and all that it is made of. */
  digest: string;
  /** True if a layout or partial of the site's own may read more of the site than the values of its page. */
  looksAround: boolean;
  /** True if all of them are Carnet's own. */
  isBuiltin: boolean;
  /** True if one of them names `content`, and may so show the text of its page. */
  namesContent: boolean;
}

/** Prefix by which a layout of the site names the built-in one that it replaces. */
const BUILTIN = "carnet/";

/** A quoted name, followed at most by words that Nunjucks allows there; otherwise, the first character of an expression. */
const TAG =
  /\{%-?\s*(?:extends|include|import|from)\s+(?:(?:"([^"]*)"|'([^']*)')(?=\s*(?:-?%\}|ignore\s|as\s|import\s|with\s|without\s))|(\S))/g;

/** Posts other than those that a page receives: through the site's collections, or through a neighbour's neighbours. */
const AROUND = /\bcollections\b|\.\s*(?:previous|related)\b|(?<!pager)\.\s*next\b|\[\s*["'a-z_]/i;

const CONTENT = /\{[{%][^}]*\bcontent\b/;

/** Nunjucks code. A stylesheet may contain the same words, but reads nothing. */
const ASKS = /\{[{%]/;

/** `site` and `builtin` are the folders of layouts; the site's take precedence. Answers are cached: layouts are few. */
export function layoutTexts(site: string, builtin: string): (layout: string) => LayoutTexts {
  const known = new Map<string, LayoutTexts>();
  return (layout) => {
    const found = known.get(layout) ?? gather(`${layout}.njk`, { site, builtin });
    known.set(layout, found);
    return found;
  };
}

/** Folders of layouts, as absolute paths. */
export interface Folders {
  site: string;
  builtin: string;
}

function gather(first: string, folders: Folders): LayoutTexts {
  /** By name, `carnet/…` for built-in ones: the same wherever the folders are. */
  const texts = new Map<string, string>();
  let [looksAround, namesContent] = [false, false];
  // Carnet's own default site has the built-in layouts as its own.
  const isOwn = folders.site === folders.builtin;
  const add = (wanted: string, by = ""): void => {
    const found = findLayout(isRelative(wanted) ? posix.join(posix.dirname(by), wanted) : wanted, folders);
    if (found === undefined || texts.has(found.name)) return;
    const text = readFileSync(found.path, "utf8");
    texts.set(found.name, digestOf(text));
    namesContent ||= CONTENT.test(text);
    if (!found.name.startsWith(BUILTIN) && !isOwn && ASKS.test(text) && AROUND.test(text)) looksAround = true;
    for (const name of hasFrontMatter(text) ? all(folders) : namesIn(text, folders)) add(name, found.name);
  };
  add(first);
  return {
    digest: digestOf([...texts].flat().join("\n")),
    looksAround,
    namesContent,
    isBuiltin: isOwn || [...texts.keys()].every((name) => name.startsWith(BUILTIN)),
  };
}

function namesIn(text: string, folders: Folders): string[] {
  return [...text.matchAll(TAG)].flatMap(([, double, single]) => double ?? single ?? all(folders));
}

/** Whether a layout has front matter, which may name its own layout and hold data: Eleventy reads it. */
export function hasFrontMatter(text: string): boolean {
  return /^\ufeff?---\r?\n/.test(text);
}

/** Nunjucks resolves such a name from the folder of the text that contains it. */
function isRelative(name: string): boolean {
  return /^\.\.?\//.test(name);
}

/** All files of the site's folder, whatever their extension, since an SVG may be included too; then Carnet's layouts. */
function all({ site, builtin }: Folders): string[] {
  return [...filesIn(site), ...layoutsIn(builtin).map((name) => BUILTIN + name)];
}

/** The layout that a tag names: the site's own, otherwise Carnet's, whose name then begins with `carnet/`. */
export function findLayout(
  wanted: string,
  { site, builtin }: Folders,
): { name: string; path: string } | undefined {
  const isBuiltin = wanted.startsWith(BUILTIN);
  const own = join(site, wanted);
  if (!isBuiltin && isFile(own)) return { name: wanted, path: own };
  const name = isBuiltin ? wanted.slice(BUILTIN.length) : wanted;
  const path = join(builtin, name);
  return isFile(path) ? { name: BUILTIN + name, path } : undefined;
}

/**
 * Folder of a site's own layouts, if there is one. Carnet's own default site has the built-in layouts as its own: they replace
 * none. `root` is the absolute path of the site root, `builtin` that of Carnet's own layouts.
 */
export function ownLayouts(root: string, builtin: string): string | undefined {
  const own = join(root, "layouts");
  return own !== builtin && existsSync(own) ? own : undefined;
}

/** Names of the layouts in a folder and below, with `/` between folders; none if there is no folder. */
export function layoutsIn(folder: string): string[] {
  return filesIn(folder).filter((name) => name.endsWith(".njk"));
}

/** Names of all files there in which someone may have changed code: layouts, styles and scripts. */
export function codeIn(folder: string): string[] {
  return filesIn(folder).filter((name) => /\.(?:njk|css|js)$/.test(name));
}

/** Unlike `filesBelow`, also returns the targets of links: a site may share its layouts that way. */
function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => isFile(join(folder, name)))
    .map((name) => name.replaceAll("\\", "/"))
    .sort();
}
