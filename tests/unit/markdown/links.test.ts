import { describe, expect, it } from "vitest";
import { codes, html, problems, render } from "./support.ts";

/** `line:column href` of each link. */
function places(body: string): string[] {
  return render(body)
    .references.filter(({ kind }) => kind === "link")
    .map(({ line, column, href }) => `${String(line)}:${String(column)} ${href}`);
}

describe("the place of a link", () => {
  it.each([
    ["each of two equal links in a sentence", "a [b](/x/) et `[b](/x/)` [b](/x/)", ["1:3 /x/", "1:26 /x/"]],
    ["after escaped brackets", "\\[a\\] [b](/x/)", ["1:7 /x/"]],
    ["on the second line of a paragraph", "a ![b](c.jpg)\nd [e](/x/)", ["2:3 /x/"]],
    ["in a heading", "# Un [a](/x/)\n\nDeux [b](/y/)\n---", ["1:6 /x/", "3:6 /y/"]],
    ["in a list inside a quotation", "> * a\n>   - [b](/x/)\n>     [c](/y/)", ["2:7 /x/", "3:7 /y/"]],
    ["in table cells", "| a | b |\n|---|---|\n| [c](/x/) | d [e](/y/) |", ["3:3 /x/", "3:16 /y/"]],
    ["in a note", "a[^1]\n\n[^1]: b [c](/x/)\n    d [e](/y/)", ["3:9 /x/", "4:7 /y/"]],
    ["in a definition", "Terme\n: a [b](/x/)", ["2:5 /x/"]],
    ["by reference, where it is used", "a\n\nb [c][d] et [d]\n\n[d]: /x/ 'Titre'", ["3:3 /x/", "3:13 /x/"]],
    ["around a picture", "a [![b](c.jpg)](/x/)", ["1:3 /x/"]],
    [
      "in raw HTML inside a sentence",
      'a <a href="/x/">b</a> et\n<a\nhref="/y/">c</a>',
      ["1:3 /x/", "2:1 /y/"],
    ],
    [
      "in a block of raw HTML",
      '<div>\n<p>a <a href="/x/">b</a></p>\n  <a href="/y/">c</a></div>',
      ["2:6 /x/", "3:3 /y/"],
    ],
    [
      "bare and in angle brackets",
      "a https://e.org/b, <https://e.org/c>",
      ["1:3 https://e.org/b", "1:20 https://e.org/c"],
    ],
  ])("is exact %s", (_, body, expected) => {
    expect(places(body)).toEqual(expected);
  });
});

describe("a link to a file beside the text", () => {
  const file = (href: string): string | undefined => (href === "r.pdf" ? "/media/a/r.pdf" : undefined);
  it.each(["[a](r.pdf)", '<a href="r.pdf">a</a>'])("has the published address of the file: %s", (body) => {
    expect(render(body, { file }).references).toMatchObject([{ href: "r.pdf", beside: "/media/a/r.pdf" }]);
    expect(render(body.replace("r.pdf", "s.pdf"), { file }).references[0]).not.toHaveProperty("beside");
  });
});

describe("an address of the site with a decomposed accent", () => {
  const apart = "/docs/résumé.pdf".normalize("NFD");
  const coded = encodeURI("/docs/résumé.pdf");
  it.each([
    ["as typed", `[a](${apart})`],
    ["percent-encoded", `[a](${encodeURI(apart)})`],
    ["in raw HTML", `<a href="${encodeURI(apart)}">a</a>`],
    ["percent-encoded in lower case", `[a](${encodeURI(apart).toLowerCase()})`],
  ])("is written like the published file: %s", (_, body) => {
    expect(html(body)).toContain(`href="${coded}"`);
  });
  it("is unchanged on another site, or if the accent is composed", () => {
    const elsewhere = encodeURI("https://e.org/é%2B.pdf".normalize("NFD"));
    expect(html(`[a](${elsewhere})`)).toContain(`href="${elsewhere}"`);
    expect(html("[a](/docs/a%2Bb%20%C3%A9.pdf)")).toContain('href="/docs/a%2Bb%20%C3%A9.pdf"');
  });
});

it("lists films, sounds and subtitles of the site with their places", () => {
  const body = `a

<video src="/f.mp4"><track src="f.vtt"></video>
<audio><source src="/s.mp3"><source src="https://e.org/s.mp3"></audio>`;
  const media = render(body).references.filter(({ kind }) => kind === "media");
  expect(media.map(({ line, column, href }) => `${String(line)}:${String(column)} ${href}`)).toEqual([
    "3:1 /f.mp4",
    "3:21 f.vtt",
    "4:8 /s.mp3",
  ]);
});

