// French elides “de” before a vowel, also where a message is filled in with a name.
import { expect, test } from "vitest";
import { importFr } from "../../../src/strings/import-fr.ts";
import { ofName } from "../../../src/strings/of-name.ts";
import { catalogue } from "../../../src/strings/problems.ts";

test.each([
  ["Hugo", "de Hugo"],
  ["Eleventy", "d’Eleventy"],
  ["asciinema", "d’asciinema"],
  ["août", "d’août"],
])("%s: %s", (name, words) => {
  expect(ofName(name)).toBe(words);
});

test("messages about a script and about another generator elide it", () => {
  const script = catalogue["dropped-html/code-script"].fr({
    name: "asciinema",
    src: "https://a.example.org",
  });
  const site = catalogue["no-content"].fr({ empty: false, generator: "eleventy" });
  expect(String(script)).toContain("Le script d’asciinema a été retiré");
  expect(String(site)).toContain("c’est un site d’Eleventy");
});

test("generators are named as they name themselves", () => {
  expect(importFr.notThatKind("jekyll", "vieux", ["eleventy"])).toBe(
    "« vieux » ne ressemble pas à un blog Jekyll. Il ressemble à un blog Eleventy : carnet import eleventy …",
  );
});
