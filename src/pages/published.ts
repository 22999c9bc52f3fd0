// The planned pages → the addresses that a reader may keep, as the address book records them.
// Further pages of a list are left out, since their number depends on the posts; so are files that only machines or editors
// request.
import type { Recorded } from "../content/address-book.ts";
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
      // The list of a term or a person stays there whatever becomes of a page that introduces it.
      const isIntroduced = entry !== undefined && entry.kind !== kind;
      return { url, source: isIntroduced ? kind : (entry?.file ?? kind), title: titleOf(page) };
    });
}

/** `data` is computed only when it is read, and most pages are posts. */
function titleOf({ kind, data, entry }: Planned): string {
  if (entry?.kind === kind) return entry.title;
  if (kind === "feed") return "";
  const { title = "", target, term, person } = (data ?? {}) as Record<string, unknown>;
  const { label, name } = (term ?? person ?? {}) as { label?: string; name?: string };
  return String(label ?? name ?? target ?? title);
}
