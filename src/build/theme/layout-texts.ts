// A layout's name → the names and texts of all that it is made of: what it extends, includes and imports, to the last partial.
// Told from the tags themselves; a tag that works its name out can name any layout, and is then held to name them all.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { isFile } from "../../files.ts";
import { digestOf } from "../machine/digest.ts";

export interface LayoutTexts {
  /** Of the layout with all that it is made of. */
  digest: string;
  /** True where a text of the site's own may read more of the site than the values of its page. */
  looksAround: boolean;
  /** True where all texts are Carnet's own. */
  isBuiltin: boolean;
  /** True where one of the texts says something of what its page says. */
  namesContent: boolean;
}

/** Name by which a layout of the site reaches the built-in one that it replaces. */
const BUILTIN = "carnet/";

/** A name on its own, with no more than the words that Nunjucks allows behind it; else what stands there. */
const TAG =
  /\{%-?\s*(?:extends|include|import|from)\s+(?:(?:"([^"]*)"|'([^']*)')(?=\s*(?:-?%\}|ignore\s|as\s|import\s|with\s|without\s))|(\S))/g;

/** Other posts than those that a page is given: by the site's collections, or by way of a neighbour's neighbours. */
const AROUND = /\bcollections\b|\.\s*(?:previous|related)\b|(?<!pager)\.\s*next\b|\[\s*["'a-z_]/i;

const CONTENT = /\{[{%][^}]*\bcontent\b/;

/** A stylesheet says words like these as well, and asks for nothing. */
const ASKS = /\{[{%]/;

/** `site` and `builtin` are the folders of layouts, the site's first. Answers are remembered: layouts are few. */
export function layoutTexts(site: string, builtin: string): (layout: string) => LayoutTexts {
  const known = new Map<string, LayoutTexts>();
  return (layout) => {
    const found = known.get(layout) ?? gather(`${layout}.njk`, { site, builtin });
    known.set(layout, found);
    return found;
  };
}

/** Of layouts, as absolute paths. */
export interface Folders {
  site: string;
  builtin: string;
}

function gather(first: string, folders: Folders): LayoutTexts {
  /** By name, `carnet/…` for built-in ones: the same wherever the folders lie. */
  const texts = new Map<string, string>();
  let [looksAround, namesContent] = [false, false];
  // Carnet's own default site has the built-in layouts for its own.
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

/** Whether a layout has front matter, which names its own layout, and data: Eleventy reads it. */
export function hasFrontMatter(text: string): boolean {
  return /^\ufeff?---\r?\n/.test(text);
}

/** Nunjucks takes such a name from the folder of the text that names it. */
function isRelative(name: string): boolean {
  return /^\.\.?\//.test(name);
}

/** Of the site's, whatever their names end with: a drawing may be included as well. */
function all({ site, builtin }: Folders): string[] {
  return [...filesIn(site), ...layoutsIn(builtin).map((name) => BUILTIN + name)];
}

/** The layout that a tag names, the site's own before Carnet's; `carnet/` is before the name of one of these. */
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

/** Names of the layouts in a folder and below, with `/` between folders; none where there is no folder. */
export function layoutsIn(folder: string): string[] {
  return filesIn(folder).filter((name) => name.endsWith(".njk"));
}

/** Unlike `filesBelow`, with those that a link leads to: a site may share its layouts so. */
function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => isFile(join(folder, name)))
    .map((name) => name.replaceAll("\\", "/"))
    .sort();
}
