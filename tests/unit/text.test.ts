import { expect, it } from "vitest";
import { capitalised, excerpt, shortened } from "../../src/text.ts";

it("capitalises the first letter only", () => {
  expect(["élu·e DINUM", "l’État", ""].map(capitalised)).toEqual(["Élu·e DINUM", "L’État", ""]);
});

it.each([
  ["whole if it is short", "Bonjour", 7, "Bonjour"],
  ["on one line, with ordinary spaces", " un\n\tdeux\u00a0trois ", 60, "un deux trois"],
  ["cut with an ellipsis if it is long", "Bonjour à tous", 9, "Bonjour…"],
  ["not cut in the middle of an emoji", "12345🎉 et la suite", 7, "12345…"],
])("an excerpt is %s", (_what, text, most, expected) => {
  expect(excerpt(text, most)).toBe(expected);
});

it.each([
  ["whole if it fits", "Bonjour à tous", 14, "Bonjour à tous"],
  ["cut between two words", "Bonjour à tous ceux qui", 18, "Bonjour à tous…"],
  ["not cut at a no-break space", "Bonjour, il y a 10\u00a0km à pied", 20, "Bonjour, il y a…"],
  ["cut without its last comma", "Bonjour, tous ceux", 12, "Bonjour…"],
  ["cut anywhere if it is one word", `de ${"a".repeat(30)}`, 12, "de aaaaaaaa…"],
  ["not cut in the middle of an emoji", "12345🎉 et la suite", 7, "12345…"],
])("a text for readers is %s", (_what, text, most, expected) => {
  expect(shortened(text, most)).toBe(expected);
});
