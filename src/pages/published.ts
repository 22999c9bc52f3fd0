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
  return pages.flatMap((page) =>
    PASSING.has(page.kind) || page.further === true
      ? []
      : { url: page.url, source: sourceOf(page), title: titleOf(page) },
  );
}

function sourceOf(page: Planned): string {
  return listName(page) === undefined ? (page.entry?.file ?? page.kind) : page.kind;
}

/** A post's title is at hand, and most pages are posts; `data` is computed only when it is read. */
function titleOf(page: Planned): string {
  if (page.kind === "feed") return "";
  if (page.entry) return listName(page) ?? page.entry.title;
  const target = page.data?.["target"];
  return page.kind === "redirect" && typeof target === "string" ? target : (page.data?.title ?? "");
}

/**
 * The term or person whose list a page introduces. If the list has posts or people, it stays there whatever becomes of that
 * page.
 */
function listName(page: Planned): string | undefined {
  if (!isIntroduced(page) || isEmpty(page)) return undefined;
  const of = page.data?.["term"] ?? page.data?.["person"];
  if (typeof of !== "object" || of === null) return undefined;
  const name: unknown = "label" in of ? of.label : "name" in of ? of.name : undefined;
  return typeof name === "string" ? name : undefined;
}

function isEmpty({ data }: Planned): boolean {
  return data?.["total"] === 0 && data["members"] === undefined;
}
