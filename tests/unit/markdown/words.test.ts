import { expect, it } from "vitest";
import { countWords } from "../../../src/markdown/words.ts";

it.each([
  ["", 0],
  ["Un mot", 2],
  ["Pourquoi\u202f? «\u00a0Parce que\u00a0» : voilà", 4],
  ["l’été, c’est-à-dire 3,5\u00a0km", 4],
  ["—  …  !", 0],
  ["«(mot)»\nautre\tmot", 3],
  ["Ελλάδα Привет 你好", 3],
])("counts the words of %j", (text, words) => {
  expect(countWords(text)).toBe(words);
});

it("counts a word once if it spans two parts of a long text", () => {
  for (const before of [16_380, 16_383, 16_384, 16_385, 32_767])
    expect(countWords(`${"a".repeat(before - 1)} l’inventaire, ${"é".repeat(40_000)} fin`)).toBe(4);
});
