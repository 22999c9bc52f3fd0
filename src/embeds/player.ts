// A frame and its title → the figure that shows it: nothing is asked of the provider before the reader's click.
// The real frame waits inert in a `template`; the theme's script puts it in the place of the poster, and moves focus there.
import { escapeHtml } from "../html.ts";
import type { UiWords } from "../strings/ui.ts";
import type { Frame } from "./types.ts";

export interface PlayerOptions {
  title: string;
  /** `click` waits for the reader; `lazy` lets the browser load the frame when it comes near the screen. */
  load: "click" | "lazy";
  words: UiWords;
}

export function playerHtml(frame: Frame, { title, load, words }: PlayerOptions): string {
  const iframe =
    `<iframe src="${escapeHtml(frame.embedUrl)}" title="${escapeHtml(title)}" allow="autoplay; encrypted-media; fullscreen; picture-in-picture"` +
    ` allowfullscreen loading="lazy" referrerpolicy="strict-origin-when-cross-origin"></iframe>`;
  const link = `<p class="player-fallback"><a href="${escapeHtml(frame.watchUrl)}" rel="noopener">${escapeHtml(words.playerLink(title, frame.provider))}</a></p>`;
  if (load === "lazy") return `<figure class="player">${iframe}${link}</figure>\n`;
  const button = `<button type="button" class="player-button">${escapeHtml(words.playerButton(title, frame.provider))}</button>`;
  return `<figure class="player" data-player><template>${iframe}</template><div class="player-poster">${button}</div>${link}</figure>\n`;
}
