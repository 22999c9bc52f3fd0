// Pictures of Markdown and raw HTML → pictures of the site, or their alternative text.
// Nothing is ever loaded from another host, and a reader never sees a broken picture. The first picture or row of a text loads at
// once, the others when they come near the viewport; the cover is not repeated.
import { sizesOfShare, sizesOfWidth, viewOf, type KnownPicture } from "../images/variants.ts";
import type { Place } from "../problems.ts";
import { hasScheme, isWeb } from "../urls.ts";
import { ownPath, withBase } from "../site/site.ts";
import { asTyped } from "./addresses.ts";
import type { Env } from "./env.ts";
import { fileName } from "./links.ts";
import { arrangePictures, isArranging, type PlaceInRow } from "./picture-rows.ts";
import { pictureProblems } from "./picture-problems.ts";
import {
  attr,
  finished,
  isBlank,
  isElement,
  makeElement,
  makeText,
  onlySeen,
  placeOf,
  printAttribute,
  type Element,
  type Node,
} from "./tree.ts";
import type { PictureFinding, PictureProblem } from "./types.ts";
import { sideInStyle, wantedSize, type WrittenSize } from "./wanted-size.ts";

export interface Picture {
  src: string;
  /** Undefined if the author gave none; empty if the picture is decorative. */
  alt: string | undefined;
  /** Other attributes, already filtered. */
  attrs: readonly (readonly [name: string, value: string])[];
  place: Place;
  /** True if the picture is inside a link, which cannot contain another link. */
  inLink: boolean;
  placeInRow?: PlaceInRow | undefined;
  /** What the author wrote of its size. */
  written: WrittenSize;
}

interface Around {
  inLink: boolean;
  /** True inside what already arranges its content: a list, a table, raw HTML. */
  isArranged: boolean;
  places: ReadonlyMap<Element, PlaceInRow>;
}

export function showPictures(root: Element, env: Env): void {
  if (env.names.has("img")) inside(root, { inLink: false, isArranged: false, places: new Map() }, env);
}

/** Returns whether a picture was left out. */
function inside(parent: Element, around: Around, env: Env): boolean {
  const out: Node[] = [];
  let isLacking = false;
  for (const node of parent.children) {
    if (!isElement(node)) out.push(node);
    else if (node.name === "img") {
      const shown = show(node, around, env);
      if (shown === undefined) isLacking = true;
      else out.push(shown);
    } else if (parent.name !== "article" || !isCoverAgain(node, env)) {
      const rows = isFree(node, around) ? arrangePictures(node, env) : undefined;
      if (rows !== undefined) node.children = rows.children;
      const lacks = inside(
        node,
        {
          inLink: around.inLink || node.name === "a",
          isArranged: around.isArranged || isArranging(node),
          places: rows?.places ?? around.places,
        },
        env,
      );
      if (lacks && (node.name === "p" || node.name === "a") && node.children.every(isBlank)) isLacking = true;
      else out.push(node);
    }
  }
  parent.children = out;
  return isLacking;
}

/** True for a paragraph or a figure that nothing arranges: with a class of its own, the site's styles do. */
const isFree = (node: Element, { isArranged }: Around): boolean =>
  (node.name === "p" || node.name === "figure") &&
  !node.raw &&
  !isArranged &&
  attr(node, "class") === undefined;

/** True for a first paragraph that is only the cover, which its page shows above the text. */
function isCoverAgain(node: Element, env: Env): boolean {
  if (env.source.cover === undefined || env.pictures > 0 || env.cover !== undefined) return false;
  const image = node.name === "p" && !node.raw ? onlySeen(node.children) : undefined;
  if (!isElement(image, "img") || image.raw) return false;
  const src = attr(image, "src") ?? "";
  const finding = findPicture(src, env);
  if (!finding.found || finding.picture.file !== env.source.cover) return false;
  const [alt, place] = [attr(image, "alt") ?? "", placeOf(image, env)];
  env.problems.push(...pictureProblems(finding, src, place));
  env.reference("image", src, alt, place);
  env.cover = { kept: false, alt };
  return true;
}

/** Attributes that are values of a picture. */
const OWN = new Set(["src", "alt", "width", "height", "style"]);

function show(element: Element, { inLink, places }: Around, env: Env): Node | undefined {
  const src = attr(element, "src")?.trim() ?? "";
  if (src === "") return undefined;
  const picture = {
    ...{ src, alt: attr(element, "alt")?.trim(), inLink, placeInRow: places.get(element) },
    attrs: element.attrs.filter(([name]) => !OWN.has(name)),
    place: placeOf(element, env),
    written: { width: sideOf(element, "width"), height: sideOf(element, "height") },
  };
  return showPicture(picture, element, env);
}

