// Links of Markdown and of raw HTML → safe links that work wherever the site is served, registered for the checks that follow.
import { nameIn } from "../paths.ts";
import { decodeComponent } from "../urls.ts";
import { reportRefused, resolveAddress } from "./addresses.ts";
import type { Env } from "./env.ts";
import {
  attr,
  isBlank,
  isElement,
  isText,
  makeText,
  placeOf,
  setAttr,
  textOf,
  type Element,
  type Node,
} from "./tree.ts";

export function resolveLinks(parent: Element, env: Env): void {
  if (!env.names.has("a")) return;
  const out: Node[] = [];
  for (const node of parent.children) {
    if (isElement(node)) resolveLinks(node, env);
    if (isElement(node, "a")) out.push(...link(node, env));
    else out.push(node);
  }
  parent.children = out;
}

/** The link, or only its content if its address is refused or if it has no text where it would be in the way. */
function link(element: Element, env: Env): Node[] {
  const href = attr(element, "href");
  if (href === undefined || element.isMade === true) return [element];
  const place = placeOf(element, env);
  const address = resolveAddress(href, env);
  if (address === undefined) {
    reportRefused(href, place, env);
    return element.children;
  }
  const text = textOf(element.children);
  setAttr(element, "href", address.href);
  if (address.external) setAttr(element, "rel", "noopener");
  env.reference("link", href, element.raw ? text.trim() : text, place, element.raw);
  if (text.trim() === "") nameByAddress(element, href);
  return element.raw ? [element] : spacesOutside(element);
}

/** The text of a link without any is its address; hidden from sight if the link shows a picture. */
function nameByAddress(link: Element, href: string): void {
  const isShown = link.children.some((node) => !isBlank(node));
  const text = makeText(href);
  if (!isShown) link.children = [text];
  else
    link.children.push({
      ...{
        kind: "element",
        name: "span",
        attrs: [["class", "visually-hidden"]],
        children: [text],
        raw: false,
      },
      ...{ span: link.span, offset: link.offset },
    });
}

/** Spaces at an end of a link's text, as in `[ a link](…)`, would be underlined: they are put beside it. */
function spacesOutside(link: Element): Node[] {
  const [first, last] = [link.children[0], link.children.at(-1)];
  const before = isText(first) ? first.text.slice(0, first.text.length - first.text.trimStart().length) : "";
  if (isText(first)) first.text = first.text.trimStart();
  const after = isText(last) ? last.text.slice(last.text.trimEnd().length) : "";
  if (isText(last)) last.text = last.text.trimEnd();
  return [...(before === "" ? [] : [makeText(before)]), link, ...(after === "" ? [] : [makeText(after)])];
}

/** Name of the file at an address, decoded. */
export function fileName(src: string): string {
  const name = nameIn(src.replace(/[?#].*$/s, ""));
  return decodeComponent(name) ?? name;
}