it("offers the whole address for a vague link without a scheme", () => {
  expect(problems("[ici](www.exemple.fr)")[0]?.hint).toContain("](https://www.exemple.fr)`");
});

it.each([100, 8177, 8178, 8179, 20_000])("makes a bare address of %i characters a link", (signs) => {
  const address = `https://e.org/${"x".repeat(signs)}`;
  expect(html(`a ${address}. b`)).toContain(`<a href="${address}"`);
});

describe("a link whose text is an address, and which leads to another", () => {
  it.each([
    "[https://a.org/equipe1](https://a.org/equipe10)",
    "[www.a.org](https://b.org/)",
    "[contact@a.org](mailto:contact@b.org)",
    'a <a href="https://a.org/y">https://a.org/x</a>',
  ])("is reported: %s", (body) => {
    expect(codes(body).map((one) => one.replace(/^\S+ /, ""))).toEqual(["mismatched-link"]);
  });

  it.each([
    "[https://www.a.org/x/](http://a.org/x?a=b#c), [www.A.org](https://a.org/x/), [https://a.org](https://a.org/x)",
    "[contact@a.org](mailto:contact@a.org?subject=x), [a@b.org](<mailto: a@b.org>), <https://a.org/é>, https://a.org/x",
    "[https://a.org/une-page…](https://a.org/une-page-longue), [https://a.org/%C3%A9](https://a.org/é)",
    "[data.gouv.fr](https://www.etalab.gouv.fr/), [un compte @x](https://a.org/), [@a](https://b.org/)",
  ])("is not reported if both are one, or if its text is a name: %s", (body) => {
    expect(codes(body)).toEqual([]);
  });

  it("is reported with both addresses", () => {
    const [found] = problems("[www.a.org](https://b.org/)");
    expect(found?.message).toBe("Le texte du lien montre `www.a.org`, mais le lien mène à `https://b.org/`.");
  });
});

it.each(["LIEN A CREER", "lien à venir", "à compléter", "link to come", "TO BE ADDED"])(
  "reports a link with “%s” for an address",
  (words) => {
    expect(codes(`Voir [le site](${words}).`)).toEqual(["1:6 literal-link"]);
    expect(problems(`Voir [le site](${words}).`)[0]?.message).toContain("n’a pas été écrite");
  },
);

