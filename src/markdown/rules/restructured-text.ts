// Markup of reStructuredText, in which Python projects write (`.. note::`, `` `text <address>`_ ``) → warnings that say what to
// write instead. The text is printed as it is: this rule only reports.
import type { Token } from "markdown-it";
import { kindOf } from "../other-tools/alerts.ts";
import type { Env } from "../env.ts";
import type { Span } from "../positions.ts";
import { eachInline, passRule } from "../rule.ts";

/** A directive and its argument; its options and indented text follow on other lines. */
const DIRECTIVE = /^\.\. ([a-z][\w-]{0,30}(?::[a-z][\w-]{0,30})?)::(?:[ \t]+(\S[^\n]{0,300}))?/i;
const ALT = /\n[ \t]*:alt:[ \t]+(\S[^\n]{0,300})/;
const LINK = /^([^<>]{1,300}?)\s+<([^<>\s]{1,2000})>$/;
/** What ends a link: no word goes on after it. */
const LINK_END = /^__?(?![\p{L}\p{N}_])/u;

/** True for a paragraph that is a directive: what is between colons there are its options. */
export const isDirective = (content: string): boolean => content.startsWith(".. ") && DIRECTIVE.test(content);

export const restructuredText = passRule("restructured-text", (tokens, env) => {
  const directives = env.holds("::") && env.holds(".. ");
  const links = env.holds("`_") && env.holds("<");
  if (!directives && !links) return;
  eachInline(tokens, ({ content }, children, span) => {
    if (directives) directive(content, children, span, env);
    if (links) failedLinks(children, span, env);
  });
});

function directive(content: string, [first]: readonly Token[], span: Span, env: Env): void {
  if (first?.type !== "text" || !first.content.startsWith(".. ")) return;
  const [line = "", name = "", argument = ""] = DIRECTIVE.exec(content) ?? [];
  if (line === "") return;
  const [place, found, word] = [env.positions.at(span, 0), `.. ${name}::`, name.toLowerCase()];
  if (/^(?:contents|toc|toctree)$/.test(word)) env.report("literal-markup/contents", place, { found });
  else if (/^(?:image|figure)$/.test(word)) {
    const [, alt = "…"] = ALT.exec(content) ?? [];
    env.report("literal-markup/directive", place, { found, fix: `![${alt.trim()}](${argument.trim()})` });
  } else if (/^(?:code|code-block|sourcecode)$/.test(word))
    env.report("literal-markup/directive", place, { found, fence: argument.trim() });
  else env.report("literal-markup/directive", place, { found, kind: calloutOf(word) });
}

const calloutOf = (name: string): string | undefined =>
  kindOf(name) ?? (/^(?:note|admonition|seealso)$/.test(name) ? "NOTE" : undefined);

/** A link of reStructuredText is code in Markdown, with an underscore after it. */
function failedLinks(children: readonly Token[], span: Span, env: Env): void {
  let [source, from]: [string | undefined, number] = [undefined, 0];
  for (const [i, { type, content }] of children.entries()) {
    const [end] = LINK_END.exec(children[i + 1]?.content ?? "") ?? [];
    if (type !== "code_inline" || end === undefined) continue;
    const [, text = "", href = ""] = LINK.exec(content) ?? [];
    if (text === "") continue;
    const found = `\`${content}\`${end}`;
    source ??= span.content.replaceAll("\n", " ");
    const at = source.indexOf(found, from);
    if (at < 0) continue;
    from = at + found.length;
    const fix = `[${text}](${href})`;
    env.report("literal-link/restructured", env.positions.at(span, at), { found, fix });
  }
}
