// Blocks of a site's own layouts that none of the layouts which they extend has → warnings: Nunjucks drops them in silence.
// A block within another is shown with it; what a tag works out, or front matter names, may be any layout, and is left.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "../content/text.ts";
import { problem, type Problem } from "../problems.ts";

const EXTENDS = /\{%-?\s*extends\s+(?:(?:"([^"]*)"|'([^']*)')\s*-?%\})?/;
const TAG = /\{%-?\s*(?:block\s+([A-Za-z_]\w*)|(endblock))[^%]*%\}/g;
/** What Nunjucks does not read as tags. */
const UNREAD = /\{#[^]*?#\}|\{%-?\s*(raw|verbatim)\s*-?%\}[^]*?\{%-?\s*end\1\s*-?%\}/g;

interface Block {
  name: string;
  at: number;
  /** How many blocks it stands in. */
  depth: number;
}

/** `root` is the absolute path of the site root, `builtin` that of Carnet's own layouts. */
export function lostBlocks(root: string, builtin: string): Problem[] {
  const own = join(root, "layouts");
  // Carnet's own default site has the built-in layouts for its own.
  if (own === builtin || !existsSync(own)) return [];
  const folders = { own, builtin };
  return readdirSync(own, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".njk"))
    .sort()
    .flatMap((name) => lostIn(name, folders));
}

interface Folders {
  own: string;
  builtin: string;
}

function lostIn(name: string, folders: Folders): Problem[] {
  const text = read(name, folders);
  const above = text === undefined ? undefined : blocksAbove(text, folders);
  if (text === undefined || above === undefined) return [];
  return blocksOf(text)
    .filter((block) => block.depth === 0 && !above.has(block.name))
    .map((block) => {
      const before = text.slice(0, block.at).split("\n");
      const place = {
        file: `layouts/${name}`,
        line: before.length,
        column: (before.at(-1)?.length ?? 0) + 1,
      };
      const suggestion = nearest(block.name, above);
      const params = { name: block.name, known: [...above], ...(suggestion !== undefined && { suggestion }) };
      return problem("lost-block", place, params);
    });
}

/** Names of the blocks of all that a text extends; undefined where it extends nothing, or what cannot be told. */
function blocksAbove(first: string, folders: Folders): Set<string> | undefined {
  const names = new Set<string>();
  const seen = new Set<string>();
  for (let text = first; ;) {
    const [tag, double, single] = EXTENDS.exec(text) ?? [];
    if (tag === undefined) return seen.size === 0 ? undefined : names;
    const wanted = double ?? single;
    const above = wanted === undefined || seen.has(wanted) ? undefined : read(wanted, folders);
    if (wanted === undefined || above === undefined || /^\ufeff?---\r?\n/.test(above)) return undefined;
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

/** A layout without what is not read in it, each sign in its place; the site's own comes before Carnet's. */
function read(name: string, { own, builtin }: Folders): string | undefined {
  const places = name.startsWith("carnet/")
    ? [join(builtin, name.slice("carnet/".length))]
    : [join(own, name), join(builtin, name)];
  const path = places.find((one) => existsSync(one));
  return path === undefined
    ? undefined
    : readFileSync(path, "utf8").replace(UNREAD, (found) => found.replace(/[^\n]/g, " "));
}
