// The planned pages → the addresses that a reader may keep, as the address book records them.
// Further pages of a list are left out, since their number follows the posts; so are files that only machines ask for.
import type { Recorded } from "../content/address-book.ts";
import type { Page, PageKind } from "./types.ts";

/** What is asked of a page. */
type Planned = Pick<Page, "kind" | "url" | "entry"> & Partial<Pick<Page, "data">>;

/** What only machines ask for, and pages that a run may be told to leave out. */
const PASSING: ReadonlySet<PageKind> = new Set([
  ...(["notFound", "search", "sitemap", "robots", "manifest"] as const),
  ...(["headers", "redirects", "nginx", "asset"] as const),
]);

/** Addresses in planned order, each with what is needed to know its page again elsewhere. */
export function publishedAddresses(pages: readonly Planned[]): Recorded[] {
  return pages.flatMap((page) =>
    isKept(page) ? { url: page.url, source: sourceOf(page), title: titleOf(page) } : [],
  );
}

function isKept({ kind, data }: Planned): boolean {
  const pager = data?.["pager"];
  const further = typeof pager === "object" && pager !== null && "number" in pager && pager.number !== 1;
  return !PASSING.has(kind) && !further;
}

function sourceOf({ entry, kind }: Planned): string {
  return entry?.file ?? kind;
}

function titleOf({ kind, data, entry }: Planned): string {
  if (kind === "feed") return "";
  const target = data?.["target"];
  return kind === "redirect" && typeof target === "string" ? target : (entry?.title ?? data?.title ?? "");
}
