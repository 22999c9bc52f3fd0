// Codes such as `:tada:` → emoji, for a blog whose generator showed them so: GitHub's names, which jemoji and Hugo use.
// Code, addresses, tags and what is left of templates stay as they are. A code that has only a picture (`:octocat:`) stays too.
import { nameToEmoji } from "gemoji";

const CODE = Object.keys(nameToEmoji)
  .map((name) => name.replaceAll("+", "\\+"))
  .join("|");
const CODES = new RegExp(`:(?:${CODE}):`, "g");

/** What holds no emoji. Lengths are bounded, so that a text with a thousand unclosed tags is read as fast as any other. */
const KEPT = [
  // Fenced code, up to its end or that of the text.
  String.raw`^[ \t>]{0,20}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,9}){0,9}(?<fence>\x60{3,}(?=[^\x60\n]*$)|~{3,})[^]*?(?:^[ \t>]*\k<fence>[\x60~]*[ \t]*$|$(?![^]))`,
  String.raw`(?<=(?:^|\n[ \t]{0,9})\n|^(?<![^]))(?<indented>(?: {4}|\t)[^\n]*(?:\n(?: {4}|\t)[^\n]*)*)`,
  String.raw`(?<!\x60)(?<tick>\x60+)(?!\x60)(?:(?!\n[ \t]*\n)[^]){0,1000}?(?<!\x60)\k<tick>(?!\x60)`,
  String.raw`(?<open><(?:pre|code|script|style|tt)\b|<!--|\{\{|\{%)`,
  String.raw`<[a-z\/][^>]{0,1000}>`,
  // The address of a link, of a definition, or a bare one.
  String.raw`\]\(\s{0,9}(?:<[^>\n]{0,1000}>|[^\s)]{0,1000})`,
  String.raw`^ {0,3}\[[^\]\n]{1,1000}\]:[ \t]*\S+`,
  String.raw`(?:https?:\/\/|mailto:|www\.)\S+`,
  String.raw`\{[^{}\n]{0,1000}\}`,
  String.raw`\\[^\n]`,
].join("|");
const PARTS = new RegExp(`${KEPT}|(?<code>:(?:${CODE}):)`, "gim");
const ENDS: Readonly<Record<string, string>> = { "<!--": "-->", "{{": "}}", "{%": "%}" };

/** `found` names each code once. */
export function withEmoji(written: string): { text: string; found: Map<string, string> } {
  const found = new Map<string, string>();
  // Most texts have none, and need no closer look.
  if (written.search(CODES) < 0) return { text: written, found };
  const isInItem = itemsOf(written);
  const endOf = endsOf(written);
  let out = "";
  let at = 0;
  PARTS.lastIndex = 0;
  for (let match = PARTS.exec(written); match !== null; match = PARTS.exec(written)) {
    const { code, indented, open } = match.groups ?? {};
    if (open !== undefined) PARTS.lastIndex = endOf(open, match.index);
    if (indented !== undefined && isInItem(match.index))
      PARTS.lastIndex = match.index + (/^[ \t]+/.exec(indented)?.[0].length ?? 0);
    const emoji = code === undefined ? undefined : nameToEmoji[code.slice(1, -1)];
    if (code === undefined || emoji === undefined) continue;
    out += written.slice(at, match.index) + emoji;
    at = match.index + code.length;
    found.set(code, emoji);
  }
  return { text: out + written.slice(at), found };
}

/** Where what an opening begins ends; right after the opening if nothing closes it. Called with increasing offsets. */
function endsOf(written: string): (open: string, from: number) => number {
  const lower = written.toLowerCase();
  const unclosed = new Set<string>();
  return (open, from) => {
    const end = ENDS[open] ?? `</${open.slice(1).toLowerCase()}`;
    const found = unclosed.has(end) ? -1 : lower.indexOf(end, from);
    if (found < 0) unclosed.add(end);
    return found < 0 ? from + open.length : found + end.length;
  };
}

/**
 * Whether an indented line belongs to an item of a list or to a note, where it is no code. Called with increasing offsets.
 */
function itemsOf(written: string): (index: number) => boolean {
  let from = 0;
  let isItem = false;
  return (index) => {
    const last = written
      .slice(from, index)
      .split("\n")
      .findLast((line) => /^ {0,3}\S/.test(line));
    from = index;
    if (last !== undefined) isItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)]|\[\^[^\]]+\]:)[ \t]/.test(last);
    return isItem;
  };
}

/** The words of a text without those of its codes, wherever they are. */
export const withoutCodes = (text: string): string => text.replace(CODES, " ");
