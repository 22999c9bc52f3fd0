// Pictures written in Markdown → pictures of the site, or their alternative text.
// The first picture of a text loads at once, the others when they come near the screen.
import type { MarkdownIt, Token } from "markdown-it";
import type { Env } from "../env.ts";
import { pictureHtml, shownText } from "../pictures.ts";
import type { Span } from "../positions.ts";
import { addPass, eachInline, type Rule } from "../rule.ts";
import { offsetOf } from "./marks.ts";

export const pictures: Rule = {
  name: "pictures",
  install(md: MarkdownIt) {
    addPass(md, "pictures", (tokens, env) => {
      eachInline(tokens, (_token, children, span) => {
        let links = 0;
        for (const child of children) {
          if (child.type === "link_open") links++;
          else if (child.type === "link_close") links--;
          else if (child.type === "html_inline")
            links += /^<a[\s>]/i.test(child.content) ? 1 : /^<\/a[\s>]/i.test(child.content) ? -1 : 0;
          else if (child.type === "image") picture(child, span, links > 0, env, md);
        }
      });
    });
    md.renderer.rules["image"] = (tokens, i) => tokens[i]?.info ?? "";
  },
};

function picture(token: Token, span: Span, inLink: boolean, env: Env, md: MarkdownIt): void {
  const alt = md.renderer.renderInlineAsText(token.children ?? [], md.options, env).trim();
  const decorative = /\bdecorative\b/.test(token.attrGet("class") ?? "");
  const attributes = (token.attrs ?? []).filter(([name]) => name !== "src" && name !== "alt");
  const place = env.positions.at(span, offsetOf(token));
  const src = token.attrGet("src") ?? "";
  token.info = pictureHtml(
    { src, alt: alt === "" && !decorative ? undefined : alt, attributes, place, inLink },
    env,
  );
  // What a reader is told, for the rules that read the text of links.
  token.content = alt === "" ? shownText(token.info) : alt;
}
