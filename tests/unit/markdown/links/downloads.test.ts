import { describe, expect, it } from "vitest";
import { html, problems, render, type Setting } from "../support.ts";
import { busy } from "../../../support/busy.ts";

const SIZES = {
  "/docs/guide.pdf": 1_249_000,
  "/docs/donnees.csv": 812,
  "/docs/budget.xlsx": 34_000,
  "/docs/G%C3%A9n&ral.PDF": 2_000_000,
  "/media/a/r.odt": 61_880,
  "/docs/lisez.txt": 40,
  "/img/salle.jpg": 900_000,
  "/docs/page.html": 100,
};
const file = (href: string): string | undefined => (href === "r.odt" ? "/media/a/r.odt" : undefined);
const SITE: Setting = { sizes: SIZES, file };

/** The HTML of a text, with file facts between braces and no-break spaces as `_`. */
function shown(body: string, setting: Setting = {}): string {
  const written = html(body, { ...SITE, ...setting });
  return written.replace(/<span class="file-facts">([^<]*)<\/span>/g, "{$1}").replaceAll("\u00a0", "_");
}

/** The first paragraph without its tags, except `</a>`. */
const line = (body: string, setting?: Setting): string =>
  (/^<p>(.*?)<\/p>/s.exec(shown(body, setting))?.[1] ?? "").replace(/<(?!\/a)[^>]*>/g, "");

describe("a link to a file", () => {
  it.each([
    ["in `public/`", "[Le guide](/docs/guide.pdf)", "Le guide {(PDF, 1,2_Mo)}</a>"],
    ["beside the text", "[Le relevé](r.odt)", "Le relevé {(ODT, 62_ko)}</a>"],
    ["in raw HTML", '<a href="/docs/guide.pdf">Le guide</a>', "Le guide {(PDF, 1,2_Mo)}</a>"],
    ["by reference", "[Le guide][g]\n\n[g]: /docs/guide.pdf", "Le guide {(PDF, 1,2_Mo)}</a>"],
    ["at a page of the file", "[Le calendrier](/docs/guide.pdf#page=3)", "Le calendrier {(PDF, 1,2_Mo)}</a>"],
    ["with a query string", "[Le guide](/docs/guide.pdf?v=2)", "Le guide {(PDF, 1,2_Mo)}</a>"],
    [
      "by an address with the site’s host",
      "[Le guide](https://blog.example.org/docs/guide.pdf)",
      "Le guide {(PDF, 1,2_Mo)}</a>",
    ],
    ["with percent codes and capitals", "[Tout](/docs/G%C3%A9n&ral.PDF)", "Tout {(PDF, 2_Mo)}</a>"],
    ["to CSV data", "[Les données](/docs/donnees.csv)", "Les données {(CSV, 812_o)}</a>"],
    ["with emphasis", "[Le **guide**](/docs/guide.pdf)", "Le guide {(PDF, 1,2_Mo)}</a>"],
    ["with a space at its end", '<a href="/docs/guide.pdf">Le guide </a>', "Le guide {(PDF, 1,2_Mo)} </a>"],
  ])("shows format and size: %s", (_, body, expected) => {
    expect(line(body, { has: ["/docs/guide.pdf"] })).toBe(expected);
  });

  it("shows format and size in the language of the page", () => {
    expect(line("[The guide](/docs/guide.pdf)", { source: { lang: "en" } })).toBe(
      "The guide {(PDF, 1.2_MB)}</a>",
    );
    expect(line("[Der Plan](/docs/guide.pdf)", { source: { lang: "de" } })).toContain("1,2_Mo");
  });

  it("shows format and size whether or not the base path is written", () => {
    const setting = { run: { basePath: "/blog/" }, has: ["/docs/guide.pdf"] };
    for (const path of ["/docs/guide.pdf", "/blog/docs/guide.pdf"])
      expect(shown(`[Le guide](${path})`, setting)).toBe(
        '<p><a href="/blog/docs/guide.pdf">Le guide {(PDF, 1,2_Mo)}</a></p>',
      );
  });

  it("keeps its attributes", () => {
    expect(shown('<a class="a" href="/docs/guide.pdf" download hreflang="en">G</a>')).toContain(
      '<a class="a" href="/docs/guide.pdf" download hreflang="en">G {(PDF, 1,2_Mo)}</a>',
    );
  });

  it("shows format and size in headings, cells, items and notes, but not in the outline", () => {
    const body =
      "## [Guide](/docs/guide.pdf)\n\n- [G](/docs/guide.pdf)\n\n| a |\n|---|\n| [G](/docs/guide.pdf) |\n\nb[^1]\n\n[^1]: [G](/docs/guide.pdf)";
    expect(shown(body).match(/ \{\(PDF, 1,2_Mo\)\}<\/a>/g)).toHaveLength(4);
    expect(render(body, SITE).headings).toMatchObject([{ id: "guide", text: "Guide" }]);
    expect(render(body, SITE).words).toBe(render(body).words);
  });

  it("shows format and size at the end of its last block", () => {
    expect(
      shown('<div>\n<a href="/docs/guide.pdf"><h2>Guide</h2><div><p>Tout.</p></div>\n</a></div>'),
    ).toContain("<p>Tout. {(PDF, 1,2_Mo)}</p></div>");
  });

  it("shows format and size after a picture that is its only content", () => {
    expect(shown("[![La couverture](c.jpg)](/docs/guide.pdf)")).toMatch(
      /alt="La couverture"[^>]*> \{PDF, 1,2_Mo\}<\/a>/,
    );
    expect(shown("[![](c.jpg)](/docs/guide.pdf)")).toMatch(/<img [^>]*> \{PDF, 1,2_Mo\}<\/a>/);
    expect(shown("[![Le guide, 1,2 Mo](c.jpg)](/docs/guide.pdf)")).not.toContain("{");
  });
});

