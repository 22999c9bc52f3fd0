// Frames, lone addresses of videos and directives → click-to-load players, or a titled link to the page of a frame that the site does
// not allow. Every player of a page is made here, so that its host always reaches `frame-src`.
import { playerHtml } from "../embeds/player.ts";
import { ANY_PROVIDER, findFrame } from "../embeds/providers.ts";
import type { Frame, Shape } from "../embeds/types.ts";
import { escapeHtml } from "../text.ts";
import type { Place } from "../problems.ts";
import { isWeb } from "../urls.ts";
import { typeset, typographerFor } from "../typography/typographer.ts";
import { asTyped, reportRefused, resolveAddress } from "./addresses.ts";
import type { VideoDirective } from "./directive.ts";
import type { Env } from "./env.ts";
import { HEADINGS } from "./html/policy.ts";
import { showPicture } from "./pictures.ts";
import {
  attr,
  finished,
  isBlank,
  isElement,
  linesOf,
  makeElement,
  makeText,
  onlySeen,
  placeOf,
  textOf,
  tidied,
  type Element,
  type Node,
} from "./tree.ts";

export interface Video extends VideoDirective {
  /** Browser features that the author allows the frame to use. */
  features?: readonly string[];
  shape?: Shape | undefined;
}

/** The title that providers' own snippets give to any video: it says nothing about this one. */
const ANY_VIDEO = new RegExp(
  `^(?:(?:${ANY_PROVIDER})[ -]?)?(?:(?:video|vidéo|audio)[ -]?)?(?:player|embed|video|vidéo|iframe|lecteur(?: vidéo)?)$`,
  "i",
);

export const saysNothing = (title: string): boolean => title === "" || ANY_VIDEO.test(title);

/** The hosts that the site allows, in lower case as in addresses. */
export const allowedHosts = (env: Env): string[] =>
  env.around.site.embeds.allow.map((host) => host.toLowerCase());

/** Blocks in which an address is a list entry or a source. */
const LISTS = new Set(["li", "dd", "dt", "table"]);

/** Paragraphs that are the address of a video, alone or with a caption under it → requests for its player. */
export function findLoneVideos(parent: Element, env: Env): void {
  if (!env.names.has("a")) return;
  const allow = allowedHosts(env);
  const isLone = (node: Node): node is Element =>
    isElement(node, "a") &&
    textOf(node.children) === asTypedHref(node) &&
    isVideo(attr(node, "href") ?? "", allow);
  const out: Node[] = [];
  for (const node of parent.children) {
    if (!isElement(node, "p") || node.raw || node.hidden) {
      if (isElement(node) && !LISTS.has(node.name)) findLoneVideos(node, env);
      out.push(node);
      continue;
    }
    const lines = linesOf(node.children);
    const count = lines.findIndex((line) => !isElement(onlySeen(line)) || !isLone(onlySeen(line) as Element));
    const videos = count < 0 ? lines : lines.slice(0, count);
    const rest = count < 0 ? [] : lines.slice(count);
    const isCaption = rest.length === 1 && videos.length === 1 && isElement(onlySeen(rest[0] ?? []), "em");
    if (videos.length === 0 || (rest.length > 0 && !isCaption)) {
      out.push(node);
      continue;
    }
    const first = node.lines?.[0] ?? 0;
    for (const [i, line] of videos.entries()) {
      const link = onlySeen(line) as Element;
      const request = makeElement("video-request", link);
      request.video = { src: attr(link, "href") ?? "", title: "" };
      request.lines = [first + i, first + i + 1];
      out.push(...(i > 0 ? [makeText("\n")] : []), request);
    }
    env.names.add("video-request");
    const [caption] = rest;
    if (caption !== undefined)
      out.push(makeText("\n"), {
        ...node,
        children: caption,
        lines: [first + 1, node.lines?.[1] ?? first + 2],
      });
  }
  parent.children = out;
}

/** A link shows its address as it was typed, and leads to it encoded. */
const asTypedHref = (link: Element): string => {
  const href = attr(link, "href") ?? "";
  const text = textOf(link.children);
  return text === href || asTyped(href) === text || `http://${text}` === href ? text : href;
};

function isVideo(src: string, allow: readonly string[]): boolean {
  const found = findFrame(src, allow);
  return "frame" in found && found.frame.kind === "video";
}

/** Requests and frames → players. The heading above is the title of a player whose author gave none. */
export function showPlayers(root: Element, env: Env): void {
  if (!env.names.has("video-request") && !env.names.has("iframe")) return;
  inside(root, false, { heading: env.source.title }, env);
}

/** Returns the players that could not stay in a paragraph, and follow it. */
function inside(parent: Element, inFigure: boolean, at: { heading: string }, env: Env): Node[] {
  const out: Node[] = [];
  const behind: Node[] = [];
  for (const node of parent.children) {
    if (!isElement(node)) {
      out.push(node);
      continue;
    }
    if (HEADINGS.has(node.name)) at.heading = tidied(textOf(node.children)) || at.heading;
    if (node.name !== "iframe" && node.name !== "video-request") {
      const isParagraph = node.name === "p" && node.hidden !== true;
      const after = inside(node, inFigure || node.name === "figure", at, env);
      const isEmptied = after.length > 0 && isParagraph && node.children.every(isBlank);
      if (!isEmptied) out.push(node);
      if (isParagraph || !INLINE.has(node.name)) out.push(...after);
      else behind.push(...after);
      continue;
    }
    const video = node.video ?? videoOf(node);
    const player = videoPlayer(video, placeOf(node, env), at.heading, env);
    const inline = parent.name === "p" && parent.hidden !== true ? true : INLINE.has(parent.name);
    if (player === undefined) {
      const link = finished(pageLink(video, at.heading, env));
      out.push(inline || inFigure ? link : finished(`<p>${link.html}</p>`));
    } else if (inline) behind.push(finished(mediaFigure(player)));
    else out.push(finished(inFigure ? player : mediaFigure(player).trimEnd()));
  }
  parent.children = out;
  return behind;
}

