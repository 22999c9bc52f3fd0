// Blocks of a site's own layouts that none of the layouts they extend has → warnings: Nunjucks drops them without a message.
// A nested block is shown with its parent. If a tag computes the layout's name, or front matter names one, nothing is reported.
import { readFileSync } from "node:fs";
import { placeAt } from "../../text.ts";
import { unmergedIn } from "../../content/merge-marks.ts";
import { nearest } from "../../nearest.ts";
import { problem, type Problem } from "../../problems.ts";
import { findLayout, type Folders, hasFrontMatter, layoutsIn, ownLayouts } from "./layout-texts.ts";

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

/** `root` is the absolute path of the site root, `builtin` that of Carnet's own layouts. */
export function lostBlocks(root: string, builtin: string): Problem[] {
  const site = ownLayouts(root, builtin);
  return site === undefined ? [] : layoutsIn(site).flatMap((name) => lostIn(name, { site, builtin }));
}

function lostIn(name: string, folders: Folders): Problem[] {
  const text = read(name, folders);
  const above = text === undefined ? undefined : blocksAbove(text, folders);
  // Until a merge is finished, its marks are outside any block, and have an error of their own.
  if (text === undefined || above === undefined || unmergedIn(text).length > 0) return [];
  return blocksOf(text)
    .filter((block) => block.depth === 0 && !above.has(block.name))
    .map((block) => {
      const suggestion = nearest(block.name, above);
      const fix = suggestion === undefined ? undefined : `{% block ${suggestion} %}`;
      return problem(
        "lost-block",
        { file: `layouts/${name}`, ...placeAt(text, block.at) },
        { name: block.name, known: [...above] },
        fix,
      );
    });
}

/**
 * Names of the blocks of all that a text extends; `undefined` if it extends nothing, or something that cannot be determined.
 */
function blocksAbove(first: string, folders: Folders): Set<string> | undefined {
  const names = new Set<string>();
  const seen = new Set<string>();
  for (let text = first; ;) {
    const [tag, double, single] = EXTENDS.exec(text) ?? [];
    if (tag === undefined) return seen.size === 0 ? undefined : names;
    const wanted = double ?? single;
    const above = wanted === undefined || seen.has(wanted) ? undefined : read(wanted, folders);
    if (wanted === undefined || above === undefined || hasFrontMatter(above)) return undefined;
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

/** A layout in which spaces replace what Nunjucks does not read, so that offsets stay the same. */
function read(name: string, folders: Folders): string | undefined {
  const found = findLayout(name, folders);
  return found && readFileSync(found.path, "utf8").replace(UNREAD, (part) => part.replace(/[^\n]/g, " "));
}
