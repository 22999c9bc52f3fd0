// Raw HTML tags that load something → a picture, a local media file or a click-to-load player.
// What would be loaded from elsewhere becomes a link, or waits for the reader's click.
import type { Shape } from "../../embeds/types.ts";
import { escapeHtml } from "../../html.ts";
import { decodeComponent } from "../../percent-codes.ts";
import type { Place } from "../../problems.ts";
import { viewOf } from "../../images/variants.ts";
import { hasScheme } from "../../schemes.ts";
import { withBase } from "../../site/site.ts";
import { resolveAddress } from "../addresses.ts";
import type { Env } from "../env.ts";
import { pictureProblems } from "../picture-problems.ts";
import { findPicture, pictureHtml } from "../pictures/pictures.ts";
import { videoPlayer, type Video } from "../players.ts";
import { reportUnfit } from "../pictures/unfit-pictures.ts";
import { sideInStyle, type WrittenSize } from "../wanted-size.ts";
import { printAttributes, valueOf } from "./attributes.ts";
import type { OpenTag } from "./cleaner.ts";
import type { Attribute } from "./lexer.ts";
import type { OpenElement, OpenElements } from "./open-elements.ts";

export function pictureElement(
  tag: OpenTag,
  attributes: readonly Attribute[],
  place: Place,
  inLink: boolean,
  env: Env,
): string {
  const src = valueOf(tag.attributes, "src")?.trim() ?? "";
  if (src === "") return "";
  const kept = attributes.filter(({ name }) => !["src", "alt", "width", "height"].includes(name));
  return pictureHtml(
    {
      src,
      alt: valueOf(tag.attributes, "alt")?.trim(),
      attributes: kept.map(({ name, value }) => [name, value]),
      place,
      inLink,
      written: writtenSize(tag.attributes),
    },
    env,
  );
}

/** From the attributes of a tag, or from its style, where Pandoc and WordPress write it. */
function writtenSize(attributes: readonly Attribute[]): WrittenSize {
  const style = valueOf(attributes, "style") ?? "";
  const side = (name: "width" | "height"): string =>
    sideInStyle(style, name) ?? valueOf(attributes, name) ?? "";
  return { width: side("width"), height: side("height") };
}

/** The position of a frame; `braces` as in a video. */
type Standing = Pick<Video, "place" | "heading" | "braces">;

/** A player, without `figure`; empty, with an error, if the site does not allow the frame. */
export function playerElement(tag: OpenTag, standing: Standing, env: Env): string {
  const value = (name: string): string => valueOf(tag.attributes, name)?.trim() ?? "";
  // Lazy-loading scripts keep the address in `data-src`.
  const src = [value("src"), value("data-src")].find((one) => one !== "" && one !== "about:blank") ?? "";
  const title = value("title") === "" ? value("aria-label") : value("title");
  const shape = shapeOf(value("width"), value("height"));
  return videoPlayer({ ...standing, src, title, features: featuresOf(tag.attributes), shape }, env) ?? "";
}

/** Names in `allow`, except those it denies, and `fullscreen` if an older attribute requests it. */
function featuresOf(attributes: readonly Attribute[]): string[] {
  const written = (valueOf(attributes, "allow") ?? "").toLowerCase().split(";");
  const names = written
    .filter((one) => !one.includes("'none'"))
    .map((one) => one.trim().split(/\s/)[0] ?? "");
  const full = attributes.some(({ name }) => /^(?:webkit|moz|ms)?allowfullscreen$/.test(name));
  return full ? [...names, "fullscreen"] : names;
}

const SHAPES: readonly (readonly [shape: Shape, ratio: number])[] = [
  ["16-9", 16 / 9],
  ["4-3", 4 / 3],
  ["1-1", 1],
  ["9-16", 9 / 16],
];

/** The players of sounds are no higher, in pixels: the theme gives them as much. */
const LOW = 240;

/**
 * The aspect ratio nearest to a width and height in pixels. If one is missing, or if no screen has such a ratio, whether the
 * height is that of a sound; otherwise undefined.
 */
function shapeOf(width: string, height: string): Shape | undefined {
  const [wide = NaN, high = NaN] = [width, height].map((one) => Number(/^(\d{2,4})(?:px)?$/.exec(one)?.[1]));
  const ratio = wide / high;
  if (!(ratio > 0.4 && ratio < 3)) return high <= LOW ? "low" : undefined;
  const distance = (other: number): number => Math.abs(Math.log(ratio / other));
  return SHAPES.toSorted((a, b) => distance(a[1]) - distance(b[1]))[0]?.[0];
}

