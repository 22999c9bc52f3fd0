// A run of HTML text (words, links, emphasis, pictures) → equivalent Markdown.
// Characters with a meaning in Markdown are escaped, so that the text keeps its meaning.
import { widthAttribute } from "../../markdown/wanted-size.ts";
import { isTag, isText, type ChildNode, type Element } from "domhandler";

const INLINE = new Set(["a", "strong", "b", "em", "i", "code", "br", "img", "span"]);

const SIZES = /^(?:\s*(?:max-)?(?:width|height)\s*:[^:;]{1,20}(?:;|$))+\s*$/;

/** A run of text in Markdown; undefined if something would be lost. */
export function inlines(nodes: readonly ChildNode[]): string | undefined {
  let out = "";
  for (const node of nodes) {
    const text = isText(node) ? escaped(node.data) : isTag(node) ? inline(node) : undefined;
    if (text === undefined) return undefined;
    out += text;
  }
  return out;
}

export function inline(node: Element): string | undefined {
  const { name, attribs } = node;
  if (!INLINE.has(name)) return undefined;
  if (name === "br") return plain(node, []) ? "\\\n" : undefined;
  if (name === "img") {
    // A WordPress class means nothing without its theme.
    const kept = ["src", "alt", "width", "height", "class", "loading", "decoding", "srcset", "sizes"];
    if (SIZES.test(attribs["style"] ?? "")) kept.push("style");
    if (!plain(node, kept) || /align(left|right)/.test(attribs["class"] ?? "")) return undefined;
    return image(attribs["src"] ?? "", attribs["alt"] ?? "") + sizeOf(attribs);
  }
  if (name === "code") return plain(node, []) ? codeSpan(node.children) : undefined;
  const inner = inlines(node.children);
  if (inner === undefined) return undefined;
  if (name === "a") {
    if (!plain(node, ["href", "target", "rel"]) || attribs["href"] === undefined) return undefined;
    return `[${inner}](${target(attribs["href"])})`;
  }
  if (name === "span") return plain(node, []) ? inner : undefined;
  if (!plain(node, [])) return undefined;
  const sign = name === "strong" || name === "b" ? "**" : "*";
  const [, before = "", text = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
  return text === "" ? inner : `${before}${sign}${text}${sign}${after}`;
}

/** The width that an author wrote. WordPress writes that of every picture, which is read from the file. */
function sizeOf({ width = "", class: names = "" }: Element["attribs"]): string {
  return /^[1-9]\d*$/.test(width) && !/\b(?:wp-image|size)-/.test(names) ? widthAttribute(width) : "";
}

function codeSpan(children: readonly ChildNode[]): string | undefined {
  const text = children.map((node) => (isText(node) ? node.data : "`")).join("");
  return text.trim() === "" || /[`\n]/.test(text) ? undefined : `\`${text}\``;
}

const image = (src: string, alt: string): string => `![${alt.replace(/[[\]]/g, "\\$&")}](${target(src)})`;
const target = (href: string): string => (/[\s()]/.test(href) ? `<${href.replace(/\s/g, "%20")}>` : href);

/** Text without anything that Markdown would interpret; whitespace is collapsed, as in HTML. */
function escaped(text: string): string {
  return text
    .replace(/[ \t\r\n]+/g, " ")
    .replace(/[\\`*[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/</g, "&lt;");
}

/** What WordPress's editor calls the element of each kind of block: it means nothing without its theme. */
const BLOCK_CLASSES = /^\s*(?:wp-block-[\w-]{1,60}\s*)+$/;

/** True if an element has no attribute besides those that its Markdown keeps. */
export function plain({ attribs }: Element, kept: readonly string[]): boolean {
  return Object.entries(attribs).every(
    ([key, value]) =>
      kept.includes(key) || value.trim() === "" || (key === "class" && BLOCK_CLASSES.test(value)),
  );
}
