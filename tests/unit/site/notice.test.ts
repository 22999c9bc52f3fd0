import { describe, expect, it } from "vitest";
import { noticeIn } from "../../../src/site/site.ts";

describe("the notice on the pages of a language", () => {
  const text = { fr: "Fermé", en: "Closed" };

  it("has the words and the link in this language", () => {
    const url = { fr: "/ferme/", en: "/closed/" };
    expect(noticeIn({ text, url }, "en", "fr")).toEqual({ text: "Closed", lang: "en", url: "/closed/" });
    expect(noticeIn({ text, url }, "fr", "fr")).toEqual({ text: "Fermé", lang: "fr", url: "/ferme/" });
  });

  it("has those of the site's language where there are no others", () => {
    const url = { fr: "/ferme/" };
    expect(noticeIn({ text, url }, "de", "fr")).toEqual({ text: "Fermé", lang: "fr", url: "/ferme/" });
    expect(noticeIn({ text, url }, "en", "fr")).toEqual({ text: "Closed", lang: "en" });
    expect(noticeIn({ text: "Fermé", url: "/a/" }, "en", "fr")).toEqual({
      text: "Fermé",
      lang: "fr",
      url: "/a/",
    });
  });

  it("has the link of the words that it shows, in whichever language these are", () => {
    expect(noticeIn({ text: { fr: "Fermé" }, url: { fr: "/ferme/" } }, "en", "fr")).toEqual({
      ...{ text: "Fermé", lang: "fr", url: "/ferme/" },
    });
  });

  it("does not exist without words for these pages or in the site's language", () => {
    expect(noticeIn({ text: { en: "Closed" } }, "de", "fr")).toBeUndefined();
    expect(noticeIn({ text: { en: "Closed" } }, "constructor", "constructor")).toBeUndefined();
  });
});
