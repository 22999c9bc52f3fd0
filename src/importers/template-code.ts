// The body of an old text → its template code and what is between, in order. Code that readers saw as code is no template code.
import { escapeHtml } from "../text.ts";
import { fenced } from "./tags.ts";
import type { Generator } from "../strings/import.ts";

/** A tag, as written. */
export interface Piece {
  source: string;
  start: number;
  end: number;
  /** Its name, that of an included file, or what an output begins with. */
  name: string;
  /** Its arguments, as written. */
  rest: string;
  /** The name that a report gives it: `{% for %}`. */
  label: string;
  /** What `{{ … }}` of Liquid or Nunjucks computes. */
  output: string | undefined;
  /** True for the end of a pair. */
  closes: boolean;
  /** The end of its pair. */
  close?: Piece;
}

const INCLUDE =
  /^(?:include\w*|render|partial|component)\s+["']?(?:[\w.-]+\/)*([\w-]+)[\w.]*["']?(?=[\s,%]|$),?/;

/** The parts of `{% name rest %}`, `{{ output }}`, `{{< name rest >}}`. */
export function readTag(source: string): Pick<Piece, "name" | "rest" | "label" | "closes" | "output"> {
  const isHugo = /^\{\{[<%]/.test(source);
  const ends = isHugo ? /^\{\{[<%]\s*|(?:\s\/|\s)*[>%]\}\}$/g : /^\{[{%]-?\s*|\s*-?[}%]\}$/g;
  const code = source.replace(ends, "");
  const [sign, last] = isHugo
    ? [source.slice(0, 3), source.slice(-3)]
    : [source.slice(0, 2), source.slice(-2)];
  const [included, file] = INCLUDE.exec(code) ?? [];
  const [start = "", slash, path = ""] = /^(\/\s*|end(?=\w))?([\w./-]*)/.exec(code) ?? [];
  const called = /^([\w.]+)\(/.exec(code)?.[1];
  const output = sign === "{{" && called === undefined ? code : undefined;
  return {
    name: file ?? (isHugo ? (path.split("/").pop() ?? "") : path),
    rest: code.slice((included ?? start).length),
    label: `${sign} ${included?.replace(/["',]/g, "") ?? (start || "…")} ${last}`,
    closes: slash !== undefined && sign !== "{{",
    output,
  };
}

/** Where code, a comment or a tag begins. */
const OPENING =
  /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(?<fence>`{3,}|~{3,})[^`\n]*$|(?<!`)(?<ticks>`+)(?!`)|<(?<element>pre|code|script|style|textarea)\b[^<>]*>|(?<comment><!--)|\{#(?![\w-]+\})|(?<tag>\{\{[<%]?|\{%)/gm;
/** A line of another block, which code between backticks does not reach. */
const NEXT_BLOCK = /\n[ \t]*(?:\n|[-*+>#|<]|\d+[.)]|\{[{%])/;
const SCRIPT = /<script\b[^<>]*>(?:[^]*?<\/script\s*>)?/gi;

const RAW = /^(?:raw|verbatim)$/;
const SAMPLE = /^(?:highlight|code|codeblock|prism)$/;
/** What is between them is neither Markdown nor words. */
const OPAQUE = /^(?:comment|css|js|style|script|javascript|stylesheet|schema)$/;

/** `verbatim` gives what stands for a part that nothing may change; `isRaw`: tags are words, as inside `{% raw %}`. */
export function piecesOf(
  body: string,
  kind: Generator,
  verbatim: (part: string) => string,
  isRaw = false,
): (Piece | string)[] {
  const pieces: (Piece | string)[] = [];
  const missing = new Set<string>();
  /** Where the next of these ends; -1 if there is none. */
  const endOf = (closing: RegExp, after: number): number => {
    if (missing.has(closing.source)) return -1;
    closing.lastIndex = after;
    if (closing.test(body)) return closing.lastIndex;
    missing.add(closing.source);
    return -1;
  };
  const unescaped = (code: string): string =>
    kind === "hugo"
      ? code.replace(/(\{\{[<%])\/\*([^]*?)\*\/([>%]\}\})/g, "$1$2$3")
      : code.replace(/\{%-?\s*(?:end)?(?:raw|verbatim)\s*-?%\}/g, "");
  const inTicks = (code: string): string => (code.includes("`") ? `\`\` ${code} \`\`` : `\`${code}\``);
  let from = 0;
  const take = (start: number, end: number, ...shown: (Piece | string)[]): number => {
    pieces.push(body.slice(from, start), ...shown);
    return (from = end);
  };

  /** What begins at `index`, with a sign that ends at `after`. Returns where to go on. */
  const step = (index: number, after: number, groups: Record<string, string | undefined>): number => {
    const { fence, ticks, element, comment, tag } = groups;
    if (fence !== undefined) {
      const end = endOf(new RegExp(`^[ \\t>]*${fence}+[ \\t]*$`, "gm"), after);
      const last = end < 0 ? body.length : end;
      return take(index, last, verbatim(unescaped(body.slice(index, last))));
    }
    if (ticks !== undefined) {
      const near = body.slice(after, after + 1000);
      const close = new RegExp(`(?<!\`)${ticks}(?!\`)`).exec(near);
      if (close === null || NEXT_BLOCK.test(near.slice(0, close.index))) return after;
      const end = after + close.index + ticks.length;
      return take(index, end, verbatim(unescaped(body.slice(index, end))));
    }
    if (element !== undefined) {
      const end = endOf(new RegExp(`</${element}\\s*>`, "gi"), after);
      if (end < 0 && !/^script$/i.test(element)) return after;
      // A program shows nothing by itself.
      const code = unescaped(body.slice(index, end < 0 ? after : end));
      return take(
        index,
        end < 0 ? after : end,
        verbatim(code.replace(SCRIPT, (program) => commented(` ${program} `))),
      );
    }
    if (comment !== undefined) {
      const end = endOf(/-->/g, after);
      return end < 0 ? after : take(index, end, verbatim(body.slice(index, end)));
    }
    if (tag === undefined) {
      const end = kind === "eleventy" && !isRaw ? endOf(/#\}/g, after) : -1;
      return end < 0 ? after : take(index, end, verbatim(commented(body.slice(after, end - 2))));
    }
    const sign = kind === "hugo" ? tag : tag.slice(0, 2);
    const end = tagEnd(body, index, sign);
    const source = body.slice(index, end);
    // Hugo prints what is none of its shortcodes.
    const isPrinted = kind === "hugo" && /^(?:\{%|\{\{[<%]\s*\/\*|\{\{(?![<%]|-?\s*[.$]))/.test(source);
    if (isRaw || isPrinted || end === index + sign.length)
      return take(index, end, verbatim(inTicks(unescaped(source))));
    const piece: Piece = { source, start: index, end, ...readTag(source) };
    const { name, rest } = piece;
    const isPair =
      !piece.closes && piece.output === undefined && [RAW, SAMPLE, OPAQUE].some((names) => names.test(name));
    const closing =
      kind === "hugo" ? `\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}` : `\\{%-?\\s*end${name}\\s*-?%\\}`;
    const pairEnd = isPair ? endOf(new RegExp(closing, "g"), end) : -1;
    if (pairEnd < 0) return take(index, end, piece);
    const inner = body.slice(end, pairEnd).replace(new RegExp(`${closing}$`), "");
    // Of a captured sample, another tag makes code.
    const isCaptured =
      inner.includes("\n") &&
      /\{%-?\s*(?:set|capture)\s+[\w.]+\s*-?%\}\s*$/.test(body.slice(Math.max(0, index - 200), index));
    if (RAW.test(name) && isCaptured) return take(index, pairEnd, verbatim(`\n\n${fenced(inner, "")}\n\n`));
    if (RAW.test(name)) return take(index, pairEnd, ...piecesOf(inner, kind, verbatim, true));
    if (name === "comment") return take(index, pairEnd, verbatim(commented(inner)));
    const language = /^[\s"'(]*([\w+#.-]*)/.exec(rest)?.[1] ?? "";
    if (SAMPLE.test(name)) {
      const [above = "", own = ""] = body
        .slice(Math.max(0, index - 500), index)
        .split("\n")
        .slice(-2);
      const isInHtml = own.trim() !== "" || /^\s*</.test(above);
      const code = unescaped(inner);
      return take(index, pairEnd, verbatim(isInHtml ? preformatted(code) : fenced(code, language)));
    }
    return take(index, pairEnd, { ...piece, source: body.slice(index, pairEnd), end: pairEnd });
  };
  const opening = new RegExp(OPENING);
  for (let found = opening.exec(body); found !== null; found = opening.exec(body))
    opening.lastIndex = step(found.index, opening.lastIndex, found.groups ?? {});
  pieces.push(body.slice(from));
  pair(pieces.filter((piece) => typeof piece !== "string"));
  return pieces;
}

/** Raw HTML ends at an empty line. */
const preformatted = (code: string): string =>
  `<pre><code>${escapeHtml(code.trim()).replace(/^[ \t]*$/gm, "&#32;")}</code></pre>`;

const commented = (inner: string): string => `<!--${inner.replace(/-{2,}/g, "-")}-->`;

/** The end of a tag; the end of its sign if nothing closes it. `}}` closes no more braces than are open. */
function tagEnd(body: string, index: number, sign: string): number {
  const closing = { "{%": "%}", "{{%": "%}}", "{{<": ">}}" }[sign] ?? "}}";
  const near = body.slice(index + sign.length, index + 20_000);
  let depth = 0;
  let from = 0;
  for (let tries = 0; tries < 50; tries++) {
    const found = near.indexOf(closing, from);
    if (found < 0) break;
    const between = near.slice(from, found);
    depth += between.split("{").length - between.split("}").length;
    if (closing !== "}}" || depth <= 0) return index + sign.length + found + closing.length;
    from = found + 1;
    depth -= 1;
  }
  return index + sign.length;
}

/** Tells each tag that has an end which it is. */
function pair(tags: readonly Piece[]): void {
  const open: Piece[] = [];
  for (const tag of tags) {
    if (!tag.closes) {
      if (tag.output === undefined) open.push(tag);
      continue;
    }
    const at = open.findLastIndex(
      ({ name, rest }) => name === tag.name && !(name === "set" && rest.includes("=")),
    );
    const opener = open[at];
    if (opener === undefined) continue;
    opener.close = tag;
    open.length = at;
  }
}
