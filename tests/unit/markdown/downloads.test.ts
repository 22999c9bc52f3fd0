import { describe, expect, it } from "vitest";
import { html, type Setting } from "./support.ts";

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
    "[Le guide, 1 300 ko](/docs/guide.pdf)",
    "[Le guide](/docs/guide.pdf) (PDF, 1,3 Mo)",
    "[Le guide](/docs/guide.pdf) *(1,3 Mo)*",
    "[Le guide](/docs/guide.pdf) – PDF, 1,3 Mo",
    "[Le guide](/docs/guide.pdf) : PDF, 1,3 Mo",
    '<a href="/docs/guide.pdf">Le guide</a> (PDF)',
    "[Le budget (Excel)](/docs/budget.xlsx)",
  ])("is not repeated: %s", (body) => {
    expect(shown(body)).not.toContain("{");
  });

  it.each([
    ["[Télécharger le PDF](/docs/guide.pdf)", "Télécharger le PDF {(1,2_Mo)}</a>"],
    ["[guide.pdf](/docs/guide.pdf)", "guide.pdf {(1,2_Mo)}</a>"],
    ["[](/docs/guide.pdf)", "/docs/guide.pdf {(1,2_Mo)}</a>"],
    ["[Le tableau Excel](/docs/budget.xlsx)", "Le tableau Excel {(34_ko)}</a>"],
    ["[Le PDF (2026)](/docs/guide.pdf)", "Le PDF (2026) {(1,2_Mo)}</a>"],
  ])("is completed: %s", (body, expected) => {
    expect(line(body)).toBe(expected);
  });

  it.each([
    [
      "of another link",
      "[G](/docs/guide.pdf) ([T](/docs/budget.xlsx))",
      "G {(PDF, 1,2_Mo)}</a> (T {(XLSX, 34_ko)}</a>)",
    ],
    ["of another format", "[Le guide](/docs/guide.pdf) (ODT)", "Le guide {(PDF, 1,2_Mo)}</a> (ODT)"],
    [
      "of something else",
      "[Le guide](/docs/guide.pdf), puis un PDF",
      "Le guide {(PDF, 1,2_Mo)}</a>, puis un PDF",
    ],
    ["in “mo” for months", "[Bilan à 6 mo](/docs/guide.pdf)", "Bilan à 6 mo {(PDF, 1,2_Mo)}</a>"],
    ["in the next paragraph", "[Le guide](/docs/guide.pdf)\n\n(PDF)", "Le guide {(PDF, 1,2_Mo)}</a>"],
  ])("is not confused with one %s", (_, body, expected) => {
    expect(line(body)).toBe(expected);
  });
});
