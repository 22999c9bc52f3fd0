// The staged site, as it will be served → its problems, before it replaces the old one.
// What was already reported in the sources is not reported again, and what one layout does to all pages is reported once.
import { join } from "node:path";
import { checkHtml, type HtmlChecked } from "../../checks/html.ts";
import { decodeAddress } from "../../percent-codes.ts";
import { codeOf, type Problem } from "../../problems.ts";
import { absoluteUrl, withBase } from "../../site/site.ts";
import type { Page, Plan } from "../../pages/types.ts";
import { byPage } from "./findings.ts";
import { isBuiltPage, lookedAt, type LookedAt } from "./looked-at.ts";
import { NONE_STAYS, stayingPages, type Looked, type Staying } from "./staying-pages.ts";

export interface Verifying {
  plan: Plan;
  /** All problems found in the sources. */
  told: readonly Problem[];
  /** Path of the output in messages, relative to the site root: `_site`. */
  shownAs: string;
  /** Paths of the files in the folder. */
  staged: readonly string[];
  /** Paths of files that are not in the folder, because they stay in the output. */
  kept?: ReadonlySet<string> | undefined;
  /** Absolute path of the output. */
  output: string;
  /** What was found in the published site. */
  before?: Looked | undefined;
  /** Whether a page is made by Carnet alone: of many of those, a sample is verified. */
  isOurs?: ((page: Page) => boolean) | undefined;
  /** What was found before all files were there, in all pages but those that stay. */
  ahead?: Ahead | undefined;
}

export interface Ahead {
  staying: Staying;
  checked: HtmlChecked;
  /** Of some pages, only the text that an author wrote was verified, because it was handed over. */
  isOfTexts: boolean;
}

/** Verifies the pages and feeds that Carnet made; HTML files of `public/` are their owner's. */
export function verifySite(folder: string, verifying: Verifying): { problems: Problem[]; looked: Looked } {
  const wanted = lookedAt(verifying.plan, verifying.isOurs);
  const looked = look(folder, verifying, wanted);
  const found = untold(looked, verifying);
  // A problem in a page of the sample may be in any page that it represents: all are verified, so that each is reported.
  if (looked.isWhole || !found.some(({ file }) => wanted.sample.has(file)))
    return { looked, problems: shown(found, verifying) };
  const before = verifying.before?.isWhole === true ? verifying.before : undefined;
  const all = look(folder, { ...verifying, before, ahead: undefined }, lookedAt(verifying.plan));
  return { looked: all, problems: shown(untold(all, verifying), verifying) };
}

/** Problems that were not reported in a source, in the order of pages. */
function untold({ found }: Looked, { plan, told }: Verifying): Problem[] {
  const { ofPage, ofAddress } = toldAlready(plan, told);
  const isTold = ({ file, params: { href } }: Problem): boolean =>
    typeof href === "string" && (ofPage(file) || ofAddress(href));
  const left = [...found].flatMap(([file, findings]) =>
    findings.marks.ofAddresses && ofPage(file) ? [] : findings.problems.filter((one) => !isTold(one)),
  );
  if (left.length === 0) return left;
  const order = new Map(plan.pages.map(({ output }, i) => [output, i]));
  const placeOf = ({ file }: Problem): number => order.get(file) ?? 0;
  return left.sort((a, b) => placeOf(a) - placeOf(b));
}

function shown(found: readonly Problem[], { shownAs }: Verifying): Problem[] {
  return onceEach(found).map((one) => ({ ...one, file: `${shownAs}/${one.file}` }));
}

/** Pages that stay are not verified again, unless a page that they link to now lacks an id. */
function look(folder: string, verifying: Verifying, wanted: LookedAt): Looked {
  const { plan, staged, kept = NONE, output, before, ahead } = verifying;
  const files = [...staged, ...kept];
  const staying = ahead?.staying ?? stayingPages({ plan, files, kept, output, before });
  const run = (some: Staying): HtmlChecked =>
    checkPages(folder, { plan, files, kept, output, staying: some, wanted });
  const part = ahead?.checked ?? run(staying);
  const pages = plan.pages.filter(isBuiltPage).length;
  const isAll = wanted.whole.size + wanted.texts.size === pages;
  if (part.lost) {
    const { problems, anchors } = run(NONE_STAYS);
    return { found: byPage(problems), anchors, isWhole: isAll };
  }
  // A page that is read from the disk is verified from end to end, because where its text begins is not known.
  const isWhole = ahead?.isOfTexts ? wanted.whole.size === pages : isAll;
  const stayed = [...(before?.found ?? [])].filter(([file]) => staying.stays(file));
  return {
    found: new Map([...stayed, ...byPage(part.problems)]),
    anchors: joined(staying.linked, part.anchors),
    isWhole: isWhole && (staying === NONE_STAYS || before?.isWhole === true),
  };
}

