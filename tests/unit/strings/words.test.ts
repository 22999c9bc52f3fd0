import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, test } from "vitest";
import { typesetterFor } from "../../../src/content/typeset.ts";
import { statementWords } from "../../../src/strings/accessibility.ts";
import { audienceWords } from "../../../src/strings/audience.ts";
import { fileSizeEn, fileSizeFr } from "../../../src/strings/phrases.ts";
import { shellWord } from "../../../src/strings/starting.ts";
import { ui } from "../../../src/strings/ui.ts";

test.each(["fr", "en"] as const)("the words that readers see follow the typography of %s", (lang) => {
  const set = typesetterFor(lang, true);
  const words = [ui(lang), statementWords(lang), audienceWords(lang)].flatMap(textsIn);
  expect(words.length).toBeGreaterThan(100);
  expect(words.filter((text) => set(text) !== text)).toEqual([]);
});

/** Every text of a table of words. Functions receive a letter for each argument. */
function textsIn(words: unknown): string[] {
  if (typeof words === "string") return [words];
  if (typeof words === "function") return textsIn((words as (...all: unknown[]) => unknown)("a", "a", "a"));
  return typeof words === "object" && words !== null ? Object.values(words).flatMap(textsIn) : [];
}

const FOR_READERS = /^(?:ui|accessibility|audience|phrases)\b/;

/** What is copied from a message into a text or a setting would bring spaces that YAML does not know. */
test("the words that editors see have ordinary spaces", () => {
  const folder = join(import.meta.dirname, "../../../src/strings");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !FOR_READERS.test(file),
  );
  expect(files).toContain(join("problems", "addresses.ts"));
  const others = /[\u00a0\u202f]|\\u(?:00a0|202f)/i;
  expect(files.filter((file) => others.test(readFileSync(join(folder, file), "utf8")))).toEqual([]);
});

it.each([
  [0, "0_o", "0_B"],
  [999, "999_o", "999_B"],
  [1049, "1_ko", "1_kB"],
  [1050, "1,1_ko", "1.1_kB"],
  [9950, "10_ko", "10_kB"],
  [999_499, "999_ko", "999_kB"],
  [999_500, "1_Mo", "1_MB"],
  [4_700_000_000, "4,7_Go", "4.7_GB"],
  [12_345_000_000_000, "12345_Go", "12345_GB"],
])("%i bytes are %s in French, %s in English, with a no-break space", (bytes, fr, en) => {
  expect([fileSizeFr(bytes), fileSizeEn(bytes)]).toEqual([
    fr.replace("_", "\u00a0"),
    en.replace("_", "\u00a0"),
  ]);
});

it.each([
  ["mon-blog", "mon-blog", "mon-blog"],
  ["../été", '"../été"', '"../été"'],
  ["C:\\Mes sites\\eig", '"C:\\\\Mes sites\\\\eig"', '"C:\\Mes sites\\eig"'],
  ["un $HOME `x`", '"un \\$HOME \\`x\\`"', '"un $HOME `x`"'],
])("%s is one word of a command: elsewhere %s, on Windows %s", (word, elsewhere, onWindows) => {
  expect([shellWord(word, "linux"), shellWord(word, "win32")]).toEqual([elsewhere, onWindows]);
});
