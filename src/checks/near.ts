// A wrong address or anchor → the right one that its author most likely meant.
// Used only after a failure; each call makes a bounded number of comparisons, however large the site.
import { addTo } from "../group.ts";
import { allNearest } from "../nearest.ts";
import { foldPath, foldText, slugOf } from "./fold.ts";

/** Finds the page or file with the nearest address, if any. */
export type FindNear = (path: string) => string | undefined;

interface Index {
  byPath: Map<string, string>;
  bySlug: Map<string, string[]>;
  /** Slugs by their first and by their last characters. */
  byEdge: Map<string, string[]>;
  /** Comparisons that are left. */
  left: number;
}

const SHORTEST_SLUG = 4;
const EDGE = 4;
/** A wrong letter in the middle of a short slug is in both of its edges. */
const SHORT_SLUG = 8;
const SHORT_EDGE = 2;
const MOST_COMPARED = 2000;
/** Comparisons in a run, about half a second; a site with more dead links than that needs more than suggestions. */
const MOST_IN_ALL = 1_000_000;
/** Addresses with one slug: a monthly report makes 240 in twenty years. */
const MOST_NAMESAKES = 250;
const MOST_IDS = 500;
const LONGEST = 200;

/** `urls` returns pairs: what an author may have typed, and the address to write. */
export function createFindNear(urls: () => Iterable<readonly [typed: string, url: string]>): FindNear {
  let index: Index | undefined;
  const known = new Map<string, string | undefined>();
  return (path) => {
    const folded = foldPath(path);
    if (known.has(folded)) return known.get(folded);
    index ??= createIndex(urls());
    const found = folded.length > LONGEST ? undefined : lookUp(folded, index);
    known.set(folded, found);
    return found;
  };
}

function createIndex(urls: Iterable<readonly [string, string]>): Index {
  const index: Index = { byPath: new Map(), bySlug: new Map(), byEdge: new Map(), left: MOST_IN_ALL };
  for (const [typed, url] of urls) {
    const folded = foldPath(typed);
    if (!index.byPath.has(folded)) index.byPath.set(folded, url);
    const slug = slugOf(folded);
    if (slug.length < SHORTEST_SLUG) continue;
    if (!index.bySlug.has(slug)) for (const edge of edges(slug)) addTo(index.byEdge, edge, slug);
    addTo(index.bySlug, slug, url);
  }
  return index;
}

function lookUp(folded: string, index: Index): string | undefined {
  const { byPath, bySlug, byEdge } = index;
  const same = byPath.get(folded);
  if (same !== undefined) return same;
  const slug = slugOf(folded);
  if (slug.length < SHORTEST_SLUG) return undefined;
  const namesakes = bySlug.get(slug);
  if (namesakes) return mostAlike(folded, namesakes);
  if (index.left <= 0) return undefined;
  const candidates = edges(slug).flatMap((edge) => byEdge.get(edge)?.slice(0, MOST_COMPARED / 2) ?? []);
  index.left -= candidates.length;
  // Several parts of a series are as near: the rest of the address tells them apart.
  return mostAlike(
    folded,
    allClosest(slug, candidates).flatMap((one) => bySlug.get(one) ?? []),
  );
}

/**
 * The address with most parts in common; among equals, the one that agrees longest from the beginning, then the first in order.
 */
function mostAlike(folded: string, urls: readonly string[]): string | undefined {
  const written = folded.split("/");
  const parts = new Set(written);
  let best: string | undefined;
  let most = -1;
  for (const url of urls.slice(0, MOST_NAMESAKES)) {
    const its = foldPath(url).split("/");
    const apart = its.findIndex((part, i) => part !== written[i]);
    // Less than one part, however many parts agree at the beginning.
    const alike = (apart < 0 ? its.length : apart) / (its.length + 1);
    const shared = its.filter((part) => parts.has(part)).length + alike;
    if (shared > most || (shared === most && best !== undefined && url < best)) [best, most] = [url, shared];
  }
  return best;
}

const closest = (word: string, candidates: readonly string[]): string | undefined =>
  allClosest(word, candidates)[0];

function allClosest(word: string, candidates: readonly string[]): string[] {
  return allNearest(
    word,
    candidates,
    Math.min(4, Math.max(word.length < 8 ? 1 : 2, Math.floor(word.length / 6))),
  );
}

/** The id nearest to `id`: the same words, one that continues where `id` stops, or one that is a few letters away. */
export function nearestId(id: string, ids: Iterable<string>): string | undefined {
  const wanted = foldText(id);
  if (wanted === "" || wanted.length > LONGEST) return undefined;
  const folded = new Map<string, string>();
  for (const one of ids) {
    if (folded.size >= MOST_IDS) break;
    const key = foldText(one);
    if (!folded.has(key)) folded.set(key, one);
  }
  const keys = [...folded.keys()];
  const longer = wanted.length < SHORTEST_SLUG ? undefined : keys.find((key) => key.startsWith(`${wanted}-`));
  const key = folded.has(wanted)
    ? wanted
    : (longer ?? keys.find((one) => isSpeltLike(one, wanted)) ?? closest(wanted, keys));
  return key === undefined ? undefined : folded.get(key);
}

/** Where Carnet cuts the id of a long heading, or a little before. */
const CUT = 70;

/**
 * The letters of one are those of the other, where generators differ on hyphens (`l’été` → `lété`) and on the number of a heading
 * (`2.1. Budget`), or begin them, if it was cut.
 */
function isSpeltLike(id: string, wanted: string): boolean {
  const its = lettersOf(id);
  const other = lettersOf(wanted);
  return its === other || (id.length > CUT && other.startsWith(its));
}

const lettersOf = (slug: string): string => slug.replace(/^(?:\d{1,2}-)+(?=\p{L})/u, "").replaceAll("-", "");

function edges(slug: string): string[] {
  const lengths = slug.length > SHORT_SLUG ? [EDGE] : [EDGE, SHORT_EDGE];
  return lengths.flatMap((length) => [`^${slug.slice(0, length)}`, `${slug.slice(-length)}$`]);
}