const INLINE = new Set(["a", "b", "em", "i", "span", "strong", "small", "sub", "sup", "u", "del"]);

const mediaFigure = (player: string): string => `<figure class="media">${player.trimEnd()}</figure>\n`;

/** A block without `figure`; undefined, with a warning, if the site does not allow the frame. */
function videoPlayer(video: Video, place: Place, heading: string, env: Env): string | undefined {
  const frame = frameOf(video, place, env);
  if (frame === undefined) return undefined;
  const borrowed = saysNothing(video.title);
  const written = borrowed ? heading.replace(/[\s\u00a0\u202f]*:$/, "") : video.title;
  const rules = env.source.typography === true ? typographerFor(env.source.lang) : undefined;
  for (const host of frame.hosts) env.frameHosts.add(host);
  env.reference("embed", video.src, written, place);
  return playerHtml(frame, {
    title: typeset(written, rules),
    borrowed,
    load: env.around.site.embeds.load,
    words: env.words,
    wordsLang: env.langs.words,
    features: video.features ?? [],
    // One too low for a video is a mistake.
    shape:
      video.shape === undefined || (video.shape === "low" && frame.kind === "video")
        ? frame.shape
        : video.shape,
    poster: posterOf(video, place, env),
    transcript: transcriptOf(video, written, place, env),
  });
}

function frameOf({ src, start }: Video, place: Place, env: Env): Frame | undefined {
  const found = findFrame(src, allowedHosts(env), start);
  if ("frame" in found) return found.frame;
  const host = found.refused === "host" ? found.host : undefined;
  if (host !== undefined) env.refusedHosts.add(host);
  const { allow, load } = env.around.site.embeds;
  const hosts = [...allow, ...env.refusedHosts].join(", ");
  const fix =
    host === undefined
      ? undefined
      : `embeds: { allow: [${hosts}]${load === "click" ? "" : `, load: ${load}`} }`;
  env.report("unknown-frame", place, { src }, fix);
  return undefined;
}

/** What replaces a frame: a titled link to the same page, if there is one. */
function pageLink({ src, title }: Video, heading: string, env: Env): string {
  const url = src.replace(/^\/\//, "https://");
  if (!isWeb(url) || !URL.canParse(url)) return escapeHtml(title);
  const name = saysNothing(title) ? heading.replace(/[\s\u00a0\u202f]*:$/, "") : title;
  const text = env.words.playerLink(name, new URL(url).host);
  return `<a href="${escapeHtml(url)}" rel="noopener"${env.langs.words}>${escapeHtml(text)}</a>`;
}

/** What a frame of raw HTML asks for. */
export function videoOf(frame: Element): Video {
  const value = (name: string): string => attr(frame, name)?.trim() ?? "";
  // Lazy-loading scripts keep the address in `data-src`.
  const src = [value("src"), value("data-src")].find((one) => one !== "" && one !== "about:blank") ?? "";
  const title = value("title") === "" ? value("aria-label") : value("title");
  const denied = value("allow").toLowerCase().split(";");
  const features = denied
    .filter((one) => !one.includes("'none'"))
    .map((one) => one.trim().split(/\s/)[0] ?? "");
  if (frame.attrs.some(([name]) => /^(?:webkit|moz|ms)?allowfullscreen$/.test(name)))
    features.push("fullscreen");
  return { src, title, features, shape: shapeOf(value("width"), value("height")) };
}

const SHAPES: readonly (readonly [shape: Shape, ratio: number])[] = [
  ["16-9", 16 / 9],
  ["4-3", 4 / 3],
  ["1-1", 1],
  ["9-16", 9 / 16],
];

/** The players of sounds are no higher, in pixels: the theme gives them as much. */
const LOW = 240;

/** The aspect ratio nearest to a width and height in pixels; without one that a screen has, whether the height is that of a sound. */
function shapeOf(width: string, height: string): Shape | undefined {
  const [wide = NaN, high = NaN] = [width, height].map((one) => Number(/^(\d{2,4})(?:px)?$/.exec(one)?.[1]));
  const ratio = wide / high;
  if (!(ratio > 0.4 && ratio < 3)) return high <= LOW ? "low" : undefined;
  const distance = (other: number): number => Math.abs(Math.log(ratio / other));
  return SHAPES.toSorted((a, b) => distance(a[1]) - distance(b[1]))[0]?.[0];
}

/** The picture to show before the click; for one that cannot be shown, the theme draws one. */
function posterOf({ poster }: Video, place: Place, env: Env): string {
  if (poster === undefined || poster === "" || env.around.site.embeds.load === "lazy") return "";
  const at = { span: { content: "", first: 0 }, offset: 0 };
  const written = { width: "", height: "" };
  const shown = showPicture({ src: poster, alt: "", attrs: [], place, inLink: true, written }, at, env);
  return shown?.kind === "finished" ? shown.html : "";
}

function transcriptOf({ transcript }: Video, title: string, place: Place, env: Env): string | undefined {
  if (transcript === undefined || transcript === "") return undefined;
  const address = resolveAddress(transcript, env);
  if (address === undefined) reportRefused(transcript, place, env);
  else env.reference("link", transcript, env.words.transcript(title), place);
  return address?.href;
}
