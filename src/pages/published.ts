// The planned pages → the addresses that a reader may keep, as the address book records them.
// Further pages of a list are left out, since their number depends on the posts; so are files that only machines or editors
// request.
import type { Recorded } from "../content/address-book.ts";
import { isIntroduced } from "./lists.ts";
import type { Page, PageKind } from "./types.ts";

/** What is needed of a page here. */
type Planned = Pick<Page, "kind" | "url" | "entry" | "further"> & Partial<Pick<Page, "data">>;

/** What only machines or editors request, and pages that a run may leave out. */
const PASSING: ReadonlySet<PageKind> = new Set([
  ...(["notFound", "search", "sitemap", "robots", "manifest"] as const),
  ...(["headers", "redirects", "asset", "admin"] as const),
]);

/** Addresses in planned order, each with what identifies its page if it moves. */
export function publishedAddresses(pages: readonly Planned[]): Recorded[] {
  return pages
    .filter((page) => !PASSING.has(page.kind) && page.further !== true)
    .map((page) => {
      const { url, kind, entry } = page;
      const list = listName(page);
      return {
        url,
        source: list === undefined ? (entry?.file ?? kind) : kind,
        title: list ?? entry?.title ?? titleOf(page),
      };
    });
}

/** `data` is computed only when it is read, and most pages are posts. */
function titleOf({ kind, data }: Planned): string {
  if (kind === "feed") return "";
  return kind === "redirect" ? String(data?.["target"]) : (data?.title ?? "");
}

/**
 * The term or person whose list a page introduces. If the list has posts or people, it stays there whatever becomes of that
 * page.
 */
function listName(page: Planned): string | undefined {
  const { term, person, total, members } = isIntroduced(page) ? { ...page.data } : {};
  if (total === 0 && members === undefined) return undefined;
  const { label, name } = (term ?? person ?? {}) as { label?: string; name?: string };
  return label ?? name;
}
