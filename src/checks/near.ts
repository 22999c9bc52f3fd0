// A wrong address or id → the right one that its author most likely meant.
// Used only after a failure; each call makes a bounded number of comparisons, however large the site.
import { nearest } from "../nearest.ts";
import { nameIn } from "../paths.ts";
import { unaccented } from "../text.ts";
import { pathKey } from "./resolve.ts";

/** Comparisons in a run, about half a second; a site with more dead links than that needs more than suggestions. */
const MOST_COMPARED = 1_000_000;
const LONGEST = 200;
const SHORTEST_SLUG = 4;

/** Finds the nearest address, if any is near. `names` returns pairs: what an author may have typed, and the address to write. */
export function createFindNear(
  names: () => Iterable<readonly [typed: string, url: string]>,
): (path: string) => string | undefined {
  const byPath = new Map<string, string>();
  const bySlug = new Map<string, string>();
  let isIndexed = false;
  let compared = 0;
  return (path) => {
    if (!isIndexed)
      for (const [typed, url] of names()) {
        const folded = foldPath(typed);
        if (!byPath.has(folded)) byPath.set(folded, url);
        const name = slugIn(folded);
        if (name !== "" && !bySlug.has(name)) bySlug.set(name, url);
      }
    isIndexed = true;
    const folded = foldPath(path);
    const slug = slugIn(folded);
    const same = folded === "" ? undefined : byPath.get(folded);
    if (same !== undefined || slug.length < SHORTEST_SLUG || folded.length > LONGEST) return same;
    const namesake = bySlug.get(slug);
    if (namesake !== undefined) return namesake;
    if (compared > MOST_COMPARED) return undefined;
    compared += bySlug.size;
    const alike = [...bySlug.keys()].filter(
      (one) => one.startsWith(slug.charAt(0)) || one.endsWith(slug.slice(-1)),
    );
    return bySlug.get(nearest(slug, alike, Math.max(1, Math.min(4, Math.floor(slug.length / 6)))) ?? "");
  };
}

/** The id nearest to `id`: the same words, one that continues where `id` stops, or one that is a few letters away. */
export function nearestId(id: string, ids: Iterable<string>): string | undefined {
  const wanted = foldText(id);
  if (wanted === "" || wanted.length > LONGEST) return undefined;
  const known = new Map([...ids].slice(0, 500).map((one) => [foldText(one), one]));
  const longer =
    wanted.length < SHORTEST_SLUG ? undefined : [...known.keys()].find((key) => key.startsWith(`${wanted}-`));
  return known.get(known.has(wanted) ? wanted : (longer ?? nearest(wanted, known.keys()) ?? ""));
}

/** Lower case, without accents, words joined by hyphens. */
function foldText(text: string): string {
  return unaccented(text).replace(/[\s_’']+/g, "-");
}

/** `/Blog/2021/04/01/Été.html` and `/blog/2021/04/01/ete/` → `blog/2021/04/01/ete`. */
function foldPath(path: string): string {
  return foldText(pathKey(path))
    .replace(/^\/+|\/+$/g, "")
    .replace(/(?:^|\/)index\.html?$/, "")
    .replace(/\.(?:html?|md|markdown)$/, "");
}

/** The last part of a folded path, without a date or a draft's `_` before it: `blog/2021-04-01-titre` → `titre`. */
function slugIn(folded: string): string {
  return nameIn(folded).replace(/^-?(?:\d{2,4}-\d{1,2}-\d{1,2}-)?/, "");
}

/** The slug by which a link refers to a text, by its file or its address. */
export const slugOf = (path: string): string => slugIn(foldPath(path));
