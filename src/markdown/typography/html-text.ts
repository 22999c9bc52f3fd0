// Cleaned HTML among the tokens → its texts added to the block that contains them, and typography for its titles and
// descriptions.
// It is parsed with the same lexer as authors' HTML; tags are copied as they are, except for two attributes.
import { escapeHtml } from "../../html.ts";
import { typeset, typographerFor, type Typographer } from "../../typography/typographer.ts";
import { valueOf } from "../html/attributes.ts";
import { lexHtml, type HtmlEvent } from "../html/lexer.ts";
import { BLOCK, VOID } from "../html/policy.ts";
import type { BlockText } from "./block-text.ts";

/** Elements whose text is not in a language. */
const CODE = new Set(["code", "kbd", "pre", "samp", "script", "style", "textarea", "var"]);

/** What Markdown writes `**` and `_` for. */
const PHRASES = new Set(["b", "em", "i", "strong"]);

/** Adds the texts of `html` to `block`; the result prints the HTML, and must be called after the block has ended. */
export function readHtml(html: string, block: BlockText): () => string {
  const printed: string[] = [];
  let at = 0;
  for (const event of lexHtml(html)) {
    printed.push(html.slice(at, event.start));
    at = event.end;
    const written = html.slice(event.start, event.end);
    const index = printed.push(written) - 1;
    if (event.kind === "text") readText(event.text, block, (text) => (printed[index] = text));
    else if (event.kind === "open") printed[index] = open(event, written, block);
    else {
      if (BLOCK.has(event.name)) block.end();
      else if (PHRASES.has(event.name)) block.addPhraseEnd();
      block.close(event.name);
    }
  }
  printed.push(html.slice(at));
  return () => printed.join("");
}

function readText(text: string, block: BlockText, put: (html: string) => void): void {
  block.add(text, (parts) => {
    put(
      parts
        .map((part) => (part.raised ? `<sup>${escapeHtml(part.text)}</sup>` : escapeHtml(part.text)))
        .join(""),
    );
  });
}

function open(tag: Extract<HtmlEvent, { kind: "open" }>, written: string, block: BlockText): string {
  if (BLOCK.has(tag.name)) block.end();
  const lang = valueOf(tag.attributes, "lang");
  const rules = lang === undefined ? block.rules : typographerFor(lang);
  if (tag.name === "br") block.addBreak();
  else if (VOID.has(tag.name)) block.addObject();
  else if (CODE.has(tag.name)) block.enter(tag.name, undefined);
  else if (lang !== undefined) block.enter(tag.name, rules);
  else block.open(tag.name);
  return setAttributes(written, rules);
}

/** Values are escaped, as everywhere in cleaned HTML: they contain no quotation mark. */
function setAttributes(tag: string, rules: Typographer | undefined): string {
  // Most tags have neither.
  if (!tag.includes(' alt="') && !tag.includes(' title="')) return tag;
  return tag.replace(/ (alt|title)="([^"]+)"/g, (_whole, name: string, value: string) => {
    return ` ${name}="${escapeHtml(typeset(unescaped(value), rules))}"`;
  });
}

const SIGNS: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

const unescaped = (value: string): string =>
  value.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => SIGNS[sign] ?? sign);
