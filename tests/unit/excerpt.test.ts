import { expect, it } from "vitest";
import { excerpt, shortened } from "../../src/excerpt.ts";

it.each([
  ["a short text is whole", "Bonjour", 7, "Bonjour"],
  ["lines, tabs and no-break spaces become spaces", " un\n\tdeux\u00a0trois ", 60, "un deux trois"],
  ["a long text ends with an ellipsis", "Bonjour à tous", 9, "Bonjour…"],
  ["an emoji is not cut in half", "12345🎉 et la suite", 7, "12345…"],
])("%s", (_what, text, most, expected) => {
  expect(excerpt(text, most)).toBe(expected);
});

it.each([
  ["fits", "Bonjour à tous", 14, "Bonjour à tous"],
  ["is cut between two words", "Bonjour à tous ceux qui", 18, "Bonjour à tous…"],
  ["keeps its no-break spaces together", "Bonjour, il y a 10\u00a0km à pied", 20, "Bonjour, il y a…"],
  ["ends without a comma", "Bonjour, tous ceux", 12, "Bonjour…"],
  ["is cut anywhere if it is one word", `de ${"a".repeat(30)}`, 12, "de aaaaaaaa…"],
  ["does not end in half an emoji", "12345🎉 et la suite", 7, "12345…"],
])("a text for readers %s", (_what, text, most, expected) => {
  expect(shortened(text, most)).toBe(expected);
});
