import { expect, it } from "vitest";
import { ownLang, uiLang } from "../../src/ui-lang.ts";

it.each([
  ["fr", "fr"],
  ["FR-CA", "fr"],
  ["en-GB", "en"],
  ["frp", undefined],
  ["br", undefined],
])("Carnet speaks %s as %s, and any other language as English, or as the site", (tag, lang) => {
  expect(ownLang(tag)).toBe(lang);
  expect([uiLang(tag), uiLang(tag, "fr")]).toEqual([lang ?? "en", lang ?? "fr"]);
});
