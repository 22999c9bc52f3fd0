// A picture as an author wrote it → its HTML: the picture, or its alternative text if it cannot be shown.
// Nothing is ever loaded from another host, and a reader never sees a broken picture.
import { sizesOfShare, sizesOfWidth, viewOf, type KnownPicture } from "../../images/variants.ts";
import { escapeHtml } from "../../html.ts";
import { nameIn } from "../../paths.ts";
import { decodeComponent } from "../../percent-codes.ts";
import { problem, type Place } from "../../problems.ts";
import { ownPath, withBase } from "../../site/site.ts";
import type { Instead } from "../../strings/problems-pictures.ts";
import type { Env } from "../env.ts";
import { asTyped, pictureProblems } from "../picture-problems.ts";
import { wantedSize, widthAttribute, type Size, type WrittenSize } from "../wanted-size.ts";
import { holdsTag } from "../other-tools/template-leftovers.ts";
import type { PictureFinding, PictureProblem } from "../types.ts";
import { EMBEDDED, isUnfit, reportUnfit } from "./unfit-pictures.ts";

export interface Picture {
  src: string;
  /** Undefined if the author gave none; empty if the picture is decorative. */
  alt: string | undefined;
  /** Other attributes, already filtered. */
  attributes: readonly (readonly [name: string, value: string])[];
  place: Place;
  /** True if the picture is inside a link, which cannot contain another link. */
  inLink: boolean;
  /** What readers get if it cannot be shown, if that is not for its alternative text to say. */
  instead?: Instead;
  /** If it is shown beside others. */
  placeInRow?: PlaceInRow | undefined;
  /** What the author wrote of its size, if anything. */
  written?: WrittenSize;
}

/** Where a picture stands in a row of pictures that have the same height. */
export interface PlaceInRow extends Size {
  /** Share of the row's width. */
  share: number;
  /** What all pictures of the row share: the first row of a text is loaded as a whole. */
  row: { loadsAtOnce: boolean };
}

/** `<picture>`, `<img>`, or what replaces a picture that is not shown; never a `figure`. */
export function pictureHtml(picture: Picture, env: Env): string {
  const { src, place } = picture;
  const alt = picture.alt ?? "";
  if (EMBEDDED.test(src)) {
    // Its address is no name that a link could show.
    const unlinked = { ...picture, inLink: false };
    reportUnfit(src, place, insteadOf(alt, unlinked), env);
    return missing(alt, unlinked);
  }
  checkAlt(picture, env);
  env.reference("image", src, alt, place);
  if (reportUnfit(src, place, insteadOf(alt, picture), env)) return missing(alt, picture);
  const finding = findPicture(src, env);
  // If the address contains a tag of another generator, the message about the tag says what to write.
  if (finding.found || !holdsTag(src))
    env.problems.push(...pictureProblems(finding, src, place, insteadOf(alt, picture)));
  if (finding.problem?.kind === "broken") env.named.add(finding.problem.file);
  if (finding.problem?.kind === "remote") return remote(picture, alt, env);
  return finding.found ? shown(finding.picture, picture, env) : missing(alt, picture);
}

/** What the site knows of the picture at an address of a text. */
export function findPicture(src: string, env: Env): PictureFinding & { problem?: PictureProblem } {
  return env.around.picture(ownPath(env.around.site.homes, src), env.source);
}

/** Size at which the picture at an address of a text is shown, 0 × 0 if it is not known; undefined if it is not shown. */
export function sizeShown(src: string, env: Env): Size | undefined {
  const finding = isUnfit(src) ? undefined : findPicture(src, env);
  if (finding?.found !== true) return undefined;
  const { width = 0, height = 0 } = viewOf(finding.picture, "content", "");
  return { width, height };
}

