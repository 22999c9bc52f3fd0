// List items that begin with `[ ]` or `[x]` → items with a disabled checkbox that shows their state.
// The label contains the checkbox, so that its name is the item's text and no id is needed.
import type { Env } from "./env.ts";
import { Element, isElement, isText, makeText } from "./tree.ts";

const BOX = /^\[([ xX])\][ \u00a0]/;

export function makeTasks(root: Element, env: Env): void {
  if (!env.names.has("li") || !env.source.body.includes("] ")) return;
  root.each((item, list) => {
    const [first] = item.children.filter((node) => !(isText(node) && node.text === "\n"));
    if (item.name !== "li" || item.raw || !isElement(first, "p")) return;
    const [text] = first.children;
    const box = isText(text) ? BOX.exec(text.text) : null;
    if (!isText(text) || box === null) return;
    text.text = text.text.slice(box[0].length);
    const input = new Element("input", item, [], { type: "checkbox", disabled: "" });
    if (box[1] !== " ") input.set("checked", "");
    first.children = [
      new Element("label", item, [input, makeText(" "), ...first.children], { class: "task" }),
    ];
    item.addClass("task-item");
    if (!/\btask-list\b/.test(list.attr("class") ?? "")) list.addClass("task-list");
  });
}
