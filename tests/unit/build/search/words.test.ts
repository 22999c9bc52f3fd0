import { describe, expect, it } from "vitest";
import { markHtml, markWords } from "../../../../src/build/search/words.ts";
import { busy } from "../../../support/busy.ts";

/** Makes the marks visible: `|` is a word joiner. */
const marked = (text: string, lang = "fr"): string => markWords(text, lang).replaceAll("\u2060", "|");

describe("marking words", () => {
  it.each([
    ["l’évaluation", "l’| évaluation"],
    ["L'État qu’il sert", "L'| État qu’| il sert"],
    ["jusqu’à l’an 2000", "jusqu’| à l’| an 2000"],
    ["lorsqu’il vient, puisqu’on part, quoiqu’elle", "lorsqu’| il vient, puisqu’| on part, quoiqu’| elle"],
    ["l’1 et d’un", "l’1 et d’| un"],
    ["aujourd’hui, quelqu’un", "aujourd’hui, quelqu’un"],
    ["« d’ailleurs »", "« d’| ailleurs »"],
    ["une œuvre, ŒUVRE, ex æquo, Ægir", "une o|euvre, O|EUVRE, ex a|equo, A|Egir"],
    ["l’œuvre", "l’| o|euvre"],
    ["du CO₂, du C₁₀H₁₆", "du CO|2, du C|1|0H|1|6"],
    ["sans rien", "sans rien"],
  ])("splits %s as French does", (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it("keeps the apostrophes of other languages, but splits their ligatures", () => {
    expect(marked("I don’t, l’œil", "en")).toBe("I don’t, l’o|eil");
    expect(marked("l’an", "fr-CA")).toBe("l’| an");
  });

  it("removes marks that an author typed", () => {
    expect(marked("un\u2060 deux", "en")).toBe("un deux");
  });

  it("reads only text, not tags or attributes", () => {
    const html = '<p id="l’an" title="l’œil">l’<em>an</em> d’or</p>';
    expect(markHtml(html, "fr").replaceAll("\u2060", "|")).toBe(
      '<p id="l’an" title="l’œil">l’| <em>an</em> d’| or</p>',
    );
  });

  it("reads a very long address only once", () => {
    const link = `<a href="/${"x".repeat(100_000)}">l’an</a>`;
    const taken = busy(() => {
      expect(markHtml(link.repeat(20), "fr")).toContain("l’\u2060 an");
    });
    expect(taken).toBeLessThan(2000);
  });
});
