// `~~text~~` → text struck through.
// It is outside CommonMark, so it is a rule; `del` says that the text was removed, which `s` does not.
import type { MarkdownIt } from "markdown-it";
import type { Rule } from "../rule.ts";

export const strikethrough: Rule = {
  name: "strikethrough",
  install(md: MarkdownIt) {
    md.enable("strikethrough");
    md.renderer.rules["s_open"] = () => "<del>";
    md.renderer.rules["s_close"] = () => "</del>";
  },
};
