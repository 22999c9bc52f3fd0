// A picture, a video or a player and the caption under it → one figure, with its credit marked.
// Runs before the passes that make pictures, players and links, which treat the content of a figure like any other token.
import type { Token } from "markdown-it";
import { readPassages, type Passage } from "../pictures/caption-lines.ts";
import { readCaption, readGroups, type Caption, type Group } from "../pictures/caption-parts.ts";
import { setCreditApart } from "../pictures/credits.ts";
import { readMediaHtml } from "../html/media-html.ts";
import { passRule, plainText } from "../rule.ts";
import { makeToken } from "../tokens.ts";
import { isPlayer } from "./players.ts";

/** A longer paragraph in italics, separated from a picture by a blank line, is treated as text. */
const LONGEST_APART = 300;

export const captions = passRule("captions", (tokens, env, state) => {
  if (env.holds("![") || (env.holds("<") && MEDIA.test(env.source.body)) || tokens.some(isPlayer))
    state.tokens = new Walk(tokens).run();
});

const MEDIA = /<(?:img|iframe|video|audio|blockquote|table|script)[\s>]/i;

/** The content of a figure. */
interface Shown {
  tokens: Token[];
  plays: boolean;
  /** Lines of the body. */
  map: [number, number] | null;
  level: number;
  attributes: [string, string][];
}

/** One pass over the tokens of a text. */
class Walk {
  readonly #tokens: readonly Token[];
  readonly #out: Token[] = [];
  /** Number of raw HTML figures that are open: their content is left as the author wrote it. */
  #figures = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  run(): Token[] {
    for (let i = 0; i < this.#tokens.length;) i += this.#step(i);
    return this.#out;
  }

  /** Outputs what begins at an index; returns the number of tokens consumed. */
  #step(i: number): number {
    const token = this.#tokens[i];
    if (token === undefined) return 1;
    if (token.type === "html_block") this.#count(token.content);
    if (this.#figures === 0) {
      if (token.type === "paragraph_open") {
        const groups = readGroups(this.#tokens[i + 1]?.children ?? []);
        if (groups !== undefined) return this.#paragraph(i, token, groups);
        const passages = readPassages(this.#tokens[i + 1]?.children ?? []);
        if (passages !== undefined) return this.#passages(i, token, passages);
      } else {
        const shown = isPlayer(token) ? ofBlock(token, true) : ofHtml(token);
        const end = shown === undefined ? undefined : this.#captioned(shown, i + 1);
        if (end !== undefined) return end - i;
      }
    }
    this.#out.push(token);
    return 1;
  }

  #count(html: string): void {
    if (!/<\/?figure/i.test(html)) return;
    for (const [tag] of html.matchAll(/<\/?figure[\s>]/gi))
      this.#figures = Math.max(0, this.#figures + (tag.startsWith("</") ? -1 : 1));
  }

