// Addresses that the site has published and no longer answers → problems, each with the redirect to paste.
// Not reported:
// - what expired, since it was meant to go, and the lists that contained nothing else;
// - what is still to come, if this run looks at a day before the one on which the book was written;
// - years and months, which come and go with the posts that they list;
// - feeds, if this run has no `url`, since a host that gives one when it publishes has them.
import { placeOf, type KnownAddress, type Recorded } from "../content/address-book.ts";
import { dayParts } from "../content/dates.ts";
import { fold } from "../content/text.ts";
import type { Content, Entry } from "../content/types.ts";
import { addTo } from "../iterate.ts";
import { feedsBeside } from "../pages/feeds.ts";
import { nameIn } from "../paths.ts";
import { problem, topOf, type Problem } from "../problems.ts";
import { createFindNear } from "./near.ts";
import { pathKey, type Resolve } from "./resolve.ts";

export interface VanishedInput {
  content: Pick<
    Content,
    "site" | "refused" | "refusedSettings" | "book" | "posts" | "pages" | "withheld" | "unreadDrafts"
  >;
  /** What the site publishes now. */
  published: readonly Recorded[];
  resolve: Resolve;
  /** True if the day of this run was given instead of read from the clock. */
  pretended: boolean;
}

export function checkVanished({ content, published, resolve, pretended }: VanishedInput): Problem[] {
  // One broken text would remove its lists too, and a refused setting may decide where texts, lists and feeds are: their own
  // problem would drown among these.
  if (content.refused.length > 0 || content.refusedSettings.size > 0) return [];
  // Earlier versions had a feed for each person, and one in JSON for each term.
  const former = new Set(
    published.flatMap(({ url, source }) => (source === "tag" || source === "person" ? feedsBeside(url) : [])),
  );
  const missing = withoutWhatIsToCome(
    content.book.known.filter(
      ({ url, source }) =>
        !["page", "redirect"].includes(resolve(url, "/").is) &&
        !["year", "month"].includes(source) &&
        !former.has(url) &&
        !(content.site.origin === "" && isFeed(source)),
    ),
    comesLater(content.withheld, pretended),
  );
  if (missing.length === 0) return [];
  const expired = emptiedByExpiry(content.withheld);
  const withheld = new Map(content.withheld.map((entry) => [entry.url, entry]));
  // The file of a draft as it was named when it was published, without the `_` that its name has now.
  const unread = new Map(content.unreadDrafts.map(({ file }) => [file.replaceAll(/\/_+/g, "/"), file]));
  const texts = new Map([...content.posts, ...content.pages].map((entry) => [entry.file, entry]));
  const movedTo = createMovedTo(published);
  const near = createFindNear(() => published.map(({ url }) => [url, url] as const));
  return missing.flatMap((gone) => {
    const { url, line, source } = gone;
    const entry = withheld.get(url);
    if (entry?.unpublished === "expired" || expired.has(url)) return [];
    const draft = unread.get(source);
    if (entry !== undefined || draft !== undefined) {
      const place =
        entry?.placeOf(entry.unpublished === "draft" ? "draft" : "publishAt") ?? topOf(draft ?? source);
      return problem("vanished-url/withheld", place, { url });
    }
    const moved = movedTo(gone);
    const text = moved && texts.get(moved.source);
    if (moved !== undefined)
      return problem(
        "vanished-url/moved",
        // Where a moved text sets its address, so that its editor sees the problem.
        text?.placeOf(text.addressKey ?? "title") ?? placeOf(line),
        { url },
        `${url}: ${moved.url}`,
      );
    return problem(
      "vanished-url/gone",
      placeOf(line),
      { url },
      `${url}: ${near(url) ?? folderAbove(url, resolve)}`,
    );
  });
}

/** A page that is gone → the same page at its new address: that of the same file, or the only one with its title. */
export function createMovedTo(published: readonly Recorded[]): (gone: Recorded) => Recorded | undefined {
  const byUrl = new Map(published.map((one) => [one.url, one]));
  const bySource = new Map(published.filter(({ source }) => isText(source)).map((one) => [one.source, one]));
  const byTitle = new Map<string, Recorded[]>();
  for (const one of published) if (one.title !== "") addTo(byTitle, titleKey(one), one);
  return (gone) => {
    const redirect = gone.source === "redirect" ? gone : byUrl.get(gone.url);
    if (redirect?.source === "redirect") return byUrl.get(redirect.title);
    const titled = gone.title === "" ? [] : (byTitle.get(titleKey(gone)) ?? []);
    // If two pages have the same title, nothing says which one it was.
    return bySource.get(gone.source) ?? (titled.length === 1 ? titled[0] : undefined);
  };
}

/**
 * A path that a link names, as an address or as a file of a text → the current address of that page, if the book knows that it
 * has moved.
 */
export function createFindMoved(
  published: readonly Recorded[],
  known: readonly KnownAddress[],
): (path: string) => string | undefined {
  let find: ((path: string) => string | undefined) | undefined;
  const makeFind = (): ((path: string) => string | undefined) => {
    const movedTo = createMovedTo(published);
    const key = (path: string): string => pathKey(path).replace(/(?<=.)\/$/, "");
    const byPath = new Map(known.map((one) => [key(one.url), one]));
    const byFile = new Map(known.map((one) => [pathKey(nameIn(one.source)), one]));
    return (path) => {
      const file = pathKey(nameIn(path));
      const gone =
        byPath.get(key(path)) ??
        (/^(?!index\.).+\.(?:md|markdown)$/i.test(file) ? byFile.get(file) : undefined);
      const now = gone && movedTo(gone)?.url;
      // A page that is where it was has not moved: the link has another fault.
      return now === gone?.url ? undefined : now;
    };
  };
  return (path) => (find ??= makeFind())(path);
}

const isFeed = (source: string): boolean => source === "feed" || source === "feeds";
/** True for the recorded source of a post or page. */
const isText = (source: string): boolean => source.includes("/");

/** Posts and pages may become one another; a tag stays a tag. */
const titleKey = ({ source, title }: Recorded): string =>
  `${isText(source) ? "text" : source}\0${fold(title)}`;

/** The nearest folder above an address that has a page: `/tag/x/` → `/tag/`. */
function folderAbove(url: string, resolve: Resolve): string {
  const above = url.replace(/[^/]+\/?$/, "");
  return above === "/" || above === ""
    ? "/"
    : resolve(above, "/").is === "page"
      ? above
      : folderAbove(above, resolve);
}

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
      for (const one of [url, ...feedsBeside(url)]) urls.add(one);
  }
  return urls;
}
