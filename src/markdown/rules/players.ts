// Player requests in the tokens → players. The heading above is the title of a player whose author gave none.
// Requests are made while blocks are parsed, so that captions find them; headings are known only at this point.
import type { MarkdownIt, Token } from "markdown-it";
import type { Env } from "../env.ts";
import { mediaFigure, videoPlayer, type Video } from "../players.ts";
import { addPass, plainText, type Rule } from "../rule.ts";
import { makeToken } from "../tokens.ts";

/** A video without its heading, and the HTML that replaces it if it may not be shown. */
export type Wanted = Omit<Video, "heading"> & { instead?: string };

/** What a token requests, computed when it is rendered; a string is HTML to show as it is. */
type Ask = () => Wanted | string;

class PlayerRequest {
  readonly ask: Ask;

  constructor(ask: Ask) {
    this.ask = ask;
  }
}

/** A block that this rule turns into a player; `row` is its line in the body. */
export function playerToken(wanted: Wanted | Ask, level: number, row: number): Token {
  const meta = new PlayerRequest(typeof wanted === "function" ? wanted : () => wanted);
  return makeToken("player", "", 0, { meta, level, map: [row, row + 1], block: true });
}

/** A block that becomes a player: a video's address alone, or the directive. */
export const isPlayer = (token: Token | undefined): boolean => token?.type === "player";

export const players: Rule = {
  name: "players",
  install(md: MarkdownIt) {
    md.renderer.rules["player"] = (tokens, i) => tokens[i]?.content ?? "";
    addPass(md, "players", (tokens, env) => {
      if (!tokens.some(isPlayer)) return;
      let heading = env.source.title;
      for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i];
        if (token?.type === "heading_open")
          heading = plainText(tokens[i + 1]?.children ?? []).trim() || heading;
        else if (token?.meta instanceof PlayerRequest)
          token.content = player(token.meta.ask(), heading, tokens[i - 1]?.type === "figure_open", env);
      }
    });
  },
};

function player(wanted: Wanted | string, heading: string, inFigure: boolean, env: Env): string {
  if (typeof wanted === "string") return wanted;
  const html = videoPlayer(Object.assign({ heading }, wanted), env);
  if (html === undefined) return wanted.instead ?? "";
  return inFigure ? html : mediaFigure(html);
}
