import { describe, expect, it } from "vitest";
import { codes, html, problems } from "./support.ts";

const hint = (body: string): string | undefined => problems(body)[0]?.hint;

describe("markup of other tools", () => {
  it.each<[string, string, string[]]>([
    [
      "a picture's shortcode",
      'Avant\n\n[caption id="a" align="alignleft"]![x](a.jpg) Légende[/caption]',
      ["3:1"],
    ],
    ["a gallery, in a text and alone", 'Voir [gallery ids="1,2"] ici.\n\n[gallery]', ["1:6", "3:1"]],
    ["an embedded address, even as a link", "Le film\n[embed]https://youtu.be/abcdefghijk[/embed]", ["2:1"]],
    ["a player's shortcode", "[youtube https://youtu.be/abcdefghijk]\n\n> [vimeo 123456]", ["1:1", "3:3"]],
    ["a shortcode in raw HTML", '<div>\n<p>[video mp4="a.mp4"][/video]</p>\n</div>', ["2:4"]],
    ["each of two equal shortcodes", '[audio mp3="a.mp3"] et [audio mp3="a.mp3"]', ["1:1", "1:24"]],
    ["definitions of abbreviations", "*[HTML]: Langage\n*[ONU]: Nations `a`", ["1:1", "2:1"]],
    [
      "a container, at its first line only",
      "::: note\nTexte\n:::\n\n- a\n\n  :::warning\n  b\n  :::",
      ["1:1", "7:3"],
    ],
    ["a container of Pandoc or MyST", "::: {.note}\na\n:::\n\n:::{tip}\nb\n:::", ["1:1", "5:1"]],
    [
      "callouts of MkDocs, also collapsible ones",
      '!!! note\n    Texte\n\n???+ tip "Titre"\n\n    a',
      ["1:1", "4:1"],
    ],
    [
      "accordions of eleventy-dsfr, and their group",
      "????accordionsgroup\n\n??? Un titre long\n\na\n\n???\n\n> ??? Un autre\n> b\n> ???\n\n????",
      ["1:1", "3:1", "9:3"],
    ],
    [
      "imports and exports of MDX",
      "import A from '../a.astro';\nimport { B } from \"b\"\n\nexport const c = 1;\n\nTexte",
      ["1:1", "4:1"],
    ],
    [
      "wiki links",
      "[[2026-03-02-bilan]] et [[Le bilan|ce bilan]] ; ![[plan.png|300]]\n\n- [[a#B]]",
      ["1:1", "1:25", "1:49", "3:3"],
    ],
    ["pictures of a wiki", "[[Fichier:plan.png|Un plan]] [[File: vue du parc.jpg]]", ["1:1", "1:30"]],
    [
      "wiki links to addresses",
      ">> Voir [https://e.org/a.html la fiche]\n\n[[https://e.org/|a b]] et (Http://e.org) [http://e.org/ c].",
      ["1:9", "3:1", "3:42"],
    ],
    [
      "links, notes and documents of SPIP",
      "Voir [le site->https://e.org/a] et [le plan|Titre->art12].\n\n<img12|left> Un[[La note.]] <doc3|center>",
      ["1:6", "1:36", "3:1", "3:16", "3:29"],
    ],
    [
      "incomplete tags",
      'Voir <img src="a.jpg alt="b"> ou <b>c</b> <a href="/d>d</a>\n\n- Voir <iframe src="https://youtu.be/abcdefghijk"',
      ["1:6", "1:43", "3:8"],
    ],
    ["formulas, only the first", "Soit $x_{1}$.\n\n$$\na = b\n$$", ["1:6"]],
    ["a formula on several lines", "Soit :\n\n$$\n\\begin{aligned}\na &= b_1\n\\end{aligned}\n$$", ["3:1"]],
    ["a formula between escaped parentheses", "Soit \\(n\\) et \\( E = mc^2 \\).", ["1:15"]],
    ["a formula between escaped brackets", "Soit :\n\n\\[\n\\frac{a}{b}\n\\]", ["3:1"]],
    ["a formula with an exponent", "Soit $x^2$.", ["1:6"]],
    ["marks of sources, only the first", "Un【4:0†source】.\n\nDeux【1†L2-L3】.", ["1:3"]],
    ["a mark of a source with attributes", "Un :contentReference[oaicite:0]{index=0}.", ["1:4"]],
    ["a mark of a source between brackets", "- [cite_start]Un [cite: 1, 2]", ["1:3"]],
    ["a mark of a source for private use", "Un \ue200cite\ue202turn0search0\ue201.", ["1:4"]],
    [
      "spans of Pandoc, also on two lines and in a link",
      "# []{#_Toc1 .anchor}Un [mot]{.mark}\n\nVoir [[le site]{.underline}](https://e.org) et [PETITES\nCAPITALES]{.smallcaps}",
      ["1:3", "1:24", "3:7", "3:48"],
    ],
    ["comments of Obsidian", "Un %%mot%% ici\n\n%%\na\n\n- b\n%%", ["1:4", "3:1"]],
    [
      "comments of Obsidian beside each other and behind numbers",
      "%%a%% %%b%%, 300 %%à vérifier en 2026%% 50 %%",
      ["1:1", "1:7", "1:18"],
    ],
    ["names of blocks of Obsidian", "Fin. ^bloc-1\n\n- un ^p1\n- deux\n\n^a2b", ["1:6", "3:6", "6:1"]],
    ["codes of Pandoc, each of them", "CO~2~ et H~2~O, 1^er^ et 2^e^", ["1:1", "1:10", "1:17", "1:26"]],
    ["codes of Pandoc in one formula", "H~2~SO~4~", ["1:1", "1:5"]],
    [
      "shortcodes whose brackets an export escaped",
      '\\[gallery ids="1"\\] et \\[embed\\]https://youtu.be/abcdefghijk\\[/embed\\]',
      ["1:2", "1:25"],
    ],
    ["tables of contents", "[TOC]\n\n[[toc]]\n\nTexte\n[[_TOC_]]\n\n[toc]", ["1:1", "3:1", "6:1", "8:1"]],
  ])("is reported: %s", (_title, body, places) => {
    expect(codes(body)).toEqual(places.map((place) => `${place} literal-markup`));
  });

  it.each([
    ["bracketed words", "[vidéo] [video] [audio: à venir] [embed] la [gallery] [caption à revoir]"],
    ["another bracket with an argument", "[note a=1] [sic]"],
    ["code", '`[gallery ids="1"]` `[TOC]`\n\n```\n[gallery ids="1"]\n*[A]: b\n::: note\n[TOC]\n```'],
    ["code in raw HTML", '<pre>\n[gallery ids="1"]\n</pre>'],
    ["escaped markup", '\\[gallery ids="1"]\n\n\\*[A]: b\n\n\\::: note\n\n\\[TOC]'],
    ["links, also in italics", "[toc]\n\n[video 12345](/v/) *[a](/b/): c* *[Note]: d*\n\n[toc]: /sommaire/"],
    ["the mark of a table of contents inside a sentence", "Le [TOC] est une option."],
    [
      "exclamations",
      "???\n\n??? rien après\n\n!!! Attention\n\n!!! note bien ceci\n\n??? vraiment\n\n???\u00a0!\n\na\n!!! note\n\n\\!!! note\n\n`!!! note`",
    ],
    [
      "tags in code, escaped, and complete",
      '`<img src="a>` \\<a href="b> &lt;a href="c&gt; <a href="/d/">ee</a> a < b\n\n    <p a="b>',
    ],
    ["arrows between numbers", "La valeur passe [0->5], puis f[1->2]."],
    ["lines that only begin like an import", "import 'a' ensuite\n\nTexte\n\nimport A from 'b';"],
    [
      "brackets that are not a wiki link",
      "[[1]](/a/) [[b]] [[ -f c ]] [[1, 2]] a[[b]][c] \\[[d]] `[[e]]`\n\n[b]: /b/",
    ],
    [
      "addresses between brackets, with words that are not a wiki link",
      "[https://e.org/ aa](https://e.org/) [https://e.org/ aa][b] [https://e.org/ cc] [https://e.org/, lu]\n\n" +
        "[https://e.org/ consulté le 3 mai] [https://e.org/] `[https://e.org/ dd]` \\[https://e.org/ ee]\n\n" +
        "[b]: /b/\n[https://e.org/ cc]: /c/",
    ],
    ["amounts of money", "De $5 à $10, soit 3 $ + 2 $, $A et $B ; `$x_{1}$`, \\$a_{b}$ et $$."],
    [
      "escaped brackets",
      "\\(un\\) \\[sic\\] \\[nom_de_fichier\\] \\[^1\\] `\\(x^2\\)` \\\\(x^2\\\\) \\(a\\) x^2 \\(b\\)",
    ],
    ["arrows", "De [A->B] à a->b, `[le site->https://e.org/]`, [a->1](/b/) et <3 -> x>"],
    ["braces after a note", "## Un titre[^1]{.a}\n\n[^1]: b"],
    ["braces after a link", "[un]{.a} [deux](/b/){.c} ![trois](a.jpg){.d} \\[a]{.b} `[a]{.b}`\n\n[un]: /a/"],
    ["percentages, and code", "De 50 %% à 60 %%, 50%% et 60%% ; `%%a%%` et %% seul\n\n```\n%%a%%\n```"],
    [
      "carets and tildes",
      "a ^ b, ^^ et x^2\n\nUn ~mot~, ~10 et a~b~c~d, le ~2~ ; `a ^b1`\n\nFin ^^\n\nSoit 10 ^12",
    ],
    ["three colons without a name", ":::\n\n::: 12"],
  ])("is not reported in %s", (_title, body) => {
    expect(codes(body)).toEqual([]);
  });

  it.each([
    ['[caption id="a"]![x](a.jpg) Un quai[/caption]', "`![ce que montre l’image](photo.jpg)`"],
    ["[embed]https://youtu.be/abcdefghijk[/embed]", "`https://youtu.be/abcdefghijk`"],
    ["[youtube=https://youtu.be/abcdefghijk&w=640]", "`https://youtu.be/abcdefghijk`"],
    ["[vimeo 123456]", "`https://vimeo.com/123456`"],
    ['[video mp4="/media/a.mp4"][/video]', '`<video controls src="/media/a.mp4"></video>`'],
    ['[audio src="/media/a.mp3"]', '`<audio controls src="/media/a.mp3"></audio>`'],
    ['[sourcecode language="css"]a[/sourcecode]', "```"],
    ['[contact-form-7 id="12"]', "un lien"],
    ["[[2026-03-02-bilan]]", "`[2026-03-02-bilan](2026-03-02-bilan.md)`"],
    ["[[Le bilan#Chiffres|ce bilan]]", "`[ce bilan](<Le bilan.md>)`"],
    ["![[plan.png]]", "`![](plan.png)`"],
    ["![[plan.png|Le plan|300]]", "`![Le plan](plan.png){width=300}`"],
    ["[https://e.org/a_(b) la `fiche`]", "`[la `fiche`](<https://e.org/a_(b)>)`"],
    ["[[https://e.org/a.html|la `fiche`]]", "`[la `fiche`](https://e.org/a.html)`"],
    ["[[https://e.org/a]]", "`<https://e.org/a>`"],
    ["[le site->https://e.org/a_b]", "`[le site](https://e.org/a_b)`"],
    ["[->https://e.org/a]", "`<https://e.org/a>`"],
    ["[le plan|Titre->rub12]", "`[le plan](…)`"],
    ["Un mot[[Voir le `plan` page 3.]] ici", "`[^1]: Voir le `plan` page 3.`"],
    [
      "Un mot[^1].\n\n[^1]: a\n\nAutre[[La note.]]",
      "Écrivez `[^2]` à sa place et, sur une ligne à part, `[^2]: La note.`",
    ],
    ["<img12|left>", "`![ce que montre l’image](photo.jpg)`"],
    ["import A from 'a'", "Effacez ce paragraphe"],
    [":::carte-liste\na\n:::", "Effacez ces deux lignes ; si c’est un encadré, écrivez `> [!NOTE]`"],
    ["* Sommaire\n{:toc}", "Effacez cette ligne et celle du dessus"],
    ["$$a_1$$", "<sub>"],
    ['*[AB]: Texte "long"', '`<abbr title="Texte &quot;long&quot;">AB</abbr>`'],
    ["::: danger Attention\na\n:::", "`> [!CAUTION]`"],
    ["::: Détails des groupes\na\n:::", "`**Détails des groupes** : …`"],
    ["::: Astuce du jour\na\n:::", "`**Astuce du jour** : …`"],
    ["::: Warning Une panne\na\n:::", "`**Une panne** : …`"],
    ["::: details Plus\na\n:::", "`<details><summary>Plus</summary>`"],
    ["Un \ue200cite\ue202turn0search0\ue201.", "de même pour les suivantes"],
    ["[TOC]", "Effacez cette ligne"],
    ["[un `mot`]{.underline}", "Écrivez `<u>un `mot`</u>`"],
    ['[a word]{.mark lang="en"}', "Écrivez `<mark>a word</mark>`"],
    ['[a word]{lang="en"}', 'Écrivez `<span lang="en">a word</span>`'],
    ["[a word]{lang=en}", 'Écrivez `<span lang="en">a word</span>`'],
    ["[MOT]{.smallcaps}", "Écrivez `MOT`"],
    ["[[le site]{.underline}](https://e.org)", "Écrivez `le site`"],
    ["[]{#a .anchor}Un", "Effacez-le."],
    ['[un mot]{.deletion author="Relecture"}', "Effacez-le."],
    ['[À revoir.]{.comment-start id="0"}Un', "Effacez-le."],
    ['[un mot]{.insertion author="Relecture"}', "Écrivez `un mot`"],
    ["Un %%mot%%", "écrivez `<!--` à la place du premier `%%`"],
    ["%%\nUn mot\n\nDeux\n%%", "écrivez `<!--` à la place du premier `%%`"],
    ["Un %%mot\n\nDeux%%", "Effacez-le."],
    ["- %%mot\n- Deux%%", "Effacez-le."],
    ["Un mot. ^a1", "Effacez-le."],
    ["CO~2~", "Écrivez `CO<sub>2</sub>`"],
    ["1^er^", "Écrivez `1<sup>er</sup>`"],
    ['!!! danger "Titre"\n    a', "`> [!CAUTION]` à la place, et `> ` au début"],
    ["!!! quote\n    a", "`> ` au début de chaque ligne de la citation"],
    [":::quote\na\n:::", "Effacez ces deux lignes, et écrivez `> ` au début de chaque ligne de la citation"],
    ["??? Un titre\n\na\n\n???", "écrivez `<details><summary>Un titre</summary>` et de la seconde"],
    [":::tip Un titre\na\n:::", "effacez `:::`. Le titre devient le début du texte : `**Un titre** : …`"],
    ["??? Un *beau* `titre`\n\na\n\n???", "écrivez `<details><summary>Un beau titre</summary>`"],
    [":::tip[Un *beau* titre]{.a}\na\n:::", "`**Un beau titre** : …`"],
    [
      ":::tip[Un titre]{.a}\na\n:::",
      "effacez `:::`. Le titre devient le début du texte : `**Un titre** : …`",
    ],
    ['!!! tip "Un titre"\n    a', "Le titre devient le début du texte : `**Un titre** : …`"],
    ['??? question "Plus"\n\n    a', "`<details><summary>Plus</summary>`"],
  ])("%s → %s", (body, fix) => {
    expect(hint(body)).toContain(fix);
  });
});

