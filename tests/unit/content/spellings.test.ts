import { expect, it } from "vitest";
import { Spellings } from "../../../src/content/spellings.ts";
import { uniqueSlug } from "../../../src/content/text.ts";

it.each([
  [["metro", "Métro", "metro"], "metro"],
  [["metro", "Métro"], "Métro"],
  [["Métro", "métro", "METRO"], "métro"],
])("of %j, a term keeps %j", (texts, kept) => {
  const spellings = new Spellings();
  for (const [index, text] of texts.entries()) {
    const file = `content/posts/${String(index)}.md`;
    spellings.add(
      { key: "metro", text, index: 0 },
      { source: { file }, placeIn: () => ({ file, line: 1, column: 1 }) },
    );
  }
  expect(spellings.usual("metro")).toBe(kept);
});

it("numbers slugs that are taken", () => {
  const taken = new Set<string>();
  expect(["ana", "ana", "ana-2", "ana"].map((slug) => uniqueSlug(slug, taken))).toEqual([
    "ana",
    "ana-2",
    "ana-2-2",
    "ana-3",
  ]);
});
