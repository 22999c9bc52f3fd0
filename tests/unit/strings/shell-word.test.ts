import { expect, it } from "vitest";
import { shellWord } from "../../../src/strings/shell-word.ts";

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