it("takes no attribute of Pandoc for the title of a container", () => {
  expect(hint('::: {custom-style="Body Text"}\na\n:::')).not.toContain("titre");
  expect(hint('::: {.tip .b title="Un mot"}\na\n:::')).toContain("`**Un mot** : …`");
  expect(hint(":::{tip} Un mot\na\n:::")).toContain("`**Un mot** : …`");
});

it.each([
  ["[[Fichier:plan.png|vignette|200px|Un plan]]", "![Un plan](plan.png)"],
  ["[[File:plan.png|thumb|right|alt=Le plan|A caption]]", "![Le plan](plan.png)"],
  ["[[Image:plan.png|centré|lien=]]", "![](plan.png)"],
  ["[[Média:plan.pdf|Le plan]]", "[Le plan](plan.pdf)"],
  ["[[Média:plan.pdf|cadre]]", "[plan.pdf](plan.pdf)"],
  ["[[Image: les enjeux]]", "[Image: les enjeux](<Image: les enjeux.md>)"],
  ["![[plan.png|vignette]]", "![vignette](plan.png)"],
])("gives the link of a wiki without the options of its file: %s", (body, fix) => {
  expect(problems(body)[0]?.hint).toContain(`\`${fix}\``);
});

it("gives each note of SPIP a mark of its own", () => {
  const hints = problems("Un[[La note.]] et deux[[L’autre.]]\n\nTrois[[La fin.]]").map(({ hint }) => hint);
  expect(hints.map((one) => /`(\[\^\d\])`/.exec(one)?.[1])).toEqual(["[^1]", "[^2]", "[^3]"]);
});

