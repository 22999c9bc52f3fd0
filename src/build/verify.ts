// The staged site, as it will be served → what is wrong with it, before it takes the old one's place.
// What the sources were told of already is not told again, and what one layout does to all pages is told once.
import { join } from "node:path";
import { createResolver, type Resolve } from "../checks/built-address.ts";
import { checkHtml, type HtmlChecked } from "../checks/html.ts";
import { codeOf, type Problem } from "../problems.ts";
import { absoluteUrl, withBase } from "../site.ts";
import type { Page, Plan } from "../pages/types.ts";
import { isBuiltPage, lookedAt } from "./looked-at.ts";
import { readManifest } from "./manifest.ts";

/** What a look at the pages found, kept with them. */
export interface Looked {
  /** As found, page by page. */
  problems: readonly Problem[];
  /** Ids that pages link to in others, by the page that has them. */
  anchors: Readonly<Record<string, readonly string[]>>;
}

export interface Verifying {
  plan: Plan;
  /** All that was found in the sources. */
  told: readonly Problem[];
  /** Path of the output as problems name it, relative to the site root: `_site`. */
  shownAs: string;
  /** Paths of the files in the folder. */
  staged: readonly string[];
  /** Paths of files that are not in the folder, since they stand in the output and stay there. */
  kept?: ReadonlySet<string> | undefined;
  /** Absolute path of the output. */
  output: string;
  /** What was found in the site that stands there. */
  before?: Looked | undefined;
  /** Whether all that makes a page is Carnet's own: of many of those, some are looked at. */
  isOurs?: ((page: Page) => boolean) | undefined;
  /** What a look found that went on while they were written. */
  looked?: JustLooked | undefined;
}

export interface JustLooked extends Looked {
  /** True where there are pages that were not looked at. */
  isSample: boolean;
}

/** Looks at the pages and feeds that Carnet made; HTML files of `public/` are their owner's. */
export function verifySite(folder: string, verifying: Verifying): { problems: Problem[]; looked: Looked } {
  const verified = verifyPages(folder, verifying);
  // A sample that shows something which no source was told of: it may be on any page, and each is to be named.
  const isFault = verified.isSample && verified.problems.length > 0;
  return isFault ? verifyPages(folder, { ...verifying, isOurs: undefined, looked: undefined }) : verified;
}

function verifyPages(
  folder: string,
  verifying: Verifying,
): { problems: Problem[]; looked: Looked; isSample: boolean } {
  const { plan, told, shownAs } = verifying;
  const { problems, anchors, isSample } = verifying.looked ?? look(folder, verifying);
  const order = new Map(plan.pages.map(({ output }, i) => [output, i]));
  const placeOf = ({ file }: Problem): number => order.get(file) ?? 0;
  const known = toldAlready(plan, told);
  const found = problems.filter((one) => !known(one)).sort((a, b) => placeOf(a) - placeOf(b));
  const shown = onceEach(found).map((one) => ({ ...one, file: `${shownAs}/${one.file}` }));
  return { looked: { problems, anchors }, problems: shown, isSample };
}

/**
 * Pages that stay are not looked at again, unless a file that they may link to is no more, or a place in one: then all
 * are, since what links to what is not kept.
 */
function look(folder: string, verifying: Verifying): JustLooked {
  const { plan, staged, kept = NONE, output, before, isOurs } = verifying;
  const { basePath, origin, alsoServed } = plan.content.site;
  const files = [...staged, ...kept];
  const run = (pages: Plan["pages"]): HtmlChecked & JustLooked => {
    const { isSample, ...wanted } = lookedAt(pages, isOurs);
    const checked = checkHtml(folder, {
      ...{ basePath, origin, alsoServed, files, ...wanted },
      targets: plan.pages.filter(isBuiltPage).map((page) => page.output),
      linked: before?.anchors ?? {},
      pathOf: (file) => join(kept.has(file) ? output : folder, file),
    });
    return { ...checked, isSample };
  };
  if (before && kept.size > 0) {
    const there = linkedAt(readManifest(output));
    const doubtful = mended(before.problems, createResolver(files, { basePath, origin, alsoServed }));
    const stays = (file: string): boolean => kept.has(file) && !doubtful.has(file);
    const part = run(plan.pages.filter((page) => !stays(page.output)));
    if (isSubset(there, files) && !part.lost)
      return {
        problems: [...before.problems.filter(({ file }) => stays(file)), ...part.problems],
        anchors: joined(before.anchors, part.anchors),
        isSample: part.isSample,
      };
  }
  const { problems, anchors, isSample } = run(plan.pages);
  return { problems, anchors, isSample };
}

const NONE: ReadonlySet<string> = new Set();

/** Pages with a problem that was mended from without: by a file that is there now, or maybe by an id in another page. */
function mended(problems: readonly Problem[], resolve: Resolve): Set<string> {
  const isMended = ({ key, file, params: { href } }: Problem): boolean =>
    key === "html-anchor" || (key === "html-link" && resolve(String(href), file) !== "nothing");
  return new Set(problems.filter(isMended).map(({ file }) => file));
}

/** Without the parts of search indexes, whose names change with every text: no page links to one. */
function linkedAt(files: Iterable<string>): string[] {
  return [...files].filter((file) => !/\.pf_(?:fragment|index|filter|meta)$/.test(file));
}

function isSubset(some: readonly string[], all: readonly string[]): boolean {
  const within = new Set(all);
  return some.every((one) => within.has(one));
}

function joined(one: Looked["anchors"], other: Looked["anchors"]): Looked["anchors"] {
  const ids = (file: string): string[] => [...new Set([...(one[file] ?? []), ...(other[file] ?? [])])];
  return Object.fromEntries([...Object.keys(one), ...Object.keys(other)].map((file) => [file, ids(file)]));
}

/** What the sources are told of addresses. */
const OF_ADDRESSES: ReadonlySet<string> = new Set([
  ...["dead-link", "dead-anchor", "redirected-link", "local-link"],
  ...["missing-image", "image-case", "broken-image", "third-party-image"],
]);

/** True for an address that a source was told of: in the text of that page, or in a setting that all pages show. */
function toldAlready({ pages, content }: Plan, told: readonly Problem[]): (one: Problem) => boolean {
  const { site } = content;
  const about = told.filter(({ key }) => OF_ADDRESSES.has(codeOf(key)));
  if (about.length === 0) return () => false;
  const files = new Set(about.map(({ file }) => file));
  const outputs = new Set(
    pages.flatMap(({ entry, output }) => (entry && files.has(entry.file) ? output : [])),
  );
  const hrefs = new Set(
    about
      .flatMap(({ params }) => [params["href"], params["to"]])
      .filter((href) => typeof href === "string")
      // Heads name the whole address, pages the path with the base path.
      .flatMap((href) => [href, withBase(site, href), absoluteUrl(site, href)].map(readable)),
  );
  return ({ file, params: { href } }) =>
    typeof href === "string" && (outputs.has(file) || hrefs.has(readable(href)));
}

function readable(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

/** The first of those that say the same, with the number of the other pages that have it. */
function onceEach(problems: readonly Problem[]): Problem[] {
  const groups = new Map<string, { first: Problem; files: Set<string> }>();
  for (const one of problems) {
    // Where the first of two ids stands differs from page to page.
    const key = JSON.stringify([one.key, { ...one.params, line: undefined }]);
    const group = groups.get(key) ?? { first: one, files: new Set<string>() };
    groups.set(key, group);
    group.files.add(one.file);
  }
  return [...groups.values()].map(({ first, files }) =>
    files.size === 1 ? first : { ...first, params: { ...first.params, others: files.size - 1 } },
  );
}
