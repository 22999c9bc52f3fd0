// The address of a video alone in a paragraph → that video's player, as people who paste one expect.
// Addresses of other pages, and those in lists and notes, stay links. Runs before inline parsing, so no link is made.
import type { MarkdownIt, Token } from "markdown-it";
import { unescapeAll } from "markdown-it/lib/common/utils.mjs";
import { findFrame } from "../../embeds/providers.ts";
import { envOf, type Env } from "../env.ts";
import { allowedHosts } from "../players.ts";
import type { Rule } from "../rule.ts";
import { playerToken } from "./players.ts";

/**
 * An address, bare, in `<…>`, or as the text of its own link, as word processors export it; only a caption on the next line, all
 * in emphasis, may follow it.
 */
const ADDRESS =
  /^(?:<?((?:https?:\/\/|\/\/|www\.)[^\s<>"]+)>?|\[(https?:\/\/[^\s[\]]+)\]\(([^\s()<>]+)\))[ \t\u00a0]*(?:$|\n(?=[ \t]*([*_])(?!\4)[^\n]*\4\s*$))/i;
/** Most paragraphs do not begin like an address, and need not be read. */
const BEGINS = new Set(Array.from("<[hHwW/", (char) => char.charCodeAt(0)));
/** Blocks in which an address is a list entry or a source. */
const LISTS = new Set(
  ["list_item", "dd", "dt", "footnote_reference"].flatMap((name) => [`${name}_open`, `${name}_close`]),
);

export const loneVideos: Rule = {
  name: "lone-videos",
  install(md: MarkdownIt) {
    md.core.ruler.after("block", "lone-videos", (state) => {
      if (!/\/\/|www\./i.test(state.src)) return;
      if (!state.tokens.some(mayBegin)) return;
      const env = envOf(state.env);
      const allow = allowedHosts(env);
      const kept: Token[] = [];
      let lists = 0;
      for (let i = 0; i < state.tokens.length; i++) {
        const token = state.tokens[i];
        if (token === undefined) continue;
        if (LISTS.has(token.type)) lists += token.nesting;
        const inline = state.tokens[i + 1];
        const alone =
          lists === 0 && token.type === "paragraph_open" && inline !== undefined && mayBegin(inline);
        const several = alone ? playersOf(inline, allow, env) : [];
        const found = alone && several.length === 0 ? ADDRESS.exec(inline.content) : null;
        const player =
          found === null || inline === undefined ? undefined : playerOf(found, inline, allow, env);
        if (player !== undefined) several.push(player);
        kept.push(...several);
        if (several.length === 0 || (found !== null && keepsCaption(token, inline, found))) kept.push(token);
        else i += 2;
      }
      state.tokens = kept;
    });
  },
};

const mayBegin = ({ type, content }: Token): boolean =>
  type === "inline" && BEGINS.has(content.charCodeAt(0));

/** Players for addresses on consecutive lines; empty if one of them is not a video's. */
function playersOf(inline: Token, allow: readonly string[], env: Env): Token[] {
  if (!inline.content.includes("\n")) return [];
  const lines = inline.content.split("\n");
  const first = inline.map?.[0] ?? 0;
  if (!lines.every((line) => /^<?(?:https?:)?\/\/[^\s<>"]+>?\s*$/i.test(line))) return [];
  const all = lines.every((line) => "frame" in findFrame(line.replace(/[<>\s]/g, ""), allow));
  if (!all) return [];
  const players = lines.map((content, row) => {
    const map: [number, number] = [first + row, first + row + 1];
    const found = ADDRESS.exec(content);
    return found === null ? undefined : playerOf(found, { content, level: inline.level, map }, allow, env);
  });
  return players.every((player) => player !== undefined) ? players : [];
}

/** A token for the player of an address alone; undefined if it is another page's. */
function playerOf(
  [, address = "", text = "", linked = ""]: RegExpExecArray,
  { content, level, map }: Pick<Token, "content" | "level" | "map">,
  allow: readonly string[],
  env: Env,
): Token | undefined {
  if (unescapeAll(text) !== unescapeAll(linked)) return undefined;
  const src = unescapeAll(address || linked);
  const finding = findFrame(src, allow);
  if (!("frame" in finding) || finding.frame.kind !== "video") return undefined;
  const first = map?.[0] ?? 0;
  const place = env.positions.at({ content, first }, /^[<[]/.test(content) ? 1 : 0);
  return playerToken({ src, title: "", place, braces: `url=${src}` }, level - 1, first);
}

/** Removes the address from a paragraph whose next line is a caption. False if nothing is left. */
function keepsCaption(open: Token, inline: Token | undefined, found: RegExpExecArray | null): boolean {
  const caption = inline?.content.slice(found?.[0].length).trimStart() ?? "";
  if (inline === undefined || caption === "") return false;
  inline.content = caption;
  open.map = inline.map = [(open.map?.[0] ?? 0) + 1, open.map?.[1] ?? 0];
  return true;
}