describe("links broken by a space", () => {
  it.each([
    ["[nom] (https://e.org/a_b)", "[nom](https://e.org/a_b)"],
    ["[nom](/docs/mon rapport.pdf)", "[nom](/docs/mon%20rapport.pdf)"],
    ["[nom](https://e.org/a b c)", "[nom](https://e.org/a%20b%20c)"],
    ["[nom](mailto: a@b.fr)", "[nom](mailto:a@b.fr)"],
    ["[nom](tel:01 02 03 04 05)", "[nom](tel:0102030405)"],
    ["[nom](tel: +33 (0)1 02 03 04 05)", "[nom](tel:+33102030405)"],
    ["![nom](/a.jpg =300x200)", "![nom](/a.jpg){width=300}"],
    ["![nom](plan.jpg =1200x)", "![nom](plan.jpg)"],
    ['![nom](plan.jpg "Un titre" =50%)', '![nom](plan.jpg "Un titre"){width=50%}'],
    ["![nom](mes images/a b.jpg)", "![nom](mes%20images/a%20b.jpg)"],
    ["![Une vue](Photo (1).jpg)", "![Une vue](Photo%20%281%29.jpg)"],
    ["![](IMG_2034 (copie).jpg)", "![](IMG_2034%20%28copie%29.jpg)"],
    ["![](Photo(1) bis.jpg)", "![](Photo%281%29%20bis.jpg)"],
    ["[le `nom` a\\_b] (/a/)", "[le `nom` a\\_b](/a/)"],
    ["[le `nom` a\\_b](/a b.pdf)", "[le `nom` a\\_b](/a%20b.pdf)"],
    ["![Une vue](Photo de l'été.jpg)", "![Une vue](Photo%20de%20l'été.jpg)"],
    ["[nom](/media/rapport d'activité.pdf)", "[nom](/media/rapport%20d'activité.pdf)"],
    ['![nom](Photo (1).jpg "Un titre")', '![nom](Photo%20%281%29.jpg "Un titre")'],
    ["[x](https://example.org “titre”)", '[x](https://example.org "titre")'],
    ["[x](/a/ ”L’été, un titre”)", '[x](/a/ "L’été, un titre")'],
    ['[x](/a/ "un titre”)', '[x](/a/ "un titre")'],
    ['[x](/a/ “un titre")', '[x](/a/ "un titre")'],
    ["[x](/a/ ’titre’)", '[x](/a/ "titre")'],
    ["![x](mes images/a.jpg «\u00a0Une vue\u00a0»)", '![x](mes%20images/a.jpg "Une vue")'],
  ])("%s → %s", (body, fix) => {
    expect(problems(`a\nb ${body}`).filter(({ code }) => code === "literal-link")).toMatchObject([
      { line: 2, column: 3, hint: `Écrivez \`${fix}\`` },
    ]);
  });

  it.each([
    ["`[a](/b c)` et [d](/e/)"],
    ["`` [a] (/b) ` `` et [d](/e/) [x](y z)"],
    ["\\[a](/b c.html)"],
    ["[Voir](la suite plus bas)"],
    ['[a](/b/ "titre avec des espaces")'],
    ["[a](</b c/>)"],
    ["[a](</b (1) l'c.jpg>) [d](e f)"],
    ['[a](/b/ "titre (1).jpg") [d](e f)'],
    ["[a](/b/ 'x) y.jpg') [d](e f)"],
    ["[a](/b/ (l'c.jpg)) [d](e f)"],
    ["[a](/b_(c)) d [e](f g)"],
    ["[Voir](la suite (page 2) plus bas)"],
    ["[Voir](la « suite »)"],
  ])("are not reported in %s", (body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("refused addresses", () => {
  it.each([
    ["[a](htps://e.org/x)", "https://e.org/x"],
    ["[a](maito:a@e.org)", "mailto:a@e.org"],
    ["[a](mail:a@e.org)", "mailto:a@e.org"],
    ["[a](phone:0123456789)", "tel:0123456789"],
    ['<a href="htps://e.org/x">a</a>', "https://e.org/x"],
  ])("get the intended address as a fix: %s", (body, meant) => {
    expect(problems(body)).toMatchObject([{ code: "dropped-html", hint: `Écrivez \`${meant}\`` }]);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "vbscript:x"])(
    "get only general advice: %s",
    (href) => {
      expect(problems(`[a](${href})`)[0]?.hint).toContain("Une adresse commence par");
    },
  );
});

describe("links to files of the author’s computer", () => {
  it.each([
    ["[a](file:///C:/Users/com/Bilan%20final.docx)", "`[ce qu’il contient](Bilan%20final.docx)`"],
    ["[a](C:\\Users\\com\\grille.xlsx)", "`[ce qu’il contient](grille.xlsx)`"],
    ['<a href="file:///home/com/a.pdf">a</a>', "`[ce qu’il contient](a.pdf)`"],
    ["![Un logo bleu](file:///C:/com/logo%20(2).png)", "`![ce que montre l’image](logo%20%282%29.png)`"],
    ["![Un logo bleu](C:\\Users\\com\\logo.png)", "`![ce que montre l’image](logo.png)`"],
    ["![Un logo bleu](D:/com/logo.png)", "`![ce que montre l’image](logo.png)`"],
    ['<img src="C:\\Users\\com\\logo.png" alt="Un logo bleu">', "`![ce que montre l’image](logo.png)`"],
    ["![Un logo](C:\\Mes images\\le logo.png)", "`![ce que montre l’image](le%20logo.png)`"],
    ["[Le bilan](C:\\Mes documents\\bilan.pdf)", "`[ce qu’il contient](bilan.pdf)`"],
    [
      "[Le bilan](file:///C:/Bilan%20de%20l%27%C3%A9t%C3%A9%20100%25.pdf)",
      "`[ce qu’il contient](Bilan%20de%20l'été%20100%25.pdf)`",
    ],
  ])("get the line to write once the file is beside the text: %s", (body, fix) => {
    expect(problems(body)).toMatchObject([{ code: "local-link" }]);
    expect(problems(body)[0]?.hint).toContain(fix);
  });

  it.each([
    ["[a](C:\\com\\été.pdf)", "`C:\\com\\été.pdf` est un fichier de votre ordinateur", "le lien est retiré"],
    ["![Un logo](C:\\com\\été.png)", "`C:\\com\\été.png`", "l’image n’est pas affichée"],
    ["![Un logo](C:\\un dossier\\a.png)", "`C:\\un dossier\\a.png`", "tout est affiché tel quel"],
  ])("are named as they were typed, with what readers see: %s", (body, typed, seen) => {
    expect(problems(body)[0]?.message).toContain(typed);
    expect(problems(body)[0]?.message).toContain(seen);
  });
});

describe("vague link texts", () => {
  it.each([
    "ici",
    "Ici.",
    "« ici »",
    "cliquez ici",
    "Link",
    "→",
    "En savoir plus…",
    "Lire la suite →",
    "this page",
  ])("are reported: %s", (text) => {
    expect(codes(`[${text}](/a/)`)).toEqual(["1:1 vague-link"]);
  });

  it.each(["le bilan", "Ici Paris", "la page des défis", "lien vers le code source"])(
    "do not include %s",
    (text) => {
      expect(codes(`[${text}](/a/)`)).toEqual([]);
    },
  );
});

describe("a link without text that a paste left", () => {
  const end = "Effacez `[](https://e.org/a)`, ou écrivez entre ses crochets le texte du lien.";
  it.each([
    ["in a word of a heading", "### R[](https://e.org/a)éutilisation", "1:6", ">Réutilisation<"],
    ["at the beginning of a heading", "Texte.\n\n## [](https://e.org/a)Bilan", "3:4", ">Bilan<"],
    ["in a heading, apart from its words", "## Le bilan [](https://e.org/a)", "1:13", ">Le bilan"],
    ["in a word of a sentence", "Une *idée* r[](https://e.org/a)éutilisée", "1:13", " réutilisée<"],
    ["after a word", "Le guide[](https://e.org/a), puis", "1:9", "Le guide, puis<"],
  ])("is not shown %s", (_title, body, place, shown) => {
    expect(codes(body).filter((one) => !one.endsWith("skipped-heading"))).toEqual([`${place} vague-link`]);
    expect(problems(body).map(({ hint }) => hint)).toContain(end);
    expect(html(body)).toContain(shown);
    expect(html(body)).not.toContain("e.org/a");
    expect(places(body)).toEqual([]);
  });

  it("is not shown against another link", () => {
    expect(codes("[Le guide](/a/)[](https://e.org/a).")).toEqual(["1:16 vague-link"]);
    expect(html("[Le guide](/a/)[](https://e.org/a).")).toBe('<p><a href="/a/">Le guide</a>.</p>');
  });

  it.each([
    "Voir [](https://e.org/a).",
    "Voir[ ](https://e.org/a)",
    "## [](https://e.org/a)",
    "a, [](https://e.org/a)",
  ])("shows its address elsewhere: %s", (body) => {
    expect(html(body)).toContain(">https://e.org/a</a>");
    expect(problems(body)[0]?.hint).toContain("[le titre de la page](https://e.org/a)");
  });
});

describe("addresses of this site", () => {
  const site = {
    settings: { alsoServed: ["/defis/"] },
    run: { basePath: "/carnet/" },
    has: ["/mots-cles/donn%C3%A9es/"],
  };
  it.each([
    ["accents as typed", "https://blog.example.org/carnet/mots-cles/données/"],
    ["decomposed accents", "https://blog.example.org/carnet/mots-cles/donne%CC%81es/"],
    ["with index.html", "https://blog.example.org/carnet/mots-cles/donn%C3%A9es/index.html"],
  ])("become site links: %s", (_, href) => {
    expect(html(`<a href="${href}">a</a>`, site)).toContain('href="/carnet/mots-cles/');
  });

  it.each(["/defis", "/defis/", "/defis/x.html"])(
    "are left alone if another site serves them: %s",
    (href) => {
      expect(html(`[a](${href})`, site)).toContain(`href="${href}"`);
    },
  );

  it("are this site's even if they begin like another site's", () => {
    expect(html("[a](/defisants/)", site)).toContain('href="/carnet/defisants/"');
  });
});

it("takes an escaped bracket for the beginning of a link to be shown as it is typed", () => {
  expect(codes("\\[x](/blog/) et `\\[` puis \\[y](https://e.org).")).toEqual([]);
  expect(codes("\\[a] puis b](/blog/).")).toEqual(["1:11 literal-link"]);
});
