// The words of the interface follow the typographic rules of texts, so that no punctuation mark begins a line.
import { expect, test } from "vitest";
import { typesetterFor } from "../../../src/content/typeset.ts";
import { statementWords } from "../../../src/strings/accessibility.ts";
import { audienceWords } from "../../../src/strings/audience.ts";
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
