// List items that begin with `[ ]` or `[x]` → items with a disabled checkbox that shows their state; `[]` and `[x]words` beside them →
// a warning. The label contains the checkbox, so that its name is the item's text and no id is needed.
import type { MarkdownIt, Token } from "markdown-it";
import { excerpt } from "../../excerpt.ts";
import type { Env } from "../env.ts";
import { addPass, type Rule } from "../rule.ts";
import { makeToken } from "../tokens.ts";

const BOX = /^\[([ xX])\][ \u00a0]/;
/** A box without a space in it, or after it. */
const SLIP = /^\[([ xX]?)\](?:[ \u00a0]+(?=\S)|(?=\p{L}))/u;

interface List {
  open: Token;
  boxes: number;
  slips: Token[];
}

export const taskLists: Rule = {
  name: "task-lists",
  install(md: MarkdownIt) {
    md.renderer.rules["task_open"] = (tokens, i) =>
      `<label class="task"><input type="checkbox" disabled${tokens[i]?.info === "done" ? " checked" : ""}> `;
    md.renderer.rules["task_close"] = () => "</label>";
    addPass(md, "task-lists", (tokens, env) => {
      if (!env.leaves("[")) return;
      const lists: List[] = [];
      for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i];
        if (token === undefined) continue;
        const { type } = token;
        if (type === "bullet_list_open" || type === "ordered_list_open")
          lists.push({ open: token, boxes: 0, slips: [] });
        else if (type === "bullet_list_close" || type === "ordered_list_close") report(lists.pop(), env);
        else if (type === "list_item_open" && tokens[i + 1]?.type === "paragraph_open") {
          box(token, tokens[i + 2], lists.at(-1));
        }
      }
    });
  },
};

function box(item: Token, inline: Token | undefined, list: List | undefined): void {
  const text = inline?.children?.[0];
  if (text?.type !== "text" || !inline?.children || list === undefined) return;
  const mark = BOX.exec(text.content);
  if (mark === null) {
    if (SLIP.test(inline.content)) list.slips.push(inline);
    return;
  }
  list.boxes += 1;
  text.content = text.content.slice(mark[0].length);
  const info = mark[1] === " " ? "todo" : "done";
  inline.children.unshift(makeToken("task_open", "", 1, { info }));
  inline.children.push(makeToken("task_close", "", -1));
  item.attrJoin("class", "task-item");
  if (!/\btask-list\b/.test(list.open.attrGet("class") ?? "")) list.open.attrJoin("class", "task-list");
}

/** A single one, among items without boxes, may be anything. */
function report(list: List | undefined, env: Env): void {
  const [first] = list?.slips ?? [];
  if (list === undefined || first === undefined || list.boxes + list.slips.length < 2) return;
  const [line = ""] = first.content.split("\n");
  env.report("literal-list/box", env.positions.in(first, 0), {
    found: excerpt(line),
    fix: line.replace(SLIP, (_, state: string) => `[${state || " "}] `),
  });
}
