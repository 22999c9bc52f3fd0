// French elides “de” before a vowel.
import { expect, test } from "vitest";
import { importFr } from "../../../src/strings/import-fr.ts";
import { ofName } from "../../../src/strings/of-name.ts";

test.each([
  ["Hugo", "de Hugo"],
  ["Eleventy", "d’Eleventy"],
  ["asciinema", "d’asciinema"],
  ["août", "d’août"],
])("%s: %s", (name, words) => {
  expect(ofName(name)).toBe(words);
});

test("generators are named as they name themselves", () => {
  expect(importFr.notThatKind("jekyll", "vieux", ["eleventy"])).toBe(
    "« vieux » ne ressemble pas à un blog Jekyll. Il ressemble à un blog Eleventy : carnet import eleventy …",
  );
});
