// Tests of captions that the fixtures cannot express: places of problems, words, rendering time.
import { describe, expect, it } from "vitest";
import { codes, html, problems, render } from "./support.ts";

const figures = (body: string): number => html(body).split("<figure").length - 1;
const captionsOf = (body: string): string[] =>
  [...html(body).matchAll(/<figcaption>(.*?)<\/figcaption>/gs)].map(([, caption]) => caption ?? "");

describe("players", () => {
  const frame = '<iframe src="https://www.dailymotion.com/embed/video/x7h7en4" title="La démo"></iframe>';
  it.each([
    ["a frame", `${frame}\n_La vidéo_`],
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
  it("is text if it is long and separate from the picture", () => {
    expect(figures(`![Salle](a.jpg)\n\n${long}`)).toBe(0);
    expect(html(`![Salle](a.jpg)\n\n${long}`)).toContain("<p><em>mot");
  });

  it("is a caption of any length right under the picture", () => {
    expect(figures(`![Salle](a.jpg)\n${long}`)).toBe(1);
  });

  it.each(["Le _mot_ juste", "_Le mot_ juste", "**Le mot juste**", "Le mot"])("is not %s", (text) => {
    expect(figures(`![Salle](a.jpg)\n\n${text}`)).toBe(0);
    expect(figures(`![Salle](a.jpg)\n${text}`)).toBe(0);
  });

  it("is the caption of the last of several pictures", () => {
    expect(html("![Un](a.jpg)\n\n![Deux](b.jpg)\n\n_Légende_")).toMatch(
      /^<p><img[^>]*><\/p>\n<figure [^>]*aria-label="Légende"><img[^>]*alt="Deux"/,
    );
  });
});

describe("plain text right under a picture", () => {
  it.each([
    [
      "on the next line",
      "![Salle](a.jpg)\nLa salle, avant la séance.",
      "2:1",
      "_La salle, avant la séance._",
    ],
    ["stuck to it", "a\n\n![Salle](a.jpg)La salle", "3:16", "_La salle_"],
    ["under an alternative text of two lines", "![Une\nsalle](a.jpg)\nLa salle", "3:1", "_La salle_"],
    ["under a picture in a link", "[![Salle](a.jpg)](/a/)\nLa [salle](/b/)", "2:1", "_La [salle](/b/)_"],
    ["in bold", "![Salle](a.jpg)  \n**La salle, avant.**", "2:1", "_La salle, avant._"],
    [
      "in italics, but for its end",
      "![Salle](a.jpg)\n*La salle* (photo : mairie)",
      "2:1",
      "_La salle (photo : mairie)_",
    ],
    ["in italics with a star", "![Salle](a.jpg)\n*Salle \\*b* (photo)", "2:1", "_Salle \\*b (photo)_"],
    ["with a name in it", "![Salle](a.jpg)\nLa salle de eig_link", "2:1", "*La salle de eig_link*"],
  ])("gets a note that says how a caption is written: %s", (_title, body, place, fix) => {
    expect(codes(body)).toEqual([`${place} plain-caption`]);
    expect(problems(body)[0]).toMatchObject({
      severity: "note",
      hint: expect.stringContaining(fix) as string,
    });
    expect(figures(body)).toBe(0);
  });

  it.each([
    ["text after a space, as after a logo", "![Salle](a.jpg) La salle"],
    ["the rest of a sentence", "![Salle](a.jpg)\nest une salle"],
    ["an announcement", "![Salle](a.jpg)\nTrois points :"],
    ["a paragraph of several lines", "![Salle](a.jpg)\nLa salle\nest prête"],
    ["a long line", `![Salle](a.jpg)\nLa ${"salle ".repeat(40)}`],
    ["another paragraph", "![Salle](a.jpg)\n\nLa salle"],
    ["text that begins in italics", "![Salle](a.jpg)\n*La salle* est prête."],
    ["text that begins in bold", "![Salle](a.jpg)\n**La salle** est **prête**"],
    ["text of an item", "- ![Salle](a.jpg)\n  La salle"],
    ["another picture", "![Salle](a.jpg)\n![Salle](b.jpg)"],
    ["a picture after text", "Voici ![Salle](a.jpg)\nLa salle"],
  ])("is not: %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("the title of a picture", () => {
  it("gets a note that says how a caption is written, if it says more than the description", () => {
    const body = 'a\n\n![Trois salles vides](a.jpg "La mairie, avant les travaux")';
    expect(codes(body)).toEqual(["3:1 plain-caption"]);
    expect(problems(body)[0]).toMatchObject({
      severity: "note",
      hint: expect.stringContaining("`_La mairie, avant les travaux_`") as string,
    });
  });

  it.each([
    ["that repeats the description", '![Une salle de la mairie](a.jpg "Salle de la mairie")'],
    ["of one word", '![Trois salles](a.jpg "mairie")'],
    ["with a caption below", '![Salle](a.jpg "La mairie, avant")\n*La mairie*'],
  ])("gets none: one %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("a quotation right under a picture", () => {
  it.each([
    ["in one line", "> Un bac, devant la mairie", "_Un bac, devant la mairie_"],
    ["in italics", "> _Un bac_", "_Un bac_"],
    ["in two lines", "> Un bac,\n> devant la mairie", "_Un bac, devant la mairie_"],
    ["with an underscore", "> Le bac de eig_link", "*Le bac de eig_link*"],
    ["that begins in bold", "> **Le bac** devant la mairie", "_**Le bac** devant la mairie_"],
  ])("gets a note that says how a caption is written: %s", (_title, quotation, fix) => {
    const body = `a\n\n![Bac](a.jpg)\n${quotation}\n\nb`;
    expect(codes(body)).toEqual(["4:1 plain-caption"]);
    expect(problems(body)[0]).toMatchObject({
      severity: "note",
      message: expect.stringContaining("citation") as string,
      hint: expect.stringContaining(`\`${fix}\``) as string,
    });
    expect(figures(body)).toBe(0);
  });

  it("is told beside a picture in a link and one with an alternative text of two lines", () => {
    expect(codes("[![Bac](a.jpg)](/a/)\n> Un bac")).toEqual(["2:1 plain-caption"]);
    expect(codes("![Un\nbac](a.jpg)\n> Un bac")).toEqual(["3:1 plain-caption"]);
  });

  it.each([
    ["what someone said", "![Léa](a.jpg)\n> « Un bac, devant la mairie »"],
    ["what someone said, with their name", "![Léa](a.jpg)\n> Un bac, devant la mairie — Léa"],
    ["a quotation after an empty line", "![Léa](a.jpg)\n\n> Un bac"],
    ["a long one", `![Léa](a.jpg)\n> Un ${"bac ".repeat(60)}`],
    ["one of two paragraphs", "![Léa](a.jpg)\n> Un bac\n>\n> Deux bacs"],
    ["a list", "![Léa](a.jpg)\n> - Un bac"],
    ["a callout", "![Léa](a.jpg)\n> [!NOTE]\n> Un bac"],
    ["one under text", "Voici ![Léa](a.jpg)\n> Un bac"],
    ["one in a list", "- ![Léa](a.jpg)\n  > Un bac"],
  ])("is not: %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("the content of a caption", () => {
  it("is rendered and sanitised like other text", () => {
    const body = '![Salle](a.jpg)\n_Un [ici](/b/), du `code`, **gras**, <kbd>x</kbd> <b onclick="x()">y</b>_';
    expect(captionsOf(body)).toEqual([
      'Un <a href="/b/">ici</a>, du <code>code</code>, <strong>gras</strong>, <kbd>x</kbd> <b>y</b>',
    ]);
  });

  it("has problems at their exact place, glued or not", () => {
    expect(codes("Texte\n\n![Salle](a.jpg)\n_Voir [ici](https://a.fr/)_")).toEqual(["4:7 vague-link"]);
    expect(codes("![Salle](a.jpg)_Voir [ici](https://a.fr/)_")).toEqual(["1:22 vague-link"]);
    expect(codes('<br>\n<img src="a.jpg" alt="Salle">\n *Voir [ici](https://a.fr/)*')).toEqual([
      "3:8 vague-link",
    ]);
    expect(codes("> - ![Salle](a.jpg)\n>   _Voir [ici](https://a.fr/)_")).toEqual(["2:11 vague-link"]);
  });

  it("is counted once among the words", () => {
    expect(render("![Salle](a.jpg)\n_Deux mots_").words).toBe(2);
    expect(render('<img src="a.jpg" alt="Salle">\n_Deux mots_').words).toBe(2);
  });

  it("does not replace the alternative text", () => {
    expect(codes("![](a.jpg)\n_Le premier jour_")).toEqual(["1:1 missing-alt"]);
  });

  it("cannot break out of the caption", () => {
    expect(html("![Salle](a.jpg)\n_</figcaption><script>x</script>\u003cimg src=x onerror=x>_")).not.toMatch(
      /<script|onerror/,
    );
  });
});

describe("a credit", () => {
  const credit = (caption: string): string | undefined =>
    /<small class="credit">(.*?)<\/small>/s.exec(html(`![Salle](a.jpg)\n_${caption}_`))?.[1];

  it.each([
    ["La salle © Jeanne Martin", "© Jeanne Martin"],
    ["La salle (© Jeanne Martin).", "© Jeanne Martin"],
    ["La salle (c) Jeanne Martin", "(c) Jeanne Martin"],
    ["La salle. Crédits : Jeanne Martin", "Crédits : Jeanne Martin"],
    ["La salle – crédits photos : Jeanne Martin", "crédits photos : Jeanne Martin"],
    ["La salle (photo : Jeanne Martin)", "photo : Jeanne Martin"],
    ["Photo : Jeanne Martin", "Photo : Jeanne Martin"],
    ["The room. Photo credit: Jeanne Martin", "Photo credit: Jeanne Martin"],
    ["The room. Photo: J. Martin", "Photo: J. Martin"],
    ["The room. Courtesy of the City", "Courtesy of the City"],
    ["La salle. Source : Insee", "Source : Insee"],
    ["La salle.\n© Jeanne Martin", "© Jeanne Martin"],
    ["La salle [© Jeanne](/j/)", '<a href="/j/">© Jeanne</a>'],
  ])("is found in “%s”", (caption, found) => {
    expect(credit(caption)).toBe(found);
  });

  it.each([
    "La salle",
    "Photo de classe des agents",
    "Photo : les agents au travail",
    "Une photo : la salle est vide. Elle se remplira.",
    "© est un signe. Il précède un nom.",
    `© ${"mot ".repeat(60)}fin`,
    "Crédit à la consommation",
  ])("is not found in “%s”", (caption) => {
    expect(credit(caption)).toBeUndefined();
  });
});

describe("Markdown that is not read because it touches HTML", () => {
  it("is reported at its place, with a fix", () => {
    expect(problems("<div>\n<p>Un **mot** </p>\n</div>")).toEqual([
      expect.objectContaining({
        line: 2,
        column: 7,
        code: "literal-emphasis",
        message: "`**mot**` est affiché tel quel : le Markdown collé à une balise HTML n’est pas lu.",
        hint: "Laissez une ligne vide entre la balise et ce texte, ou écrivez `<strong>mot</strong>`",
      }),
    ]);
  });

  it.each([
    "<div>2 * 3 * 4</div>",
    "<pre>\n**a**\n</pre>",
    "<p>un_nom_de_fichier</p>",
    "<p>@_nom, _DINSIC</p>",
  ])("is not reported in %s", (body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("a line with only a no-break space", () => {
  it.each([
    ["> un\n> \u00a0\n> deux", "<blockquote>\n<p>un</p>\n<p>deux</p>\n</blockquote>"],
    [
      "> <div>\n> \u00a0\n> **deux**\n> \n> </div>",
      "<blockquote>\n<div>\n<p><strong>deux</strong></p>\n</div>\n</blockquote>",
    ],
    ["1. un\n\u00a0\n2. deux", "<ol>\n<li>\n<p>un</p>\n</li>\n<li>\n<p>deux</p>\n</li>\n</ol>"],
  ])("is empty in %j", (body, expected) => {
    expect(html(body)).toBe(expected);
  });

  it("stays in code", () => {
    expect(html("> ```\n> \u00a0\n> ```")).toContain("\u00a0");
  });
});
