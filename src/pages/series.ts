// Terms of a taxonomy that is `ordered` in `site.yaml` → their posts as parts of a whole, from the first to the last, in the
// term's list and on the page of each post. Feeds stay latest first, as their readers expect.
import { byCodeUnit } from "../content/text.ts";
import type { Post } from "../content/types.ts";
import type { Site } from "../site/site.ts";
import { collator } from "./draft.ts";
import type { Shelf } from "./lists.ts";
import type { LinkView, PartView } from "./views.ts";

export function isOrdered(site: Site, taxonomy: string): boolean {
  return site.taxonomies[taxonomy]?.ordered === true;
}

/**
 * Oldest first; posts of the same moment by slug, `partie-2` before `partie-10`: only their names distinguish parts published
 * on the same day.
 */
export function inOrder(posts: readonly Post[], lang: string): Post[] {
  const names = collator(lang);
  return [...posts].sort(
    (a, b) =>
      a.date.getTime() - b.date.getTime() ||
      names.compare(a.slug, b.slug) ||
      byCodeUnit(a.slug, b.slug) ||
      byCodeUnit(a.file, b.file),
  );
}

/**
 * The place of a post of the shelf in each of its ordered terms, in the order of `site.yaml`. A term with one post is left out:
 * it would read as a whole of one part. Undefined if no taxonomy is ordered.
 */
export function partsOn(shelf: Shelf): ((post: Post) => readonly PartView[]) | undefined {
  const ordered = Object.keys(shelf.site.taxonomies).filter((name) => isOrdered(shelf.site, name));
  if (ordered.length === 0) return undefined;
  let wholes: ReadonlyMap<string, readonly Post[]> | undefined;
  return (post) => {
    wholes ??= wholesOf(shelf, ordered);
    const views = new Map<string, PartView>();
    for (const { url, label } of ordered.flatMap((name) => post.terms[name] ?? [])) {
      const parts = wholes.get(url) ?? [];
      if (parts.length > 1) views.set(url, viewOf({ label, url }, parts, parts.indexOf(post)));
    }
    return [...views.values()];
  };
}

/** The parts of each term, by the address of its list. */
function wholesOf({ posts, lang }: Shelf, ordered: readonly string[]): Map<string, Post[]> {
  const wholes = new Map<string, Post[]>();
  for (const post of inOrder(posts, lang))
    for (const { url } of ordered.flatMap((name) => post.terms[name] ?? [])) {
      const parts = wholes.get(url) ?? [];
      // A post may name a term twice.
      if (parts.at(-1) !== post) parts.push(post);
      wholes.set(url, parts);
    }
  return wholes;
}

function viewOf(whole: LinkView, parts: readonly Post[], index: number): PartView {
  const [earlier, later] = [parts[index - 1], parts[index + 1]].map(
    (post) => post && { label: post.title, url: post.url },
  );
  return {
    whole,
    number: index + 1,
    total: parts.length,
    ...(earlier && { earlier }),
    ...(later && { later }),
  };
}
