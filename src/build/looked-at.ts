// Which pages of a finished site are looked at, tag by tag. Where all that makes a page is Carnet's own, what its author wrote
// was checked in its source, and what Carnet writes around it is alike on all pages of a kind: some of many are enough to see a
// fault of Carnet's (docs/adr/0023). What others wrote in HTML is always looked at.
import type { Page, Plan } from "../pages/types.ts";

export interface LookedAt {
  /** Paths in the output. */
  pages: string[];
  feeds: string[];
  /** True where there are pages that are not looked at. */
  isSample: boolean;
}

/** Pages of which all is Carnet's own are all looked at up to this number. */
const FEW = 400;

/** Of more, the first ones of each kind, and of the others one in so many. */
const FIRST = 20;
const ONE_IN = 20;

/** `isOurs` tells of a page whether all that makes it is Carnet's own, but for the words; without it, none is. */
export function lookedAt(pages: Plan["pages"], isOurs: (page: Page) => boolean = () => false): LookedAt {
  const built = pages.filter(isBuiltPage);
  const ours = built.filter((page) => isOurs(page) && !holdsHtml(page));
  const left = ours.length <= FEW ? new Set<Page>() : new Set(ours.filter(beyondSample()));
  return {
    pages: built.flatMap((page) => (left.has(page) ? [] : page.output)),
    feeds: pages.flatMap(({ kind, output }) => (kind === "feed" || kind === "sitemap" ? output : [])),
    isSample: left.size > 0,
  };
}

/** A page that a layout makes. */
export function isBuiltPage({ layout, output }: Page): boolean {
  return layout !== null && output.endsWith(".html");
}

/** True for a page that is left out, asked in order. */
function beyondSample(): (page: Page) => boolean {
  const seen = new Map<string, number>();
  return ({ kind }) => {
    const before = seen.get(kind) ?? 0;
    seen.set(kind, before + 1);
    return before >= FIRST && before % ONE_IN !== 0;
  };
}

/** True where a text may hold raw HTML: where a `<` stands before a letter or a sign that begins a tag. */
function holdsHtml({ entry }: Page): boolean {
  if (!entry) return false;
  const { body } = entry;
  for (let at = body.indexOf(0x3c); at >= 0; at = body.indexOf(0x3c, at + 1)) {
    const next = String.fromCharCode(body[at + 1] ?? 0x20);
    if (/[a-z/!?]/i.test(next)) return true;
  }
  return false;
}
