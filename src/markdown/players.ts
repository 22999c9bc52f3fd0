// A video as an author wrote it (raw frame, address, directive) → its player, or nothing if it is not allowed.
// Every player of a page is made here, so that its host always reaches `frame-src` and a missing title is always reported.
import { ANY_PROVIDER, findFrame, KNOWN_PROVIDERS } from "../embeds/providers.ts";
import { playerHtml } from "../embeds/player.ts";
import type { Frame, Shape } from "../embeds/types.ts";
import type { Place } from "../problems.ts";
import { reportRefused, resolveAddress } from "./addresses.ts";
import type { Env } from "./env.ts";
import { pictureHtml, type Picture } from "./pictures/pictures.ts";

export interface Video {
  src: string;
  /** As the author gave it; empty if there is none. */
  title: string;
  place: Place;
  /** Text of the nearest heading, for a video without a title. */
  heading: string;
  /** Braces of the equivalent directive, for a hint; absent for a raw frame. */
  braces?: string;
  /** Start time in seconds, which overrides that of the address. */
  start?: number;
  /** Address of a picture. */
  poster?: string;
  /** Address of a page or file. */
  transcript?: string;
  /** Browser features that the author allows the frame to use. */
  features?: readonly string[];
  shape?: Shape | undefined;
}

/** The title that providers' own snippets give to any video: it says nothing about this one. */
const ANY_VIDEO = new RegExp(
  `^(?:(?:${ANY_PROVIDER})[ -]?)?(?:(?:video|vidéo|audio)[ -]?)?(?:player|embed|video|vidéo|iframe|lecteur(?: vidéo)?)$`,
  "i",
);

/** A block without `figure`; undefined, with an error, if the site does not allow the frame. */
export function videoPlayer(video: Video, env: Env): string | undefined {
  const { src, place } = video;
  const frame = frameOf(video, env);
  if (frame === undefined) return undefined;
  const borrowed = video.title === "" || ANY_VIDEO.test(video.title);
  const title = borrowed ? video.heading.replace(/[\s\u00a0\u202f]*:$/, "") : video.title;
  if (borrowed) reportUntitled(video, env.words.playerTitle(title, frame.provider), frame, env);
  for (const host of frame.hosts) env.frameHosts.add(host);
  env.reference("embed", src, title, place);
  return playerHtml(frame, {
    title,
    borrowed,
    load: env.around.site.embeds.load,
    words: env.words,
    wordsLang: env.langs.words,
    features: video.features ?? [],
    shape: shapeIn(frame, video.shape),
    poster: posterOf(video, env),
    transcript: transcriptOf(video, title, env),
  });
}

/** The shape asked for, unless it is too low for a video. */
const shapeIn = ({ kind, shape }: Frame, asked: Shape | undefined): Shape =>
  asked === undefined || (asked === "low" && kind === "video") ? shape : asked;

/** A player in a figure of its own: for those that are not in a figure with a caption. */
export function mediaFigure(player: string): string {
  return player === "" ? "" : `<figure class="media">${player.trimEnd()}</figure>\n`;
}

/** Removes the paragraphs left empty because their player now follows them. */
export function withoutEmptied(html: string): string {
  if (!html.includes('<section class="player')) return html;
  return html.replace(/<p(?: [^<>]*)?>\s*<\/p>(?=<figure class="media">|<section class="player)/g, "");
}

/** The hosts that the site allows, in lower case as in addresses. */
export function allowedHosts(env: Env): string[] {
  return env.around.site.embeds.allow.map((host) => host.toLowerCase());
}

/** The line of the settings that allows one more host, and those asked for before it in the text: a second `embeds` would be an error, and a shorter list refuse others. */
export function allowing(host: string, env: Env): string {
  const { allow, load } = env.around.site.embeds;
  env.refusedHosts.add(host);
  return `embeds: { allow: [${[...allow, ...env.refusedHosts].join(", ")}]${load === "click" ? "" : `, load: ${load}`} }`;
}

function frameOf({ src, title, braces, place, start }: Video, env: Env): Frame | undefined {
  const found = findFrame(src, allowedHosts(env), start);
  if ("frame" in found) return found.frame;
  if (found.refused === "host")
    env.report("unknown-frame/host", place, {
      host: found.host,
      src,
      providers: KNOWN_PROVIDERS,
      setting: allowing(found.host, env),
    });
  else if (found.refused === "address" && braces !== undefined)
    env.report("unknown-frame/video", place, { src, title });
  else if (found.refused === "address") env.report("unknown-frame/address", place, { src });
  else env.report("unknown-frame/other", place, { src, provider: found.provider });
  return undefined;
}

function reportUntitled({ braces, place }: Video, title: string, { provider }: Frame, env: Env): void {
  if (braces === undefined) env.report("untitled-frame/iframe", place, { provider, title });
  else env.report("untitled-frame/video", place, { provider, title, braces });
}

/** The picture to show before the click; one that cannot be shown is reported, and the theme draws one instead. */
function posterOf({ poster, place }: Video, env: Env): string {
  if (poster === undefined || poster === "" || env.around.site.embeds.load === "lazy") return "";
  const picture: Picture = { src: poster, alt: "", attributes: [], place, inLink: true, instead: "player" };
  const html = pictureHtml(picture, env);
  return /^<(?:img|picture)\b/.test(html) ? html : "";
}

function transcriptOf({ transcript, place }: Video, title: string, env: Env): string | undefined {
  if (transcript === undefined || transcript === "") return undefined;
  const address = resolveAddress(transcript, env);
  if (address === undefined) reportRefused(transcript, place, env);
  else env.reference("link", transcript, env.words.transcript(title), place);
  return address?.href;
}
