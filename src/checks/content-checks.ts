// Checks that need the whole site at once, in the order in which they run; checks of a single text run as it is read.
// They examine values, not built files, so that `check` reports everything that `build` would.
import { readFileName } from "../content/file-names.ts";
import { withoutCaused } from "../content/without-settings.ts";
import { slugFor } from "../content/permalinks.ts";
import type { Content, Entry } from "../content/types.ts";
import { publicPath } from "../images/paths.ts";
import type { Rendered } from "../markdown/types.ts";
import { feedsToCome } from "../pages/feed-links.ts";
import { ICONS } from "../pages/icons.ts";
import { isIntroduced } from "../pages/introductions.ts";
import { publishedAddresses } from "../pages/published.ts";
import type { Page } from "../pages/types.ts";
import type { Problem } from "../problems.ts";
import { foldText } from "./fold.ts";
import { checkHeavyFiles } from "./heavy-files.ts";
import { checkLengths } from "./lengths.ts";
import { checkLinks } from "./links.ts";
import { createFindMoved } from "./moved.ts";
import { checkReservedAddresses } from "./reserved-addresses.ts";
import { checkSvgScripts } from "./svg-script.ts";
import { checkTakenAddresses, type TakenInput } from "./taken-addresses.ts";
import type { LinkCheckInput, LinkedEntry, Withheld } from "./types.ts";
import { checkUnmergedFiles } from "./unmerged-files.ts";
import { checkVanished } from "./vanished.ts";

/** `of`: ids of a page that shows no text, undefined if they are unknown. `around`: ids that may be around any page. */
export interface PageAnchors {
  of(page: Pick<Page, "kind"> & Partial<Pick<Page, "data" | "layout">>): ReadonlySet<string> | undefined;
  around: ReadonlySet<string>;
}

export interface ContentCheckInput {
  content: Content;
  /** HTML and facts of every post and page, withheld ones included, by source file. */
  rendered: ReadonlyMap<string, Rendered>;
  pages: TakenInput["pages"];
  /** Files copied beside the pages: absolute path of the source, path in the output. */
  copies: TakenInput["copies"];
  /** Addresses in the site's own stylesheets. */
  styles?: LinkCheckInput["styles"];
  /** True if an existing file is a picture that is left out of the site. */
  isUnreadable?: LinkCheckInput["isUnreadable"];
  /** What is known of the ids in layouts. */
  anchors?: PageAnchors | undefined;
  /** True if the day of this run was given instead of read from the clock. */
  pretended?: boolean | undefined;
}

const CHECKS: readonly ((input: ContentCheckInput) => Problem[])[] = [
  checkTakenAddresses,
  checkReservedAddresses,
  (input) => checkLinks(linkCheckInput(input)),
  (input) => checkVanished({ ...input, answers: () => linkCheckInput(input) }),
  ({ content, pages }) =>
    checkLengths([...content.posts, ...content.pages, ...content.withheld], describedByLists(pages)),
  ({ content }) => checkSvgScripts(content.files),
  ({ content }) => checkUnmergedFiles(content.files),
  ({ content }) => checkHeavyFiles(content.files),
];

export function contentChecks(input: ContentCheckInput): Problem[] {
  return withoutCaused(
    CHECKS.flatMap((check) => check(input)),
    input.content.caused ?? NONE,
  );
}

/** Pages that introduce a list and are shown with a description, their own or that of the term or person. */
function describedByLists(pages: ContentCheckInput["pages"]): ReadonlySet<Entry> {
  return new Set(
    pages.filter(isIntroduced).flatMap(({ entry, data }) => (entry && data?.description ? entry : [])),
  );
}

/** Collects what links may lead to. Pages that only redirect are kept apart: a link to one gets a note. */
export function linkCheckInput(input: ContentCheckInput): LinkCheckInput {
  const { content, rendered, pages, anchors, styles, isUnreadable } = input;
  const { site, redirects, settingLinks } = content;
  const { alsoServed, homes, basePath } = site;
  const idsOf = new Map<string, ReadonlySet<string>>();
  for (const [file, { ids }] of rendered) idsOf.set(file, new Set(ids));
  const answers = answersOf(input, idsOf);
  const withheld = new Map<string, Withheld>();
  for (const { url, unpublished } of content.withheld)
    if (!answers.has(url)) withheld.set(url, unpublished ?? "draft");
  return {
    answers,
    entries: linkedEntries(input, idsOf),
    redirects,
    settingLinks,
    withheld,
    refused: new Set(content.refused?.flatMap(({ file }) => refusedSlugs(file))),
    unreadDrafts: new Set(content.unreadDrafts?.flatMap(({ file }) => refusedSlugs(file))),
    moved: createFindMoved(() => publishedAddresses(pages), content.book.known, content.otherNames),
    alsoServed,
    homes,
    basePath,
    styles,
    isUnreadable,
    around: anchors?.around,
    framed: site.embeds.allow.map((host) => host.toLowerCase()),
    feedsToCome: feedsToCome(site, pages),
  };
}

/** Every text with its links, those that an error keeps out included. */
function linkedEntries(
  { content, rendered }: ContentCheckInput,
  idsOf: ReadonlyMap<string, ReadonlySet<string>>,
): LinkedEntry[] {
  const linked = ({ file, url }: Entry): LinkedEntry => ({
    file,
    url,
    references: rendered.get(file)?.references ?? [],
    ids: idsOf.get(file) ?? NONE,
  });
  const drafts = new Set(content.unreadDrafts?.map(({ file }) => file));
  return [
    ...[...content.posts, ...content.pages, ...content.withheld].map(linked),
    ...content.unsound.map((one) => ({
      ...linked(one),
      keptOut: drafts.has(one.file) ? ("draft" as const) : ("refused" as const),
    })),
  ];
}

/** Addresses of pages and files, with the ids of each page; undefined for a file, and where the ids are unknown. */
function answersOf(
  { content, pages, copies, anchors }: ContentCheckInput,
  idsOf: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, ReadonlySet<string> | undefined> {
  const answers = new Map<string, ReadonlySet<string> | undefined>();
  for (const { file } of content.files) {
    const path = publicPath(file);
    if (path !== undefined) answers.set(encodedPath(path), undefined);
  }
  // If the owner has an icon, no SVG is drawn.
  for (const path of Object.values(ICONS))
    if (path !== ICONS.svg || content.site.icon === undefined) answers.set(path, undefined);
  for (const { to } of copies) answers.set(encodedPath(`/${to}`), undefined);
  for (const page of pages)
    if (page.kind !== "redirect")
      answers.set(page.url, page.entry ? idsOf.get(page.entry.file) : anchors?.of(page));
  return answers;
}

/** Names by which a link may refer to a text that has no address: as typed, and as in an address. */
function refusedSlugs(file: string): string[] {
  const { slug } = readFileName(file, NONE);
  return [foldText(slug), foldText(slugFor(slug))].filter((name) => name !== "");
}

const NONE: ReadonlySet<string> = new Set();

/** The path of a file as an address: spaces, and characters that would end the path, are encoded. */
function encodedPath(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}
