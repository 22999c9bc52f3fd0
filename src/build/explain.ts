// Why a build made a page again, or did not: from what the last build of the same output recorded.
import type { Page } from "../pages/types.ts";

/**
 * `refused`: the content has errors. `unknown`: the site has no such page. `new`: the last build did not make it. `first`: nothing is
 * known of an earlier build. `owner`: code that is not declared pure makes all pages again. `lost`: its file was removed or changed.
 * `all`: the settings, the layouts, the theme, the owner's code or Carnet itself. `texts`: those that it shows. `data`: a list, a menu,
 * a neighbour.
 */
export type Explanation =
  | { why: "refused" | "unknown" | "new" | "first" | "owner" | "lost" | "same" | "all" | "data" }
  | { why: "texts"; files: readonly string[] };

/** What decides whether a page is made again: at the last build, and now. */
export interface Grounds {
  /** Fingerprint of the page. */
  page: string | undefined;
  /** Fingerprint of what all pages show. */
  around: string;
  /** Fingerprints of the texts of the site, by file. */
  texts: ReadonlyMap<string, string>;
}

/** The page that someone names by its address, its file in the output, or the source file of its text. */
export function pageNamed(name: string, pages: readonly Page[]): Page | undefined {
  const path = name.replace(/^\.?\//, "");
  return pages.find(
    ({ url, output, entry }) =>
      [url.slice(1), output, entry?.file].includes(path) || (path !== "" && url === `/${path}/`),
  );
}

/** `before` is absent without an earlier build; `shows`: source files of the texts that the page shows. */
export function explain(
  before: (Grounds & { isNew: boolean }) | undefined,
  now: Grounds,
  shows: readonly string[],
): Explanation {
  if (before === undefined) return { why: "first" };
  if (before.isNew) return { why: "new" };
  if (before.page === undefined) return { why: "lost" };
  if (before.page === now.page) return { why: "same" };
  if (before.around !== now.around) return { why: "all" };
  const files = shows.filter((file) => before.texts.get(file) !== now.texts.get(file));
  return files.length > 0 ? { why: "texts", files } : { why: "data" };
}
