// French elides “de” before a vowel.
import { expect, test } from "vitest";
import { ofName } from "../../../src/strings/of-name.ts";

test.each([
  ["Hugo", "de Hugo"],
  ["Eleventy", "d’Eleventy"],
  ["asciinema", "d’asciinema"],
  ["août", "d’août"],
])("%s: %s", (name, words) => {
  expect(ofName(name)).toBe(words);
});
