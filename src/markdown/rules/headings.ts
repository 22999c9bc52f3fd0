// Headings → headings below the page's own title, without skipped levels, each with an id; and the table of contents.
// Levels are decided in one pass over the text, which includes headings in raw HTML: they share one outline.
import type { MarkdownIt, Token } from "markdown-it";
import { yamlList } from "../../content/yaml/quoting.ts";
import type { Env } from "../env.ts";
import { reportBold, reportBoldLine } from "../headings/bold-headings.ts";
import { readHeadings, type BoldLine, type FoundHeading, type RawHeading } from "../html/headings.ts";
import { slugOf } from "../ids.ts";
import { Outline } from "../headings/outline.ts";
import { SkippedHeadings } from "../headings/skipped-headings.ts";
import { addPass, plainText, tidied, type Rule } from "../rule.ts";
import { isBlankText } from "../tokens.ts";
import {
  framedTitle,
  signsBefore,
  sourceOf,
  takeAttributes,
  withoutAnchor,
  withoutBold,
} from "../headings/written-headings.ts";

export const headings: Rule = {
  name: "headings",
  install(md: MarkdownIt) {
    addPass(md, "headings", (tokens, env) => {
      const raw = readRaw(tokens);
      const tops = tokens.filter((token, i) =>
        token.type === "heading_open"
          ? levelOf(token, tokens[i + 1]) === 1
          : raw?.get(token)?.headings.some(isTop),
      );
      const stray = tops.length === 1 ? strayTop(tops[0], tokens) : undefined;
      const outline = new Outline(tops.length > 0 && stray === undefined);
      const skips = new SkippedHeadings(env, outline);
      for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i];
        const found = token === undefined ? undefined : raw?.get(token);
        if (token !== undefined && token === stray) asSecond(token, tokens[i + 1], env);
        if (token?.type === "heading_open")
          heading(token, [tokens[i + 1], tokens[i + 2]], { outline, skips }, env);
        else if (token !== undefined && found !== undefined) rawBlock(token, found, { outline, skips }, env);
        else if (token?.type === "paragraph_open" && token.level === 0)
          reportBoldLine(tokens, i, outline, env);
      }
    });
  },
};

/** Blocks of raw HTML with a heading, or with bold text that may replace one. */
const WORTH_READING = /<(?:h[1-6]|b|strong)[\s>]/i;

/** Undefined if there are none, as in nearly all texts. */
function readRaw(tokens: readonly Token[]): Map<Token, ReturnType<typeof readHeadings>> | undefined {
  let raw: Map<Token, ReturnType<typeof readHeadings>> | undefined;
  for (const token of tokens)
    if (token.type === "html_block" && WORTH_READING.test(token.content))
      (raw ??= new Map()).set(token, readHeadings(token.content));
  return raw;
}

/** As its author will write it: a title between two lines of equal signs is to become `##`. */
const levelOf = (open: Token, inline: Token | undefined): number =>
  framedTitle(inline) === undefined ? Number(open.tag.slice(1)) : 2;

const isTop = ({ written }: FoundHeading): boolean => written === 1;

/** The only heading written with `#`, where those before it begin at `##`: a typo, or a line above `====`. */
function strayTop(top: Token | undefined, tokens: readonly Token[]): Token | undefined {
  if (top?.type !== "heading_open") return undefined;
  const second = tokens.findIndex(({ type, tag }) => type === "heading_open" && tag === "h2");
  return second >= 0 && second < tokens.indexOf(top) ? top : undefined;
}

/** Reports it, and makes it the heading that was meant. */
function asSecond(open: Token, inline: Token | undefined, env: Env): void {
  const text = tidied(plainText(inline?.children ?? []));
  const place = env.positions.of(open);
  const source = inline === undefined ? text : sourceOf(inline);
  // A marker without text shows nothing.
  if (source !== "")
    env.report("skipped-heading/top", place, {
      text,
      source,
      before: signsBefore(open, inline, env),
      underlined: open.markup === "=",
    });
  open.tag = "h2";
}

/** How HackMD writes tags, as a heading of the lowest level. */
const TAGS = /^tags ?:(?:[ ,]*`[^`]+`)+$/i;

interface Levels {
  outline: Outline;
  skips: SkippedHeadings;
}

function heading(
  open: Token,
  [inline, close]: readonly [Token | undefined, Token | undefined],
  { outline, skips }: Levels,
  env: Env,
): void {
  if (!inline?.children || close === undefined) return;
  if (inline.children.every(isBlankText)) {
    env.report("empty-heading", env.positions.of(open), {
      signs: open.markup,
    });
    open.hidden = close.hidden = true;
    return;
  }
  const found = levelOf(open, inline);
  const { level, skipped } = outline.add(found);
  const source = skipped ? sourceOf(inline) : "";
  const children = withoutBold(inline.children);
  if (children !== inline.children) takeAttributes(open, inline.children);
  inline.children = withoutAnchor(children, open, env);
  const text = tidied(plainText(inline.children));
  open.tag = close.tag = `h${String(level)}`;
  if (skipped && TAGS.test(source)) {
    const tags = [...source.matchAll(/`([^`]+)`/g)].map(([, tag = ""]) => tag.trim());
    env.report("literal-front-matter/tags", env.positions.of(open), { fix: `tags: ${yamlList(tags)}` });
  } else if (skipped) {
    const before = signsBefore(open, inline, env);
    skips.add({ text, source, before, found }, level, env.positions.of(open));
  }
  let id = open.attrGet("id");
  if (id === null) {
    id = env.ids.take(slugOf(text));
    open.attrSet("id", id);
  }
  if (text !== "") env.headings.push({ level, id, text });
}

function rawBlock(
  token: Token,
  { headings, boldLines }: { headings: readonly FoundHeading[]; boldLines: readonly BoldLine[] },
  { outline, skips }: Levels,
  env: Env,
): void {
  const decided = new Map<number, RawHeading>();
  const lines = [...boldLines];
  for (const { start, written, text, id: wanted, end, bold } of headings) {
    for (; lines[0] !== undefined && lines[0].start < start; lines.shift())
      reportBold(lines[0], env.positions.in(token, lines[0].start), outline, env);
    const { level, skipped } = outline.add(written);
    if (skipped) {
      const place = env.positions.in(token, start);
      skips.add({ text, source: text, found: written, raw: true }, level, place);
    }
    const id = env.ids.take(wanted ?? slugOf(text));
    decided.set(start, { level, id, text, end, bold });
    if (text !== "") env.headings.push({ level, id, text });
  }
  for (const line of lines) reportBold(line, env.positions.in(token, line.start), outline, env);
  if (decided.size > 0) env.rawHeadings.set(token, decided);
}
