import { expect, it } from "vitest";
import { load, post } from "../site-root.ts";

it("reports Markdown in the description of a tag or another term, in each language", async () => {
  const { problems } = await load({
    "content/posts/2026-01-05-titre.md": post("title: A"),
    "content/site.yaml":
      "title: T\ntaxonomies:\n  promo:\n    label: Promo\n    terms:\n      un: { label: Un, description: La <b>première</b> }\n",
    "content/tags.yaml":
      "design:\n  label: Design\n  description: Le [métier](/metier/) # ici\n  en:\n    description: The **craft**\nsobre: { description: 2 * 3 * 4, en: { label: Sober } }\n",
  });
  expect(
    problems.flatMap(({ file, line, column, code, hint }) =>
      code === "plain-value" ? `${file}:${String(line)}:${String(column)} → ${hint}` : [],
    ),
  ).toEqual([
    "content/site.yaml:6:37 →       un: { label: Un, description: La première }",
    "content/tags.yaml:3:16 →   description: Le métier # ici",
    "content/tags.yaml:5:18 →     description: The craft",
  ]);
});
