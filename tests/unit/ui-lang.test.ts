import { expect, it } from "vitest";
import { ownLang, uiLang } from "../../src/ui-lang.ts";

it.each([
  ["fr", "fr"],
  ["FR-CA", "fr"],
  ["en-GB", "en"],
  ["frp", undefined],
  ["br", undefined],
])("%s is spoken as %s", (tag, lang) => {
  expect(ownLang(tag)).toBe(lang);
});

it("falls back to English, or to the language that the site speaks", () => {
  expect([uiLang("br"), uiLang("br", "fr"), uiLang("fr-BE")]).toEqual(["en", "fr", "fr"]);
});
