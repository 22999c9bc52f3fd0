// Which pages of a finished site are looked at, and how much of them. Where all that makes a page is Carnet's own, what stands
// around its text is alike on all pages of a kind: of many, some are enough to see a fault there. Texts, which authors write,
// and all that owners have a hand in are looked at in any case (docs/adr/0023).
import type { Page, PageKind, Plan } from "../../pages/types.ts";

export interface LookedAt {
  /** Paths in the output of the pages that are looked at from end to end. */
  whole: ReadonlySet<string>;
  /** Those of which the text is looked at. */
  texts: ReadonlySet<string>;
  /** Those of `whole` that stand for others of their kind. */
  sample: ReadonlySet<string>;
  feeds: readonly string[];
}

/** Kinds that come in thousands, and show nothing but texts and what follows from them. */
const MANY: ReadonlySet<PageKind> = new Set<PageKind>(["post", "blog", "tag", "year", "month"]);

/** Up to this number, all pages of a kind are looked at. */
const FEW = 200;

/** Of more, one in so many. */
const ONE_IN = 20;

/** `isOurs` tells of a page whether all that makes it is Carnet's own, but for the words; without it, none is. */
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

/** True where the page shows an address of its front matter. */
function namesOthers({ entry }: Page): boolean {
  return entry?.image?.remote === true || (entry?.kind === "post" && entry.license !== undefined);
}

/** The same pages from one build to the next, whatever comes beside them: FNV-1a of the path. */
function isChosen(path: string): boolean {
  let sum = 0x811c9dc5;
  for (let i = 0; i < path.length; i++) sum = Math.imul(sum ^ path.charCodeAt(i), 0x01000193);
  return (sum >>> 8) % ONE_IN === 0;
}
