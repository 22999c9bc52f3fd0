// Player requests in the tokens → players. The heading above is the title of a player whose author gave none.
// Requests are made while blocks are parsed, so that captions find them; headings are known only at this point.
import type { MarkdownIt, StateBlock, StateCore, Token } from "markdown-it";
import type { Env } from "../env.ts";
import { mediaFigure, videoPlayer, type Video } from "../players.ts";
import { addPass, plainText, type Rule } from "../rule.ts";

/** A video without its heading, and the HTML that replaces it if it may not be shown. */
export type Wanted = Omit<Video, "heading"> & { instead?: string };

/** What a token requests, computed when it is rendered; a string is HTML to show as it is. */
type Ask = () => Wanted | string;

class PlayerRequest {
  /** Marks the token as a player for captions. */
  readonly player = true;
  readonly ask: Ask;

  constructor(ask: Ask) {
    this.ask = ask;
  }
}

/** A block token that this rule turns into a player; the caller sets its level and lines. */
export function playerToken(state: StateBlock | StateCore, wanted: Wanted | Ask): Token {
  const token = new state.Token("player", "", 0);
  token.block = true;
  token.meta = new PlayerRequest(typeof wanted === "function" ? wanted : () => wanted);
  return token;
}

export const players: Rule = {
  name: "players",
  install(md: MarkdownIt) {
    md.renderer.rules["player"] = (tokens, i) => tokens[i]?.content ?? "";
    addPass(md, "players", (tokens, env) => {
      if (!tokens.some((token) => token.type === "player")) return;
      let heading = env.source.title;
      for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i];
        if (token?.type === "heading_open")
          heading = plainText(tokens[i + 1]?.children ?? []).trim() || heading;
        else if (token?.type === "player" && token.meta instanceof PlayerRequest)
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
