// Long addresses defined once (`[a]: …`) and used many times → no links, their text is left as written.
// Each use repeats the address: without a limit, a text of a megabyte would make a page of gigabytes.
import type { MarkdownIt } from "markdown-it";
import { envOf } from "../env.ts";
import type { Rule } from "../rule.ts";

/** In characters, with the title: no address that a person pastes is as long. A picture as `data:` is, and never reaches the page. */
const LONGEST = 1000;

export const longReferences: Rule = {
  name: "long-references",
  install(md: MarkdownIt) {
    md.core.ruler.after("block", "long-references", (state) => {
      const { references } = envOf(state.env);
      for (const [label, target] of Object.entries(references))
        if (target && target.href.length + target.title.length > LONGEST && !/^data:/i.test(target.href))
          references[label] = undefined;
    });
  },
};
