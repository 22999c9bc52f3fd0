// Checks that need the whole site at once; checks of a single text run as it is read.
// They examine values, not built files, so that `check` reports everything that `build` would.
import { readFileName } from "../content/file-names.ts";
import type { Content, Entry } from "../content/types.ts";
import { withoutCaused } from "../content/settings.ts";
import { publicPath } from "../images/paths.ts";
import type { Rendered } from "../markdown/types.ts";
import { feedsToCome } from "../pages/feeds.ts";
import { ICONS } from "../site/icons.ts";
import { publishedAddresses } from "../pages/plan.ts";
import type { Page } from "../pages/types.ts";
import { problem, type Problem } from "../problems.ts";
import { createLinkCheck, type LinkCheckInput } from "./links.ts";
import { slugOf } from "./near.ts";
import { checkPublishedFiles } from "./published-files.ts";
import { createResolve, type Ids } from "./resolve.ts";
import { checkTakenAddresses } from "./taken-addresses.ts";
import { checkVanished } from "./vanished.ts";

export interface ContentCheckInput {
  content: Content;
  /** HTML and facts of every post and page, withheld ones included, by source file. */
  rendered: ReadonlyMap<string, Pick<Rendered, "references" | "ids">>;
  pages: readonly Page[];
  /** Files copied beside the pages: absolute path of the source, path in the output. */
  copies: readonly { from: string; to: string }[];
  /** True if an existing file is a picture that is left out of the site. */
  isUnreadable?: (path: string) => boolean;
  /** Ids that layouts give to any page. */
  layoutIds: ReadonlySet<string>;
  /** True if the day of this run was given instead of read from the clock. */
  pretended?: boolean | undefined;
}

/** Returns the checks, which can be made again when a text in `rendered` has been replaced: only its links then count anew. */
export function createContentChecks(input: ContentCheckInput): () => Problem[] {
  const { content, pages, pretended = false } = input;
  const published = publishedAddresses(pages);
  const answers = linkCheckInput(input);
  const checkLinks = createLinkCheck(answers);
  const others = [
    ...checkTakenAddresses(input),
    ...checkVanished(content, { published, resolve: createResolve(answers), pretended }),
    ...checkDescriptions(content),
    ...checkPublishedFiles(content.files),
  ];
  return () => withoutCaused([...others, ...checkLinks()], content.refusedSettings);
}

function checkDescriptions({ posts, pages, withheld }: Content): Problem[] {
  // A person or a cohort is described by what names it.
  return [...posts, ...pages, ...withheld]
    .filter(({ kind, description }) => kind !== "term" && description === "")
    .map((entry) => problem("no-description", entry.placeOf("title", "key"), {}));
}

/** Collects what links may lead to: addresses of pages and files, with the ids of each text. */
export function linkCheckInput(input: ContentCheckInput): LinkCheckInput {
  const { content, rendered, pages, copies, layoutIds, isUnreadable } = input;
  const { site, redirects, settingLinks, refused, unreadDrafts } = content;
  const idsOf =
    ({ file }: Entry): Ids =>
    () =>
      rendered.get(file)?.ids ?? [];
  const answers = new Map<string, Ids | undefined>();
  const paths = [...content.files.map(({ file }) => publicPath(file)), ...copies.map(({ to }) => `/${to}`)];
  for (const path of paths)
    if (path !== undefined && isUnreadable?.(path) !== true) answers.set(encodedPath(path), undefined);
  // If the owner has an icon, no SVG is drawn.
  for (const path of Object.values(ICONS))
    if (path !== ICONS.svg || site.icon === undefined) answers.set(path, undefined);
  // Feeds will exist once the site has a `url`, which its host may give.
  for (const path of feedsToCome(site, pages)) answers.set(path, undefined);
  for (const { kind, url, entry } of pages) if (kind !== "redirect") answers.set(url, entry && idsOf(entry));

  const drafts = new Set(unreadDrafts.map(({ file }) => file));
  const linked = (
    entry: Entry,
    isWithheld: boolean,
    isRefused: boolean,
  ): LinkCheckInput["texts"][number] => ({
    ...{ file: entry.file, url: entry.url, ids: idsOf(entry), isWithheld, isRefused },
    references: () => rendered.get(entry.file)?.references ?? [],
  });
  return {
    ...{ site, redirects, settingLinks, layoutIds, pages: answers, isUnreadable },
    texts: [
      ...content.texts.map((entry) => linked(entry, false, false)),
      ...content.withheld.map((entry) => linked(entry, true, false)),
      ...content.unsound.map((entry) => linked(entry, drafts.has(entry.file), true)),
    ],
    withheld: new Set(content.withheld.flatMap(({ url }) => (answers.has(url) ? [] : url))),
    refused: new Set(refused.map(({ file }) => slugOf(readFileName(file, NONE).slug))),
  };
}

const NONE: ReadonlySet<string> = new Set();

/** The path of a file as an address: spaces, and characters that would end the path, are encoded. */
function encodedPath(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}
