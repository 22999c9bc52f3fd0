// The body of an old text → Carnet's Markdown: what tags hold is shown, links and pictures are at their new addresses. Raw HTML
// stays, since Carnet renders it; what a generator would have had to run stays as HTML comments, which are not rendered.
import type { Links } from "./links.ts";
import type { OldSite, OldText } from "./model.ts";
import { convertTag, isSentence, LOGIC, wordedArguments, type Place } from "./tags.ts";
import { piecesOf, readTag, type Piece } from "./template-code.ts";
import { text, type Data } from "./values.ts";

interface BodyContext {
  site: Pick<OldSite, "kind" | "settings">;
  links: Pick<Links, "target" | "textNamed">;
}

export interface NewBody {
  body: string;
  /** The name of each piece of template code that is not shown, as often as it is met: `{% for %}`. */
  unknown: string[];
}

/** Stands on both sides of the number of a text that no later step may change, and of one that becomes a comment. */
const MARK = "\u0001";
const HIDDEN = "\u0002";

export function convertBody(old: OldText, { site, links }: BodyContext): NewBody {
  const { kind, settings } = site;
  const stash: string[] = [];
  const unknown: string[] = [];
  const keep = (mark: string, written: string): string => `${mark}${String(stash.push(written) - 1)}${mark}`;
  const written = old.body.replaceAll(/[\u0001\u0002]/g, " ");
  const body = /\.html?$/i.test(old.source) ? unindented(written) : written;

  const hide = (source: string, label?: string): string => {
    if (label !== undefined) unknown.push(label);
    return keep(HIDDEN, source);
  };
  /** What is shown instead of a tag, or of all from a tag to its end. */
  const convert = (piece: Piece, place: BodyPlace, inner?: string): string => {
    const { name, source, label, output } = piece;
    const end = (piece.close ?? piece).end;
    const [whole, next] = [body.slice(piece.start, end), body.slice(end, end + 1)];
    const isShown = inner !== undefined && isVisible(restored(inner, stash));
    if (LOGIC.test(name) && output === undefined)
      return isShown ? hide(source, label) + inner : hide(whole, BRANCH.test(name) ? undefined : label);
    if (place.inTag && !place.inAddress) return hide(source, label) + (inner ?? "");
    const tag = { ...piece, ...place, inner: isShown ? inner : undefined };
    const shown =
      output === undefined
        ? convertTag(tag, {
            addressOf: (to) => links.textNamed(to, old),
            target: (to) => links.target(to, old),
          })
        : outputOf(output, place, next, settings);
    if (shown === undefined) return hide(whole, label);
    const isParagraphs = place.isBlock && !place.inHtml && (isShown || shown.includes("\n\n"));
    if (isParagraphs)
      return place.above + dedented(shown).replace(/\n(?=.)/g, `\n${place.indent}`) + place.below;
    // Two words are no single one.
    const isGlued = output === undefined && /[\p{L}\p{N}]$/u.test(shown) && /^[\p{L}\p{N}]/u.test(next);
    return isGlued ? `${shown} ` : shown;
  };

  /** The pairs that are open, each with what is before it. */
  const frames: { open: Piece; place: BodyPlace; before: string }[] = [];
  let out = "";
  for (const piece of piecesOf(body, kind, (part) => keep(MARK, part))) {
    if (typeof piece === "string") {
      out += piece;
      continue;
    }
    const place = placeOf(
      `${(frames.at(-1)?.before ?? "").slice(-1000)}${out.slice(-1000)}`,
      body.slice(piece.end, piece.end + 400),
    );
    const frame = frames.at(-1);
    if (piece.close !== undefined) {
      frames.push({ open: piece, place, before: out });
      out = "";
    } else if (piece === frame?.open.close) {
      frames.pop();
      const isBlock = frame.place.startsLine && place.endsLine;
      out = frame.before + convert(frame.open, { ...frame.place, isBlock, below: place.below }, out);
    } else out += piece.closes ? hide("") : convert(piece, place);
  }

  out = rewriteLinks(markdownInHtml(out), old, links);
  if (kind !== "hugo") out = kramdownMarks(out);
  return { body: restored(withComments(out, stash), stash), unknown };
}

const restored = (part: string, stash: readonly string[]): string =>
  part.replace(/\u0001(\d+)\u0001/g, (_, i: string) => restored(stash[Number(i)] ?? "", stash));

/** What divides a condition: its arguments say nothing alone. */
const BRANCH = /^(?:else|elseif|elsif|when)$/;

