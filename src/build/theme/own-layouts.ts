// The layouts and code of a site's owner and of its theme: where they are, which ids they give to pages, and what is wrong with them
// that nothing else would report.
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { unmergedIn } from "../../content/merge-marks.ts";
import { isFile, readText } from "../../files.ts";
import { placeAt } from "../../text.ts";
import { nearest } from "../../nearest.ts";
import { problem, type Problem } from "../../problems.ts";

/** A site's own configuration of Eleventy. */
export const CONFIG_FILE = ".eleventy.ts";

/** Folders of layouts: the site's own, those of its theme, and Carnet's, which has all. */
export interface LayoutFolders {
  site?: string | undefined;
  theme?: string | undefined;
  carnet: string;
}

/**
 * `root` is the absolute path of the site root, `carnet` that of Carnet's own layouts. Its own default site has them as its own:
 * they replace none.
 */
export function layoutFolders(root: string, carnet: string, theme?: string): LayoutFolders {
  const site = join(root, "layouts");
  return { site: site !== carnet && existsSync(site) ? site : undefined, theme, carnet };
}

/** Each before those that it replaces. */
export const inOrder = ({ site, theme, carnet }: LayoutFolders): string[] =>
  [site, theme, carnet].filter((folder) => folder !== undefined);

/**
 * A layout's file, and the folders that may have it, in order: `theme/post.njk` means the theme's, or else Carnet's, whatever the
 * site has, and `carnet/post.njk` Carnet's. So each can extend the next, block by block.
 */
export function whereIs(name: string, folders: LayoutFolders): { file: string; among: string[] } {
  const [, from, file = name] = /^(theme|carnet)\/(.*)$/.exec(name) ?? [];
  const { theme, carnet } = folders;
  return {
    file,
    among: from === undefined ? inOrder(folders) : inOrder(from === "theme" ? { theme, carnet } : { carnet }),
  };
}

/** Ids around every page and every text; which of them exist depends on the site. */
const AROUND: readonly string[] = [
  ...["page--main", "page--toc", "page--corrections", "page--share", "page--related", "page--posts"],
];

/** Which ids layouts give to pages: those that are written in the site's or the theme's, and those of Carnet's around every text. */
export function layoutIds({ site, theme }: LayoutFolders): ReadonlySet<string> {
  const layouts = [site, theme]
    .flatMap((folder) => [...textsIn(folder)])
    .filter(([name]) => name.endsWith(".njk"));
  const ids = layouts.flatMap(([, text]) => [...text.matchAll(/\sid\s*=\s*["']?([^\s"'>{}]+)/g)]);
  return new Set([...AROUND, ...ids.flatMap(([, id]) => id ?? [])]);
}

/** `root` is the site root. A theme is checked as its author's own site. */
export function ownCodeProblems(root: string, folders: LayoutFolders): Problem[] {
  const { site, theme, carnet } = folders;
  const isOwn =
    theme !== undefined && !relative(root, theme).startsWith("..") && !theme.includes("node_modules");
  const checked = [
    ...(site === undefined ? [] : [{ ...folders, site }]),
    ...(isOwn ? [{ site: theme, carnet }] : []),
  ];
  const config = readText(join(root, CONFIG_FILE));
  const code = checked.flatMap(({ site: from }) =>
    [...textsIn(from)].map(([name, text]): [string, string] => [shownIn(root, from, name), text]),
  );
  if (config !== undefined) code.unshift([CONFIG_FILE, config]);
  return [
    ...checked.flatMap((one) => lostBlocks(root, one)),
    // A layout with marks of a merge inside a block is valid to Nunjucks: every page would show both versions.
    ...code.flatMap(([file, text]) =>
      unmergedIn(text).map(({ first }) =>
        problem("merge-conflict", { file, line: first + 1, column: 1 }, {}),
      ),
    ),
  ];
}

const shownIn = (root: string, folder: string, name: string): string =>
  relative(root, join(folder, name)).replaceAll("\\", "/");

/**
 * Layouts, styles and scripts, by path below their folder. Unlike `filesBelow`, also the targets of links: a site may share its
 * layouts that way.
 */
function textsIn(folder: string | undefined): Map<string, string> {
  const names = folder === undefined ? [] : readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const texts = new Map<string, string>();
  for (const name of names.filter((one) => /\.(?:njk|css|js)$/.test(one))) {
    const text = readText(join(folder ?? "", name));
    if (text !== undefined) texts.set(name.replaceAll("\\", "/"), text);
  }
  return texts;
}

const EXTENDS = /\{%-?\s*extends\s+(?:(?:"([^"]*)"|'([^']*)')\s*-?%\})?/;
const TAG = /\{%-?\s*(?:block\s+([\p{L}_][\p{L}\p{N}_]*)|(endblock))[^%]*%\}/gu;
/** What Nunjucks does not read as tags. */
const UNREAD = /\{#[^]*?#\}|\{%-?\s*(raw|verbatim)\s*-?%\}[^]*?\{%-?\s*end\1\s*-?%\}/g;

interface Block {
  name: string;
  at: number;
  /** Number of blocks around it. */
  depth: number;
}

/**
 * Blocks of a site's own layouts that none of the layouts they extend has: Nunjucks drops them without a message. A nested block is
 * shown with its parent. If a tag computes the layout's name, nothing is reported.
 */
function lostBlocks(root: string, folders: LayoutFolders & { site: string }): Problem[] {
  /** A layout in which spaces replace what Nunjucks does not read, so that offsets stay the same. */
  const read = (name: string): string | undefined => {
    const { file, among } = whereIs(name, folders);
    const folder = among.find((one) => isFile(join(one, file)));
    const text = folder === undefined ? undefined : readText(join(folder, file));
    return text?.replace(UNREAD, (part) => part.replace(/[^\n]/g, " "));
  };
  return [...textsIn(folders.site).keys()].flatMap((name) => {
    const text = name.endsWith(".njk") ? (read(name) ?? "") : "";
    const above = blocksAbove(text, read);
    // Until a merge is finished, its marks are outside any block, and have an error of their own.
    if (above === undefined || unmergedIn(text).length > 0) return [];
    return blocksOf(text)
      .filter((block) => block.depth === 0 && !above.has(block.name))
      .map((block) => {
        const suggestion = nearest(block.name, above);
        const fix = suggestion === undefined ? undefined : `{% block ${suggestion} %}`;
        const place = { file: shownIn(root, folders.site, name), ...placeAt(text, block.at) };
        return problem("lost-block", place, { name: block.name, known: [...above] }, fix);
      });
  });
}

/** Names of the blocks of all that a text extends; `undefined` if it extends nothing, or something that cannot be determined. */
function blocksAbove(
  first: string,
  read: (name: string) => string | undefined,
): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  const seen = new Set<string>();
  for (let text = first; ;) {
    const [tag, double, single] = EXTENDS.exec(text) ?? [];
    if (tag === undefined) return seen.size === 0 ? undefined : names;
    const wanted = double ?? single ?? "";
    const above = seen.has(wanted) ? undefined : read(wanted);
    if (above === undefined) return undefined;
    seen.add(wanted);
    for (const { name } of blocksOf(above)) names.add(name);
    text = above;
  }
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let depth = 0;
  for (const { 1: name, index } of text.matchAll(TAG)) {
    if (name === undefined) depth = Math.max(0, depth - 1);
    else blocks.push({ name, at: index, depth: depth++ });
  }
  return blocks;
}
