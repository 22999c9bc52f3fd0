// The layouts and code of a site's owner: where they are, which ids they give to pages, and what is wrong with them that nothing else
// would report.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { unmergedIn } from "../../content/merge-marks.ts";
import { readText } from "../../files.ts";
import { placeAt } from "../../text.ts";
import { nearest } from "../../nearest.ts";
import { problem, type Problem } from "../../problems.ts";

/** A site's own configuration of Eleventy. */
export const CONFIG_FILE = ".eleventy.ts";

/**
 * Folder of a site's own layouts, if there is one. Carnet's own default site has the built-in layouts as its own: they replace
 * none. `root` is the absolute path of the site root, `builtin` that of Carnet's own layouts.
 */
export function ownLayouts(root: string, builtin: string): string | undefined {
  const own = join(root, "layouts");
  return own !== builtin && existsSync(own) ? own : undefined;
}

/** Ids around every page and every text; which of them exist depends on the site. */
const AROUND: readonly string[] = [
  ...["page--main", "page--toc", "page--corrections", "page--share", "page--related", "page--posts"],
];

/** Which ids layouts give to pages: those that are written literally in the owner's, and those of Carnet's around every text. */
export function layoutIds(root: string, builtin: string): ReadonlySet<string> {
  const layouts = [...ownTexts(root, builtin)].filter(([name]) => name.endsWith(".njk"));
  const ids = layouts.flatMap(([, text]) => [...text.matchAll(/\sid\s*=\s*["']?([^\s"'>{}]+)/g)]);
  return new Set([...AROUND, ...ids.flatMap(([, id]) => id ?? [])]);
}

/** `root` is the site root, `builtin` the folder of Carnet's own layouts. */
export function ownCodeProblems(root: string, builtin: string): Problem[] {
  const texts = ownTexts(root, builtin);
  const config = readText(join(root, CONFIG_FILE));
  const code = [...texts].map(([name, text]): [string, string] => [`layouts/${name}`, text]);
  if (config !== undefined) code.unshift([CONFIG_FILE, config]);
  return [
    ...lostBlocks(texts, builtin),
    // A layout with marks of a merge inside a block is valid to Nunjucks: every page would show both versions.
    ...code.flatMap(([file, text]) =>
      unmergedIn(text).map(({ first }) =>
        problem("merge-conflict", { file, line: first + 1, column: 1 }, {}),
      ),
    ),
  ];
}

/**
 * The site's own layouts, styles and scripts, by path below `layouts/`. Unlike `filesBelow`, also the targets of links: a site may
 * share its layouts that way.
 */
function ownTexts(root: string, builtin: string): Map<string, string> {
  const own = ownLayouts(root, builtin);
  const names = own === undefined ? [] : readdirSync(own, { recursive: true, encoding: "utf8" }).sort();
  const texts = new Map<string, string>();
  for (const name of names.filter((one) => /\.(?:njk|css|js)$/.test(one))) {
    const text = readText(join(own ?? "", name));
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
function lostBlocks(texts: ReadonlyMap<string, string>, builtin: string): Problem[] {
  /** A layout in which spaces replace what Nunjucks does not read, so that offsets stay the same. */
  const read = (name: string): string | undefined => {
    const own = name.startsWith("carnet/") ? undefined : texts.get(name);
    const text = own ?? readText(join(builtin, name.replace(/^carnet\//, "")));
    return text?.replace(UNREAD, (part) => part.replace(/[^\n]/g, " "));
  };
  return [...texts.keys()].flatMap((name) => {
    const text = name.endsWith(".njk") ? (read(name) ?? "") : "";
    const above = blocksAbove(text, read);
    // Until a merge is finished, its marks are outside any block, and have an error of their own.
    if (above === undefined || unmergedIn(text).length > 0) return [];
    return blocksOf(text)
      .filter((block) => block.depth === 0 && !above.has(block.name))
      .map((block) => {
        const suggestion = nearest(block.name, above);
        const fix = suggestion === undefined ? undefined : `{% block ${suggestion} %}`;
        const place = { file: `layouts/${name}`, ...placeAt(text, block.at) };
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
