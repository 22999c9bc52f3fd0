import { expect, test } from "vitest";
import { startingWords } from "../../../src/strings/starting.ts";

test.each(["fr", "en"] as const)("the suggested command quotes a folder name with spaces (%s)", (lang) => {
  const words = startingWords(lang);
  expect(words.notEmpty("Blog d'Élise", ["a"], 0)).toMatch(/carnet init "Blog d'Élise-2"$/);
  expect(words.notEmpty("mon-blog/", ["a"], 0)).toMatch(/carnet init mon-blog-2$/);
});
