// Titles and descriptions with HTML entities or codes of emoji → the characters themselves, which Carnet encodes where a page
// needs it. Otherwise, readers would see `&amp;` or `:tada:`.
import { parseDocument } from "htmlparser2";
import { isText } from "domhandler";
import type { HeadEditor } from "./editor.ts";
import { withEmoji } from "../emoji.ts";
import type { HeadContext } from "./step.ts";

const SHOWN = ["title", "description", "imageAlt"];

export function plainWords(head: HeadEditor, { rules }: HeadContext): void {
  for (const key of SHOWN) {
    const written = head.data[key];
    if (typeof written !== "string") continue;
    const plain = withoutEntities(written);
    if (plain !== written) head.set(key, plain, "entity");
    const { text, found } = rules.emojiInTitles ? withEmoji(plain) : { text: plain, found: new Map() };
    if (found.size > 0) head.set(key, text, "emoji");
  }
}

/** `Un &amp; deux&#8230;` → `Un & deux…`. Tags stay as written, as does an ampersand that begins no entity. */
export function withoutEntities(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (entity) => {
    const [node] = parseDocument(entity).children;
    return node !== undefined && isText(node) ? node.data : entity;
  });
}
