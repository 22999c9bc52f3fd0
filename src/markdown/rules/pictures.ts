// Pictures written in Markdown → pictures of the site, or their alternative text.
// The first picture or row of a text loads at once, the others when they come near the viewport; the cover is not repeated.
import type { MarkdownIt, Token } from "markdown-it";
import type { Env } from "../env.ts";
import { arrangePictures } from "../pictures/picture-rows.ts";
import { pictureProblems } from "../picture-problems.ts";
import { findPicture, pictureHtml, shownText, type PlaceInRow } from "../pictures/pictures.ts";
import type { Span } from "../positions.ts";
import { addPass, eachInline, type Rule } from "../rule.ts";
import { Surroundings } from "../surroundings.ts";
import { isBlankText, offsetOf } from "../tokens.ts";

export const pictures: Rule = {
  name: "pictures",
  install(md: MarkdownIt) {
    addPass(md, "pictures", (tokens, env) => {
      if (!env.holds("![")) return;
      const surroundings = new Surroundings(tokens);
      eachInline(tokens, (token, written, span, i) => {
        if (isCoverAgain(tokens, i, span, env, md)) return;
        const isAlone = written.length > 1 && written[0]?.type !== "text" && surroundings.isFree(i);
        const rows = isAlone ? arrangePictures(written, env) : undefined;
        const children = rows?.children ?? written;
        token.children = children;
        let links = 0;
        for (const child of children) {
          if (child.type === "link_open") links++;
          else if (child.type === "link_close") links--;
          else if (child.type === "html_inline")
            links += /^<a[\s>]/i.test(child.content) ? 1 : /^<\/a[\s>]/i.test(child.content) ? -1 : 0;
          else if (child.type === "image")
            picture(child, span, { inLink: links > 0, placeInRow: rows?.places.get(child) }, env, md);
        }
        if (isEmpty(children)) hideParagraph(tokens, i);
      });
    });
    md.renderer.rules["image"] = (tokens, i) => tokens[i]?.info ?? "";
  },
};

/** Drops the paragraph of a first picture that is the cover, alone and without a link; returns whether it did. */
function isCoverAgain(tokens: readonly Token[], i: number, span: Span, env: Env, md: MarkdownIt): boolean {
  if (env.source.cover === undefined || env.pictures > 0 || env.cover !== undefined) return false;
  const [open, inline, close] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  const [image, more] = inline?.children ?? [];
  if (open?.type !== "paragraph_open" || open.level > 0 || close === undefined) return false;
  if (image?.type !== "image" || more !== undefined) return false;
  const src = image.attrGet("src") ?? "";
  const finding = findPicture(src, env);
  if (!finding.found || finding.picture.file !== env.source.cover) return false;
  const place = env.positions.at(span, offsetOf(image));
  const alt = altOf(image, env, md);
  env.problems.push(...pictureProblems(finding, src, place, "alt"));
  env.reference("image", src, alt, place);
  hideParagraph(tokens, i);
  env.cover = { kept: false, alt };
  return true;
}

/** True for pictures alone, of which none is shown, nor any text in their place. */
function isEmpty(children: readonly Token[]): boolean {
  return children.every(
    (child) =>
      (child.type === "image" && child.info === "") || child.type === "softbreak" || isBlankText(child),
  );
}

function hideParagraph(tokens: readonly Token[], i: number): void {
  const [open, inline, close] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (open?.type !== "paragraph_open" || inline === undefined || close === undefined) return;
  inline.children = [];
  open.hidden = close.hidden = true;
}

const altOf = (token: Token, env: Env, md: MarkdownIt): string =>
  md.renderer.renderInlineAsText(token.children ?? [], md.options, env).trim();

/** Attributes that are values of a picture. */
const OWN = new Set(["src", "alt", "width", "height"]);

function picture(
  token: Token,
  span: Span,
  around: { inLink: boolean; placeInRow: PlaceInRow | undefined },
  env: Env,
  md: MarkdownIt,
): void {
  const alt = altOf(token, env, md);
  const decorative = /\bdecorative\b/.test(token.attrGet("class") ?? "");
  const attributes = (token.attrs ?? []).filter(([name]) => !OWN.has(name));
  const written = { width: token.attrGet("width") ?? "", height: token.attrGet("height") ?? "" };
  const place = env.positions.at(span, offsetOf(token));
  const src = token.attrGet("src") ?? "";
  token.info = pictureHtml(
    { src, alt: alt === "" && !decorative ? undefined : alt, attributes, place, written, ...around },
    env,
  );
  // The text that readers get, for the rules that check the text of links.
  token.content = alt === "" ? shownText(token.info) : alt;
}
