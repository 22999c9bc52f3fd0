import { describe, expect, it } from "vitest";
import { html } from "./support.ts";

const figures = (body: string): number => html(body).split("<figure").length - 1;
describe("players", () => {
  const frame = '<iframe src="https://www.dailymotion.com/embed/video/x7h7en4" title="La démo"></iframe>';
  it.each([
    ["a frame, on the same line", `${frame}_La vidéo_`],
    ["a centred frame", `<center>${frame}</center>\n\n_La vidéo_`],
    ["a frame, in a box", `<div class="video">${frame}</div>\n*La vidéo*`],
    ["an address", "https://youtu.be/abcdefghijk\n_La vidéo_"],
    ["an address, after an empty line", "https://youtu.be/abcdefghijk\n\n_La vidéo_"],
    ["a directive", "::video[La démo]{url=https://youtu.be/abcdefghijk}\n_La vidéo_"],
  ])("have the caption under %s in their figure", (_title, body) => {
    const shown = html(body);
    expect(shown).toMatch(
      /^<figure class="media">\n?(?:<div class="video">)?<section class="player[^]*<\/figure>$/,
    );
    expect(shown).toContain("<figcaption>La vidéo</figcaption>");
    expect(shown.split("<figure")).toHaveLength(2);
  });
});

describe("a paragraph in italics", () => {
  const long = `_${"mot ".repeat(90).trim()}_`;
  it("is a caption of any length right under a picture, and a short one behind an empty line", () => {
    expect(figures(`![Salle](a.jpg)\n${long}`)).toBe(1);
    expect(figures(`![Salle](a.jpg)\n\n${long}`)).toBe(0);
  });

  it.each(["Le _mot_ juste", "_Le mot_ juste", "**Le mot juste**", "Le mot"])("is not %s", (text) => {
    expect(figures(`![Salle](a.jpg)\n\n${text}`)).toBe(0);
    expect(figures(`![Salle](a.jpg)\n${text}`)).toBe(0);
  });
});

describe("a credit", () => {
  const credit = (caption: string): string | undefined =>
    /<small class="credit">(.*?)<\/small>/s.exec(html(`![Salle](a.jpg)\n_${caption}_`))?.[1];

  it.each([
    ["La salle © Jeanne Martin", "© Jeanne Martin"],
    ["La salle (c) Jeanne Martin", "(c) Jeanne Martin"],
    ["La salle. Crédits : Jeanne Martin", "Crédits : Jeanne Martin"],
    ["La salle – crédits photos : Jeanne Martin", "crédits photos : Jeanne Martin"],
    ["La salle (photo : Jeanne Martin)", "photo : Jeanne Martin"],
    ["The room. Photo credit: Jeanne Martin", "Photo credit: Jeanne Martin"],
    ["The room. Courtesy of the City", "Courtesy of the City"],
    ["La salle. Source : Insee", "Source : Insee"],
    ["La salle.\n© Jeanne Martin", "© Jeanne Martin"],
    ["La salle [© Jeanne](/j/)", '<a href="/j/">© Jeanne</a>'],
  ])("is found in “%s”", (caption, found) => {
    expect(credit(caption)).toBe(found);
  });

  it.each([
    "La salle",
    "Photo : les agents au travail",
    "Une photo : la salle est vide. Elle se remplira.",
    `© ${"mot ".repeat(60)}fin`,
    "Crédit à la consommation",
  ])("is not found in “%s”", (caption) => {
    expect(credit(caption)).toBeUndefined();
  });
});

it.each(["> <div>\n> \u00a0\n> **deux**\n> \n> </div>", "1. un\n\u00a0\n2. **deux**"])(
  "a line with only a no-break space is empty in %j",
  (body) => {
    expect(html(body)).toContain("<p><strong>deux</strong></p>");
  },
);

it("a no-break space stays in code", () => {
  expect(html("> ```\n> \u00a0\n> ```")).toContain("\u00a0");
});