/** True if readers see words, a picture or a frame. */
function isVisible(part: string): boolean {
  const plain = part.replace(/<[^<>\u0002]*\u0002[^<>]*>/g, "").replace(/\u0002\d+\u0002/g, "");
  return wordsOf(plain).length > 0 || /!\[|::video|<(?:img|iframe|video|audio|embed|object)\b/i.test(plain);
}

interface BodyPlace extends Place {
  startsLine: boolean;
  endsLine: boolean;
  /** What separates a block from its neighbours. */
  indent: string;
  above: string;
  below: string;
}

function placeOf(before: string, after: string): BodyPlace {
  const [startsLine, endsLine] = [/(^|\n)[ \t]*$/.test(before), /^[ \t]*(\n|$)/.test(after)];
  return {
    ...{ startsLine, endsLine, isBlock: startsLine && endsLine },
    indent: /[ \t]*$/.exec(before)?.[0] ?? "",
    above: /\S[ \t]*\n[ \t]*$/.test(before) ? "\n" : "",
    below: /^[ \t]*\n[ \t]*\S/.test(after) ? "\n" : "",
    // On the line of an HTML element, or on the one below its opening tag.
    inHtml: /(^|\n)[ \t]*<[a-z][^\n]*$|(^|\n)[ \t]*<[a-z][^\n<]*>[ \t]*\n[ \t]*$/i.test(before),
    inLink: /\[[^[\]\n]*$/.test(before) && /^[^[\]\n]*\]\(/.test(after),
    inTag: /<[a-z][\w-]*\s(?:[^<>\n]|\n(?![ \t]*\n))*$/i.test(before),
    inAddress:
      /\]\(\s*<?[^\s()<>]*$|(?:^|\n) {0,3}\[[^\]\n]+\]:[ \t]*\S*$|<[a-z][^<>]*\s(?:href|src|poster)\s*=\s*["']?[^\s"'<>]*$/i.test(
        before,
      ),
  };
}

/** What a path or a text shows: `{{ "/x" | relative_url }}`, `{{ site.baseurl }}`; undefined for what has to be computed. */
function outputOf(
  code: string,
  { inAddress, isBlock }: Place,
  next: string,
  settings: Data,
): string | undefined {
  const [value = "", ...filters] =
    code.match(/(?:"[^"]*"|'[^']*'|[^|"'])+/g)?.map((part) => part.trim()) ?? [];
  const ofPaths = /^(relative_url|absolute_url|url|safe|prepend:\s*site\.(baseurl|url)|htmlBaseUrl)$/;
  const quoted = /^"([^"]*)"$|^'([^']*)'$/.exec(value);
  const written = quoted?.[1] ?? quoted?.[2];
  if (written !== undefined && (inAddress ? /^[./#]|^[a-z]+:/i.test(written) : isSentence(written)))
    return written;
  if (written !== undefined && isBlock && /^https?:\/\/[^\s<>]+$/.test(written)) return `<${written}>`;
  if (!filters.every((filter) => ofPaths.test(filter))) return undefined;
  if (written !== undefined) return written;
  if (/^site\.base_?url$/i.test(value)) return "";
  if (value === "site.url") return /[/{]/.test(next) ? "" : (text(settings["url"]) ?? "/");
  return value === "site.title" ? text(settings["title"]) : undefined;
}

/** Without the indentation that its lines have in common. */
function dedented(part: string): string {
  const indents = part.match(/^[ \t]*(?=\S)/gm) ?? [];
  const least = Math.min(...indents.map(({ length }) => length));
  return least > 0 && indents.length > 0
    ? part.replace(new RegExp(`^[ \\t]{${String(least)}}`, "gm"), "")
    : part;
}

/** Elements whose words are a line of Markdown, not paragraphs. */
const INLINE = /^(?:a|abbr|b|button|cite|em|h[1-6]|i|label|small|span|strong|summary)$/i;

const VOID = /^(?:br|col|embed|hr|img|input|source|track|wbr)$/i;
const TAG = /<(\/?)([a-z][\w-]*)\b[^<>]*>/gi;

/** Kramdown's `markdown="1"`: between blank lines, Carnet reads Markdown in HTML without being told. */
function markdownInHtml(body: string): string {
  const marked = /\s+markdown\s*=\s*(?:"[^"]*"|'[^']*'|[\w-]+)/i;
  if (!/\bmarkdown\s*=/i.test(body)) return body;
  /** The open elements; for one whose content is Markdown, what is before it, and its tags. */
  const open: { name: string; before?: string; tags: readonly [string, string] }[] = [];
  let out = "";
  let from = 0;
  for (const { 0: tag, 1: slash, 2: name = "", index } of body.matchAll(TAG)) {
    out += body.slice(from, index);
    from = index + tag.length;
    const written = tag.replace(marked, "");
    if (slash === "") {
      const isBlock = written !== tag && !INLINE.test(name);
      // A paragraph is one in Markdown too.
      const tags = /^p$/i.test(name) ? (["", ""] as const) : ([written, `</${name}>`] as const);
      if (!VOID.test(name)) open.push(isBlock ? { name, before: out, tags } : { name, tags });
      out = isBlock && !VOID.test(name) ? "" : out + written;
      continue;
    }
    const closed = open.splice(
      Math.max(
        0,
        open.findLastIndex((one) => one.name === name),
      ),
    );
    if (closed[0]?.name !== name) {
      open.push(...closed);
      out += tag;
      continue;
    }
    for (const one of closed.toReversed()) {
      const { before, tags } = one;
      if (before === undefined) out += one === closed[0] ? tag : "";
      else {
        const indent = /[ \t]*$/.exec(before)?.[0] ?? "";
        const inner = dedented(out)
          .trim()
          .replace(/^(?=.)/gm, indent);
        out = `${before}${tags[0]}\n\n${inner}\n\n${indent}${tags[1]}`;
      }
    }
  }
  out += body.slice(from);
  for (const { before = "", tags } of open.toReversed()) if (before !== "") out = before + tags[0] + out;
  return out;
}

/** HTML becomes Markdown that no indentation turns into code. */
function unindented(html: string): string {
  const parts = html.split(/(<pre\b[^]*?<\/pre>)/i);
  return parts.map((part, i) => (i % 2 === 1 ? part : part.replace(/^[ \t]+/gm, ""))).join("");
}

function rewriteLinks(part: string, old: OldText, links: BodyContext["links"]): string {
  const renewed = (whole: string, before: string, url: string, after: string): string => {
    const next = links.target(url, old);
    return next === undefined || next === url
      ? whole
      : before + (/\s/.test(next) ? `<${next}>` : next) + after;
  };
  return part
    .replace(/(\]\(\s*)<([^<>\n]+)>()/g, renewed)
    .replace(/(\]\(\s*)([^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)(?=[\s)])()/g, renewed)
    .replace(/(^ {0,3}\[[^\]\n]+\]:[ \t]*)([^\s<>]+)()/gm, renewed)
    .replace(/(<[a-z][^<>]{0,2000}?\s(?:href|src|poster)\s*=\s*["'])([^"'<>]+)(["'])/gi, renewed);
}

const CONTENTS = /^[ \t]*(?:[*+-]|1\.)[ \t]+[^\n]*\n[ \t]*\{:\s*[^}\n]*\btoc\b[^}\n]*\}[ \t]*$/gm;

/** Kramdown's `{: .class #id target="_blank"}` → `{.class #id}`, of which Carnet knows these two; its table of contents goes. */
function kramdownMarks(part: string): string {
  return part.replace(CONTENTS, "").replace(/\{:\s*([^}\n]{0,300})\}/g, (_, marks: string) => {
    const known = marks.match(/(?<![\w"=/-])[.#][A-Za-z][\w-]*/g) ?? [];
    return known.length === 0 ? "" : `{${known.join(" ")}}`;
  });
}

const HIDDEN_CODE = /\u0002(\d+)\u0002/g;
const ATTRIBUTE = /\s+([\w:@.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|[^\s"'>]*)/g;
/** A line of a list or of a table. */
const ITEM = /^[ \t]*(?:[-*+|]|\d+[.)])/;

/** Code that is not shown becomes a comment; inside a tag or an address, where none can be, it goes. */
function withComments(body: string, stash: readonly string[]): string {
  const comment = (mark: string, breaks = " "): string => {
    const code = stash[Number(mark.slice(1, -1))] ?? "";
    const lines = restored(code, stash).replace(breaks === " " ? /\s+/g : /\n\s*\n/g, breaks);
    return code === "" ? "" : `<!-- ${lines.replace(/-{2,}/g, "-")} -->`;
  };
  const lines: string[] = [];
  const all = withoutLinks(body.replace(/<[a-z][^<>\u0002]*\u0002[^<>]*>/gi, withoutCode))
    .replace(/<(\u0002\d+\u0002)>/g, "$1")
    .split("\n");
  for (const [i, line] of all.entries()) {
    const marks = line.match(HIDDEN_CODE) ?? [];
    const [before = "", next = ""] = [lines.at(-1), all[i + 1]];
    const plain = line.replace(HIDDEN_CODE, "");
    if (marks.length === 0) lines.push(line);
    else if (/^[ \t]*(?:#{1,6}|[-*+>]|\d+[.)])?[ \t]*$/.test(plain)) {
      const code = marks
        .map((mark) => comment(mark, line.startsWith(HIDDEN) && marks.length === 1 ? "\n" : " "))
        .join("");
      // An empty line would end raw HTML, and make code of what is indented after it.
      const isWithin = before.trim() !== "" && /^[ \t]*<|^ {4}/.test(next);
      if (code === "") lines.push(...(isWithin ? [] : [""]));
      else if (ITEM.test(before) && ITEM.test(next)) lines.push(`${lines.pop() ?? ""} ${code}`);
      else lines.push((/^ {0,3}/.exec(line)?.[0] ?? "") + code);
    } else {
      // A line that begins with a comment would be raw HTML.
      const moved = line.replace(
        /^((?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*)((?:\u0002\d+\u0002[ \t]*)+)(.*)$/,
        (_, start: string, code: string, rest: string) => `${start}${rest} ${code.trim()}`,
      );
      lines.push(moved.replace(HIDDEN_CODE, (mark) => comment(mark)).trimEnd());
    }
  }
  return lines.join("\n");
}

/** A tag without the attributes whose value is not known; of a picture without an address, its words. */
function withoutCode(tag: string): string {
  const known = tag
    .replace(ATTRIBUTE, (attribute, name: string, double?: string, single?: string) => {
      const value = (double ?? single ?? "").replace(HIDDEN_CODE, "").trim();
      const isLost = value === "" || /^(?:href|src|srcset|poster|action)$/i.test(name);
      return attribute.includes(HIDDEN) && isLost ? "" : attribute;
    })
    .replace(HIDDEN_CODE, "");
  const needsSource = /^<(?:img|iframe|embed|source)\b/i.test(tag) && !/\ssrc(?:set)?\s*=/i.test(known);
  return needsSource ? (/\salt\s*=\s*"([^"]*)"/i.exec(known)?.[1] ?? "") : known;
}

/** `[words](code)` → words. */
function withoutLinks(body: string): string {
  let out = body;
  for (let at = out.indexOf("]("); at >= 0; at = out.indexOf("](", at + 1)) {
    const inside = /^\]\(((?:[^()\n]|\([^()\n]*\)){0,2000})\)/.exec(out.slice(at, at + 2100));
    if (inside?.[1]?.includes(HIDDEN) !== true) continue;
    let depth = 1;
    let start = at - 1;
    for (; start >= 0 && at - start < 2000; start--) {
      if (out[start] === "]") depth += 1;
      else if (out[start] === "[") depth -= 1;
      if (depth === 0) break;
    }
    if (depth > 0) continue;
    const [, url = "", title = ""] = /^([^\s"]*)([^]*)$/.exec(inside[1]) ?? [];
    const words = out.slice(start + 1, at);
    const before = out.slice(0, out[start - 1] === "!" ? start - 1 : start);
    // What readers saw when they pointed at it.
    const said = title.replace(/^\s*["']?|["']?\s*$/g, "");
    const kept = url.includes(HIDDEN)
      ? [
          words,
          ...(said === "" || said === words ? [] : [` (${said})`]),
          ...(url.match(HIDDEN_CODE) ?? []),
        ].join("")
      : `${out.slice(before.length, at)}](${url}${title.replace(HIDDEN_CODE, "")})`;
    out = before + kept + out.slice(at + inside[0].length);
    at = before.length;
  }
  return out;
}

/** A tag as readers may see it: the words of its arguments. */
function shownWords(source: string): string {
  const { name, rest, output } = readTag(source);
  const written = output === undefined ? wordedArguments(name, rest).map(({ value }) => value) : [];
  return written.length === 0 ? "" : ` ${written.join(" ")} `;
}

const UNSHOWN =
  /<img\b[^<>]{0,2000}\{[{%][^<>]{0,2000}>|\{%-?\s*(comment|css|js|style|script|javascript|stylesheet|schema)\b[^]{0,20000}?end\1\s*-?%\}|\{#[^]{0,5000}?#\}/g;

/** The words that readers see in a text, template code, HTML and addresses apart. */
export function wordsOf(body: string): string[] {
  const shown = body
    .replace(/<script\b[^<>]*>[^]*?<\/script\s*>/gi, " ")
    .replace(UNSHOWN, " ")
    .replace(CONTENTS, " ")
    // A comment that nothing ends hides the rest.
    .replace(/<!--(?:[^]*?-->|[^]*)|\{[.#:][^}\n]{0,300}\}/g, "")
    .replace(/\{%[^]{0,2000}?%\}|\{\{[^]{0,5000}?\}\}/g, shownWords)
    // A title that repeats the words of a link without an address is one of them, not two.
    .replace(/\[([^[\]\n]{1,500})\]\(\s*"\1"\)/g, "$1 ")
    .replace(/^[ \t]*(?:`{3,}|~{3,}).*$/gm, " ")
    .replace(/::video(\[[^\]\n]*\])?\{url=[^}\n]*\}/g, " $1 ")
    .replace(/\]\((?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)/g, "] (")
    .replace(/^ {0,3}\[[^\]\n]+\]:.*$|<[^<>]{0,5000}>/gm, (found) => {
      const alt = /^<img\b[^>]*\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(found);
      return ` ${alt?.[1] ?? alt?.[2] ?? ""} `;
    });
  return shown.match(/[\p{L}\p{N}]+/gu) ?? [];
}
