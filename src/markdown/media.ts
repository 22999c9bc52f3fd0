// Films and sounds of raw HTML → those of this site only: a file elsewhere becomes a link after the player.
import { viewOf } from "../images/variants.ts";
import { hasScheme } from "../urls.ts";
import { withBase } from "../site/site.ts";
import type { Env } from "./env.ts";
import { fileName, resolveAddress } from "./links.ts";
import { findAndReport } from "./pictures.ts";
import { Element, isElement, makeText, type Node } from "./tree.ts";

export function showMedia(root: Element, env: Env): void {
  if (env.names.has("video") || env.names.has("audio")) inside(root, false, env);
}

function inside(parent: Element, inLink: boolean, env: Env): void {
  parent.replace((element) => {
    if (element.name === "video" || element.name === "audio") return player(element, inLink, env);
    if (element.name !== "a" || inLink) return undefined;
    inside(element, true, env);
    return [element];
  });
}

/** A film, or the links to the files of other sites that it names. */
function player(element: Element, inLink: boolean, env: Env): Node[] {
  const elsewhere: Node[] = [];
  let file = take(element, elsewhere, env);
  if (file === undefined && element.attr("src") !== undefined) return elsewhere.slice(1);
  let isLinked = inLink;
  element.each(({ name }) => void (isLinked ||= name === "a"));
  element.children = element.children.filter((node) => {
    if (!isElement(node) || (node.name !== "source" && node.name !== "track")) return true;
    const href = take(node, elsewhere, env);
    if (node.name === "source") file ??= href;
    return href !== undefined;
  });
  setPoster(element, env);
  // It starts with its buttons, and loads nothing before: browsers would fetch megabytes of it for each reader of the page.
  if (element.attr("controls") === undefined) element.set("controls", "");
  // A film without a poster has to show something.
  const isBare = element.name === "video" && element.attr("poster") === undefined;
  if (!/^(?:none|metadata)$/i.test(element.attr("preload") ?? ""))
    element.set("preload", isBare ? "metadata" : "none");
  // Shown instead where nothing can play it: text browsers, reading views, some feed readers. A link of the author's replaces it.
  if (file !== undefined && !isLinked && fileName(file) !== "")
    element.children.push(
      makeText(" "),
      new Element("a", element, [makeText(fileName(file))], { href: file }),
    );
  return [element, ...elsewhere];
}

/** The address of a file of this site; any other is reported, and linked to in `elsewhere`. */
function take(element: Element, elsewhere: Node[], env: Env): string | undefined {
  const src = element.attr("src");
  if (src === undefined) return undefined;
  const place = env.placeOf(element);
  const { href, external } = resolveAddress(src, env) ?? {};
  if (href !== undefined && !external && !hasScheme(href)) {
    env.reference("media", src, "", place);
    element.set("src", href);
    return href;
  }
  env.report("dropped-html", place, { found: `<${element.name} src="${src}">` });
  if (href !== undefined && external && element.name !== "track")
    elsewhere.push(makeText(" "), new Element("a", element, [makeText(href)], { href, rel: "noopener" }));
  return undefined;
}

/** One that cannot be shown is left out, so that browsers show the beginning of the film instead. */
function setPoster(element: Element, env: Env): void {
  const src = element.attr("poster")?.trim() ?? "";
  element.attrs = element.attrs.filter(([name]) => name !== "poster");
  const finding = src === "" ? undefined : findAndReport(src, env.placeOf(element), env);
  if (finding?.found)
    element.set("poster", withBase(env.around.site, viewOf(finding.picture, "content", "").src));
}