const PICTURE_FILE = /\.(?:jpe?g|png|webp|avif)(?:[?#].*)?$/i;

/** Reports a link to a photo of `public/`, which is served as it is, if the photo contains the location where it was taken. */
export function checkLinkedPicture(href: string, place: Place, env: Env): void {
  if (!PICTURE_FILE.test(href)) return;
  const finding = findPicture(href, env);
  if (finding.found && finding.holds === "location")
    env.problems.push(problem("picture-location", place, { src: asTyped(href) }));
}

function shown(known: KnownPicture, { alt, attributes, placeInRow, written }: Picture, env: Env): string {
  const { site } = env.around;
  const view = viewOf(known, "content", site.basePath.slice(0, -1));
  const { src, sources } = view;
  const wanted =
    written && wantedSize(written, { width: 0, height: 0, ...view }, known.facts.format === "svg");
  const { width, height } = placeInRow ?? wanted ?? view;
  const sizes =
    placeInRow !== undefined
      ? sizesOfShare(placeInRow.share)
      : wanted !== undefined
        ? sizesOfWidth(wanted.width)
        : view.sizes;
  env.named.add(known.file);
  const first = env.pictures++ === 0;
  // If the cover is used inside the text, other than alone on its line, it is more useful there than above the text.
  if (first && env.source.cover === known.file) env.cover ??= { kept: true };
  const early = first && (env.source.cover === undefined || env.cover?.kept === true);
  if (early && placeInRow !== undefined) placeInRow.row.loadsAtOnce = true;
  const img = tag("img", [
    ["src", withBase(site, src)],
    ["alt", alt ?? ""],
    ...attributes,
    ...(width === undefined || height === undefined ? [] : pair(width, height)),
    ...loading(early, placeInRow?.row.loadsAtOnce === true),
    ["decoding", "async"],
  ]);
  if (sources.length === 0) return img;
  const offers = sources.map(({ type, srcset }) =>
    tag("source", [
      ["type", type],
      ["srcset", srcset],
      ["sizes", sizes],
    ]),
  );
  return `<picture>${offers.join("")}${img}</picture>`;
}

const loading = (isFirst: boolean, isBesideFirst: boolean): [string, string][] =>
  isFirst ? [["fetchpriority", "high"]] : isBesideFirst ? [] : [["loading", "lazy"]];

const pair = (width: number, height: number): [string, string][] => [
  ["width", String(width)],
  ["height", String(height)],
];

const tag = (name: string, attributes: readonly (readonly [string, string])[]): string =>
  `<${name}${attributes.map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join("")}>`;

/** What readers get instead of a missing picture. */
function insteadOf(alt: string, { inLink, instead }: Picture): Instead {
  if (instead !== undefined) return instead;
  if (alt !== "") return "alt";
  return inLink ? "name" : "nothing";
}

function missing(alt: string, { src, inLink }: Picture): string {
  const text = alt === "" && inLink ? fileName(src) : alt;
  return text === "" ? "" : `<span class="missing-image">${escapeHtml(text)}</span>`;
}

function checkAlt({ src, alt, attributes, place }: Picture, env: Env): void {
  const isName = (text: string): boolean =>
    FILE.test(text) || (text !== "" && bare(text) === bare(fileName(src)));
  const saysNothing = (text: string): boolean => isName(text) || SAYS_NOTHING.test(text);
  const words = alt?.replace(SIZE, "");
  // The message about the tag already says what to write.
  if (holdsTag(src) || (words !== undefined && words === alt && !saysNothing(words))) return;
  const title = attributes.find(([name]) => name === "title")?.[1] ?? "";
  const shows = title === "" || saysNothing(title) ? undefined : title.replace(/[[\]]/g, "\\$&");
  const params = { src: asTyped(src), shows };
  if (alt === undefined || words === undefined) env.report("missing-alt/none", place, params);
  else if (words === "" || saysNothing(words))
    env.report(`missing-alt/${isName(words) ? "file-name" : "words"}`, place, {
      ...params,
      alt: words || alt,
    });
  else {
    const size = widthAttribute(SIZE.exec(alt)?.[1]);
    env.report("missing-alt/size", place, { ...params, alt, size, shows: words.replace(/[[\]]/g, "\\$&") });
  }
}

/** The size that Obsidian reads after the description, which is no year; a bare one takes its place. */
const SIZE = /(?:^|(?<![ \u00a0])[ \u00a0]*\|[ \u00a0]*)(?!(?:19|20)\d\d$)(\d{2,4})(?:x\d{2,4})?$/;

/** The name of a file, or what a camera calls one. */
const FILE = /\S\.(?:png|jpe?g|gif|webp|avif|svg)$|^(?:IMG|DSC[NF]?|PXL)[ _-]?\d{3,}\S*$/i;
/** What editors and text editors put where the description should be. */
const SAYS_NOTHING =
  /^(?:alt|alt[ _-]?text|texte?[ _-]alternatif|(?:enter )?image(?: alt| description)(?: here)?|sans titre|untitled|(?:image|img|photo|picture|capture(?: d['’]écran)?|screenshot|copie d['’]écran)[ _-]?\d{0,3})$/i;

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\.[a-z0-9]{2,4}$/, "")
    .replace(/[\s_-]+/g, "");

function remote(picture: Picture, alt: string, env: Env): string {
  const text = alt === "" ? env.said(env.words.remotePicture(fileName(picture.src))) : escapeHtml(alt);
  if (picture.inLink) return `<span class="remote-image">${text}</span>`;
  const address = picture.src.startsWith("//") ? `https:${picture.src}` : picture.src;
  if (!/^https?:/i.test(address)) return `<span class="remote-image">${text}</span>`;
  return `<a class="remote-image" href="${escapeHtml(address)}" rel="noopener">${text}</a>`;
}

/** The text that a picture's HTML shows instead of a picture; empty for a picture. */
export function shownText(html: string): string {
  return /^<(?:img|picture)\b/.test(html) ? "" : html.replace(/<[^>]*>/g, "");
}

/** Name of the file at an address, decoded. */
function fileName(src: string): string {
  const path = src.replace(/[?#].*$/s, "");
  const name = nameIn(path);
  return decodeComponent(name) ?? name;
}
