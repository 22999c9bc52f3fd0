// A post's HTML → HTML for a feed reader: absolute addresses, few attributes, and players as links with their picture.
// Feed readers run no script and know none of the site's classes, so whatever needs them is left out.
import { isTag, isText, type ChildNode, type Element } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";
import { resolveAddress, type PageAddress } from "./entries.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const ATTRIBUTES = words(
  `href src alt title lang dir width height start reversed type value colspan rowspan controls poster kind srclang label`,
);
const ADDRESSES = words("href src poster");
/** Elements left out with their content. */
const DROPPED = words("template button script style iframe svg object embed form link meta");
/** Elements left out, but not their content. */
const UNWRAPPED = words("span picture noscript section label details");
const VOID = words("area br col hr img source track wbr");

/** Rewrites the HTML of a post for feeds. Entities stay as written: the feed's reader decodes them, once. */
export function feedContent(html: string, page: PageAddress): string {
  return shown(parseDocument(html, { decodeEntities: false }).children, page).trim();
}

function shown(nodes: readonly ChildNode[], page: PageAddress): string {
  return nodes
    .map((node) =>
      isText(node) ? node.data : isTag(node) && !isDropped(node) ? shownElement(node, page) : "",
    )
    .join("");
}

function shownElement(element: Element, page: PageAddress): string {
  const { name, attribs, children } = element;
  if (name === "input") return attribs["type"] !== "checkbox" ? "" : "checked" in attribs ? "☑ " : "☐ ";
  const inside = shown(children, page);
  // Not all readers can unfold what is folded, and none knows callouts: their titles become lines of their own.
  if (name === "summary" || hasClass(element, "callout-title")) return `<p><strong>${inside}</strong></p>`;
  if (hasClass(element, "player")) return withPoster(inside, element, page);
  // The sources of a picture are for the site's layout; those of a video or a sound are all that it has.
  if (name === "source" && !("src" in attribs)) return "";
  if (UNWRAPPED.has(name) && !("lang" in attribs)) return inside;
  const kept = Object.entries(attribs)
    .filter(([key]) => ATTRIBUTES.has(key))
    .map(([key, value]) => [key, ADDRESSES.has(key) ? resolveAddress(value, page) : value] as const)
    .map(([key, value]) => ` ${key}="${value.replaceAll('"', "&quot;")}"`);
  return `<${name}${kept.join("")}>${VOID.has(name) ? "" : `${inside}</${name}>`}`;
}

/** The picture of a player goes into its link. */
function withPoster(inside: string, player: Element, page: PageAddress): string {
  const poster = DomUtils.findOne((one) => hasClass(one, "player-poster"), player.children);
  const [picture] = poster ? DomUtils.getElementsByTagName("img", poster) : [];
  if (picture === undefined) return inside;
  return inside.replace(/<a [^>]*>/, (link) => `${link}${shownElement(picture, page)}<br>`);
}

/** True for what only the site's own script or style, or assistive technology, uses. */
function isDropped(element: Element): boolean {
  const { name, attribs } = element;
  return (
    DROPPED.has(name) ||
    "hidden" in attribs ||
    attribs["aria-hidden"] === "true" ||
    ["visually-hidden", "player-poster"].some((one) => hasClass(element, one))
  );
}

function hasClass({ attribs }: Element, name: string): boolean {
  return attribs["class"]?.split(/\s+/).includes(name) === true;
}
