// A frame and its title → what shows it: nothing is asked of the provider before the reader's click.
// The real frame waits inert in a `template`; the theme's script reveals the button, then puts the frame in the poster's place.
import { escapeHtml } from "../html.ts";
import type { UiWords } from "../strings/ui.ts";
import type { Frame, Shape } from "./types.ts";

export interface PlayerOptions {
  /** What the video shows. */
  title: string;
  /** True where the author gave no title: the one there is names a heading, so the frame's says who it is from. */
  borrowed: boolean;
  /** `click` waits for the reader; `lazy` lets the browser load the frame when it comes near the screen. */
  load: "click" | "lazy";
  words: UiWords;
  /** Features of the browser that the author let the frame use. */
  features: readonly string[];
  shape: Shape;
  /** HTML of the picture shown before the click; empty for the theme's drawing. */
  poster: string;
  /** Address of the page that says in words what the video says. */
  transcript?: string | undefined;
}

/** The features that an author may give a frame: a reader who watches needs no others, least of all a camera. */
const GRANTED = new Set(["autoplay", "fullscreen"]);

/** A block without figure around it: whoever places it knows whether there is one already. */
export function playerHtml(frame: Frame, options: PlayerOptions): string {
  const { title, load, words, shape } = options;
  const classes = `player${shape === "16-9" ? "" : ` player--${shape}`}`;
  const link = paragraph("player-fallback", frame.watchUrl, words.playerLink(title, frame.provider));
  const transcript =
    options.transcript === undefined
      ? ""
      : paragraph("player-transcript", options.transcript, words.transcript(title));
  if (load === "lazy")
    return `<div class="${classes}">${iframe(frame.embedUrl, frame, options)}${link}${transcript}</div>\n`;
  const inert = `<template>${iframe(frame.playUrl, frame, options)}</template>`;
  return `<div class="${classes}" data-player>${inert}${poster(frame, options)}${link}${transcript}</div>\n`;
}

/**
 * Without `sandbox`: a player needs its scripts and its own origin, which is what a sandbox would take from a frame
 * that is a foreign one already, and browsers let no frame lead the page away without a gesture in it.
 */
function iframe(
  src: string,
  frame: Frame,
  { title, borrowed, load, words, features }: PlayerOptions,
): string {
  const name = borrowed ? words.playerTitle(title, frame.provider) : title;
  const allow = new Set([...frame.features, ...features.filter((one) => GRANTED.has(one))]);
  // Only a click makes a video start by itself.
  if (load === "click" && frame.kind === "video") allow.add("autoplay");
  return (
    `<iframe src="${escapeHtml(src)}" title="${escapeHtml(name)}"` +
    (allow.size === 0 ? "" : ` allow="${[...allow].sort().join("; ")}"`) +
    `${allow.has("fullscreen") ? " allowfullscreen" : ""} loading="lazy" referrerpolicy="strict-origin-when-cross-origin"></iframe>`
  );
}

/** The button and its notice are hidden until the script that they need has run. */
function poster(frame: Frame, { title, words, poster: picture }: PlayerOptions): string {
  const verb = frame.kind === "video" ? words.playerPlay : words.playerShow;
  return (
    `<div class="player-poster">${picture}` +
    `<p class="player-title" aria-hidden="true"><span>${escapeHtml(frame.provider)}</span> ${escapeHtml(title)}</p>` +
    `<div class="player-start" hidden><button type="button" class="player-button">${escapeHtml(verb)}` +
    `<span class="visually-hidden"> ${escapeHtml(words.playerWhat(title, frame.provider))}</span></button>` +
    `<p class="player-notice">${escapeHtml(words.playerNotice(frame.provider))}</p></div></div>`
  );
}

function paragraph(name: string, href: string, text: string): string {
  const rel = href.startsWith("https://") ? ' rel="noopener"' : "";
  return `<p class="${name}"><a href="${escapeHtml(href)}"${rel}>${escapeHtml(text)}</a></p>`;
}