describe("guillemets typed as angle brackets", () => {
  it.each([
    ["Un <<mot>>.", "Un &lt;&lt;mot&gt;&gt;.", "Écrivez `« mot »`"],
    [
      "Un << **beau** mot >>.",
      "Un &lt;&lt; <strong>beau</strong> mot &gt;&gt;.",
      "Écrivez `« **beau** mot »`",
    ],
    ["Un <<été>>", "Un &lt;&lt;été&gt;&gt;", "Écrivez `« été »`"],
    ["Un <<lien [a](/b/)>>", 'Un &lt;&lt;lien <a href="/b/">a</a>&gt;&gt;', "Écrivez `« lien [a](/b/) »`"],
  ])("lose no word, and get a fix: %s", (body, shown, fix) => {
    expect(html(body)).toBe(`<p>${shown}</p>`);
    expect(problems(body)).toMatchObject([{ code: "literal-markup", line: 1, column: 4, hint: fix }]);
  });

  it.each([
    "`<<mot>>`",
    "\\<<https://e.org>>",
    "a << 2 et b >> 3",
    "```sh\ncat <<EOF >>a\n```",
    "<<b>gras</b>>",
  ])("are not reported in %s", (body) => {
    expect(codes(body)).toEqual([]);
  });
});

describe("quotation marks made of two apostrophes, or of commas", () => {
  it.each([
    ["Un ''mot''.", "« mot »"],
    ["Un ‘’mot d'ici’’.", "« mot d'ici »"],
    ["Un ,,*beau* mot'' !", "« *beau* mot »"],
    ["Un ''lien [a](/b/)''", "« lien [a](/b/) »"],
  ])("get a fix: %s", (body, fix) => {
    expect(problems(body)).toMatchObject([{ code: "literal-markup", line: 1, column: 4 }]);
    expect(problems(body)[0]?.hint).toContain(`Écrivez \`${fix}\``);
  });

  it.each([
    "`''mot''`",
    "Une planche de 5'' et une de 6'', ou de 5' 6''",
    "La valeur '' vaut '' ici",
    "\\'\\'mot\\'\\'",
    "l''été et l''hiver",
    "« Il a dit ‘non’’ »",
  ])("are not reported in %s", (body) => {
    expect(codes(body)).toEqual([]);
  });

  it("have the signs of the language", () => {
    expect(problems("A ''word''.", { source: { lang: "en" } })[0]?.hint).toContain("“word”");
  });
});

