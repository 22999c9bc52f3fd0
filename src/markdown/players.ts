// Frames, lone addresses of videos and `::video` directives → click-to-load players, or a titled link to the page of a frame that the
// site does not allow. Every player of a page is made here, so that its host always reaches `frame-src`.
// Until then, what asks for a player is an `iframe` in the tree: one that is not raw has also the attributes of the directive.
import { seconds, type Shape } from "../embeds/frame.ts";
import { playerHtml } from "../embeds/player.ts";
import { ANY_PROVIDER, findFrame } from "../embeds/providers.ts";
import { escapeHtml } from "../text.ts";
import { isWeb } from "../urls.ts";
import { asTyped, reportRefused, resolveAddress } from "./links.ts";
import type { Env } from "./env.ts";
import type { BlockRule } from "./parser.ts";
import { HEADINGS } from "./html/policy.ts";
import { showPicture } from "./pictures.ts";
import {
  Element,
  finished,
  isBlank,
  isElement,
  linesOf,
  makeText,
  onlySeen,
  textOf,
  type Node,
} from "./tree.ts";

const DIRECTIVE = /^::vid[eé]o[ \t]*(?:\[((?:\\.|[^\]\\])*)\])?[ \t]*\{([^}]*)\}[ \t\u00a0]*$/i;
const ATTRIBUTE = /(url|start|poster|transcript)=(?:["“'](.*?)["”']|([^\s,]*))/gi;

/**
 * The block rule for `::video[Title]{url=… start=90 poster=… transcript=…}` alone on its line. A line that is written otherwise stays
 * text, which lint reports.
 */
export const directive: BlockRule = (state, startLine, _endLine, silent) => {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith("::", start) || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4)
    return false;
  const line = state.src.slice(start, state.eMarks[startLine]).trimEnd();
  const [, title = "", written = ""] = DIRECTIVE.exec(line) ?? [];
  const given = Array.from(
    written.matchAll(ATTRIBUTE),
    ([, name = "", quoted, plain = ""]): [string, string] => [
      name.toLowerCase().replace("url", "src"),
      (quoted ?? plain).trim(),
    ],
  );
  if (!given.some(([name, value]) => name === "src" && value !== "")) return false;
  if (silent) return true;
  const token = state.push("video", "iframe", 0);
  token.attrs = [...given, ["title", title.replace(/\\([!-/:-@[-`{-~])/g, "$1").trim()]];
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
};

export interface Video {
  src: string;
  title: string;
  /** In seconds; overrides that of the address. */
  start: number | undefined;
  poster: string;
  transcript: string;
  /** Browser features that the author allows the frame to use. */
  features: readonly string[];
  shape: Shape | undefined;
}

/** What an `iframe` of the tree asks for. */
export function videoOf(frame: Element): Video {
  const value = (name: string): string => frame.attr(name)?.trim() ?? "";
  const ofDirective = (name: string): string => (frame.raw ? "" : value(name));
  const features = value("allow")
    .toLowerCase()
    .split(";")
    .filter((one) => !one.includes("'none'"))
    .map((one) => one.trim().split(/\s/)[0] ?? "");
  if (frame.attrs.some(([name]) => /^(?:webkit|moz|ms)?allowfullscreen$/.test(name)))
    features.push("fullscreen");
  const start = ofDirective("start");
  return {
    // Lazy-loading scripts keep the address in `data-src`.
    src: [value("src"), value("data-src")].find((one) => one !== "" && one !== "about:blank") ?? "",
    title: value("title") === "" ? value("aria-label") : value("title"),
    start: /^0+s?$/.test(start) ? 0 : seconds(start),
    poster: ofDirective("poster"),
    transcript: ofDirective("transcript"),
    features,
    shape: shapeOf(value("width"), value("height")),
  };
}

/** The players of sounds are no higher, in pixels: the theme gives them as much. */
const LOW = 240;

/** The aspect ratio nearest to a width and height in pixels; without one that a screen has, whether the height is that of a sound. */
function shapeOf(width: string, height: string): Shape | undefined {
  const [wide = NaN, high = NaN] = [width, height].map((one) => Number(/^(\d{2,4})(?:px)?$/.exec(one)?.[1]));
  const ratio = wide / high;
  if (!(ratio > 0.4 && ratio < 3)) return high <= LOW ? "low" : undefined;
  // Halfway between the shapes, as proportions go.
  if (ratio > 1.54) return "16-9";
  return ratio > 1.155 ? "4-3" : ratio > 0.75 ? "1-1" : "9-16";
}

/** Blocks in which an address is a list entry or a source. */
const LISTS = new Set(["li", "dd", "dt", "table"]);

/** Paragraphs that are the address of a video, alone or with a caption under it → frames. */
export function findLoneVideos(root: Element, env: Env): void {
  if (!env.names.has("a")) return;
  root.replace((block) => {
    if (LISTS.has(block.name)) return [block];
    if (block.name !== "p" || block.raw || block.hidden) return undefined;
    const lines = linesOf(block.children);
    const links = lines.map((line) => loneVideo(onlySeen(line), env));
    const end = links.indexOf(undefined);
    const [caption, ...others] = end < 0 ? [] : lines.slice(end);
    const isCaption = end === 1 && others.length === 0 && isElement(onlySeen(caption ?? []), "em");
    if (links[0] === undefined || (end >= 0 && !isCaption)) return [block];
    env.names.add("iframe");
    const first = block.lines?.[0] ?? 0;
    const out: Node[] = [];
    for (const [i, link] of links.entries()) {
      if (i > 0) out.push(makeText("\n"));
      const frame = new Element("iframe", link ?? block, [], { src: link?.attr("href") ?? "" });
      frame.lines = [first + i, first + i + 1];
      out.push(link ? frame : block.part(caption ?? [], [first + 1, block.lines?.[1] ?? first + 2]));
    }
    return out;
  });
}

/** The link that a node is, if it shows its address as it was typed and leads to a video. */
function loneVideo(node: Node | undefined, env: Env): Element | undefined {
  if (!isElement(node, "a")) return undefined;
  const [href, text] = [node.attr("href") ?? "", textOf(node.children)];
  const isAddress = text === href || asTyped(href) === text || `http://${text}` === href;
  return isAddress && findFrame(href, allowedHosts(env)).frame?.kind === "video" ? node : undefined;
}

/** The hosts that the site allows, in lower case as in addresses. */
export const allowedHosts = (env: Env): string[] =>
  env.around.site.embeds.allow.map((host) => host.toLowerCase());

/** Frames → players. The heading above is the title of a player whose author gave none. */
export function showPlayers(root: Element, env: Env): void {
  if (env.names.has("iframe")) inside(root, false, { heading: env.source.title }, env);
}

const INLINE = new Set(["a", "b", "em", "i", "span", "strong", "small", "sub", "sup", "u", "del"]);

/** Returns the players that could not stay in a paragraph, and follow it. */
function inside(parent: Element, inFigure: boolean, at: { heading: string }, env: Env): Node[] {
  const out: Node[] = [];
  const behind: Node[] = [];
  const isInline = INLINE.has(parent.name) || (parent.name === "p" && !parent.hidden);
  for (const node of parent.children) {
    if (!isElement(node)) {
      out.push(node);
      continue;
    }
    if (HEADINGS.has(node.name)) at.heading = node.title || at.heading;
    if (node.name === "iframe") {
      const video = videoOf(node);
      const player = videoPlayer(node, video, at.heading, env);
      const link = player === undefined ? pageLink(video, at.heading, env) : "";
      const figure = `<figure class="media">${player?.trimEnd() ?? ""}</figure>`;
      if (player === undefined) out.push(finished(isInline || inFigure ? link : `<p>${link}</p>`));
      else if (isInline) behind.push(finished(`${figure}\n`));
      else out.push(finished(inFigure ? player : figure));
      continue;
    }
    const after = inside(node, inFigure || node.name === "figure", at, env);
    const isParagraph = node.name === "p" && !node.hidden;
    if (after.length === 0 || !isParagraph || !node.children.every(isBlank)) out.push(node);
    (INLINE.has(node.name) ? behind : out).push(...after);
  }
  parent.children = out;
  return behind;
}

/** The title that providers' own snippets give to any video: it says nothing about this one. */
const ANY_VIDEO = new RegExp(
  `^(?:(?:${ANY_PROVIDER})[ -]?)?(?:(?:video|vidéo|audio)[ -]?)?(?:player|embed|video|vidéo|iframe|lecteur(?: vidéo)?)$`,
  "i",
);

export const saysNothing = (title: string): boolean => title === "" || ANY_VIDEO.test(title);

const titleOf = ({ title }: Video, heading: string): string =>
  saysNothing(title) ? heading.replace(/[\s\u00a0\u202f]*:$/, "") : title;

/** A block without `figure`; undefined, with a warning, if the site does not allow the frame. */
function videoPlayer(element: Element, video: Video, heading: string, env: Env): string | undefined {
  const place = env.placeOf(element);
  const { load, allow } = env.around.site.embeds;
  const { frame, refusedHost } = findFrame(video.src, allowedHosts(env), video.start);
  if (frame === undefined) {
    if (refusedHost !== undefined) env.refusedHosts.add(refusedHost);
    const hosts = [...allow, ...env.refusedHosts].join(", ");
    const fix = `embeds: { allow: [${hosts}]${load === "click" ? "" : `, load: ${load}`} }`;
    env.report("unknown-frame", place, { src: video.src }, refusedHost === undefined ? undefined : fix);
    return undefined;
  }
  const title = titleOf(video, heading);
  for (const host of frame.hosts) env.frameHosts.add(host);
  env.reference("embed", video.src, title, place);
  // For a film without one that can be shown, the theme draws a poster.
  const image = new Element("img", element, [], { src: video.poster, alt: "" });
  const poster = load === "lazy" ? undefined : showPicture(image, true, env);
  const transcript = video.transcript === "" ? undefined : resolveAddress(video.transcript, env);
  if (transcript !== undefined) env.reference("link", video.transcript, env.words.transcript(title), place);
  else if (video.transcript !== "") reportRefused(video.transcript, place, env);
  // A height too low for a video is a mistake.
  const isMistaken = video.shape === "low" && frame.kind === "video";
  return playerHtml(frame, {
    title: env.typeset(title),
    borrowed: saysNothing(video.title),
    load,
    words: env.words,
    wordsLang: env.langs.words,
    features: video.features,
    shape: isMistaken ? frame.shape : (video.shape ?? frame.shape),
    poster: poster?.kind === "finished" ? poster.html : "",
    transcript: transcript?.href,
  });
}

/** What replaces a frame: a titled link to the same page, if there is one. */
function pageLink(video: Video, heading: string, env: Env): string {
  const url = video.src.replace(/^\/\//, "https://");
  if (!isWeb(url) || !URL.canParse(url)) return escapeHtml(video.title);
  const text = env.words.playerLink(titleOf(video, heading), new URL(url).host);
  return `<a href="${escapeHtml(url)}" rel="noopener"${env.langs.words}>${escapeHtml(text)}</a>`;
}
