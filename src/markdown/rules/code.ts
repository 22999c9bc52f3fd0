// Code blocks → `pre` that a keyboard can scroll, with coloured tokens if the language is known.
// The highlighter is prepared before rendering: loading a grammar is asynchronous, and rendering is not.
import type { MarkdownIt, Token } from "markdown-it";
import { excerpt } from "../../excerpt.ts";
import { escapeHtml } from "../../html.ts";
import { envOf, type Env } from "../env.ts";
import { isPlain, readFenceInfo } from "../code/fence-info.ts";
import type { Rule } from "../rule.ts";

export const code: Rule = {
  name: "code",
  install(md: MarkdownIt) {
    md.renderer.rules["fence"] = (tokens, i, _options, env) => {
      const token = tokens[i];
      return token === undefined ? "" : fence(token, envOf(env));
    };
    md.renderer.rules["code_block"] = (tokens, i) => pre("", "", escapeHtml(tokens[i]?.content ?? ""));
  },
};

function fence(token: Token, env: Env): string {
  const { language, text } = readFenceInfo(token.info, (name) => env.highlighter?.knows(name) ?? true);
  const content = text === "" ? token.content : `${text}\n${token.content}`;
  if (text !== "")
    env.report("code-beside-fence", env.positions.of(token), {
      text: excerpt(text),
      fence: token.markup,
      language,
    });
  const highlighter = isPlain(language) ? undefined : env.highlighter;
  const coloured = highlighter?.highlight(content, language) ?? { html: escapeHtml(content) };
  if ("fault" in coloured) env.report(coloured.fault, env.positions.of(token), { lang: language });
  const html = "fault" in coloured ? escapeHtml(content) : coloured.html;
  const attributes = ["id", "lang"].map((name) => [name, token.attrGet(name)] as const);
  const extra = attributes
    .map(([name, value]) => (value === null ? "" : ` ${name}="${escapeHtml(value)}"`))
    .join("");
  const more = token.attrGet("class");
  return pre(language, extra, html, more === null ? "" : ` ${more}`);
}

function pre(language: string, attributes: string, html: string, classes = ""): string {
  const name = language === "" ? "" : ` class="language-${escapeHtml(language.toLowerCase())}"`;
  return `<pre class="code${escapeHtml(classes)}"${attributes} tabindex="0"><code${name}>${html}</code></pre>\n`;
}
