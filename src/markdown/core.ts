// The Markdown parser before any rule of Carnet: CommonMark and nothing else, with raw HTML let through.
// The site's renderer and the CommonMark test suite share it, so whatever goes beyond the standard is a rule.
import MarkdownIt from "markdown-it";

/** How deep blocks may stand in one another: markdown-it's own limit, which its types do not name. */
export const MAX_NESTING = 100;

/** A parser that follows CommonMark 0.31. What it lets through is not safe until the rules have run. */
export function createCore(): MarkdownIt {
  const md = new MarkdownIt({ html: true });
  return md.disable(["table", "strikethrough", "linkify", "replacements", "smartquotes"]);
}
