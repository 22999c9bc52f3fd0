// A link to a path of this site that nothing answers → the problem that says what was meant, if that can be known.
// Suggestions are sought from the surest to the vaguest, and only for links that fail.
import { MARKDOWN } from "../content/file-names.ts";
import { DOWNLOADED } from "../markdown/links/file-formats.ts";
import { problem, type Problem } from "../problems.ts";
import { NOWHERE, readable, type Located } from "./link-address.ts";
import { asWritten, elsewhere, isInWithheld, keptOut, type Checker, type Link } from "./link-checker.ts";
import { withScheme } from "./link-form.ts";

/** What an editor places beside a text, which a feed is not. */
const DOCUMENT = new RegExp(String.raw`(?<!/feed)\.(?:${DOWNLOADED})$`, "i");

/** A path that nothing answers: reports what was meant, if that can be known. */
export function deadLink(
  checker: Checker,
  link: Link,
  { url, path }: { url: Located; path: string },
): Problem[] {
  const { map, input } = checker;
  const { place, text } = link;
  const href = readable(link.href);
  if (link.from.ids.has(link.href))
    return [problem("dead-link/heading", place, { href, text, suggestion: `#${href}` })];
  const isOut = keptOut(checker, path);
  if (isOut === "draft" && !isInWithheld(link, input))
    return [problem("dead-link/withheld", place, { href })];
  if (isOut) return [];
  const end = url.search + url.hash;
  if (input.feedsToCome?.has(path) === true) return [problem("dead-link/feed", place, { href })];
  const moved = input.moved?.(path);
  if (moved !== undefined)
    return [
      problem("dead-link/moved", place, { href, text, suggestion: asWritten(checker, link, moved + end) }),
    ];
  const near = nearestTo(checker, path);
  const meant = near === undefined ? undefined : map.answer(near);
  if (meant?.is === "withheld" && !isInWithheld(link, input))
    return [problem("dead-link/withheld", place, { href })];
  if (near !== undefined)
    return [
      problem("dead-link/near", place, { href, text, suggestion: asWritten(checker, link, near + end) }),
    ];
  const host = url.host === NOWHERE ? withScheme(href) : undefined;
  if (host !== undefined) return [problem("dead-link/scheme", place, { href, text, suggestion: host })];
  if (url.host === NOWHERE) {
    // A path inside a folder may be another site's; one at the root is a mistake in an address of this site.
    const isElsewhere = /^\/[^/]+\/./.test(link.href);
    const key = DOCUMENT.test(path) ? "dead-link/file" : "dead-link/missing";
    return [problem(key, place, { href, ...(isElsewhere && elsewhere(path, checker)) })];
  }
  return [problem("dead-link/own-host", place, { href, ...elsewhere(path, checker) })];
}

/** An address on this host that lacks the path under which the site is served. */
export function linkOutside(
  checker: Checker,
  link: Link,
  { url, base }: { url: Located; base: string },
): Problem {
  const { map, input } = checker;
  const { pathname, search, hash } = url;
  const isPage = map.answer(pathname).is !== "nothing";
  const meant = isPage ? pathname : (input.moved?.(pathname) ?? map.near(pathname));
  return problem("dead-link/outside", link.place, {
    href: readable(link.href),
    text: link.text,
    base,
    ...(meant === undefined
      ? elsewhere(pathname, checker)
      : { suggestion: asWritten(checker, link, meant + search + hash) }),
  });
}

/** What a dead link meant. A file of Markdown is a text: its name says nothing of the other pages. */
function nearestTo({ map, input: { entries } }: Checker, path: string): string | undefined {
  const near = map.near(path);
  if (!MARKDOWN.test(path)) return near;
  const name = path.slice(path.lastIndexOf("/"));
  return (entries.find(({ url }) => url === near) ?? entries.find(({ file }) => file.endsWith(name)))?.url;
}
