// Which pages of a finished site are verified, and how much of each. On pages made by Carnet alone, the frame around the text
// is the same for all pages of a kind: of many pages, a sample is enough to find a fault there. Texts, which authors write, and
// all that owners can affect are always verified (docs/adr/0023).
import type { Page, PageKind, Plan } from "../../pages/types.ts";

export interface LookedAt {
  /** Paths in the output of the pages that are verified from end to end. */
  whole: ReadonlySet<string>;
  /** Those of which only the text is verified. */
  texts: ReadonlySet<string>;
  /** Those of `whole` that represent others of their kind. */
  sample: ReadonlySet<string>;
  feeds: readonly string[];
}

/** Kinds that come in thousands, and show nothing but texts and what follows from them. */
const MANY: ReadonlySet<PageKind> = new Set<PageKind>(["post", "blog", "tag", "year"]);

/** Up to this number, all pages of a kind are verified from end to end. */
const FEW = 200;

/** Above it, one in this many. */
const ONE_IN = 20;

/** `isOurs` returns whether a page is made by Carnet alone, except for its words; without it, no page is. */
export function lookedAt({ pages }: Pick<Plan, "pages">, isOurs?: (page: Page) => boolean): LookedAt {
  const [whole, texts, sample] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const built = pages.filter(isBuiltPage);
  const numbers = new Map<PageKind, number>();
  for (const { kind } of built) numbers.set(kind, (numbers.get(kind) ?? 0) + 1);
  for (const page of built) {
    const { kind, output } = page;
    const isOneOfMany =
      MANY.has(kind) && (numbers.get(kind) ?? 0) > FEW && isOurs?.(page) === true && !namesOthers(page);
    if (isOneOfMany && !isChosen(output)) {
      if (page.entry) texts.add(output);
      continue;
    }
    whole.add(output);
    if (isOneOfMany) sample.add(output);
  }
  const feeds = pages.flatMap(({ kind, output }) => (kind === "feed" || kind === "sitemap" ? output : []));
  return { whole, texts, sample, feeds };
}

/** A page that a layout makes. */
export function isBuiltPage({ layout, output }: Page): boolean {
  return layout !== null && output.endsWith(".html");
}

/** True if the page shows an address from its front matter. */
function namesOthers({ entry }: Page): boolean {
  return entry?.image?.remote === true || (entry?.kind === "post" && entry.license !== undefined);
}

/** Chooses the same pages in each build, whatever pages are added: FNV-1a of the path. */
function isChosen(path: string): boolean {
  let sum = 0x811c9dc5;
  for (let i = 0; i < path.length; i++) sum = Math.imul(sum ^ path.charCodeAt(i), 0x01000193);
  return (sum >>> 8) % ONE_IN === 0;
}
