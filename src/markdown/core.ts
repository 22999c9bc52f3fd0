// The Markdown parser without Carnet's rules: only CommonMark, with raw HTML allowed.
// The site's renderer and the CommonMark test suite share it, so everything beyond the standard is a rule.
import MarkdownIt from "markdown-it";

/** Maximum nesting of blocks: markdown-it's own limit, which its types do not declare. */
export const MAX_NESTING = 100;

/** A parser that follows CommonMark 0.31. Its output is not safe until the rules have run. */
export function createCore(): MarkdownIt {
  const md = new MarkdownIt({ html: true });
  return md.disable(["table", "strikethrough", "linkify", "replacements", "smartquotes"]);
}