/** A video, an audio element, or a source of one: only files of this site. A file elsewhere becomes a link after the player. */
export function mediaElement(
  name: string,
  attributes: readonly Attribute[],
  place: () => Place,
  open: OpenElements,
  env: Env,
): string {
  const src = valueOf(attributes, "src");
  const address = src === undefined ? undefined : resolveAddress(src, env);
  const local = address !== undefined && !address.external && !hasScheme(address.href);
  const kept = attributes.flatMap((one) => {
    if (one.name === "src") return local ? { name: "src", value: address.href } : [];
    // A film of another site is not shown at all.
    if (one.name === "poster") return src === undefined || local ? localPoster(one.value, place(), env) : [];
    return one;
  });
  const elsewhere = address?.external === true && name !== "track" ? ` ${mediaLink(address.href)}` : "";
  if (src !== undefined && local) env.reference("media", src, "", place());
  else if (src !== undefined) env.report("dropped-html/media", place(), { url: src });
  if (name === "source" || name === "track") {
    const player = open.inside("video") ?? open.inside("audio");
    if (player !== undefined && elsewhere !== "") player.close += elsewhere;
    if (player !== undefined && local && name === "track" && isCaptions(attributes)) player.captioned = true;
    if (player !== undefined && local && name === "source") player.file ??= address.href;
    return player !== undefined && local ? `<${name}${printAttributes(kept)}>` : "";
  }
  if (src !== undefined && !local) return elsewhere;
  settlePlayer(name, kept);
  const muted = name === "audio" || attributes.some((one) => one.name === "muted");
  const onClose = ({ captioned, file, linked }: OpenElement): string => {
    if (captioned !== true && !muted) env.report("missing-captions", place(), {});
    return file === undefined || linked === true || open.inside("a") !== undefined ? "" : fileLink(file);
  };
  open.push({ name, close: `</${name}>`, onClose, ...(local && { file: address.href }) });
  return `<${name}${printAttributes(kept)}>`;
}

/** A track without a kind has subtitles. */
const isCaptions = (attributes: readonly Attribute[]): boolean =>
  /^(?:captions|subtitles)$/i.test(valueOf(attributes, "kind") ?? "subtitles");

const mediaLink = (href: string): string =>
  `<a href="${escapeHtml(href)}" rel="noopener">${escapeHtml(href)}</a>`;

/**
 * What is shown instead of the film or sound where nothing can play it: text browsers, reading views, some feed readers. Its
 * words are the name of the file, apart from those that its author may have written before it. A link of the author’s replaces it.
 */
function fileLink(href: string): string {
  const name = href.replace(/[?#].*$/s, "").replace(/^.*\//s, "");
  return name === "" ? "" : ` <a href="${escapeHtml(href)}">${escapeHtml(decodeComponent(name) ?? name)}</a>`;
}

/**
 * A picture of the site at the size of the text, like those around it: the page loads it at once, whatever its file weighs. One
 * that cannot be shown is left out, so that browsers show the beginning of the film instead.
 */
function localPoster(src: string, place: Place, env: Env): Attribute[] {
  if (src.trim() === "" || reportUnfit(src.trim(), place, "film", env)) return [];
  const finding = findPicture(src, env);
  env.problems.push(...pictureProblems(finding, src, place, "film"));
  if (finding.problem?.kind === "broken") env.named.add(finding.problem.file);
  if (!finding.found) return [];
  env.named.add(finding.picture.file);
  const { src: address } = viewOf(finding.picture, "content", "");
  return [{ name: "poster", value: withBase(env.around.site, address) }];
}

/**
 * A film or a sound starts with its buttons, and loads nothing before: browsers would fetch megabytes of it for each reader of the
 * page. A film without a poster has to show something, and what its author chose stays if it loads no more.
 */
function settlePlayer(element: string, kept: Attribute[]): void {
  // Without controls nobody could start it: scripts and `autoplay` are not allowed.
  if (valueOf(kept, "controls") === undefined) kept.push({ name: "controls", value: "" });
  const preload = kept.find(({ name }) => name === "preload");
  if (/^(?:none|metadata)$/i.test(preload?.value ?? "")) return;
  const value = element === "video" && valueOf(kept, "poster") === undefined ? "metadata" : "none";
  if (preload === undefined) kept.push({ name: "preload", value });
  else preload.value = value;
}