describe("reStructuredText", () => {
  it.each([
    [".. note::\n   Un texte.", "Écrivez `> [!NOTE]` à la place"],
    [".. warning:: Un texte.", "Écrivez `> [!WARNING]` à la place"],
    [".. image:: /a.jpg\n   :alt: Une photo\n   :width: 200px", "Écrivez `![Une photo](/a.jpg)` à la place"],
    [".. figure:: /a.jpg", "Écrivez `![…](/a.jpg)` à la place"],
    // The indented lines below the options are its caption.
    [
      ".. figure:: /a.jpg\n   :alt: a\n\n   Légende",
      "effacez ses options : les lignes qui commencent par deux-points",
    ],
    [".. code-block:: python\n\n    print(1)", "Effacez cette ligne et ses options, et placez le code"],
    [".. contents::\n   :depth: 2", "la page reçoit un sommaire"],
    [".. py:function:: a(b)\n   :level: 3", "Effacez cette ligne et ses options"],
  ])("says what to write instead of %j", (body, wanted) => {
    expect(codes(`Avant.\n\n${body}`)).toEqual(["3:1 literal-markup"]);
    expect(hint(body)).toContain(wanted);
  });

  it("gives its links as Markdown", () => {
    const body =
      "Voir `Etalab <https://www.etalab.gouv.fr>`_, puis\n`son\nblog <https://blog.example.org>`__.";
    expect(codes(body)).toEqual(["1:6 literal-link", "2:1 literal-link"]);
    expect(problems(body).map((problem) => problem.hint)).toEqual([
      "Écrivez `[Etalab](https://www.etalab.gouv.fr)`",
      "Écrivez `[son blog](https://blog.example.org)`",
    ]);
    expect(problems(body)[1]?.message).toContain("<https://blog.example.org>`__` est affiché");
  });

  it.each([
    "Il hésita .. puis : voilà",
    "`.. note::`",
    "Un texte\n.. note::",
    "`a <b>` _c_",
    "`map <K>`_item",
    ".. Un commentaire",
  ])("is not seen in %j", (body) => {
    expect(codes(body)).toEqual([]);
  });
});
