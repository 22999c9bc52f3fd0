// HTML, such as the bodies of a WordPress export → Markdown, block by block, if nothing is lost.
// A block with anything that Markdown cannot express (classes, tables, frames) stays HTML.
import { isTag, isText, type ChildNode, type Element } from "domhandler";
import { parseDocument } from "htmlparser2";
import { inline, inlines, plain } from "./html-inlines.ts";

const BLOCKS = new Set([
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "ul",
  "ol",
  "blockquote",
  "pre",
  "hr",
  "figure",
  "div",
  "table",
  "iframe",
  "section",
  "center",
  "address",
  "dl",
  "form",
  "script",
  "style",
  "video",
  "audio",
  "details",
]);

/** True for a body that is HTML rather than Markdown: most of its blocks begin with a tag. */
export function isHtmlBody(body: string): boolean {
  const blocks = body.trim().split(/\n\s*\n/, 200);
  const tags = blocks.filter((block) =>
    /^\s*<(p|h[1-6]|ul|ol|blockquote|div|figure|pre|table)\b/i.test(block),
  ).length;
  const markdown = blocks.some((block) => /^(#{1,6} |[*-] |> |```)/.test(block));
  return !markdown && tags > 0 && tags * 2 >= blocks.length;
}

/** `hasMarkdown`: text outside of elements is Markdown, which stays as it is. */
export function htmlToMarkdown(body: string, hasMarkdown = false): string {
  const { children } = parseDocument(body, { withStartIndices: true, withEndIndices: true });
  const parts: string[] = [];
  let loose: ChildNode[] = [];
  const flush = (): void => {
    if (loose.some((node) => !isText(node) || node.data.trim() !== "")) {
      // WordPress stores paragraphs as blank lines until it renders them.
      const source = sourceOf(body, loose);
      const paragraphs = source.split(/\n[ \t]*\n/);
      for (const one of paragraphs) {
        if (hasMarkdown) {
          parts.push(one.trim());
          continue;
        }
        const inner = inlines(parseDocument(one).children);
        if (one.trim() !== "") parts.push(inner === undefined ? one.trim() : escapedStart(inner.trim()));
      }
    }
    loose = [];
  };
  for (const node of children) {
    if (isTag(node) && BLOCKS.has(node.name)) {
      flush();
      parts.push(block(node) ?? asWritten(body, node));
    } else if (!isTag(node) && !isText(node)) {
      flush();
      parts.push(sourceOf(body, [node]));
    } else loose.push(node);
  }
  flush();
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function sourceOf(body: string, nodes: readonly ChildNode[]): string {
  const start = nodes[0]?.startIndex ?? 0;
  const end = nodes.at(-1)?.endIndex ?? body.length - 1;
  return body.slice(start, end + 1);
}

/** An element that stays HTML. A blank line would end it, except for one whose text is not read as HTML or is code. */
function asWritten(body: string, node: Element): string {
  const source = sourceOf(body, [node]);
  return /^(?:pre|script|style)$/.test(node.name) ? source : source.replace(/\n[ \t]*(?=\n)/g, "");
}

/** One block in Markdown; undefined if something would be lost. */
function block(node: Element): string | undefined {
  const { name, children } = node;
  if (/^h[2-6]$/.test(name)) return heading(node);
  // Classes and sizes of a figure mean nothing without their theme.
  if (!plain(node, name === "figure" ? ["class", "id", "style", "width"] : [])) return undefined;
  switch (name) {
    case "p": {
      const text = inlines(children);
      return text === undefined ? undefined : escapedStart(text.trim());
    }
    case "figure":
      return figure(children);
    case "hr":
      return "---";
    case "ul":
    case "ol":
      return list(node);
    case "blockquote": {
      const inner = blocks(children);
      return inner
        ?.split("\n")
        .map((line) => (line === "" ? ">" : `> ${line}`))
        .join("\n");
    }
    default:
      return undefined;
  }
}

/** Links may lead to its id. */
function heading(node: Element): string | undefined {
  const { id = "" } = node.attribs;
  if (!plain(node, ["id"]) || !/^[\w-]*$/.test(id)) return undefined;
  const text = inlines(node.children);
  if (text === undefined || text.includes("\n")) return undefined;
  return `${"#".repeat(Number(node.name[1]))} ${text.trim()}${id === "" ? "" : ` {#${id}}`}`;
}

/** A picture, perhaps linked, and its caption. */
function figure(children: readonly ChildNode[]): string | undefined {
  const parts = children.filter((node) => !isText(node) || node.data.trim() !== "");
  const [picture, caption, ...more] = parts;
  if (picture === undefined || more.length > 0 || !isTag(picture) || !/^(?:img|a)$/.test(picture.name))
    return undefined;
  const image = inline(picture);
  if (caption === undefined || !image?.includes("![")) return caption === undefined ? image : undefined;
  const words =
    isTag(caption) && caption.name === "figcaption" && plain(caption, ["class", "id"])
      ? inlines(caption.children)
      : undefined;
  if (words === undefined || /[\n*]/.test(words.replaceAll("\\*", ""))) return undefined;
  return words.trim() === "" ? image : `${image}\n*${words.trim()}*`;
}

/** The content of a quotation or an item: blocks, or one run of text. */
function blocks(children: readonly ChildNode[]): string | undefined {
  const hasBlocks = children.some((node) => isTag(node) && BLOCKS.has(node.name));
  if (!hasBlocks) {
    const text = inlines(children);
    return text === undefined ? undefined : escapedStart(text.trim());
  }
  const parts: string[] = [];
  for (const node of children) {
    if (isText(node) && node.data.trim() === "") continue;
    const part = isTag(node) && BLOCKS.has(node.name) ? block(node) : undefined;
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts.join("\n\n");
}

function list(node: Element): string | undefined {
  const lines: string[] = [];
  for (const item of node.children) {
    if (isText(item) && item.data.trim() === "") continue;
    if (!isTag(item) || item.name !== "li" || !plain(item, [])) return undefined;
    const mark = node.name === "ol" ? `${String(lines.length + 1)}. ` : "- ";
    const nested = item.children.filter((one) => isTag(one) && (one.name === "ul" || one.name === "ol"));
    const own = item.children.filter((one) => !nested.includes(one));
    const text = blocks(own);
    if (text === undefined || text.includes("\n\n")) return undefined;
    const below = nested.map((one) => (isTag(one) ? list(one) : undefined));
    if (below.includes(undefined)) return undefined;
    const pad = " ".repeat(mark.length);
    const whole = [text, ...below].join("\n").replace(/\n(?=.)/g, `\n${pad}`);
    lines.push(mark + whole);
  }
  return lines.join("\n");
}

/** Escapes the start of a paragraph that would become a heading, a list or a quotation. */
function escapedStart(text: string): string {
  return text
    .replace(/^(#{1,6}(?=\s)|[-+>](?=\s)|={3,}|~{3,}|-{3,})/gm, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=\s)/gm, "$1\\$2");
}
