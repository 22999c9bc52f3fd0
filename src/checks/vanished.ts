// Addresses that the site has published and no longer answers → problems, each with the redirect to paste.
// Not reported:
// - what expired, since it was meant to go, and the lists that contained nothing else;
// - what is still to come, if this run looks at a day before the one on which the book was written;
// - feeds, if this run has no `url`, since a host that gives one when it publishes has them.
import { placeOf, type KnownAddress } from "../content/address-book.ts";
import { dayParts } from "../content/days.ts";
import type { Content, Entry } from "../content/types.ts";
import { termFeeds } from "../pages/feed-links.ts";
import { publishedAddresses } from "../pages/published.ts";
import { problem, topOf, type Place, type Problem } from "../problems.ts";
import { createSiteMap } from "./site-map.ts";
import type { LinkCheckInput } from "./types.ts";
import { createFindTargets, isText, type FindTargets } from "./vanished-targets.ts";

export interface VanishedInput {
  content: Pick<
    Content,
    | "site"
    | "incomplete"
    | "unsettled"
    | "book"
    | "posts"
    | "pages"
    | "withheld"
    | "unreadDrafts"
    | "otherNames"
  >;
  pages: Parameters<typeof publishedAddresses>[0];
  /** True if the day of this run was given instead of read from the clock. */
  pretended?: boolean | undefined;
  /** What the site answers; called only if an address of the book has no page of its own. */
  answers: () => LinkCheckInput;
}

export function checkVanished({ content, pages, pretended = false, answers }: VanishedInput): Problem[] {
  // One broken text would remove its lists too, and its own problem would drown among theirs.
  if (content.incomplete) return [];
  // So would a refused setting: it may decide where texts, lists and feeds are, or whether they exist.
  if (content.unsettled) return [];
  const { known } = content.book;
  const live = new Set(pages.map(({ url }) => url));
  // Hosts redirect `/actus`, where a list may once have been, to `/actus/`.
  const isLive = (url: string): boolean => live.has(url) || live.has(`${url}/`);
  const toCome = comesLater(content.withheld, pretended);
  const missing = withoutWhatIsToCome(
    known.filter(({ url, source }) => !isLive(url) && !(content.site.origin === "" && isFeed(source))),
    toCome,
  );
  if (missing.length === 0) return [];
  const map = createSiteMap(answers());
  const expired = emptiedByExpiry(content.withheld);
  const withheld = new Map(content.withheld.map((entry) => [entry.url, entry]));
  const unread = new Map(content.unreadDrafts?.map(({ file }) => [publishedName(file), file]));
  const find = createFindTargets(publishedAddresses(pages), known, content.otherNames());
  const texts = new Map([...content.posts, ...content.pages].map((entry) => [entry.file, entry]));
  return missing.flatMap((gone) => {
    const answer = map.answer(gone.url);
    if (answer.is === "withheld") return unpublished(gone, withheld.get(gone.url));
    const draft = answer.is === "nothing" ? unread.get(gone.source) : undefined;
    if (draft !== undefined) return isDraftAgain(gone, topOf(draft));
    return answer.is === "nothing" && !expired.has(gone.url) ? vanished(gone, find, texts) : [];
  });
}

const isFeed = (source: string): boolean => source === "feed" || source === "feeds";

/** Addresses of texts that were published on their own day, which is still to come for this run. */
function comesLater(withheld: readonly Entry[], pretended: boolean): Set<string> {
  const later = withheld.filter((one) => one.unpublished === "future" && (pretended || isDated(one)));
  return new Set(later.map(({ url }) => url));
}

/** If an address contains the day, the day has not changed since it was published there. */
function isDated(entry: Entry): boolean {
  if (entry.kind !== "post") return false;
  const { year, month, day } = dayParts(entry.day);
  return [year, month, day].every((part) => entry.url.split(/[^\d]/).includes(part));
}

/** Lists, feeds and redirects that are missing because of such a text cannot be distinguished from those that are gone. */
function withoutWhatIsToCome(
  missing: readonly KnownAddress[],
  toCome: ReadonlySet<string>,
): readonly KnownAddress[] {
  if (!missing.some(({ url }) => toCome.has(url))) return missing;
  return missing.filter(({ url, source }) => !toCome.has(url) && isText(source));
}

/** Lists that an expired post was on, and their feeds. A list that still has posts has a page, and is not considered. */
function emptiedByExpiry(withheld: readonly Entry[]): Set<string> {
  const urls = new Set<string>();
  for (const entry of withheld) {
    if (entry.kind !== "post" || entry.unpublished !== "expired") continue;
    for (const { url } of [...Object.values(entry.terms).flat(), ...entry.authors])
      for (const one of [url, ...Object.values(termFeeds(url))]) urls.add(one);
  }
  return urls;
}

function unpublished({ url, line }: KnownAddress, entry: Entry | undefined): Problem[] {
  if (entry?.unpublished === "expired") return [];
  const place = entry?.placeOf(entry.unpublished === "draft" ? "draft" : "publishAt") ?? placeOf(line);
  return [problem("vanished-url/withheld", place, { url })];
}

function isDraftAgain({ url }: KnownAddress, place: Place): Problem[] {
  return [problem("vanished-url/withheld", place, { url })];
}

/** The file of a draft as it was named when it was published, without the `_` that its name has now. */
const publishedName = (file: string): string => file.replaceAll(/\/_+/g, "/");

function vanished(gone: KnownAddress, find: FindTargets, texts: ReadonlyMap<string, Entry>): Problem[] {
  const { url, line } = gone;
  const { moved, others } = find(gone);
  if (moved) {
    const place = placeIn(texts.get(moved.source)) ?? placeOf(line);
    return [problem("vanished-url/moved", place, { url }, `${url}: ${moved.url}`)];
  }
  return [problem("vanished-url/gone", placeOf(line), { url }, `${url}: ${others[0]?.url ?? "/"}`)];
}

/** Place where a moved text sets its address, so that its editor sees the problem. */
function placeIn(entry: Entry | undefined): Place | undefined {
  return entry?.placeOf(entry.addressKey ?? "title");
}
