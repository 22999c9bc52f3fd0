// Pictures of Markdown and raw HTML → pictures of the site, or their alternative text.
// Nothing is ever loaded from another host, and a reader never sees a broken picture. The first picture of a text loads at
// once, the others when they come near the viewport; the cover is not repeated.
import { sizesOfShare, sizesOfWidth, viewOf, type KnownPicture } from "../images/variants.ts";
import { problem, type Place, type Problem } from "../problems.ts";
import { hasScheme, isWeb } from "../urls.ts";
import { ownPath, withBase } from "../site/site.ts";
import type { Env } from "./env.ts";
import { asTyped, fileName } from "./links.ts";
import { arrangePictures, isArranging, type PlaceInRow } from "./picture-rows.ts";
import { wantedSize } from "./picture-size.ts";
import {
  Element,
  finished,
  isBlank,
  isElement,
  makeText,
  onlySeen,
  printAttribute,
  type Node,
} from "./tree.ts";
import type { PictureFinding, PictureProblem } from "./types.ts";

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
      const shown = showPicture(node, around.inLink, env, around.places.get(node));
      if (shown === undefined) isLacking = true;
      else out.push(shown);
    } else if (parent.name !== "article" || !isCoverAgain(node, env)) {
      const rows = around.isArranged ? undefined : arrangePictures(node, env);
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

/** True for a first paragraph that is only the cover, which its page shows above the text. */
function isCoverAgain(node: Element, env: Env): boolean {
  if (env.source.cover === undefined || env.pictures > 0 || env.cover !== undefined) return false;
  const image = node.name === "p" && !node.raw ? onlySeen(node.children) : undefined;
  if (!isElement(image, "img") || image.raw) return false;
  const src = image.attr("src") ?? "";
  const finding = findPicture(src, env);
  if (!finding.found || finding.picture.file !== env.source.cover) return false;
  const [alt, place] = [image.attr("alt") ?? "", env.placeOf(image)];
  env.problems.push(...pictureProblems(finding, src, place));
  env.reference("image", src, alt, place);
  env.cover = { kept: false, alt };
  return true;
}

/** The picture, or what replaces one that is not shown; never a `figure`. */
export function showPicture(
  image: Element,
  inLink: boolean,
  env: Env,
  placeInRow?: PlaceInRow,
): Node | undefined {
  const src = image.attr("src")?.trim() ?? "";
  const alt = image.attr("alt")?.trim() ?? "";
  if (src === "") return undefined;
  const isData = src.startsWith("data:");
  env.reference("image", isData ? named(src) : src, alt, env.placeOf(image));
  const finding = findAndReport(src, env.placeOf(image), env);
  if (finding?.found === true) return finished(shown(finding.picture, image, env, placeInRow), alt);
  if (finding?.problem?.kind === "remote") return remote(src, alt, inLink, env);
  const text = alt === "" && inLink && !isData ? fileName(src) : alt;
  return text === "" ? undefined : new Element("span", image, [makeText(text)], { class: "missing-image" });
}

/** What the site knows of a picture, whose problems are reported; undefined for an address that no picture has. */
export function findAndReport(
  src: string,
  place: Place,
  env: Env,
): ReturnType<typeof findPicture> | undefined {
  if (isUnfit(src)) {
    env.report("missing-image", place, { src: named(src) });
    return undefined;
  }
  const finding = findPicture(src, env);
  env.problems.push(...pictureProblems(finding, src, place));
  if (finding.found) env.named.add(finding.picture.file);
  else if (finding.problem?.kind === "broken") env.named.add(finding.problem.file);
  return finding;
}

/** An address for a message: that of a picture written in the text may be a million characters long. */
const named = (src: string): string => (src.startsWith("data:") ? `${src.slice(0, 40)}…` : asTyped(src));

/** An address that no picture has: `data:`, a file of the author's computer, another scheme. */
export const isUnfit = (src: string): boolean => hasScheme(src) && !isWeb(src);

/** What the site knows of the picture at an address of a text. */
export function findPicture(src: string, env: Env): PictureFinding & { problem?: PictureProblem } {
  return env.around.picture(ownPath(env.around.site.homes, src), env.source);
}

/** Attributes that are values of a picture. */
const OWN = new Set(["src", "alt", "width", "height", "style"]);

function shown(known: KnownPicture, image: Element, env: Env, placeInRow?: PlaceInRow): string {
  const { site } = env.around;
  const view = viewOf(known, placeInRow ? "row" : "content", site.basePath.slice(0, -1));
  const wanted = wantedSize(image, { width: 0, height: 0, ...view }, known.facts.format === "svg");
  const { width, height } = placeInRow ?? wanted ?? view;
  let { sizes } = view;
  if (wanted !== undefined) sizes = sizesOfWidth(wanted.width);
  if (placeInRow !== undefined) sizes = sizesOfShare(placeInRow.share);
  const isFirst = env.pictures++ === 0;
  // If the cover is used inside the text, other than alone on its line, it is more useful there than above the text.
  if (isFirst && env.source.cover === known.file) env.cover ??= { kept: true };
  const isEarly = isFirst && (env.source.cover === undefined || env.cover?.kept === true);
  const img = tag("img", [
    ["src", withBase(site, view.src)],
    ["alt", env.typeset(image.attr("alt")?.trim() ?? "")],
    ...image.attrs
      .filter(([name]) => !OWN.has(name))
      .map(([name, value]) => [name, name === "title" ? env.typeset(value) : value] as const),
    ["width", width],
    ["height", height],
    ["fetchpriority", isEarly ? "high" : undefined],
    ["loading", isEarly ? undefined : "lazy"],
    ["decoding", "async"],
  ]);
  const sources = view.sources.map(({ type, srcset }) =>
    tag("source", Object.entries({ type, srcset, sizes })),
  );
  return sources.length === 0 ? img : `<picture>${sources.join("")}${img}</picture>`;
}

/** Attributes without a value are left out. */
function tag(name: string, attrs: readonly (readonly [string, string | number | undefined])[]): string {
  let html = `<${name}`;
  for (const [key, value] of attrs) if (value !== undefined) html += printAttribute(key, String(value));
  return `${html}>`;
}

/** A link to a picture of another site. */
function remote(src: string, alt: string, inLink: boolean, env: Env): Element {
  const name = env.words.remotePicture(fileName(src));
  const text = alt === "" ? finished(env.said(name), name) : makeText(alt);
  const href = src.startsWith("//") ? `https:${src}` : src;
  const at = { span: { content: "", first: 0 }, offset: -1 };
  return inLink || !isWeb(href)
    ? new Element("span", at, [text], { class: "remote-image" })
    : new Element("a", at, [text], { class: "remote-image", href, rel: "noopener" });
}

/** What is known to be wrong with a picture → the messages that say so, wherever a text or a setting names it. */
export function pictureProblems(
  { problem: found }: PictureFinding & { problem?: PictureProblem },
  address: string,
  place: Place,
): Problem[] {
  const src = asTyped(address);
  switch (found?.kind) {
    case undefined:
      return [];
    case "missing":
      return [problem("missing-image", place, { src }, asAddress(found.suggestion))];
    case "case":
      return [problem("image-case", place, { src }, asAddress(found.actual))];
    case "broken":
      return [problem("broken-image", place, { src })];
    case "remote":
      return [problem("third-party-image", place, { src }, asAddress(found.here))];
  }
}

/** A path as an address that an author can type: characters that would end it or have a meaning of their own are encoded. */
const asAddress = (path: string | undefined): string | undefined =>
  path?.replace(/[\s%#?]/g, encodeURIComponent);
