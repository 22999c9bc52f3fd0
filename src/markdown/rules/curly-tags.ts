// Raw HTML tags with curly quotes or guillemets around attributes, as word processors type them → tags with straight quotes.
// HTML knows only those: the address would keep its quotes, or the whole tag would show as text. The line to write is reported.
import type { MarkdownIt, StateCore } from "markdown-it";
import { envOf, type Env } from "../env.ts";
import { lexHtml } from "../html/lexer.ts";
import { DROPPED_WHOLE, ELEMENTS, REPLACED } from "../html/policy.ts";
import { addPass, eachInline, type Rule } from "../rule.ts";
import { offsetOf } from "../tokens.ts";

const TAG = /<([a-z][a-z0-9-]{0,20})\s[^<>]{0,500}>/iy;
const CURLY = /=\s{0,3}[“”„‘’‚«]/;
const DOUBLE = /=(\s{0,3})[“”„]([^“”„"<>]*)[“”"](?=[\s/>])/g;
const QUOTING = /=(\s{0,3})[“”„]([^“”„<>]*)[“”](?=[\s/>])/g;
const SINGLE = /=(\s{0,3})[‘’‚]([^‘"<>]*?)[‘’](?=[\s/>])/g;
/** In French, with the spaces inside them. */
const GUILLEMETS = /=(\s{0,3})«[ \u00a0\u202f]?([^«»"<>]*?)[ \u00a0\u202f]?»(?=[\s/>])/g;
/** An opening tag as in CommonMark, without the characters that no address contains. */
const SOUND =
  /^<[a-z][a-z0-9-]*(?:\s+[a-z_:][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`“”„«»]+))?)*\s*\/?>$/i;

export const curlyTags: Rule = {
  name: "curly-tags",
  install(md: MarkdownIt) {
    md.core.ruler.after("block", "curly-tags", inBlocks);
    md.inline.ruler.before("html_inline", "curly-tag", (state, silent) => {
      if (state.src.charCodeAt(state.pos) !== 0x3c || !mayHold(envOf(state.env))) return false;
      TAG.lastIndex = state.pos;
      const found = TAG.exec(state.src)?.[0];
      const fix = found === undefined ? undefined : straightened(found);
      if (found === undefined || fix === undefined || state.pos + found.length > state.posMax) return false;
      if (!silent) {
        const token = state.push("html_inline", "", 0);
        token.content = fix;
        token.markup = found;
      }
      state.pos += found.length;
      return true;
    });
    addPass(md, "curly-tags", (tokens, env) => {
      if (!mayHold(env)) return;
      eachInline(tokens, (_token, children, span) => {
        for (const child of children)
          if (child.type === "html_inline" && child.markup !== "")
            env.report("curly-quotes", env.positions.at(span, offsetOf(child)), { fix: child.content });
      });
    });
  },
};

const mayHold = (env: Env): boolean =>
  env.holds("<") && ["“", "”", "„", "’", "«"].some((sign) => env.holds(sign));

function inBlocks(state: StateCore): void {
  const env = envOf(state.env);
  if (!mayHold(env)) return;
  for (const token of state.tokens) {
    if (token.type !== "html_block" || !CURLY.test(token.content)) continue;
    const { content } = token;
    let done = "";
    let end = 0;
    for (const event of lexHtml(content)) {
      TAG.lastIndex = event.start;
      const found = event.kind === "open" && event.start >= end ? TAG.exec(content)?.[0] : undefined;
      const fix = found === undefined ? undefined : straightened(found);
      if (found === undefined || fix === undefined) continue;
      env.report("curly-quotes", env.positions.in(token, event.start), { fix });
      done += content.slice(end, event.start) + fix;
      end = event.start + found.length;
    }
    token.content = done + content.slice(end);
  }
}

/** The tag with straight quotes; undefined if it has no others, or would still not be a tag allowed in a text. */
function straightened(tag: string): string | undefined {
  if (!CURLY.test(tag)) return undefined;
  const name = /^<([a-z0-9-]+)/i.exec(tag)?.[1]?.toLowerCase() ?? "";
  if (name !== "iframe" && ![ELEMENTS, REPLACED, DROPPED_WHOLE].some((names) => names.has(name)))
    return undefined;
  const quoted = (_found: string, blanks: string, value: string): string =>
    `=${blanks}"${value.replaceAll('"', "&quot;")}"`;
  const fix = [DOUBLE, QUOTING, SINGLE, GUILLEMETS].reduce(
    (text, quotes) => text.replace(quotes, quoted),
    tag,
  );
  return !CURLY.test(fix) && SOUND.test(fix) ? fix : undefined;
}
