// Figures of pictures with a caption → the same with a role, and a name that repeats the caption, as RGAA 4.1 asks (test 1.9.1).
// Other standards take the caption itself for the name.
import type { Env } from "./env.ts";
import { eachElement, isElement, setAttr, textOf, type Element } from "./tree.ts";

export function nameFigures(root: Element, env: Env): void {
  if (env.pictures === 0) return;
  eachElement(root, (figure) => {
    if (figure.name !== "figure") return;
    const caption = figure.children.find((node) => isElement(node, "figcaption"));
    if (!isElement(caption) || !showsPicture(figure)) return;
    // The mark of a note is no part of it: its number would be heard as a part of the last word.
    const name = textOf(caption.children)
      .replace(/[ \t\n]+/g, " ")
      .trim();
    if (name === "") return;
    setAttr(figure, "role", "figure");
    setAttr(figure, "aria-label", name);
  });
}

/** Of a figure inside this one, neither the picture nor the caption is this one's. A player has a name of its own. */
function showsPicture(figure: Element): boolean {
  let [shows, isOther] = [false, false];
  const visit = (element: Element): void => {
    isOther ||= element !== figure && element.name === "figure";
    for (const node of element.children)
      if (node.kind === "finished") {
        shows ||= node.html.includes("<img ");
        isOther ||= node.html.includes("data-player");
      } else if (isElement(node)) visit(node);
  };
  visit(figure);
  return shows && !isOther;
}
