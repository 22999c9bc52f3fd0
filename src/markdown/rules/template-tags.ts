// Tags of other generators (`{{< youtube https://… >}}`, `{% include a_b.html %}`) → text, whatever characters they contain.
// Links, emphasis and HTML inside a tag are not parsed: it is shown as typed, so that later rules recognise it.
import type { MarkdownIt } from "markdown-it";
import { envOf } from "../env.ts";
import { COMPONENT } from "../other-tools/template-tags.ts";
import type { Rule } from "../rule.ts";

const TAG = new RegExp(
  String.raw`\{\{[<%][^\n{}\x60]{0,500}[>%]\}\}|\{%-?\s*[a-z/][^\n{}\x60]{0,500}?-?%\}|\{\{[^{}\n\x60]{0,300}\}\}|${COMPONENT}`,
  "iy",
);

export const templateTags: Rule = {
  name: "template-tags",
  install(md: MarkdownIt) {
    md.inline.ruler.before("emphasis", "template-tags", (state, silent) => {
      const { src, pos } = state;
      if (src.charCodeAt(pos) !== 0x7b) return false;
      const next = src.charCodeAt(pos + 1);
      if ((next !== 0x7b && next !== 0x25) || !envOf(state.env).holds("}")) return false;
      TAG.lastIndex = pos;
      const found = TAG.exec(src)?.[0];
      if (found === undefined || pos + found.length > state.posMax) return false;
      if (!silent) {
        // A type of text that is not searched for addresses.
        const token = state.push("text_special", "", 0);
        token.content = found;
        token.markup = found;
        token.info = "template";
      }
      state.pos += found.length;
      return true;
    });
  },
};
