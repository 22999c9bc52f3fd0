import { expect, it } from "vitest";
import { lexHtml } from "../../../src/markdown/html/lexer.ts";

it("gives the place of a text that begins with an entity, wherever it stands", () => {
  const html = "&lt;1<b>&lt;2</b>&lt;3";
  const texts = lexHtml(html).filter((event) => event.kind === "text");
  expect(texts.map(({ text, start }) => [text, html.slice(start, start + 5)])).toEqual([
    ["<1", "&lt;1"],
    ["<2", "&lt;2"],
    ["<3", "&lt;3"],
  ]);
});
