// How messages name a value: in words, and with lists counted from one.
import { expect, test } from "vitest";
import { beginningEn, beginningFr, namedFr, type ValuePath } from "../../../src/strings/named-value.ts";

const CASES: readonly [path: ValuePath, fr: string, en: string][] = [
  [["theme", "accent"], "« theme.accent »", "“theme.accent”"],
  [["nav", 0, "url"], "« url » dans la 1re entrée de « nav »", "“url” in the 1st entry of “nav”"],
  [["nav", 1], "La 2e entrée de « nav »", "The 2nd entry of “nav”"],
  [
    ["accessibility", "sample", 12, "label"],
    "« label » dans la 13e entrée de « accessibility.sample »",
    "“label” in the 13th entry of “accessibility.sample”",
  ],
  // A key that is written in digits, such as the name of a tag.
  [["2026", "label"], "« 2026.label »", "“2026.label”"],
  [["a", 2, 21], "La 22e entrée de la 3e entrée de « a »", "The 22nd entry of the 3rd entry of “a”"],
];

test.each(CASES)("%j", (path, fr, en) => {
  expect(beginningFr(path)).toBe(fr);
  expect(beginningEn(path)).toBe(en);
});

test("an entry inside a sentence has no capital", () => {
  expect(namedFr(["nav", 0])).toBe("la 1re entrée de « nav »");
});
