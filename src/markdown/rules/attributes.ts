// `{.class #id lang=en}` after a heading, paragraph, picture, link or block → its attributes.
// This rule finds the braces, and what they are beside.
import type { MarkdownIt, Token } from "markdown-it";
import { apply } from "../attributes-in-braces.ts";
import type { Env } from "../env.ts";
import { pictureIn, SPACE_BEFORE_SIZE } from "../pictures/size-attributes.ts";
import { addPass, leaveAsText, type Rule } from "../rule.ts";

/** Attributes that people try to set this way: removed from the text, and reported. */
const REFUSED = String.raw`(?:style|on[a-z]+|width|height|align|target|rel|title|loading|data-[\w-]+)=(?:"[^"\n]*"|\d+(?:[.,]\d+)?[ \u00a0\u202f]%|[^\s"}]+)`;
const NAMED = String.raw`(?:class|id)=(?:"[^"\n]*"|[\w-]+)`;
/** Google Docs keeps the figures and the punctuation of a heading in its id: `{#1.-l'équipe}`. */
const ID = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.,:;!?'’()/-]*`;
const ONE = String.raw`(?:${REFUSED}|${NAMED}|\.[A-Za-z][\w-]*|#${ID}|lang=[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)`;
/** Pandoc breaks long lines between two attributes too. */
const LIST = String.raw`\{:?[ \t]*(${ONE}(?:[ \t\n]+${ONE})*)[ \t]*\}`;
/** At the end of a paragraph, or of one of its lines. */
export const AT_END = new RegExp(String.raw`(?:^|[ \t\u00a0])${LIST}[ \t]*$`, "u");
/** No braces end a heading for another reason: Hugo needs no space before them. */
const AT_END_OF_HEADING = new RegExp(String.raw`[ \t\u00a0]?${LIST}[ \t]*$`, "u");
const AT_START = new RegExp(`^${LIST}`, "u");
const ALONE = new RegExp(`^${LIST}$`, "u");
/** Inside a text, so that its signs are not parsed as emphasis, as in `{:target="_blank"}`. */
const INLINE = new RegExp(LIST, "uy");
/** The last character of a picture, link, emphasis, code span, tag or other attributes. */
const ENDS = new Set(Array.from(")]*_`>~}", (sign) => sign.charCodeAt(0)));
const ENDS_BLOCK = new Set(["paragraph_close", "heading_close"]);
const TAKES = new Set(["image", "link_close", "em_close", "strong_close", "s_close", "code_inline"]);

