// Films and sounds of raw HTML → those of this site only: a file elsewhere becomes a link after the player.
import { viewOf } from "../images/variants.ts";
import type { Place } from "../problems.ts";
import { hasScheme } from "../urls.ts";
import { withBase } from "../site/site.ts";
import { resolveAddress, type Address } from "./addresses.ts";
import type { Env } from "./env.ts";
import { fileName } from "./links.ts";
import { pictureProblems } from "./picture-problems.ts";
import { findPicture, isUnfit, named } from "./pictures.ts";
import {
  attr,
  eachElement,
  isElement,
  makeElement,
  makeText,
  placeOf,
  setAttr,
  type Element,
  type Node,
} from "./tree.ts";

const PLAYERS = new Set(["video", "audio"]);

export function showMedia(root: Element, env: Env): void {
  if (env.names.has("video") || env.names.has("audio")) inside(root, false, env);
}

function inside(parent: Element, inLink: boolean, env: Env): void {
  parent.children = parent.children.flatMap((node): Node[] => {
    if (!isElement(node)) return [node];
    if (PLAYERS.has(node.name)) return player(node, inLink, env);
    inside(node, inLink || node.name === "a", env);
    return [node];
  });
}

/** A film, or the links to the files of other sites that it names. */
function player(element: Element, inLink: boolean, env: Env): Node[] {
  const elsewhere: Node[] = [];
  const own = attr(element, "src");
  let file = own === undefined ? undefined : take(element, elsewhere, env);
  if (own !== undefined && file === undefined) return elsewhere.slice(1);
  let isLinked = inLink;
  element.children = element.children.filter((node) => {
    if (!isElement(node)) return true;
    eachElement({ ...element, children: [node] }, ({ name }) => void (isLinked ||= name === "a"));
    if (node.name !== "source" && node.name !== "track") return true;
    const href = take(node, elsewhere, env);
    if (node.name === "source") file ??= href;
    return href !== undefined;
  });
  setPoster(element, env);
  settle(element);
  // Shown instead where nothing can play it: text browsers, reading views, some feed readers. A link of the author's replaces it.
  if (file !== undefined && !isLinked && fileName(file) !== "")
    element.children.push(
      makeText(" "),
      makeElement("a", element, [makeText(fileName(file))], [["href", file]]),
    );
  return [element, ...elsewhere];
}

/** The address of a file of this site; any other is reported, and linked to in `elsewhere`. */
function take(element: Element, elsewhere: Node[], env: Env): string | undefined {
  const src = attr(element, "src");
  if (src === undefined) return undefined;
  const place: Place = placeOf(element, env);
  const address: Address | undefined = resolveAddress(src, env);
  if (address !== undefined && !address.external && !hasScheme(address.href)) {
    env.reference("media", src, "", place);
    setAttr(element, "src", address.href);
    return address.href;
  }
  env.report("dropped-html", place, { found: `<${element.name} src="${src}">` });
  if (address?.external === true && element.name !== "track")
    elsewhere.push(
      makeText(" "),
      makeElement(
        "a",
        element,
        [makeText(address.href)],
        [
          ["href", address.href],
          ["rel", "noopener"],
        ],
      ),
    );
  return undefined;
}

/** One that cannot be shown is left out, so that browsers show the beginning of the film instead. */
function setPoster(element: Element, env: Env): void {
  const src = attr(element, "poster")?.trim();
  element.attrs = element.attrs.filter(([name]) => name !== "poster");
  if (src === undefined || src === "") return;
  if (isUnfit(src)) {
    env.report("missing-image", placeOf(element, env), { src: named(src) });
    return;
  }
  const finding = findPicture(src, env);
  env.problems.push(...pictureProblems(finding, src, placeOf(element, env)));
  if (finding.problem?.kind === "broken") env.named.add(finding.problem.file);
  if (!finding.found) return;
  env.named.add(finding.picture.file);
  setAttr(element, "poster", withBase(env.around.site, viewOf(finding.picture, "content", "").src));
}

/** It starts with its buttons, and loads nothing before: browsers would fetch megabytes of it for each reader of the page. */
function settle(element: Element): void {
  if (attr(element, "controls") === undefined) setAttr(element, "controls", "");
  if (/^(?:none|metadata)$/i.test(attr(element, "preload") ?? "")) return;
  // A film without a poster has to show something.
  const isBare = element.name === "video" && attr(element, "poster") === undefined;
  setAttr(element, "preload", isBare ? "metadata" : "none");
}
