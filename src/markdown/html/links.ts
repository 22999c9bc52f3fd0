// An `<a>` of raw HTML → a link registered for the checks, or nothing if its address was rejected.
// Its text is checked when it closes: there may be Markdown between its two tags.
import type { Place } from "../../problems.ts";
import type { Env } from "../env.ts";
import { addressAsText, checkLinkText } from "../links/link-text.ts";
import { checkLinkedPicture } from "../pictures/pictures.ts";
import { printAttributes, valueOf } from "./attributes.ts";
import type { OpenTag } from "./cleaner.ts";
import type { Attribute } from "./lexer.ts";
import type { OpenElement, OpenElements } from "./open-elements.ts";

/** Returns the opening tag; `open` adds the closing one. */
export function linkElement(
  tag: OpenTag,
  attributes: readonly Attribute[],
  place: () => Place,
  open: OpenElements,
  env: Env,
): string {
  if (open.inside("a") !== undefined) return "";
  const written = valueOf(tag.attributes, "href");
  const href = valueOf(attributes, "href");
  // A rejected address leaves only the text of the link.
  if (written !== undefined && href === undefined) return "";
  const element: OpenElement = { name: "a", close: "</a>", text: "" };
  if (written !== undefined) {
    const at = place();
    element.onClose = ({ text = "", picture }) => {
      env.reference("link", written, text.trim(), at, true);
      checkLinkedPicture(written, at, env);
      return checkLinkText(text, written, at, env) ? addressAsText(written, picture === true) : "";
    };
  }
  open.push(element);
  return `<a${printAttributes(attributes)}>`;
}
