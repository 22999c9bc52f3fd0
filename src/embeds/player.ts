// A frame and its title → its HTML: nothing is requested from the provider before the reader clicks.
// The real frame is inert in a `template`. The theme's script reveals the button, and replaces the poster with the frame on a
// click.
import { escapeHtml } from "../text.ts";
import { inLanguage } from "../strings/languages.ts";
import type { UiWords } from "../strings/ui.ts";
import type { Frame, Shape } from "./frame.ts";

export interface PlayerOptions {
  /** What the video shows. */
  title: string;
  /** True if the author gave no title: the title comes from a heading, so the title of the frame also names the provider. */
  borrowed: boolean;
  /** `click` waits for the reader; `lazy` lets the browser load the frame when it comes near the viewport. */
  load: "click" | "lazy";
  words: UiWords;
  /** Attribute of their language, where the text around is in another one; otherwise empty. */
  wordsLang: string;
  /** Browser features that the author allowed the frame to use. */
  features: readonly string[];
  shape: Shape;
  /** HTML of the picture shown before the click; empty to use the theme's drawing. */
  poster: string;
  /** Address of the transcript. */
  transcript?: string | undefined;
}

/** The features that an author may allow. A viewer needs no others, least of all a camera. */
const GRANTED = new Set(["autoplay", "fullscreen"]);

/**
 * A block without a `figure`: the caller knows whether there is one already. Not a `div`: the reading views of browsers, which
 * drop buttons and what is hidden, would then drop one that has only a link left, and with it all trace of the video.
 */
export function playerHtml(frame: Frame, options: PlayerOptions): string {
  const { title, load, words, shape } = options;
  const classes = `player${shape === "16-9" ? "" : ` player--${shape}`}`;
  const link = paragraph("player-fallback", frame.watchUrl, words.playerLink(title, frame.provider));
  const transcript =
    options.transcript === undefined
      ? ""
      : paragraph("player-transcript", options.transcript, words.transcript(title));
  if (load === "lazy")
    return `<section class="${classes}">${iframe(frame.embedUrl, frame, options)}${link}${transcript}</section>\n`;
  const inert = `<template>${iframe(frame.playUrl, frame, options)}</template>`;
  return `<section class="${classes}" data-player>${inert}${poster(frame, options)}${link}${transcript}</section>\n`;
}

/**
 * Without `sandbox`: a player needs its scripts and its own origin. A sandbox would take both from a frame that is cross-origin
 * anyway, and browsers already prevent a frame from navigating the page without a gesture inside it.
 */
function iframe(
  src: string,
  frame: Frame,
  { title, borrowed, load, words, features }: PlayerOptions,
): string {
  const name = borrowed ? words.playerTitle(title, frame.provider) : title;
  const allow = new Set([...frame.features, ...features.filter((one) => GRANTED.has(one))]);
  // A video starts by itself only after a click.
  if (load === "click" && frame.kind === "video") allow.add("autoplay");
  return (
    `<iframe src="${escapeHtml(src)}" title="${escapeHtml(name)}"` +
    (allow.size === 0 ? "" : ` allow="${[...allow].sort().join("; ")}"`) +
    `${allow.has("fullscreen") ? " allowfullscreen" : ""} loading="lazy" referrerpolicy="strict-origin-when-cross-origin"></iframe>`
  );
}

/** The button and its notice are hidden until the script that they need has run. */
function poster(frame: Frame, { title, words, wordsLang, poster: picture }: PlayerOptions): string {
  const verb = frame.kind === "video" ? words.playerPlay : words.playerShow;
  return (
    `<div class="player-poster">${picture}` +
    `<p class="player-title" aria-hidden="true"><span>${escapeHtml(frame.provider)}</span> ${escapeHtml(title)}</p>` +
    `<div class="player-start" hidden><button type="button" class="player-button">${inLanguage(verb, wordsLang)}` +
    `<span class="visually-hidden"> ${escapeHtml(words.playerWhat(title, frame.provider))}</span></button>` +
    `<p class="player-notice">${inLanguage(words.playerNotice(frame.provider), wordsLang)}</p></div></div>`
  );
}

function paragraph(name: string, href: string, text: string): string {
  const rel = href.startsWith("https://") ? ' rel="noopener"' : "";
  return `<p class="${name}"><a href="${escapeHtml(href)}"${rel}>${escapeHtml(text)}</a></p>`;
}