export const attributes: Rule = {
  name: "attributes",
  install(md: MarkdownIt) {
    md.inline.ruler.before("emphasis", "attributes", (state, silent) => {
      const { src, pos } = state;
      if (src.charCodeAt(pos) !== 0x7b || !ENDS.has(src.charCodeAt(pos - 1))) return false;
      INLINE.lastIndex = pos;
      const [found] = INLINE.exec(src) ?? [];
      if (found === undefined || pos + found.length > state.posMax) return false;
      return leaveAsText(state, found, silent);
    });
    addPass(md, "attributes", (tokens, env, state) => {
      if (!env.holds("{") || !/\{:?[ \t]*(?:[.#]|[a-z-]+=)/.test(env.source.body)) return;
      const kept: Token[] = [];
      for (const [i, token] of tokens.entries()) {
        kept.push(token);
        if (token.type === "tbody_close") lastRow(kept, env);
        // In a cell or a footnote, a block that takes attributes does not end here.
        if (token.type === "inline" && !ENDS_BLOCK.has(tokens[i + 1]?.type ?? "")) within(token, env);
        if (!ENDS_BLOCK.has(token.type)) continue;
        const [open, inline] = kept.slice(-3);
        if (open === undefined || inline?.type !== "inline") continue;
        if (above(kept, inline, tokens[i + 1], env) || alone(kept, inline, env)) kept.splice(-3);
        else {
          firstLine(open, inline, env);
          within(inline, env);
          atEnd(open, inline, kept, env);
        }
      }
      state.tokens = kept;
    });
  },
};

/** A paragraph of attributes directly above a block, with no block directly above it, applies to that block, as in kramdown. */
function above(kept: readonly Token[], inline: Token, next: Token | undefined, env: Env): boolean {
  const found = ALONE.exec(inline.content);
  if (found?.[1] === undefined || inline.map === null || next?.map?.[0] !== inline.map[1]) return false;
  const before = kept.at(-4);
  const block = before === undefined || before.nesting >= 0 ? before : opening(kept, kept.length - 4);
  if (block?.map?.[1] === inline.map[0]) return false;
  apply(next, found, inline, env);
  return true;
}

/** A first line of attributes applies to the paragraph that it begins, as in kramdown. */
function firstLine(open: Token, inline: Token, env: Env): void {
  const [first, second] = inline.children ?? [];
  const found =
    second?.type === "softbreak" && first?.type === "text" ? ALONE.exec(first.content.trim()) : null;
  if (found?.[1] === undefined || open.hidden) return;
  inline.children = inline.children?.slice(2) ?? [];
  apply(open, found, inline, env);
}

/** A paragraph that contains only attributes applies to the block before it. */
function alone(kept: readonly Token[], inline: Token, env: Env): boolean {
  const found = ALONE.exec(inline.content);
  const before = kept.at(-4);
  if (found?.[1] === undefined || before === undefined) return false;
  const block =
    before.type === "fence" ? before : before.nesting < 0 ? opening(kept, kept.length - 4) : undefined;
  if (block === undefined) return false;
  apply(block, found, inline, env);
  return true;
}

/** Attributes of what they follow inside a text. */
function within(inline: Token, env: Env): void {
  const children: Token[] = [];
  for (const [i, token] of (inline.children ?? []).entries()) {
    const before = children.at(-1);
    if (token.type === "text" && before !== undefined) {
      if (before.type === "softbreak" && ownLine(children, token, inline, i, env)) {
        children.pop();
        continue;
      }
      const takes = TAKES.has(before.type) ? (opening(children, children.length - 1) ?? before) : undefined;
      if (takes && SPACE_BEFORE_SIZE.test(token.content) && pictureIn(takes, children) !== undefined)
        token.content = token.content.replace(SPACE_BEFORE_SIZE, "");
      let found = takes && AT_START.exec(token.content);
      for (; takes && found; found = AT_START.exec(token.content)) {
        token.content = token.content.slice(found[0].length);
        apply(takes, found, inline, env, children);
      }
    }
    children.push(token);
  }
  inline.children = children;
}

/** Attributes of the block, at its end. */
function atEnd(open: Token, inline: Token, kept: readonly Token[], env: Env): void {
  const children = inline.children ?? [];
  const last = children.at(-1);
  const pattern = open.type === "heading_open" ? AT_END_OF_HEADING : AT_END;
  const found = last?.type === "text" ? pattern.exec(last.content) : null;
  if (last === undefined || found?.[1] === undefined) return;
  last.content = last.content.slice(0, found.index);
  const apart = last.content === "" && children.at(-2)?.type === "softbreak";
  if (apart) children.splice(-2);
  apply(open.hidden ? shownBlock(open, kept, apart) : open, found, inline, env);
}

/** The paragraph of a tight list is not rendered: its item is, or the list if the attributes have their own line. */
function shownBlock(open: Token, kept: readonly Token[], ownLine: boolean): Token {
  const level = open.level - (ownLine ? 2 : 1);
  return kept.findLast((token) => token.nesting > 0 && token.level === level) ?? open;
}

/** A last table row that contains only attributes applies to the table, as a line below it would. */
function lastRow(kept: Token[], env: Env): void {
  const from = kept.findLastIndex((token) => token.type === "tr_open");
  const [first, ...others] = kept.slice(from).filter((token) => token.type === "inline");
  const found = ALONE.exec(first?.content.trim() ?? "");
  if (first === undefined || found?.[1] === undefined || others.some(({ content }) => content !== "")) return;
  const table = kept.findLast((token) => token.type === "table_open");
  if (table !== undefined) apply(table, found, first, env);
  // A body without rows is removed.
  if (kept[from - 1]?.type === "tbody_open") kept.splice(from - 1);
  else kept.splice(from, kept.length - 1 - from);
}

/**
 * A line that contains only attributes, under a picture or phrase and above another line, applies to the former. `text` is the
 * child `i` of `inline`; `before` are the preceding children that stay, the last being the end of a line.
 */
function ownLine(before: readonly Token[], text: Token, inline: Token, i: number, env: Env): boolean {
  const last = before.at(-2);
  if (last === undefined || !TAKES.has(last.type) || inline.children?.[i + 1]?.type !== "softbreak")
    return false;
  const found = ALONE.exec(text.content.trim());
  if (found?.[1] === undefined) return false;
  apply(opening(before, before.length - 2) ?? last, found, inline, env, before);
  return true;
}

/** The token that opens what the token at `end` closes; undefined if that token closes nothing. */
function opening(tokens: readonly Token[], end: number): Token | undefined {
  const close = tokens[end];
  if (close === undefined || close.nesting >= 0) return undefined;
  const type = close.type.replace(/_close$/, "_open");
  for (let i = end - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token?.type === type && token.level === close.level) return token;
  }
  return undefined;
}
