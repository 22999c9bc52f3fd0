// A built site on disk → problems of its pages and feeds: addresses that match no file, missing anchors, duplicate ids and the
// like. A build runs it on the staged site, before publication; it reads every page again, which must cost little.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../files.ts";
import { problem, type Problem } from "../problems.ts";
import { placeFinder, type FindPlace } from "../lines.ts";
import { createResolver, type Resolve, type Resolving } from "./built-address.ts";
import { checkFeed } from "./feed-file.ts";
import { readHtmlPage, readHtmlPart, type HtmlPage, type HtmlReference } from "./html-page.ts";
import type { Part } from "../markup.ts";
import { ownProblem, ownText } from "./own-text.ts";
import { createTagFacts } from "./tag-facts.ts";

export interface HtmlCheckOptions extends Resolving {
  /** Paths, in the folder, of the pages to verify; all of them by default. */
  pages?: readonly string[];
  /** Paths, in the folder, of the feeds and sitemaps to verify. */
  feeds?: readonly string[];
  /** All paths of the site, and where each is, if some of its files are elsewhere. */
  files?: readonly string[];
  pathOf?: (file: string) => string;
  /** Pages in which ids are looked up, if they are not the pages to verify. */
  targets?: readonly string[];
  /** Ids that pages not to be verified link to, by the page that should have them. */
  linked?: Anchors;
}

/** Ids by the path of the page that has them. */
export type Anchors = Readonly<Record<string, readonly string[]>>;

export interface HtmlChecked {
  /** `file` of each is a path in the folder. In the order of the pages; anchors that are missing in other pages come last. */
  problems: Problem[];
  /** Ids in other pages that the verified pages link to. */
  anchors: Anchors;
  /** True if a verified page lacks an id that `linked` requires. */
  lost: boolean;
}

/** @throws without `files`, if the folder is missing or contains no page. */
export function checkHtml(dir: string, options: HtmlCheckOptions): HtmlChecked {
  const files = options.files ?? filesBelow(dir);
  const pages = options.pages ?? files.filter((file) => file.endsWith(".html"));
  if (pages.length === 0 && options.files === undefined) throw new Error(`No HTML page in ${dir}`);
  const check = createHtmlCheck({ pathOf: (file) => join(dir, file), targets: pages, ...options, files });
  for (const page of pages) check.page(page);
  for (const feed of options.feeds ?? []) check.feed(feed);
  return check.end();
}

export type HtmlCheckSetting = Omit<HtmlCheckOptions, "pages" | "feeds"> &
  Required<Pick<HtmlCheckOptions, "files" | "targets" | "pathOf">>;

/**
 * The same file by file, as they are written; all of them must exist when `end` is called. The `text` of a page is read if it is
 * not given.
 */
export interface HtmlCheck {
  /** With a `part`, the rest of the page is verified only if the part has a fault, or if links lead to ids outside it. */
  page(file: string, text?: string, part?: Part): void;
  feed(file: string): void;
  /** Returns and forgets what was found since the last call: on a large site, it takes much memory. */
  found(): Problem[];
  /** What `found` has not returned, and what is known only now. */
  end(): HtmlChecked;
}

export function createHtmlCheck(options: HtmlCheckSetting): HtmlCheck {
  const { basePath, files, targets } = options;
  const read = (file: string): string => readFileSync(options.pathOf(file), "utf8");
  const linked = new Map(Object.entries(options.linked ?? {}));
  const tagFacts = createTagFacts();
  const run: Run = {
    ...{ basePath, linked, lost: false, problems: [], anchors: new Map() },
    resolve: createResolver(files, options),
  };
  return {
    page(file, text = read(file), part?: Part) {
      const inPart = part && readHtmlPart(text, file, { part, factsOf: tagFacts });
      const isEnough = inPart && hasAll(inPart, file, run);
      checkFile({ ...(isEnough ? inPart : readHtmlPage(text, file, tagFacts)), file }, run);
    },
    feed(file) {
      checkFile({ ...checkFeed(read(file), file), file }, run);
    },
    found: () => run.problems.splice(0),
    end() {
      const within = new Set(targets);
      for (const [target, anchors] of run.anchors)
        if (within.has(target)) run.problems.push(...missingAnchors(anchors, target, read));
      return { problems: run.problems, anchors: idsOf(run.anchors), lost: run.lost };
    },
  };
}

function idsOf(anchors: Run["anchors"]): Anchors {
  return Object.fromEntries([...anchors].map(([file, of]) => [file, [...new Set(of.map(({ id }) => id))]]));
}

/** A link to an id in another page. */
interface Anchor extends HtmlReference {
  id: string;
  /** The page that contains it. */
  from: string;
}

interface Run {
  basePath: string;
  resolve: Resolve;
  problems: Problem[];
  /** By the page that should have the id: each is read once more, instead of all being kept. */
  anchors: Map<string, Anchor[]>;
  linked: ReadonlyMap<string, readonly string[]>;
  lost: boolean;
}

interface Checked {
  file: string;
  ids?: ReadonlySet<string>;
  references: readonly HtmlReference[];
  problems: readonly Problem[];
  placeAt: FindPlace;
}

/** True if this part has all the ids of its page that its own links and other pages lead to. */
function hasAll({ ids, references }: HtmlPage, file: string, { linked, resolve }: Run): boolean {
  const isHere = (href: string): boolean => {
    const target = href.includes("#") ? resolve(href, file) : undefined;
    return typeof target !== "object" || target.file !== file || ids.has(target.id);
  };
  return (
    linked.get(file)?.some((id) => !ids.has(id)) !== true && references.every(({ href }) => isHere(href))
  );
}

function checkFile({ file, ids, references, problems, placeAt }: Checked, run: Run): void {
  const say = (one: Problem): void => void run.problems.push(ownProblem(one));
  problems.forEach(say);
  if (run.linked.get(file)?.some((id) => ids?.has(id) === false)) run.lost = true;
  for (const { href, offset } of references) {
    const target = run.resolve(href, file);
    if (target === "elsewhere") continue;
    if (target === "outside")
      say(problem("html-base-path", placeAt(offset), { href, basePath: run.basePath }));
    else if (target === "nothing") say(problem("html-link", placeAt(offset), { href }));
    else if (target.id === "" || target.id.toLowerCase() === "top") continue;
    else if (target.file !== file) {
      const anchors = run.anchors.get(target.file) ?? [];
      run.anchors.set(target.file, anchors);
      anchors.push({ id: ownText(target.id), href: ownText(href), offset, from: file });
    } else if (ids?.has(target.id) === false)
      say(problem("html-anchor", placeAt(offset), { href, id: target.id }));
  }
}

function missingAnchors(
  anchors: readonly Anchor[],
  target: string,
  read: (file: string) => string,
): Problem[] {
  const { ids } = readHtmlPage(read(target), target);
  return anchors
    .filter(({ id }) => !ids.has(id))
    .map(({ from, offset, href, id }) =>
      problem("html-anchor", placeFinder(read(from), from)(offset), { href, id }),
    );
}
