// Advice that a pattern cannot give: on headings, pictures, links, tables, films, frames and code.
import { findFrame } from "../embeds/providers.ts";
import { asTyped } from "../markdown/links.ts";
import type { Env } from "../markdown/env.ts";
import { boldAround, headingsOf, levelOf, Outline } from "../markdown/headings.ts";
import { HEADINGS } from "../markdown/html/policy.ts";
import { fileName } from "../markdown/links.ts";
import { findPicture, isUnfit } from "../markdown/pictures.ts";
import { allowedHosts, saysNothing, videoOf } from "../markdown/players.ts";
import { hasHeaders } from "../markdown/tables.ts";
import { isBlank, isElement, onlySeen, type Element } from "../markdown/tree.ts";

/** Headings that skip a level, once for all that skip the same one; and lines in bold that look like headings. */
export function checkHeadings(root: Element, env: Env): void {
  const headings = headingsOf(root);
  const outline = new Outline(headings);
  const told = new Set<string>();
  const shown = new Map<Element, string>();
  for (const heading of headings) {
    const text = heading.title;
    const { level, isSkipped } = outline.add(heading);
    shown.set(heading, outline.signs(level));
    const fault = `${String(levelOf(heading))} ${String(level)}`;
    if (!isSkipped || text === "" || told.has(fault)) continue;
    told.add(fault);
    env.report("skipped-heading", env.placeOf(heading), { text }, `${outline.signs(level)} ${text}`);
  }
  let signs = "##";
  const blocks = root.children.filter((node) => !isBlank(node));
  for (const [i, block] of blocks.entries()) {
    if (!isElement(block)) continue;
    signs = shown.get(block) ?? signs;
    const text = boldLine(block);
    if (text === undefined) continue;
    const next = blocks[i + 1];
    // A last line is a signature, one of several a poster, one that ends in a colon the first words of a list.
    const isAmong = [blocks[i - 1], next].some((one) => isElement(one) && boldLine(one) !== undefined);
    const isLabel = text.endsWith(":") && isElement(next) && /^[uo]l$/.test(next.name);
    if (isAmong || isLabel || !isElement(next) || next.name === "section") continue;
    const above = blocks[i - 1];
    const isUnder = isElement(above) && HEADINGS.has(above.name);
    env.report("bold-heading", env.placeOf(block), { text }, `${signs}${isUnder ? "#" : ""} ${text}`);
  }
}

/** Sentences are bold for emphasis; a few words on a line of their own are probably a heading. */
function boldLine(block: Element): string | undefined {
  const bold = block.name === "p" || block.name === "div" ? boldAround(block.children) : undefined;
  if (bold === undefined || bold.children.some((node) => isElement(node, "br"))) return undefined;
  const text = bold.title;
  const isLink = isElement(onlySeen(bold.children), "a");
  return isLink || text.length > 100 || /[.!,;…»"]$|^\(.*\)$/.test(text) || !/\p{L}{2}/u.test(text)
    ? undefined
    : text;
}

/** The name of a file, or what a camera or an editor calls one. */
const FILE_NAME =
  /\S\.(?:png|jpe?g|gif|webp|avif|svg)$|^(?:(?:IMG|DSC[NF]?|PXL)[ _-]?\d{3,}\S*|alt(?: text)?|(?:enter )?image(?: (?:alt|description))?|sans titre|untitled|(?:image|img|photo|picture|capture(?: d['’]écran)?|screenshot)[ _-]?\d{0,3})$/i;

/** Pictures that are shown without a description; one that is not shown has a message of its own. */
export function checkPictures(root: Element, env: Env): void {
  root.each((image) => {
    if (image.name !== "img") return;
    const src = image.attr("src")?.trim() ?? "";
    const alt = image.attr("alt")?.trim();
    const isDecorative = image.raw ? alt === "" : /\bdecorative\b/.test(image.attr("class") ?? "");
    const isName =
      alt !== undefined && (FILE_NAME.test(alt) || (alt !== "" && bare(alt) === bare(fileName(src))));
    if (isDecorative || (alt !== undefined && alt !== "" && !isName)) return;
    if (src === "" || isUnfit(src) || !findPicture(src, env).found) return;
    if (isName) env.report("missing-alt/file-name", env.placeOf(image), { src: asTyped(src), alt });
    else env.report("missing-alt", env.placeOf(image), { src: asTyped(src) });
  });
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\.[a-z0-9]{2,4}$/, "")
    .replace(/[\s_-]+/g, "");

const VAGUE = (
  "ici|là|par ici|juste ici|ici même|voir ici|lien ici|cliquez|cliquez ici|cliquer ici|clique ici|cliquez sur ce lien|lien|le lien|ce lien|lien suivant|suivez ce lien|voir|voir plus|lire|lire plus|lire la suite|suite|en savoir plus|en savoir +|plus|plus d'infos|plus d'info|plus d'informations|télécharger|page|cette page|la page|site|ce site|le site|article|cet article|ce document|" +
  "here|over here|see here|click|click here|link|this link|the link|more|read|read more|see more|learn more|find out more|more info|more information|details|this|this page|website|this site|this article|this document|download|url"
).split("|");
const VAGUE_TEXTS = new Set(VAGUE);

/** Screen readers list the links of a page by their text alone (WCAG 2.4.4, 2.4.9). */
export function checkLinks(root: Element, env: Env): void {
  root.each((link) => {
    const href = link.name === "a" ? link.attr("href") : undefined;
    if (href === undefined) return;
    const text = link.title;
    const plain = text
      .toLowerCase()
      .replaceAll("’", "'")
      .replace(/^[«"“(→\s]+|[»"”).:!…→>\s]+$/g, "");
    // A picture without a description has a message of its own.
    const isEmpty = plain === "" && text === "" && !link.children.some((node) => isElement(node, "img"));
    if (isEmpty) env.report("vague-link/empty", env.placeOf(link), { href: asTyped(href) });
    else if (VAGUE_TEXTS.has(plain))
      env.report("vague-link", env.placeOf(link), { text, href: asTyped(href) });
  });
}

export function checkTables(root: Element, env: Env): void {
  root.each((table) => {
    if (table.name === "table" && !hasHeaders(table)) env.report("missing-headers", env.placeOf(table), {});
  });
}

/** Films with sound that name no captions. */
export function checkMedia(root: Element, env: Env): void {
  root.each((film) => {
    if (film.name !== "video" || film.attr("muted") !== undefined) return;
    const isCaptions = (node: Element): boolean =>
      node.name === "track" && /^(?:captions|subtitles)$/i.test(node.attr("kind") ?? "subtitles");
    if (!film.children.some((node) => isElement(node) && isCaptions(node)))
      env.report("missing-captions", env.placeOf(film), {});
  });
}

/** Players without a title of their own: readers are told that of the heading above. */
export function checkFrames(root: Element, env: Env): void {
  let heading = env.source.title;
  root.each((element) => {
    if (HEADINGS.has(element.name)) heading = element.title || heading;
    if (element.name !== "iframe") return;
    const { src, title } = videoOf(element);
    const { frame } = findFrame(src, allowedHosts(env));
    if (frame === undefined || !saysNothing(title)) return;
    const fix = element.raw ? undefined : `::video[${heading}]{url=${src}}`;
    const said = env.words.playerTitle(heading, frame.provider);
    env.report("untitled-frame", env.placeOf(element), { title: said }, fix);
  });
}

/** Fences that are never closed: all that follows is shown as code. */
export function checkCode(root: Element, env: Env): void {
  root.each((code) => {
    if (code.isUnclosed) env.report("unclosed-code", env.placeOf(code), {});
  });
}
