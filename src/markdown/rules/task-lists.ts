// List items that begin with `[ ]` or `[x]` → items with a disabled checkbox that shows their state.
// The label contains the checkbox, so that its name is the item's text and no id is needed.
import type { MarkdownIt, Token } from "markdown-it";
import { addPass, type Rule } from "../rule.ts";
import { makeToken } from "../tokens.ts";

export const taskLists: Rule = {
  name: "task-lists",
  install(md: MarkdownIt) {
    md.renderer.rules["task_open"] = (tokens, i) =>
      `<label class="task"><input type="checkbox" disabled${tokens[i]?.info === "done" ? " checked" : ""}> `;
    md.renderer.rules["task_close"] = () => "</label>";
    addPass(md, "task-lists", (tokens, env) => {
      if (!env.leaves("[")) return;
      const lists: Token[] = [];
      for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i];
        if (token === undefined) continue;
        const { type } = token;
        if (type === "bullet_list_open" || type === "ordered_list_open") lists.push(token);
        else if (type === "bullet_list_close" || type === "ordered_list_close") lists.pop();
        else if (type === "list_item_open" && tokens[i + 1]?.type === "paragraph_open") {
          box(token, tokens[i + 2], lists.at(-1));
        }
      }
    });
  },
};

function box(item: Token, inline: Token | undefined, list: Token | undefined): void {
  const text = inline?.children?.[0];
  const mark = text?.type === "text" ? /^\[([ xX])\][ \u00a0]/.exec(text.content) : null;
  if (mark === null || text === undefined || !inline?.children) return;
  text.content = text.content.slice(mark[0].length);
  const info = mark[1] === " " ? "todo" : "done";
  inline.children.unshift(makeToken("task_open", "", 1, { info }));
  inline.children.push(makeToken("task_close", "", -1));
  item.attrJoin("class", "task-item");
  if (list !== undefined && !/\btask-list\b/.test(list.attrGet("class") ?? ""))
    list.attrJoin("class", "task-list");
}