/** From the attributes of a tag, or from its style, where Pandoc and WordPress write it. */
const sideOf = (element: Element, side: "width" | "height"): string =>
  sideInStyle(attr(element, "style") ?? "", side) ?? attr(element, side) ?? "";

/** The picture, or what replaces one that is not shown; never a `figure`. */
export function showPicture(
  picture: Picture,
  at: Pick<Element, "span" | "offset">,
  env: Env,
): Node | undefined {
  const { src, place, inLink } = picture;
  const alt = picture.alt ?? "";
  env.reference("image", src.startsWith("data:") ? named(src) : src, alt, place);
  const finding = isUnfit(src) ? undefined : findPicture(src, env);
  if (finding === undefined) env.report("missing-image", place, { src: named(src) });
  else env.problems.push(...pictureProblems(finding, src, place));
  if (finding?.found === true) return finished(shown(finding.picture, picture, env), alt);
  if (finding?.problem?.kind === "broken") env.named.add(finding.problem.file);
  if (finding?.problem?.kind === "remote") return remote(picture, alt, at, env);
  const text = alt === "" && inLink && !src.startsWith("data:") ? fileName(src) : alt;
  return text === "" ? undefined : makeElement("span", at, [makeText(text)], [["class", "missing-image"]]);
}

/** An address for a message: that of a picture written in the text may be a million characters long. */
export const named = (src: string): string =>
  src.startsWith("data:") ? `${src.slice(0, 40)}…` : asTyped(src);

/** An address that no picture has: `data:`, a file of the author's computer, another scheme. */
export const isUnfit = (src: string): boolean => hasScheme(src) && !isWeb(src);

/** What the site knows of the picture at an address of a text. */
export function findPicture(src: string, env: Env): PictureFinding & { problem?: PictureProblem } {
  return env.around.picture(ownPath(env.around.site.homes, src), env.source);
}

function shown(known: KnownPicture, { alt, attrs, placeInRow, written }: Picture, env: Env): string {
  const { site } = env.around;
  const view = viewOf(known, "content", site.basePath.slice(0, -1));
  const wanted = wantedSize(written, { width: 0, height: 0, ...view }, known.facts.format === "svg");
  const { width, height } = placeInRow ?? wanted ?? view;
  const sizes =
    placeInRow !== undefined
      ? sizesOfShare(placeInRow.share)
      : wanted !== undefined
        ? sizesOfWidth(wanted.width)
        : view.sizes;
  env.named.add(known.file);
  const isFirst = env.pictures++ === 0;
  // If the cover is used inside the text, other than alone on its line, it is more useful there than above the text.
  if (isFirst && env.source.cover === known.file) env.cover ??= { kept: true };
  const isEarly = isFirst && (env.source.cover === undefined || env.cover?.kept === true);
  if (isEarly && placeInRow !== undefined) placeInRow.row.loadsAtOnce = true;
  const loading: [string, string][] = isEarly
    ? [["fetchpriority", "high"]]
    : placeInRow?.row.loadsAtOnce === true
      ? []
      : [["loading", "lazy"]];
  const img = tag("img", [
    ["src", withBase(site, view.src)],
    ["alt", alt ?? ""],
    ...attrs,
    ...(width === undefined || height === undefined
      ? []
      : ([
          ["width", String(width)],
          ["height", String(height)],
        ] as const)),
    ...loading,
    ["decoding", "async"],
  ]);
  if (view.sources.length === 0) return img;
  const sources = view.sources.map(({ type, srcset }) =>
    tag("source", [
      ["type", type],
      ["srcset", srcset],
      ["sizes", sizes],
    ]),
  );
  return `<picture>${sources.join("")}${img}</picture>`;
}

const tag = (name: string, attrs: readonly (readonly [string, string])[]): string =>
  `<${name}${attrs.map(([key, value]) => printAttribute(key, value)).join("")}>`;

/** A link to a picture of another site. */
function remote(
  { src, inLink }: Picture,
  alt: string,
  at: Pick<Element, "span" | "offset">,
  env: Env,
): Element {
  const name = env.words.remotePicture(fileName(src));
  const text = alt === "" ? finished(env.said(name), name) : makeText(alt);
  const address = src.startsWith("//") ? `https:${src}` : src;
  const isLink = !inLink && isWeb(address);
  const attrs: [string, string][] = [["class", "remote-image"]];
  if (isLink) attrs.push(["href", address], ["rel", "noopener"]);
  return { ...makeElement(isLink ? "a" : "span", at, [text], attrs), isMade: true };
}