export interface Checking extends Pick<Verifying, "plan" | "output"> {
  /** Paths of all files of the site. */
  files: readonly string[];
  /** Paths of those that stay in the output. */
  kept: ReadonlySet<string>;
  staying: Staying;
  wanted: LookedAt;
}

/** Problems of the pages that do not stay; `folder` holds all those that are not in `kept`. */
export function checkPages(
  folder: string,
  { plan, files, kept, output, staying, wanted }: Checking,
): HtmlChecked {
  const { basePath, origin, alsoServed } = plan.content.site;
  const { whole, texts, feeds } = wanted;
  const targets = plan.pages.filter(isBuiltPage).map((page) => page.output);
  return checkHtml(folder, {
    ...{ basePath, origin, alsoServed, files, linked: staying.linked, targets },
    pages: targets.filter((file) => (whole.has(file) || texts.has(file)) && !staying.stays(file)),
    feeds: feeds.filter((file) => !staying.stays(file)),
    pathOf: (file) => join(kept.has(file) ? output : folder, file),
  });
}

const NONE: ReadonlySet<string> = new Set();

function joined(one: Looked["anchors"], other: Looked["anchors"]): Looked["anchors"] {
  const ids = (file: string): string[] => [...new Set([...(one[file] ?? []), ...(other[file] ?? [])])];
  return Object.fromEntries([...Object.keys(one), ...Object.keys(other)].map((file) => [file, ids(file)]));
}

/** Codes of problems with addresses in the sources. */
const OF_ADDRESSES: ReadonlySet<string> = new Set([
  ...["dead-link", "dead-anchor", "moved-link", "local-link"],
  ...["missing-image", "image-case", "broken-image", "third-party-image"],
]);

interface ToldAlready {
  /** True for the page of a text in which an address was reported. */
  ofPage: (file: string) => boolean;
  /** True for an address that was reported in any source, such as a setting that all pages show. */
  ofAddress: (href: string) => boolean;
}

function toldAlready({ pages, content }: Plan, told: readonly Problem[]): ToldAlready {
  const { site } = content;
  const about = told.filter(({ key }) => OF_ADDRESSES.has(codeOf(key)));
  if (about.length === 0) return { ofPage: () => false, ofAddress: () => false };
  const files = new Set(about.map(({ file }) => file));
  const outputs = new Set(
    pages.flatMap(({ entry, output }) => (entry && files.has(entry.file) ? output : [])),
  );
  // Computed on demand: nearly all problems found are in the page of a text in which they were reported.
  let hrefs: Set<string> | undefined;
  const addresses = (): Set<string> =>
    new Set(
      about
        .flatMap(({ params }) => [params["href"], params["to"]])
        .filter((one) => typeof one === "string")
        // The `<head>` has the whole address, the rest of a page the path with the base path.
        .flatMap((one) => [one, withBase(site, one), absoluteUrl(site, one)].map(readable)),
    );
  return {
    ofPage: (file) => outputs.has(file),
    ofAddress: (href) => (hrefs ??= addresses()).has(readable(href)),
  };
}

const readable = (href: string): string => decodeAddress(href) ?? href;

/** The first of the problems that say the same, with the number of other pages that have it. */
function onceEach(problems: readonly Problem[]): Problem[] {
  const groups = new Map<string, { first: Problem; files: Set<string> }>();
  for (const one of problems) {
    // The line of the first of two equal ids differs from page to page.
    const key = JSON.stringify([one.key, { ...one.params, line: undefined }]);
    const group = groups.get(key) ?? { first: one, files: new Set<string>() };
    groups.set(key, group);
    group.files.add(one.file);
  }
  return [...groups.values()].map(({ first, files }) =>
    files.size === 1 ? first : { ...first, params: { ...first.params, others: files.size - 1 } },
  );
}
