// Addresses that the site has published and no longer answers → problems, each with the redirect to paste.
// Not reported:
// - what expired, since it was meant to go, and the lists that contained nothing else;
// - anything, if this run looks at a day before the one on which the book was written;
// - years and months, which come and go with the posts that they list;
// - feeds and calendars, if this run has no `url`, since a host that gives one when it publishes has them.
import { placeOf, type Recorded } from "../content/address-book.ts";
import { fold } from "../content/text.ts";
import type { Content, Entry } from "../content/types.ts";
import { addTo } from "../iterate.ts";
import { termFeed } from "../pages/addresses.ts";
import { problem, topOf, type Problem } from "../problems.ts";
import { createFindNear } from "./near.ts";
import type { Resolve } from "./resolve.ts";

/** `published` is what the site publishes now; `pretended` is true if the day of this run was given, not read from the clock. */
export function checkVanished(
  content: Content,
  { published, resolve, pretended }: { published: readonly Recorded[]; resolve: Resolve; pretended: boolean },
): Problem[] {
  // One broken text would remove its lists too, and a refused setting may decide where texts, lists and feeds are: their own
  // problem would drown among these.
  if (content.refused.length > 0 || content.refusedSettings.size > 0) return [];
  const missing = content.book.known.filter(
    ({ url, source }) =>
      !["page", "redirect"].includes(resolve(url, "/").is) &&
      !["year", "month"].includes(source) &&
      !(content.site.origin === "" && (source === "feed" || source === "calendar")),
  );
  const withheld = new Map(content.withheld.map((entry) => [entry.url, entry]));
  // What is missing with a text that is still to come, such as its lists, cannot be distinguished from what is gone.
  if (pretended && missing.some(({ url }) => withheld.get(url)?.unpublished === "future")) return [];
  const expired = emptiedByExpiry(content.withheld);
  // The file of a draft as it was named when it was published, without the `_` that its name has now.
  const unread = new Map(content.unreadDrafts.map(({ file }) => [file.replaceAll(/\/_+/g, "/"), file]));
  const texts = new Map(content.texts.map((entry) => [entry.file, entry]));
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
    if (moved === undefined) {
      const to = near(url) ?? folderAbove(url, resolve);
      return problem("vanished-url/gone", placeOf(line), { url }, `${url}: ${to}`);
    }
    // Where a moved text sets its address, so that its editor sees the problem.
    const text = texts.get(moved.source);
    const place = text?.placeOf(text.addressKey ?? "title") ?? placeOf(line);
    return problem("vanished-url/moved", place, { url }, `${url}: ${moved.url}`);
  });
}

/** A page that is gone → the same page at its new address: that of the same file, or the only one with its title. */
function createMovedTo(published: readonly Recorded[]): (gone: Recorded) => Recorded | undefined {
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

/** True for the recorded source of a post or page. */
const isText = (source: string): boolean => source.includes("/");

/** Posts and pages may become one another; a tag stays a tag. */
const titleKey = ({ source, title }: Recorded): string =>
  `${isText(source) ? "text" : source}\0${fold(title)}`;

/** The nearest folder above an address that has a page: `/tag/x/` → `/tag/`. */
function folderAbove(url: string, resolve: Resolve): string {
  const above = url.replace(/[^/]+\/?$/, "");
  if (above === "/" || above === "") return "/";
  return resolve(above, "/").is === "page" ? above : folderAbove(above, resolve);
}

/** Lists that an expired post was on, and their feeds. A list that still has posts has a page, and is not considered. */
function emptiedByExpiry(withheld: readonly Entry[]): Set<string> {
  const urls = new Set<string>();
  for (const entry of withheld) {
    if (entry.kind !== "post" || entry.unpublished !== "expired") continue;
    for (const { url } of [...Object.values(entry.terms).flat(), ...entry.authors])
      urls.add(url).add(termFeed(url));
  }
  return urls;
}
