import { expect, it } from "vitest";
import { excerpt } from "../../src/excerpt.ts";

it.each([
  ["a short text is whole", "Bonjour", 7, "Bonjour"],
  ["lines, tabs and no-break spaces become spaces", " un\n\tdeux\u00a0trois ", 60, "un deux trois"],
  ["a long text ends with an ellipsis", "Bonjour à tous", 9, "Bonjour…"],
  ["an emoji is not cut in half", "12345🎉 et la suite", 7, "12345…"],
])("%s", (_what, text, most, expected) => {
  expect(excerpt(text, most)).toBe(expected);
});
