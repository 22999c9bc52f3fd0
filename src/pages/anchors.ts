// A planned page without a text of its own → the ids that Carnet's own layout may give to its parts.
// Some exist in some sites only: there may be more ids here than a page has, but none that it has is missing.
import type { Page, PageKind } from "./types.ts";

/** Ids around every page and every text; which of them exist depends on the site. */
export const AROUND: readonly string[] = [
  ...["page--main", "page--asking"],
  ...["page--toc", "page--corrections", "page--share", "page--related", "page--posts"],
];

/** Additional ids by kind; those of kinds that are not listed are unknown. */
const OF_KIND: Partial<Record<PageKind, readonly string[]>> = {
  home: ["page--lead", "page--latest"],
  blog: [],
  tags: ["page--letters"],
  tag: ["page--members"],
  people: ["page--letters"],
  person: [],
  archives: [],
  year: ["page--months", "page--years"],
  month: ["page--months"],
  feeds: [],
  accessibility: [],
  audience: ["page--choice"],
};

const NONE: ReadonlySet<string> = new Set();

/** Undefined if they are unknown: for files, and for the search page, which makes its own. */
export function layoutIds({
  kind,
  data,
}: Pick<Page, "kind"> & Partial<Pick<Page, "data">>): ReadonlySet<string> | undefined {
  const ids = OF_KIND[kind];
  if (ids === undefined) return undefined;
  const own =
    kind === "feeds" ? groupIds(data) : [...partIds(data?.["months"]), ...partIds(data?.["letters"])];
  return ids.length + own.length === 0 ? NONE : new Set([...ids, ...own]);
}

/** Ids of months or letters. */
function partIds(parts: unknown): string[] {
  if (!Array.isArray(parts)) return [];
  return parts.flatMap((part: unknown) =>
    typeof part === "object" && part !== null && "id" in part && typeof part.id === "string" ? part.id : [],
  );
}

function groupIds(data: Page["data"] | undefined): string[] {
  const groups = data?.["feedGroups"];
  return Array.isArray(groups) ? groups.map((_, i) => `page--feeds-${String(i + 1)}`) : [];
}
