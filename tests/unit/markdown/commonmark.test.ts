import commonmark from "commonmark-spec";
import { expect, it } from "vitest";
import { createCore } from "../../../src/markdown/parser.ts";

it("passes at least 649 of the 652 examples of the CommonMark suite with the rules off", () => {
  const parser = createCore().set({ xhtmlOut: true });
  const passed = commonmark.tests.filter(
    ({ markdown, html }) => parser.render(markdown.replaceAll("→", "\t")) === html.replaceAll("→", "\t"),
  );
  expect(commonmark.tests.length).toBe(652);
  expect(passed.length).toBeGreaterThanOrEqual(649);
});
