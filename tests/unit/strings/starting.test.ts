import { expect, it, test } from "vitest";
import { shellWord, startingWords } from "../../../src/strings/starting.ts";

test.each(["fr", "en"] as const)("the suggested command quotes a folder name with spaces (%s)", (lang) => {
  const words = startingWords(lang);
  expect(words.notEmpty("Blog d'Élise", ["a"], 0)).toMatch(/carnet init "Blog d'Élise-2"$/);
  expect(words.notEmpty("mon-blog/", ["a"], 0)).toMatch(/carnet init mon-blog-2$/);
});

it.each([
  ["mon-blog", "mon-blog", "mon-blog"],
  ["../été", '"../été"', '"../été"'],
  ["C:\\blogs\\eig", '"C:\\\\blogs\\\\eig"', "C:\\blogs\\eig"],
  ["C:\\Mes sites\\eig", '"C:\\\\Mes sites\\\\eig"', '"C:\\Mes sites\\eig"'],
  ["un $HOME `x`", '"un \\$HOME \\`x\\`"', '"un $HOME `x`"'],
])("%s is one word of a command: elsewhere %s, on Windows %s", (word, elsewhere, onWindows) => {
  expect(shellWord(word, "linux")).toBe(elsewhere);
  expect(shellWord(word, "win32")).toBe(onWindows);
});