describe("a link to anything else", () => {
  it.each([
    ["a page", "[a](/blog/)"],
    ["a missing file", "[a](/docs/absent.pdf)"],
    ["a file of another site", "[a](https://example.org/docs/guide.pdf)"],
    ["a picture", "[a](/img/salle.jpg)"],
    ["a text file", "[a](/docs/lisez.txt)"],
    ["a page in `public/`", "[a](/docs/page.html)"],
    ["a path that another site serves", "[a](/autre/guide.pdf)"],
    ["code that contains a link", '`<a href="/docs/guide.pdf">a</a>`'],
  ])("shows nothing more: %s", (_, body) => {
    const setting = { settings: { alsoServed: ["/autre/"] }, sizes: { ...SIZES, "/autre/guide.pdf": 9 } };
    expect(shown(body, setting)).not.toContain("{");
  });
});

describe("a format or size that the author wrote", () => {
  it.each([
    "[Le guide (PDF, 1,3 Mo)](/docs/guide.pdf)",
    "[Le guide (pdf)](/docs/guide.pdf)",
    "[Le guide, 1 300 ko](/docs/guide.pdf)",
    "[Le guide [PDF]](/docs/guide.pdf)",
    "[Le guide](/docs/guide.pdf) (PDF, 1,3 Mo)",
    "[Le guide](/docs/guide.pdf) *(1,3 Mo)*",
    "[Le guide](/docs/guide.pdf) (format PDF)",
    "[Le guide](/docs/guide.pdf) – PDF, 1,3 Mo",
    "[Le guide](/docs/guide.pdf), 1,3 Mo",
    "[Le guide](/docs/guide.pdf) : PDF, 1,3 Mo",
    "[Le guide](/docs/guide.pdf): 1,3 Mo",
    '<a href="/docs/guide.pdf">Le guide</a> (PDF)',
    "[Le budget (Excel)](/docs/budget.xlsx)",
    "[Le guide, 1300000 octets](/docs/guide.pdf)",
  ])("is not repeated: %s", (body) => {
    expect(shown(body)).not.toContain("{");
  });

  it.each([
    ["[Télécharger le PDF](/docs/guide.pdf)", "Télécharger le PDF {(1,2_Mo)}</a>"],
    ["[guide.pdf](/docs/guide.pdf)", "guide.pdf {(1,2_Mo)}</a>"],
    ["[](/docs/guide.pdf)", "/docs/guide.pdf {(1,2_Mo)}</a>"],
    ["[Le tableau Excel](/docs/budget.xlsx)", "Le tableau Excel {(34_ko)}</a>"],
    ["[Le PDF (2026)](/docs/guide.pdf)", "Le PDF (2026)_{– 1,2_Mo}</a>"],
    ["Le guide ([PDF](/docs/guide.pdf))", "Le guide (PDF_{– 1,2_Mo}</a>)"],
  ])("is completed: %s", (body, expected) => {
    expect(line(body)).toBe(expected);
  });

  it.each([
    [
      "of another link",
      "[G](/docs/guide.pdf) ([T](/docs/budget.xlsx))",
      "G {(PDF, 1,2_Mo)}</a> (T_{– XLSX, 34_ko}</a>)",
    ],
    ["of another format", "[Le guide](/docs/guide.pdf) (ODT)", "Le guide {(PDF, 1,2_Mo)}</a> (ODT)"],
    [
      "of something else",
      "[Le guide](/docs/guide.pdf), puis un PDF",
      "Le guide {(PDF, 1,2_Mo)}</a>, puis un PDF",
    ],
    [
      "of other files, after a colon",
      "[Le guide](/docs/guide.pdf): deux PDF",
      "Le guide {(PDF, 1,2_Mo)}</a>: deux PDF",
    ],
    ["in “mo” for months", "[Bilan à 6 mo](/docs/guide.pdf)", "Bilan à 6 mo {(PDF, 1,2_Mo)}</a>"],
    ["within a word", "[Le guide PDFium](/docs/guide.pdf)", "Le guide PDFium {(PDF, 1,2_Mo)}</a>"],
    ["in the next paragraph", "[Le guide](/docs/guide.pdf)\n\n(PDF)", "Le guide {(PDF, 1,2_Mo)}</a>"],
  ])("is not confused with one %s", (_, body, expected) => {
    expect(line(body)).toBe(expected);
  });
});