  /** A paragraph of pictures. The caption of the last one may be the next paragraph. */
  #paragraph(i: number, open: Token, groups: Group[]): number {
    const { inline, close, back, end } = this.#read(i);
    if (inline === undefined || close === undefined) return 1;
    const last = groups.at(-1);
    const apart = last?.caption.length === 0 ? this.#captionAt(end, open.map) : undefined;
    if (apart === undefined && groups.length === 1 && last?.caption.length === 0) {
      this.#out.push(...this.#tokens.slice(i, end));
      return end - i;
    }
    for (const group of groups) {
      const shown = this.#shown(group, inline, open);
      if (group.caption.length > 0) this.#figure(shown, group, inline);
      else if (apart !== undefined) this.#figure(shown, apart.caption, apart.inline);
      else this.#out.push(open, ...shown.tokens, close);
    }
    this.#out.push(...(apart?.back ?? back));
    return (apart?.end ?? end) - i;
  }

  /** A paragraph of text that contains pictures with captions. */
  #passages(i: number, open: Token, passages: readonly Passage[]): number {
    const { inline, close, back, end } = this.#read(i);
    if (inline === undefined || close === undefined) return 1;
    for (const passage of passages) {
      if ("text" in passage) this.#out.push(open, this.#part(inline, passage.text), close);
      else this.#figure(this.#shown(passage.group, inline, open), passage.group, inline);
    }
    this.#out.push(...back);
    return end - i;
  }

  /** The paragraph at an index. In the last one of a footnote, the links back follow the text. */
  #read(i: number): { inline: Token | undefined; back: Token[]; close: Token | undefined; end: number } {
    let at = i + 2;
    while (this.#tokens[at]?.type === "footnote_anchor") at++;
    const back = this.#tokens.slice(i + 2, at);
    return { inline: this.#tokens[i + 1], back, close: this.#tokens[at], end: at + 1 };
  }

  #shown(group: Group, inline: Token, { map, level, attrs }: Token): Shown {
    const tokens = [this.#part(inline, group.media)];
    return { tokens, plays: group.plays, map, level, attributes: attrs ?? [] };
  }

  /** Where the caption ends, if a caption follows. */
  #captioned(shown: Shown, next: number): number | undefined {
    const found = this.#captionAt(next, shown.map);
    if (found === undefined) return undefined;
    this.#figure(shown, found.caption, found.inline);
    this.#out.push(...found.back);
    return found.end;
  }

  /** The paragraph at an index, if it is a caption of what ends at `above`. */
  #captionAt(
    i: number,
    above: [number, number] | null,
  ): { caption: Caption; inline: Token; back: Token[]; end: number } | undefined {
    const open = this.#tokens[i];
    const { inline, back, end } = this.#read(i);
    if (open?.type !== "paragraph_open" || inline?.children === null || inline === undefined)
      return undefined;
    const caption = readCaption(inline.children, 0);
    if (caption?.end !== inline.children.length) return undefined;
    const near = above !== null && open.map !== null && open.map[0] <= above[1];
    if (!near && plainText(caption.caption).length > LONGEST_APART) return undefined;
    return { caption, inline, back, end };
  }

  #figure(shown: Shown, caption: Omit<Caption, "end">, source: Token): void {
    const { level } = shown;
    const figure = this.#block("figure", 1, level, shown.map);
    figure.meta = { captioned: true };
    for (const [name, value] of shown.attributes) figure.attrSet(name, value);
    if (shown.plays) figure.attrJoin("class", "media");
    const figcaption = this.#block("figcaption", 1, level + 1, source.map);
    for (const [name, value] of caption.attributes) figcaption.attrSet(name, value);
    this.#out.push(
      figure,
      ...shown.tokens,
      figcaption,
      this.#part(source, setCreditApart(caption.caption)),
      this.#block("figcaption", -1, level + 1, null),
      this.#block("figure", -1, level, null),
    );
  }

  /** A part of a text. It keeps the content of the whole text, so that positions in it stay correct. */
  #part(inline: Token, children: Token[]): Token {
    const { content, map, level } = inline;
    return makeToken("inline", "", 0, { content, map, level, children, block: true });
  }

  #block(tag: string, nesting: 1 | -1, level: number, map: [number, number] | null): Token {
    return makeToken(`${tag}_${nesting > 0 ? "open" : "close"}`, tag, nesting, { level, map, block: true });
  }
}

const ofBlock = (token: Token, plays: boolean): Shown => ({
  tokens: [token],
  plays,
  map: token.map,
  level: token.level,
  attributes: [],
});

/** A block of raw HTML that is a picture or a player, without its wrappers. */
function ofHtml(token: Token): Shown | undefined {
  if (token.type !== "html_block") return undefined;
  const found = readMediaHtml(token.content);
  if (found === undefined || found.rest !== undefined || found.wrapped) return undefined;
  const { start, end } = found.media;
  const first =
    token.map === null ? null : token.map[0] + token.content.slice(0, start).split("\n").length - 1;
  const map: [number, number] | null = first === null || token.map === null ? null : [first, token.map[1]];
  const content = `${token.content.slice(start, end)}\n`;
  const inner = makeToken("html_block", "", 0, { content, map, level: token.level + 1, block: true });
  return Object.assign(ofBlock(inner, found.plays), { level: token.level });
}
