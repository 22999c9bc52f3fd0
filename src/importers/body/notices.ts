// Boxes that themes make from a class → Carnet's callouts: `{: .notice--info}` beside a paragraph, `<div class="alert
// alert-warning">`.
// https://mmistakes.github.io/minimal-mistakes/docs/utility-classes/#notices, and the names in Bootstrap, Just the Docs and
// Chirpy.
import { ALERTS } from "../../markdown/other-tools/alerts.ts";

const BOXES = "notice|alert|callout|admonition|prompt";
const KIND = new RegExp(
  `^(?:(?:${BOXES})--?)?(note|info|tip|success|warning|danger|error|caution|important)$`,
);
const BOX = new RegExp(`^(?:${BOXES})(?:--?(?:primary|secondary|default|light|dark))?$`);

/** True for the name of a box of no particular kind. */
export const isBox = (word: string): boolean => BOX.test(word);

/** True for a word that is itself a kind of callout. */
export const isKind = (word: string): boolean =>
  word === "note" || (ALERTS.has(word) && ALERTS.get(word) !== "DETAILS");

export function calloutText(kind: string, text: string): string {
  const name = kind.toLowerCase();
  return `> [!${isKind(name) ? (ALERTS.get(name) ?? "NOTE") : "NOTE"}]\n${quoted(text)}`;
}

export function quoted(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}

/** Adds a block to the lines `out`, with a blank line on either side; `next` is the line that will follow. */
export function addBlock(text: string, out: string[], next = ""): void {
  if (out.length > 0 && out.at(-1)?.trim() !== "") out.push("");
  out.push(...text.split("\n"));
  if (next.trim() !== "") out.push("");
}

export interface Notice {
  /** Line of the body, counted from 0. */
  line: number;
  from: string;
  to: string;
}

export function withCallouts(body: string): { body: string; notices: Notice[] } {
  const notices: Notice[] = [];
  if (!/\{:?[ \t]*\.|class\s*=|\[!/.test(body)) return { body, notices };
  const lines = body.split(/\r?\n/);
  const out: string[] = [];
  let fence: string | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    fence = fenceAt(line, fence);
    const found = fence === undefined ? (byAttributes(lines, i, out) ?? byTag(lines, i)) : undefined;
    if (found === undefined) {
      const named = fence === undefined ? withName(line) : undefined;
      out.push(...(named ?? [line]));
      if (named !== undefined) notices.push({ line: i, from: line.trim(), to: named.join("\n") });
      continue;
    }
    if (found.above > 0) out.splice(-found.above);
    const text = calloutText(found.kind, found.text);
    notices.push({ line: i, from: line.trim(), to: text });
    i += found.below;
    addBlock(text, out, lines[i + 1]);
  }
  return notices.length === 0 ? { body, notices } : { body: out.join("\n"), notices };
}

/**
 * The code fence that a line opens or is inside. A closing fence has nothing else on its line, and words between backticks are
 * no fence.
 */
export function fenceAt(line: string, open: string | undefined): string | undefined {
  const [, mark, rest = ""] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
  if (mark === undefined) return open;
  if (open === undefined) return mark.startsWith("`") && rest.includes("`") ? undefined : mark;
  return mark.startsWith(open) && rest.trim() === "" ? undefined : open;
}

/**
 * `> [!WARNING] Un titre`, as in Hugo and Obsidian: Carnet's callouts have no title of their own, so the title becomes bold
 * text.
 */
function withName(line: string): string[] | undefined {
  const [, quote = "", kind = "", title] =
    /^((?:> ?)+)\[!([a-z]+)\][+-]?[ \t]+(\S.*?)[ \t]*$/i.exec(line) ?? [];
  if (title === undefined || !isKind(kind.toLowerCase())) return undefined;
  return [
    `${quote}${calloutText(kind, "").split("\n")[0]?.slice(2) ?? ""}`,
    `${quote}**${title}**`,
    quote.trimEnd(),
  ];
}

interface Found {
  kind: string;
  text: string;
  /** Number of lines before and after the attribute line that form its text. */
  above: number;
  below: number;
}

function kindOf(classes: readonly string[]): string | undefined {
  const [kind] = classes.flatMap((name) => KIND.exec(name)?.[1] ?? []);
  return kind ?? (classes.some((name) => BOX.test(name)) ? "note" : undefined);
}

/** A line of attributes belongs to the adjacent block, the one above first, as in kramdown. */
function byAttributes(lines: readonly string[], at: number, out: readonly string[]): Found | undefined {
  const written = /^ {0,3}\{:?[ \t]*((?:[.#][\w-]+[ \t]*)+)\}[ \t]*$/.exec(lines[at] ?? "")?.[1];
  const kind = kindOf(written?.match(/(?<=\.)[\w-]+/g) ?? []);
  if (kind === undefined) return undefined;
  const isText = (line: string | undefined): boolean => line !== undefined && line.trim() !== "";
  let above = 0;
  while (isText(out.at(-1 - above)) && isText(lines[at - 1 - above])) above++;
  let below = 0;
  while (above === 0 && isText(lines[at + 1 + below])) below++;
  const block = above > 0 ? out.slice(-above) : lines.slice(at + 1, at + 1 + below);
  if (
    block.length === 0 ||
    block.some((line) => /^ {0,3}(?:#{1,6}\s|<|\||`{3}|~{3}|\[[^\]]+\]:|\{)/.test(line))
  )
    return undefined;
  if (/^(?: {4}|\t)/.test(block[0] ?? "")) return undefined;
  const isQuote = block.every((line) => /^ {0,3}>/.test(line));
  const text = isQuote ? block.map((line) => line.replace(/^ {0,3}> ?/, "")) : block;
  return /^\[!\w+\]/.test(text[0] ?? "") ? undefined : { kind, text: text.join("\n"), above, below };
}

/** An HTML block with such a class, up to its end. */
function byTag(lines: readonly string[], at: number): Found | undefined {
  const [open = "", tag = "", rest = ""] =
    /^ {0,3}<(div|aside|section|p)((?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))+)\s*>/i.exec(
      lines[at] ?? "",
    ) ?? [];
  const classes = /\sclass\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(rest);
  const kind = kindOf((classes?.[1] ?? classes?.[2] ?? "").split(/\s+/));
  if (kind === undefined) return undefined;
  let depth = 1;
  for (let below = 0; at + below < lines.length; below++) {
    const line = (lines[at + below] ?? "").slice(below === 0 ? open.length : 0);
    depth += line.match(new RegExp(`<${tag}\\b`, "gi"))?.length ?? 0;
    depth -= line.match(new RegExp(`</${tag}\\s*>`, "gi"))?.length ?? 0;
    if (depth > 0) continue;
    const end = new RegExp(`^([^]*)</${tag}\\s*>[ \\t]*$`, "i").exec(
      [(lines[at] ?? "").slice(open.length), ...lines.slice(at + 1, at + below + 1)].join("\n"),
    );
    const text = end === null ? "" : flush(end[1] ?? "");
    return depth < 0 || text === "" ? undefined : { kind, text, above: 0, below };
  }
  return undefined;
}

/**
 * Removes the common indentation, which would make code of the lines; a first heading is the title of the box, not a heading of
 * the text.
 */
function flush(text: string): string {
  const lines = text.replace(/^\s*\n|\s+$/g, "").split("\n");
  const indents = lines
    .filter((line) => line.trim() !== "")
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return lines
    .map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length)))
    .join("\n")
    .replace(/^#{1,6}[ \t]+([^\n]*?)[ \t]*#*[ \t]*(?=\n|$)/, "**$1**")
    .trim();
}
