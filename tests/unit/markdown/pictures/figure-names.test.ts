// RGAA 4.1, test 1.9.1: a figure has a role, and a label with the very words of its caption.
import { describe, expect, it } from "vitest";
import { withFigureNames } from "../../../../src/markdown/pictures/figure-names.ts";
import { html } from "../support.ts";

const PICTURE = '<img src="a.jpg" alt="x > y">';
const figure = (caption: string, more = PICTURE): string =>
  `<figure class="a">${more}<figcaption class="b">${caption}</figcaption></figure>`;
const labelOf = (page: string): string | undefined => /aria-label="([^"]*)"/.exec(page)?.[1];

describe("a figure of a picture", () => {
  it.each([
    ["Le premier jour", "Le premier jour"],
    ['Le <a href="/lab/" title="a > b">Lab</a>\n et <em>nous</em>', "Le Lab et nous"],
    ['Vu <small class="credit">© Équipe</small>', "Vu © Équipe"],
    ['« Oui\u202f! » &amp; "non"', "« Oui\u202f! » &amp; &quot;non&quot;"],
    ["Un<br>deux", "Un deux"],
    ['Jour<sup class="footnote-ref"><a href="#note-1">1</a></sup>, 1<sup>er</sup>', "Jour, 1er"],
  ])("with the caption %j is named %j", (caption, name) => {
    const named = withFigureNames(figure(caption));
    expect(named).toBe(figure(caption).replace('"a">', `"a" role="figure" aria-label="${name}">`));
  });

  it("is named by what readers see: its typography, and the format of a file", () => {
    const shown = html("![Salle](a.jpg)\n_La salle : l'entrée !_", { source: { typography: true } });
    expect(labelOf(shown)).toBe(/<figcaption>(.*?)<\/figcaption>/.exec(shown)?.[1]);
    expect(labelOf(shown)).toBe("La salle\u00a0: l’entrée\u202f!");
  });

  it("keeps what is around it, and each its own name", () => {
    const page = `<p>a</p>${figure("Un")}<p>b</p>${figure("Deux")}`;
    expect(withFigureNames(page).replace(/ role="figure" aria-label="(?:Un|Deux)"/g, "")).toBe(page);
    expect([...withFigureNames(page).matchAll(/aria-label="(\w+)"/g)].map(([, name]) => name)).toEqual([
      "Un",
      "Deux",
    ]);
  });
});

it.each([
  ["a figure without caption", `<figure>${PICTURE}</figure>`],
  ["an empty caption", figure("<br>")],
  ["a figure of something else", figure("Un", "<pre>a</pre>")],
  ["a player with a picture", figure("Un", `<div data-player>${PICTURE}</div>`)],
  [
    "a figure around another",
    `<figure><p>a</p><figure>${PICTURE}</figure><figcaption>Un</figcaption></figure>`,
  ],
])("%s stays as it is", (_title, page) => {
  expect(withFigureNames(page)).toBe(page);
});
