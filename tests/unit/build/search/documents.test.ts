import { describe, expect, it } from "vitest";
import { markHtml, markWords, searchDocument } from "../../../../src/build/search/documents.ts";
import { load, post } from "../../content/site-root.ts";
import { pageOf, renderedOf } from "../../eleventy/samples.ts";
import { siteOf } from "../../feeds/samples.ts";

const fields = (kind: "meta" | "filter", document: string): string[][] =>
  [...document.matchAll(new RegExp(`data-pagefind-${kind}="([^"]*)">([^<]*)<`, "g"))].map(
    ([, name = "", value = ""]) => [name, value],
  );

async function documentOf(...lines: string[]): Promise<string> {
  const { content } = await load({ "content/posts/2026-01-05-a.md": post(...lines) });
  const [entry] = content.posts;
  if (!entry) throw new Error("No post.");
  return searchDocument({ entry, rendered: renderedOf({ html: '<h2 id="b">Bilan</h2>' }) }, content.site);
}

describe("the search document of a post", () => {
  it("has what results show: title, day, people and terms", async () => {
    const document = await documentOf("title: Été", "author: Ada Lovelace", "tags: [Code & design]");
    expect(fields("meta", document)).toEqual([
      ["title", "Été"],
      ["day", "2026-01-05"],
      ["date", "5 janvier 2026"],
      ["authors", "Ada Lovelace"],
      ["terms", "Code &amp; design"],
    ]);
  });

  it("has filters for tag, year and person", async () => {
    const document = await documentOf("title: Été", "author: Ada Lovelace", "tags: [Code, Design]");
    expect(fields("filter", document)).toEqual([
      ["tags", "Code"],
      ["tags", "Design"],
      ["year", "2026"],
      ["person", "Ada Lovelace"],
    ]);
  });

  it("contains its description and its text, whose headings keep their ids", async () => {
    const document = await documentOf("title: Été", 'description: "1 < 2"');
    expect(document).toContain('<html lang="fr">');
    expect(document).toContain("<p>1 &lt; 2</p>");
    expect(document).toContain('<h2 id="b">Bilan</h2>');
  });
});

it("gives a page no filter, and only a title to show", () => {
  const document = searchDocument({ entry: pageOf(), rendered: renderedOf() }, siteOf());
  expect(fields("filter", document)).toEqual([]);
  expect(fields("meta", document)).toEqual([["title", "Aide"]]);
});

it("uses the base language of a regional variant, for which stemming exists", () => {
  const document = searchDocument({ entry: pageOf({ lang: "fr-CA" }), rendered: renderedOf() }, siteOf());
  expect(document).toContain('<html lang="fr">');
});

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
});
