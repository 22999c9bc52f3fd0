// `> [!NOTE]` and the four other kinds → callouts titled in the language of the page.
// The syntax is GitHub's: https://docs.github.com/en/get-started/writing-on-github (alerts).
import { alert } from "@mdit/plugin-alert";
import type { MarkdownIt } from "markdown-it";
import { CALLOUTS } from "../other-tools/alerts.ts";
import { envOf } from "../env.ts";
import type { Rule } from "../rule.ts";

export const callouts: Rule = {
  name: "callouts",
  install(md: MarkdownIt) {
    md.use(alert, {
      alertNames: [...CALLOUTS],
      deep: true,
      // Not a `div`: the reading views of browsers drop one in which links are a large part of the text.
      openRender: (tokens, i) => `<section class="callout callout-${tokens[i]?.markup ?? ""}" role="note">\n`,
      closeRender: () => "</section>\n",
      titleRender: (tokens, i, _options, env) => {
        const kind = CALLOUTS.find((one) => one === tokens[i]?.markup) ?? "note";
        const text = envOf(env);
        return `<p class="callout-title">${text.said(text.words.callouts[kind])}</p>\n`;
      },
    });
  },
};
