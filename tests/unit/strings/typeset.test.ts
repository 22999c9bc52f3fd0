// The words of the interface follow the typographic rules of texts, so that no punctuation mark begins a line. Those of a terminal
// do not: what is copied from a message into a text or a setting would bring spaces that YAML does not know.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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

/** Files of words that readers see. */
const FOR_READERS = /^(?:ui|accessibility|audience|phrases)\b/;

test("the words that editors see have ordinary spaces", () => {
  const folder = join(import.meta.dirname, "../../../src/strings");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !FOR_READERS.test(file),
  );
  expect(files).toContain(join("problems", "addresses.ts"));
  const others = /[\u00a0\u202f]|\\u(?:00a0|202f)/i;
  expect(files.filter((file) => others.test(readFileSync(join(folder, file), "utf8")))).toEqual([]);
});

/** Every text of a table of words. Functions receive a letter for each argument. */
function textsIn(words: unknown): string[] {
  if (typeof words === "string") return [words];
  if (typeof words === "function") return textsIn((words as (...all: unknown[]) => unknown)("a", "a", "a"));
  return typeof words === "object" && words !== null ? Object.values(words).flatMap(textsIn) : [];
}