it.each([
  ["[Le guide (2026)](/docs/guide.pdf)", "Le guide (2026)_{– PDF, 1,2_Mo}</a>"],
  ["a (voir *[le guide](/docs/guide.pdf)*) b", "a (voir le guide_{– PDF, 1,2_Mo}</a>) b"],
  ["a (b) [le guide](/docs/guide.pdf)", "a (b) le guide {(PDF, 1,2_Mo)}</a>"],
])("avoids brackets inside or right after others: %s", (body, expected) => {
  expect(line(body)).toBe(expected);
});

it("ignores a bracket in the previous block", () => {
  expect(shown("a (b\n\n[le guide](/docs/guide.pdf)")).toContain("le guide {(PDF, 1,2_Mo)}</a>");
});

it("leaves problems and references of a vague link unchanged", () => {
  expect(problems("[ici](/docs/guide.pdf)", SITE)).toEqual(problems("[ici](/docs/guide.pdf)"));
  expect(render("[Le guide](/docs/guide.pdf)", SITE).references).toEqual(
    render("[Le guide](/docs/guide.pdf)").references,
  );
});

it.each([
  ["links", "[a](/docs/guide.pdf) ".repeat(2000)],
  ["a link with many spaces", `<a href="/docs/guide.pdf">a${" ".repeat(50_000)}b</a>`],
  [
    "a link with many end tags",
    `<a href="/docs/guide.pdf">${"<div>".repeat(150)}a${"</div>".repeat(150)}</a>`,
  ],
  ["brackets", `[${"( ".repeat(20_000)}](/docs/guide.pdf)`],
])("renders within two seconds: %s", (_, body) => {
  expect(busy(() => shown(body))).toBeLessThan(2000);
});
